import { createHash } from 'node:crypto'
import { globSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { approveHere, listDevices, makeCode, revokeHere } from '../../../src/central/devices/enrolment.ts'
import { type Http, nodeHttp } from '../../../src/main/sync/http.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { addPortrait, filledClaim } from '../../support/claims.ts'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'
import { numbersFile } from '../../support/numbers.ts'
import { administratorDesk, seatBorderOfficer } from '../../support/set-up.ts'
import { codeOf } from '../seat/kit.ts'

/** Pictures and papers between whole desks, over real HTTP and a whole central on a real PostgreSQL. */
let central: TestCentral
const open: TestDesk[] = []
beforeEach(async () => {
  central = await startTestCentral()
})
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close()
  await central.remove()
})

interface Line {
  /** What becomes of an answer, or of a request when it gives nothing. */
  spoil?: (request: Parameters<Http>[0], answer: () => ReturnType<Http>) => ReturnType<Http>
  readonly asked: string[]
}

let desks = 0

async function enrolled(): Promise<TestDesk & { line: Line; device: string }> {
  const line: Line = { asked: [] }
  const real = nodeHttp()
  const http: Http = (request) => {
    line.asked.push(`${request.method} ${request.url.pathname}`)
    return line.spoil ? line.spoil(request, () => real(request)) : real(request)
  }
  const given = await openTestDesk({ version: '0.1.0', http })
  given.time.now = central.clock.now()
  const { test: made } = await administratorDesk(given, numbersFile(++desks))
  open.push(made)
  await made.desk.sync.enrol({ address: central.url, code: await makeCode(central.services, 'lacolle-15') })
  const waiting = (await listDevices(central.services)).find(({ status }) => status === 'waiting')
  await approveHere(central.services, waiting?.device ?? '')
  await seatBorderOfficer(made)
  return { ...made, line, device: waiting?.device ?? '' }
}

/** A claim with a photo at one desk. */
async function withPhoto(at: TestDesk, seed = 5) {
  const { claimId } = await filledClaim(at, `Osman ${seed}`)
  await addPortrait(at, claimId, seed)
  const photo = (await at.desk.claims.get({ claimId })).photo
  return { claimId, original: photo?.original ?? '', print: photo?.print ?? '' }
}

const digest = async (file: Blob) =>
  createHash('sha256')
    .update(Buffer.from(await file.arrayBuffer()))
    .digest('hex')
const blobsOf = async ({ desk }: TestDesk) => (await desk.status()).sync.blobs
const stillOut = (at: TestDesk) => expect.poll(async () => (await blobsOf(at))?.out, { timeout: 10_000 })
const stillIn = (at: TestDesk) => expect.poll(async () => (await blobsOf(at))?.in, { timeout: 10_000 })
const filesAt = (folder: string) => globSync(join(folder, '**/blobs/**/*')).filter((path) => /[0-9a-f]{64}$/.test(path))
const pictureAt = ({ desk }: TestDesk, claimId: string, sha256: string) => desk.photos.picture({ claimId, sha256 })

describe('a picture that one desk took', () => {
  test('is at the central before the event that names it, and is shown at another desk with the same bytes', async () => {
    const [a, b] = [await enrolled(), await enrolled()]
    const { claimId, print } = await withPhoto(a)
    a.line.asked.length = 0
    await a.desk.sync.now()
    const sent = a.line.asked.indexOf(`PUT /v1/blobs/${print}`)
    expect(sent).toBeGreaterThan(-1)
    expect(sent).toBeLessThan(a.line.asked.indexOf('POST /v1/sync/push'))
    await stillOut(a).toBe(0)
    await b.desk.sync.now()
    await stillIn(b).toBe(0)
    expect(await digest(await pictureAt(b, claimId, print))).toBe(print)
    expect(await blobsOf(b)).toMatchObject({ in: 0, out: 0, photosLater: false })
    // What was fetched is not sent back.
    expect(b.line.asked.filter((asked) => asked.startsWith('PUT'))).toEqual([])
  })

  test('is on its way, calmly, until it is here; what waits is counted both ways', async () => {
    const [a, b] = [await enrolled(), await enrolled()]
    const { claimId, print } = await withPhoto(a, 6)
    a.line.spoil = (request, answer) =>
      request.method === 'PUT' ? Promise.resolve(answerOf(507, '{"code":"quota"}')) : answer()
    await a.desk.sync.now()
    await b.desk.sync.now()
    expect(await codeOf(pictureAt(b, claimId, print))).toBe('sync.blob_on_its_way')
    expect((await blobsOf(b))?.in).toBe(2)
    expect(await blobsOf(a)).toMatchObject({ out: 2 })
    // No event waited for it.
    expect((await a.desk.status()).sync).toMatchObject({ state: 'settled', waiting: 0 })
    delete a.line.spoil
    await a.desk.sync.now()
    await stillOut(a).toBe(0)
    await b.desk.sync.now()
    await stillIn(b).toBe(0)
    expect(await digest(await pictureAt(b, claimId, print))).toBe(print)
  })

  test('that comes wrong or cut changes nothing, and is asked for again', async () => {
    const [a, b] = [await enrolled(), await enrolled()]
    const { claimId, print } = await withPhoto(a, 7)
    await a.desk.sync.now()
    await stillOut(a).toBe(0)
    const before = filesAt(b.dataDir)
    const isBlob = (request: Parameters<Http>[0]) => request.method === 'GET' && request.url.pathname.length > 70
    const spoils = [
      async (answer: () => ReturnType<Http>) => {
        const right = await answer()
        return { ...right, body: Buffer.from(right.body).fill(7) }
      },
      async (answer: () => ReturnType<Http>) => {
        const right = await answer()
        return { ...right, body: right.body.subarray(0, right.body.length - 1) }
      },
      () => Promise.reject(new Error('cut')),
    ]
    for (const spoil of spoils) {
      b.line.spoil = (request, answer) => (isBlob(request) ? spoil(answer) : answer())
      const asked = b.line.asked.length
      await b.desk.sync.now()
      await expect.poll(() => b.line.asked.slice(asked).some((one) => one.startsWith('GET /v1/blobs/'))).toBe(true)
      expect(await codeOf(pictureAt(b, claimId, print))).toBe('sync.blob_on_its_way')
      expect(filesAt(b.dataDir)).toEqual(before)
    }
    delete b.line.spoil
    await b.desk.sync.now()
    await stillIn(b).toBe(0)
    expect(await digest(await pictureAt(b, claimId, print))).toBe(print)
  })

  test('that was cut in the middle of its way out goes on where it stopped', async () => {
    const a = await enrolled()
    const { original } = await withPhoto(a, 8)
    let pieces = 0
    a.line.spoil = async (request, answer) => {
      if (request.method !== 'PUT' || !request.url.pathname.endsWith(original)) return answer()
      pieces += 1
      const done = await answer()
      if (pieces === 1) throw new Error('The answer is lost')
      return done
    }
    await codeOf(a.desk.sync.now())
    await expect.poll(() => pieces).toBe(1)
    await a.desk.sync.now()
    await stillOut(a).toBe(0)
    // The lost answer had been a whole one: the central was asked, and nothing was sent twice.
    expect(pieces).toBe(1)
  })

  test('that the central lost, or holds damaged, comes again from a desk that has it', async () => {
    const [a, b] = [await enrolled(), await enrolled()]
    const { claimId, print, original } = await withPhoto(a, 9)
    await a.desk.sync.now()
    await stillOut(a).toBe(0)
    const at = (sha: string) => globSync(join(central.folder, `blobs/**/${sha}`))[0] ?? ''
    rmSync(at(print))
    truncateSync(at(original), 40)
    await b.desk.sync.now()
    const sought = (sha: string) => b.line.asked.includes(`GET /v1/blobs/${sha}`)
    await expect.poll(() => [print, original].every(sought), { timeout: 10_000 }).toBe(true)
    expect(await codeOf(pictureAt(b, claimId, print))).toBe('sync.blob_on_its_way')
    await a.desk.sync.now()
    await expect.poll(() => [at(print), at(original)].every(Boolean), { timeout: 10_000 }).toBe(true)
    await b.desk.sync.now()
    await stillIn(b).toBe(0)
    expect(await digest(await pictureAt(b, claimId, print))).toBe(print)
  })

  test('that is damaged here is fetched back from the central', async () => {
    const a = await enrolled()
    const { claimId, print } = await withPhoto(a, 10)
    await a.desk.sync.now()
    await stillOut(a).toBe(0)
    for (const path of filesAt(a.dataDir)) truncateSync(path, 60)
    expect(await codeOf(pictureAt(a, claimId, print))).toBe('sync.blob_on_its_way')
    await a.desk.sync.now()
    await stillIn(a).toBe(0)
    expect(await digest(await pictureAt(a, claimId, print))).toBe(print)
  })

  test('waits for later where an officer says so, while papers and small pictures travel', async () => {
    const a = await enrolled()
    const { print, original } = await withPhoto(a, 11)
    expect((await a.desk.sync.photosLater({ later: true })).blobs).toMatchObject({ photosLater: true })
    await a.desk.sync.now()
    const sent = () => a.line.asked.filter((one) => one.startsWith('PUT')).join()
    await expect.poll(sent).toContain(print)
    expect((await a.desk.status()).sync).toMatchObject({ waiting: 0 })
    const waits = (await blobsOf(a))?.out ?? 0
    if (waits > 0) expect(sent()).not.toContain(original)
    await a.desk.sync.photosLater({ later: false })
    await stillOut(a).toBe(0)
  })

  test('goes neither way once the desk is revoked', async () => {
    const [a, b] = [await enrolled(), await enrolled()]
    await b.desk.sync.now()
    const { print } = await withPhoto(a, 12)
    await a.desk.sync.now()
    await stillOut(a).toBe(0)
    await revokeHere(central.services, b.device, 'It was stolen')
    expect(await codeOf(b.desk.sync.now())).toBe('sync.revoked')
    expect(b.line.asked.some((one) => one.includes(print))).toBe(false)
    expect(b.line.asked.some((one) => one.startsWith('GET /v1/blobs/'))).toBe(false)
  })
})

const answerOf = (status: number, body: string) => ({ status, header: () => undefined, body: Buffer.from(body) })
