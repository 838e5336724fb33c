import { createHash, randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { SnapshotAnswer, SnapshotManifest } from '../../../src/shared/sync/snapshot.ts'
import { snapshotBytes } from '../../../src/shared/sync/snapshot.ts'
import { asked, startTestCentral, type TestCentral } from '../../support/central.ts'
import { admit, answered, refusalOf, type WireDesk, wireDesk } from '../../support/central-desk.ts'

let central: TestCentral
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())

const format = 'f'.repeat(64)
let desk: WireDesk
let other: WireDesk
let epoch: string
beforeEach(async () => {
  desk = wireDesk()
  other = wireDesk(desk.stream)
  await admit(central, desk)
  await admit(central, other)
  await desk.push(central)
  epoch = (await desk.hello(central)).epoch
})

/** A sealed part, sent as a desk sends it. */
async function part(bytes = randomBytes(3000)): Promise<{ sha: string; size: number }> {
  const sha = createHash('sha256').update(bytes).digest('hex')
  const target = `/v1/blobs/${sha}?offset=0&total=${bytes.length}`
  const headers = { 'content-type': 'application/octet-stream', 'content-encoding': 'identity' }
  await answered(await desk.ask(central, 'PUT', target, undefined, { raw: bytes, headers }))
  return { sha, size: bytes.length }
}

const key = Buffer.alloc(32, 9).toString('base64')
function manifest(
  parts: SnapshotManifest['parts'],
  given: Partial<SnapshotManifest> = {},
  by = desk,
): SnapshotManifest {
  const said = { stream: desk.stream, epoch, position: 3, format, parts, ...given }
  return { ...said, key, signature: Buffer.from(by.sign(snapshotBytes(said))).toString('base64') }
}
const offer = (of: SnapshotManifest, by = desk) => by.ask(central, 'POST', '/v1/sync/snapshot', of)
const ask = (by = other) => by.ask(central, 'GET', `/v1/sync/snapshot?stream=${desk.stream}&format=${format}`)
const codeOf = async (answer: Promise<Response>) => (await refusalOf(await answer)).code
const blob = (sha: string) => other.ask(central, 'GET', `/v1/blobs/${sha}`)

test('a desk of the office gets the latest one with the ends of all chains, as their devices signed them', async () => {
  expect(await codeOf(ask())).toBe('no_snapshot')
  const parts = [await part(), await part()]
  await answered(await offer(manifest(parts)))
  const given = await answered<SnapshotAnswer>(await ask())
  expect(given).toMatchObject({ key, parts, position: 3, maker: { device: desk.device } })
  const { head, signature } = desk.batch(epoch)
  expect(given.heads).toMatchObject([{ device: desk.device, head, signature }])
  const lines = desk.chain.slice(0, 3).map(({ id }, i) => `${i + 1} ${id.replaceAll('-', '')} ok \n`)
  const hash = (...bytes: Uint8Array[]) => createHash('sha256').update(Buffer.concat(bytes)).digest()
  expect(given.places).toBe(hash(hash(Buffer.from(lines.join('')))).toString('base64'))
  await other.push(central)
  const later = [await part()]
  await answered(await offer(manifest(later, { position: 6 })))
  const now = await answered<SnapshotAnswer>(await ask())
  expect(now.heads.map(({ device }) => device).sort()).toEqual([desk.device, other.device].sort())
  expect((await blob(parts[0]!.sha)).status).toBe(404)
  // An older one takes the place of nothing.
  expect(await answered(await offer(manifest([await part()], { position: 3 })))).toEqual({ position: 6 })
  expect((await answered<SnapshotAnswer>(await ask())).parts).toEqual(later)
})

test('is kept from other offices, and from a desk’s successors once its maker was turned away', async () => {
  await answered(await offer(manifest([await part()])))
  const stranger = wireDesk()
  await admit(central, stranger, 'montreal-yul')
  expect(await codeOf(ask(stranger))).toBe('scope')
  expect(await codeOf(offer(manifest([await part()], {}, stranger), stranger))).toBe('scope')
  await asked(central.databaseUrl, `UPDATE device SET status = 'revoked' WHERE device = '${desk.device}'`)
  expect(await codeOf(ask())).toBe('no_snapshot')
})

test('one that does not fit is refused: another’s signature, parts that are not here, a place inside a push, another epoch', async () => {
  const parts = [await part()]
  expect(await codeOf(offer(manifest(parts, {}, other)))).toBe('snapshot_signature')
  expect(await codeOf(offer(manifest(parts, { position: 2 })))).toBe('schema')
  expect(await codeOf(offer(manifest([{ sha: 'a'.repeat(64), size: 10 }])))).toBe('schema')
  expect(await codeOf(offer(manifest(parts, { epoch: v7() })))).toBe('epoch')
  expect(await codeOf(ask())).toBe('no_snapshot')
})

test('when a record is erased, every snapshot that holds it goes with its key and its bytes; one made before comes too late', async () => {
  const [claim, ana] = [v7(), v7()]
  const roles = ['border_officer' as const, 'supervisor' as const]
  const enrolled = { userName: 'ana', displayName: 'Ana', roles, jurisdiction: 'office' as const }
  desk.add('officer.enrolled', enrolled, { subject: { kind: 'officer', id: ana } })
  desk.add(
    'claim.opened',
    {
      person: v7(),
      office: desk.stream,
      applicationNumber: 'W1',
      channel: 'port_of_entry',
      claimDate: '2026-11-20' as never,
    },
    { actor: ana, subject: { kind: 'claim', id: claim } },
  )
  const { verdicts } = await desk.push(central)
  const position = verdicts.at(-1)!.position
  const parts = [await part()]
  await answered(await offer(manifest(parts, { position })))
  const late = [await part()]
  const erased = { law: 'retention', reason: 'by its time' } as never
  desk.add('claim.erased', erased, { actor: desk.device, subject: { kind: 'claim', id: claim } })
  await desk.push(central)
  expect(await codeOf(ask())).toBe('no_snapshot')
  expect((await blob(parts[0]!.sha)).status).toBe(404)
  expect(await codeOf(offer(manifest(late, { position })))).toBe('snapshot_old')
})
