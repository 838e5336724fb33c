import { createHash, randomBytes } from 'node:crypto'
import { globSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBlobs } from '../../../src/central/blobs/blobs.ts'
import { createFolderStore } from '../../../src/central/blobs/folder-store.ts'
import { publishTrust } from '../../../src/central/cli/trust.ts'
import { heldElsewhere, keepBlocks } from '../../../src/central/storage/numbers.ts'
import { everyNight, makeCheckpoints } from '../../../src/central/sync/checkpoints.ts'
import { sha256, verifyEd25519 } from '../../../src/central/sync/crypto.ts'
import { leaseAnswer } from '../../../src/shared/contract/central.ts'
import { chainStart, int64 } from '../../../src/shared/sync/event-header.ts'
import { type Statement, statementBytes } from '../../../src/shared/sync/statement.ts'
import { asked, startTestCentral, type TestCentral } from '../../support/central.ts'
import { admit, answered, refusalOf, type WireDesk, wireDesk } from '../../support/central-desk.ts'
import { testTimers } from '../../support/store.ts'

let central: TestCentral
let desk: WireDesk
let other: WireDesk
let stranger: WireDesk
beforeAll(async () => {
  central = await startTestCentral()
  ;[desk, stranger] = [wireDesk(), wireDesk()]
  other = wireDesk(desk.stream)
  await admit(central, desk)
  await admit(central, other)
  await admit(central, stranger, 'windsor-detroit-tunnel')
})
afterAll(() => central.remove())

describe('leases of numbers', () => {
  const lease = async (at: WireDesk, series: string, req = v7()) =>
    at.ask(central, 'POST', '/v1/leases', { series, req })

  test('never overlap, also when many ask at once, and are the same block when asked again', async () => {
    const blocks = await Promise.all(
      [desk, other, stranger, desk, other, stranger].map(async (at) =>
        leaseAnswer.parse(await answered(await lease(at, 'document'))),
      ),
    )
    const sorted = blocks.toSorted((a, b) => a.first - b.first)
    for (const [i, { last }] of sorted.entries()) expect(sorted[i + 1]?.first ?? last + 1).toBe(last + 1)
    const again = await answered(await lease(desk, 'document', blocks[0]!.req))
    expect(again).toEqual(blocks[0])
    expect(await refusalOf(await lease(other, 'document', blocks[0]!.req))).toMatchObject({ code: 'scope' })
  })

  test('asked for twice at the same moment are one', async () => {
    const req = v7()
    const [a, b] = await Promise.all([lease(desk, 'client', req), lease(desk, 'client', req)])
    expect(await a.json()).toEqual(await b.json())
  })

  test('a range that two desks bring at the same moment is held by one of them', async () => {
    const block = { series: 'client' as const, prefix: '', width: 10, first: 7_000_000_001, last: 7_000_000_100 }
    const held = (device: string) =>
      central.services.database.transact(async (tx) => {
        if (await heldElsewhere(tx, [{ ...block, device }], device)) return false
        await keepBlocks(tx, device, [block])
        return true
      })
    expect((await Promise.all([v7(), v7(), v7()].map(held))).filter(Boolean)).toHaveLength(1)
  })

  test('have an end: of a series, and of what one desk takes in a day', async () => {
    await asked(central.databaseUrl, "UPDATE series SET next = 999999900 WHERE series = 'application'")
    expect(await refusalOf(await lease(stranger, 'application'))).toMatchObject({
      status: 507,
      code: 'numbers_exhausted',
    })
    const greedy = wireDesk()
    await admit(central, greedy)
    for (let n = 0; n < 30; n++) expect((await lease(greedy, 'client')).status).toBe(200)
    expect(await refusalOf(await lease(greedy, 'client'))).toMatchObject({ status: 429 })
  })

  test('a number that two records bear is flagged with whoever comes second', async () => {
    const claimAt = (at: WireDesk, actor: string, id = v7()) =>
      at.add(
        'claim.opened',
        {
          person: v7(),
          office: at.stream,
          applicationNumber: 'W1',
          channel: 'inland',
          claimDate: '2026-11-20' as never,
        },
        { actor, subject: { kind: 'claim', id } },
      )
    const roles = {
      userName: 'ana',
      displayName: 'Ana',
      roles: ['border_officer' as const],
      jurisdiction: 'office' as const,
    }
    const officer = v7()
    desk.add('officer.enrolled', roles, { subject: { kind: 'officer', id: officer } })
    claimAt(desk, officer)
    expect((await desk.push(central)).verdicts.at(-1)).toMatchObject({ verdict: 'ok' })
    claimAt(other, officer)
    expect((await other.push(central)).verdicts.at(-1)).toMatchObject({ verdict: 'flagged', why: 'sync.number_twice' })
  })
})

describe('pictures and papers', () => {
  const file = randomBytes(3_000_000)
  const sha = createHash('sha256').update(file).digest('hex')
  const target = `/v1/blobs/${sha}`
  const put = async (at: WireDesk, offset: number, bytes: Uint8Array, total = file.length, to = target) =>
    at.ask(central, 'PUT', `${to}?offset=${offset}&total=${total}`, undefined, {
      raw: bytes,
      headers: { 'content-type': 'application/octet-stream', 'content-encoding': 'identity' },
    })
  const head = async (at: WireDesk) => (await at.ask(central, 'HEAD', target)).headers

  test('come in pieces, go on where they stopped, are checked, and are read by their office alone', async () => {
    expect((await head(desk)).get('x-offset')).toBe('0')
    expect(await answered(await put(desk, 0, file.subarray(0, 1_000_000)))).toEqual({
      complete: false,
      offset: 1_000_000,
    })
    expect(await refusalOf(await put(desk, 500, file.subarray(500, 600)))).toMatchObject({
      code: 'offset',
      offset: 1_000_000,
    })
    // A crash in the middle of writing the next piece.
    const [part] = globSync(join(central.folder, 'blobs/**/*.part'))
    await put(other, 1_000_000, file.subarray(1_000_000, 2_000_000))
    truncateSync(part!, readFileSync(part!).length - 10)
    expect((await head(other)).get('x-offset')).toBe('1000000')
    await put(other, 1_000_000, file.subarray(1_000_000, 2_000_000))
    expect(await answered(await put(other, 2_000_000, file.subarray(2_000_000)))).toEqual({
      complete: true,
      offset: file.length,
    })
    expect((await head(desk)).get('x-complete')).toBe(String(file.length))
    expect(await answered(await put(desk, 0, file.subarray(0, 10)))).toMatchObject({ complete: true })

    const whole = await desk.ask(central, 'GET', target)
    expect(Buffer.from(await whole.arrayBuffer()).equals(file)).toBe(true)
    const rest = await desk.ask(central, 'GET', `${target}?offset=1500000`)
    expect(Buffer.from(await rest.arrayBuffer()).equals(file.subarray(1_500_000))).toBe(true)
    expect((await stranger.ask(central, 'GET', target)).status).toBe(404)
  })

  test('lie encrypted', () => {
    const stored = globSync(join(central.folder, 'blobs/**/*')).filter((path) => path.endsWith(sha))
    expect(stored).toHaveLength(1)
    expect(readFileSync(stored[0]!).includes(file.subarray(0, 64))).toBe(false)
  })

  test('whose bytes are not what their name says are thrown away', async () => {
    const wrong = `/v1/blobs/${'0'.repeat(64)}`
    expect(await refusalOf(await put(desk, 0, file.subarray(0, 100), 100, wrong))).toMatchObject({
      status: 422,
      code: 'hash',
    })
    expect((await desk.ask(central, 'HEAD', wrong)).headers.get('x-offset')).toBe('0')
  })

  test('of more than 25 MiB, or in pieces of more than 4, are refused', async () => {
    expect((await put(desk, 0, file.subarray(0, 10), 26 * 1024 * 1024)).status).toBe(422)
    expect((await put(desk, 0, Buffer.alloc(4 * 1024 * 1024 + 1), 5_000_000)).status).toBe(413)
  })

  test('go with the last record that names them', async () => {
    const bytes = randomBytes(500)
    const name = createHash('sha256').update(bytes).digest('hex')
    const at = `/v1/blobs/${name}`
    await put(desk, 0, bytes, bytes.length, at)
    const officer = v7()
    const roles = {
      userName: 'ben',
      displayName: 'Ben',
      roles: ['supervisor' as const],
      jurisdiction: 'office' as const,
    }
    desk.add('officer.enrolled', roles, { subject: { kind: 'officer', id: officer } })
    const people = [v7(), v7()]
    for (const id of people)
      desk.add(
        'person.photo_added',
        {
          ...{ claim: v7(), arrived: name, original: name, print: name, mime: 'image/jpeg', width: 1, height: 1 },
          ...{ source: 'file', findings: [] },
        },
        { actor: officer, subject: { kind: 'person', id } },
      )
    const erase = (id: string) =>
      desk.add('person.erased', { law: 'retention' }, { actor: officer, subject: { kind: 'person', id } })
    erase(people[0]!)
    await desk.push(central)
    expect((await desk.ask(central, 'GET', at)).status).toBe(200)
    erase(people[1]!)
    expect((await desk.push(central)).verdicts.at(-1)).toMatchObject({ verdict: 'ok' })
    expect((await desk.ask(central, 'GET', at)).status).toBe(404)
    expect(globSync(join(central.folder, `blobs/**/${name}`))).toEqual([])
  })
})

describe('pictures and papers that records name', () => {
  const bytes = randomBytes(700)
  const sha = createHash('sha256').update(bytes).digest('hex')
  const wanted = async (at: WireDesk) =>
    ((await answered(await at.ask(central, 'GET', '/v1/blobs?after='))) as { wanted: string[] }).wanted
  const put = (at: WireDesk) =>
    at.ask(central, 'PUT', `/v1/blobs/${sha}?offset=0&total=${bytes.length}`, undefined, {
      raw: bytes,
      headers: { 'content-type': 'application/octet-stream', 'content-encoding': 'identity' },
    })

  test('are asked for at the desks of the office until they are here, and again when they are lost', async () => {
    expect((await desk.hello(central)).blobsWanted).toBe(false)
    const arrived = 'a'.repeat(64)
    desk.add(
      'person.photo_added',
      {
        ...{ claim: v7(), arrived, original: sha, print: sha, mime: 'image/jpeg', width: 1, height: 1 },
        ...{ source: 'file', findings: [] },
      },
      { actor: desk.admin, subject: { kind: 'person', id: v7() } },
    )
    // Not entitled: what nobody may see is asked of nobody.
    await desk.push(central)
    expect(await wanted(desk)).toEqual([])
    const officer = v7()
    const ben = {
      userName: 'ben2',
      displayName: 'Ben',
      roles: ['supervisor' as const],
      jurisdiction: 'office' as const,
    }
    desk.add('officer.enrolled', ben, { subject: { kind: 'officer', id: officer } })
    desk.add(
      'person.photo_added',
      {
        ...{ claim: v7(), arrived, original: sha, print: sha, mime: 'image/jpeg', width: 1, height: 1 },
        ...{ source: 'file', findings: [] },
      },
      { actor: officer, subject: { kind: 'person', id: v7() } },
    )
    await desk.push(central)
    expect(await wanted(other)).toEqual([sha])
    expect((await other.hello(central)).blobsWanted).toBe(true)
    expect(await wanted(stranger)).toEqual([])
    await put(desk)
    expect(await wanted(other)).toEqual([])
    truncateSync(globSync(join(central.folder, `blobs/**/${sha}`))[0]!, 100)
    expect((await other.ask(central, 'GET', `/v1/blobs/${sha}`)).status).toBe(404)
    expect(await wanted(desk)).toEqual([sha])
    await put(desk)
    expect((await other.ask(central, 'GET', `/v1/blobs/${sha}`)).status).toBe(200)
  })

  test('are read in parts', async () => {
    const part = await other.ask(central, 'GET', `/v1/blobs/${sha}?offset=100&length=50`)
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 150))).toBe(true)
    expect(part.headers.get('x-complete')).toBe('700')
  })
})

test('what nothing names goes after a week, and one device brings so much in a day', async () => {
  const small = await startTestCentral({ bytesADay: 1000 })
  try {
    const at = wireDesk()
    await admit(small, at)
    const put = async (size: number) => {
      const bytes = randomBytes(size)
      const sha = createHash('sha256').update(bytes).digest('hex')
      const answer = await at.ask(small, 'PUT', `/v1/blobs/${sha}?offset=0&total=${size}`, undefined, {
        raw: bytes,
        headers: { 'content-type': 'application/octet-stream', 'content-encoding': 'identity' },
      })
      return { sha, answer }
    }
    const { sha } = await put(900)
    expect(await refusalOf((await put(200)).answer)).toMatchObject({ status: 507, code: 'quota' })
    const store = createFolderStore(join(small.folder, 'blobs'), small.services.wrappingKey, small.services.random)
    const { database, clock } = small.services
    const blobs = createBlobs({ database, store, clock })
    expect(await blobs.sweep()).toBe(0)
    small.clock.advance(8 * 24 * 3_600_000)
    expect((await put(200)).answer.status).toBe(200)
    expect(await blobs.sweep()).toBe(1)
    expect((await at.ask(small, 'HEAD', `/v1/blobs/${sha}`)).headers.get('x-offset')).toBe('0')
    expect(globSync(join(small.folder, `blobs/**/${sha}`))).toEqual([])
  } finally {
    await small.remove()
  }
})

describe('checkpoints', () => {
  const latest = async () =>
    (await answered<{ checkpoints: Statement[] }>(await stranger.ask(central, 'GET', '/v1/sync/checkpoints')))
      .checkpoints

  test('sign the digest of a whole stream, which a reader can reckon again; only where something was added', async () => {
    await stranger.push(central, 1, 2)
    const { services } = central
    await makeCheckpoints(services)
    await stranger.push(central)
    expect(await makeCheckpoints(services)).toBe(1)
    expect(await makeCheckpoints(services)).toBe(0)
    const [statement] = await latest()
    const { kind, content, signature, key } = statement!
    const bytes = statementBytes(kind, content)
    expect(verifyEd25519(Buffer.from(key, 'base64'), Buffer.from(signature, 'base64'), bytes)).toBe(true)
    let digest: Uint8Array = chainStart
    for (let position = 1; position <= 3; position++) {
      const { head } = stranger.batch(v7(), 1, position)
      digest = sha256(digest, int64(position), Buffer.from(head.hash, 'base64'))
    }
    const said = JSON.parse(content)
    expect(said).toMatchObject({ stream: stranger.stream, position: 3, hash: Buffer.from(digest).toString('base64') })
  })

  test('are made every night at three', async () => {
    const timers = testTimers()
    const at: number[] = []
    let now = Date.UTC(2026, 10, 23, 2)
    const clock = { now: () => now, zone: () => 'UTC' }
    const waits: number[] = []
    const stop = everyNight(
      clock,
      {
        after(ms, fn) {
          waits.push(ms)
          return timers.after(ms, fn)
        },
      },
      async () => void at.push(now),
    )
    now += 3_600_000
    timers.runAll(1)
    await expect.poll(() => waits).toEqual([3_600_000, 24 * 3_600_000])
    stop()
    expect(timers.waiting).toBe(0)
    expect(at).toEqual([now])
  })
})

describe('the trust bundle', () => {
  const bundle = (version: number) => {
    const content = {
      ...{ format: 'passerelle-trust/1', version, created: '2026-11-01T00:00:00Z', nextUpdate: '2027-01-01' },
      ...{ roots: ['AAAA'], signers: [], revokedSigners: [], revokedDocuments: '' },
      ...{ profiles: [], ruleSets: [], templates: [], policies: [] },
    }
    const file = join(central.folder, `trust-${version}.json`)
    const text = Buffer.from(JSON.stringify(content)).toString('base64')
    const whole = { format: 'passerelle-trust-file/1', root: 'a'.repeat(64), content: text, signature: 'AAAA' }
    writeFileSync(file, JSON.stringify(whole))
    return file
  }

  test('reaches every desk as it was signed; an older one is not published', async () => {
    expect(await refusalOf(await desk.ask(central, 'GET', '/v1/trust'))).toMatchObject({
      status: 404,
      code: 'no_trust',
    })
    expect(await publishTrust(central.services, bundle(7))).toMatchObject({ ok: true })
    expect(await publishTrust(central.services, bundle(6))).toMatchObject({ failure: { code: 'central.trust_older' } })
    expect(await publishTrust(central.services, 'nowhere.json')).toMatchObject({
      failure: { code: 'central.trust_file' },
    })
    const { version, file } = await answered<any>(await desk.ask(central, 'GET', '/v1/trust'))
    expect([version, file]).toEqual([7, readFileSync(bundle(7), 'utf8')])
  })
})

test('a desk that watches hears at once that a stream of its office grew; the central stops in spite of it', async () => {
  const own = await startTestCentral()
  const [writer, watcher] = [wireDesk(), wireDesk()]
  await admit(own, writer)
  await admit(own, watcher)
  const answer = await watcher.ask(own, 'GET', '/v1/sync/watch')
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const until = async (part: string) => {
    while (!text.includes(part)) {
      const { value, done } = await reader.read()
      if (done) throw new Error('ended')
      text += value
    }
  }
  await until(': still here')
  await writer.push(own)
  await until(`data: ${JSON.stringify({ stream: writer.stream, head: 3 })}`)
  // Another node of the service has placed something: seen by the look at the heads.
  await asked(own.databaseUrl, `UPDATE stream SET head = 9 WHERE stream = '${writer.stream}'`)
  await until('"head":9')
  await own.remove()
  await expect(until('never')).rejects.toThrow('ended')
})
