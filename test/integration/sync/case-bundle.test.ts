import { zstdCompressSync } from 'node:zlib'
import { afterEach, describe, expect, test } from 'vitest'
import { decideClaim } from '../../../src/main/claims/decisions.ts'
import type { OpenDesk } from '../../../src/main/seat/core.ts'
import { query } from '../../../src/main/store/query.ts'
import { sealTo } from '../../../src/main/store/sync/envelope.ts'
import { knownDesks, makeBundle, takeBundle } from '../../../src/main/sync/case-bundle.ts'
import { keepCentral } from '../../../src/main/sync/enrolment.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { type Result, unwrap } from '../../../src/shared/result.ts'
import { bundleBytes } from '../../../src/shared/sync/bundle.ts'
import { testRandom } from '../../support/store.ts'
import { me, pullAll, pushAll, shown } from '../../support/sync/exchange.ts'
import { erases } from '../../support/sync/lacolle.ts'
import { createMemoryCentral } from '../../support/sync/memory-central.ts'
import { newClaim, type Office, openOffice, setClaim } from '../claims/support.ts'

const open: Office[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})
const random = testRandom('sealing')
const opened = ({ store }: Office) => ({ store, clock: store.clock }) as unknown as OpenDesk
const deviceOf = ({ store }: Office) => store.identity()?.device ?? ''
const publicKeyOf = ({ store }: Office) => me(store).publicKey
const claimsOf = ({ store }: Office) => store.all(query.selectFrom('claim').select('id')).map(({ id }) => id)
const stateOf = (store: Office['store'], claim: string) =>
  store.first(query.selectFrom('claim').select('state').where('id', '=', claim))?.state
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)

/** Three desks of an office that know each other, and then have no network. */
async function office() {
  const central = createMemoryCentral(officeId('lacolle-15'), erases)
  const desks = [0, 1, 2].map((n) => {
    const made = openOffice({ random: testRandom(`desk ${n}`) }, 1 + n * 8)
    open.push(made)
    unwrap(made.store.sync.begin(central.epoch()))
    return made
  }) as [Office, Office, Office]
  // Twice, as rounds go on: what rests on carried work goes out once that has its place.
  const settle = async () => {
    for (let round = 0; round < 2; round++) {
      for (const { store } of desks) pushAll(store, central)
      for (const { store } of desks) await pullAll(store, central)
    }
  }
  await settle()
  return { central, desks, settle }
}

const carry = (from: Office, to: Office, applicationNumber: string) =>
  unwrap(makeBundle(opened(from), random, { applicationNumber, device: deviceOf(to) })).bytes

describe('a claim carried to another desk by hand', () => {
  test('is there with its person, fields and pictures, and nothing else of the desk is', async () => {
    const { desks } = await office()
    const [a, b] = desks
    const other = newClaim(a, { familyName: 'Nguyen' })
    const { claimId, personId, applicationNumber } = newClaim(a, { familyName: 'Okafor' })
    unwrap(setClaim(a, claimId, { phone: '514 555 0199' }))
    const [original, print] = ['o', 'p'].map((text) => unwrap(a.store.blobs.put(Buffer.from(text)))) as [string, string]
    const facts = { mime: 'image/jpeg', width: 400, height: 500, findings: [] }
    const body = { claim: claimId, arrived: 'f'.repeat(64), original, print, source: 'file', ...facts }
    unwrap(
      a.store.transact({ actor: a.officer.id }, (tx) => {
        tx.append({ subject: { kind: 'person', id: personId }, type: 'person.photo_added', body })
        return { ok: true, value: null }
      }),
    )
    const bundle = carry(a, b, applicationNumber)
    expect(Buffer.from(bundle).includes('Okafor')).toBe(false)
    const taken = unwrap(await takeBundle(opened(b), bundle))
    expect(taken).toMatchObject({ claimId, files: 2 })
    expect(claimsOf(b)).toEqual([claimId])
    expect(unwrap(b.store.blobs.get(original))).toEqual(Buffer.from('o'))
    const read = b.store.since(0, 10_000).filter(({ subject, body }) => subject.id === other.claimId && body !== null)
    expect(read).toEqual([])
    // Again: nothing.
    const before = shown(b.store)
    expect(unwrap(await takeBundle(opened(b), bundle))).toEqual({ claimId, events: 0, files: 0 })
    expect(shown(b.store)).toEqual(before)
    expect(await b.store.check()).toMatchObject({ ok: true })
    unwrap(await b.store.rebuild())
    expect(shown(b.store)).toEqual(before)
  })

  test('is worked on there; when the network is back everybody shows the same, once', async () => {
    const { desks, settle } = await office()
    const [a, b, c] = desks
    newClaim(a, { familyName: 'Nguyen' })
    const { claimId, applicationNumber } = newClaim(a, { familyName: 'Okafor' })
    unwrap(await takeBundle(opened(b), carry(a, b, applicationNumber)))
    unwrap(setClaim(b, claimId, { phone: '514 555 0111' }))
    unwrap(setClaim(a, claimId, { addressLine: '1 Rue Neuve' }))
    await settle()
    for (const { store } of desks) expect(store.sync.waiting()).toBe(0)
    const now = shown(a.store)
    for (const { store } of [b, c]) {
      expect(shown(store)).toEqual(now)
      expect(await store.check()).toMatchObject({ ok: true })
      unwrap(await store.rebuild())
      expect(shown(store)).toEqual(now)
    }
    expect(claimsOf(b)).toHaveLength(2)
  })

  test('is decided there, and the line of that desk is back first: what rests on the carried work waits for it, and holds at every desk', async () => {
    const { central, desks, settle } = await office()
    const [a, b] = desks
    const { claimId, applicationNumber } = newClaim(a, { familyName: 'Okafor' })
    const unrelated = newClaim(b, { familyName: 'Nguyen' })
    unwrap(await takeBundle(opened(b), carry(a, b, applicationNumber)))
    unwrap(decideClaim(b.tools, b.officer, claimId, { outcome: 'undecided', reason: 'no interpreter' }))
    newClaim(b, { familyName: 'Haile' })
    const before = shown(b.store).claim
    for (let round = 0; round < 2; round++) {
      pushAll(b.store, central)
      await pullAll(b.store, central)
    }
    const sent = central.rows().map(({ event: { subject } }) => subject.id)
    expect(sent).toContain(unrelated.claimId)
    expect(sent).not.toContain(claimId)
    expect(b.store.sync.heldBack({ gone: [], since: 0 })).toMatchObject({ device: deviceOf(a) })
    expect(shown(b.store).claim).toEqual(before)
    // A desk that was turned away hands nothing in any more, and one that was away for too long is not waited for.
    const carriedAt = a.store.since(0, 1000).at(-1)?.hlc.ms ?? 0
    expect(b.store.sync.heldBack({ gone: [], since: carriedAt })).toBeDefined()
    expect(b.store.sync.heldBack({ gone: [], since: carriedAt + 1 })).toBeUndefined()
    await settle()
    for (const { store } of desks) {
      expect(store.sync.waiting()).toBe(0)
      expect(stateOf(store, claimId)).toBe('undecided')
      const now = shown(store)
      unwrap(await store.rebuild())
      expect(shown(store)).toEqual(now)
    }
    expect(shown(b.store)).toEqual(shown(a.store))
  })

  test('does not hold back a desk that was turned away or that erased something since', async () => {
    const { desks } = await office()
    const [a, b] = desks
    const { claimId, applicationNumber } = newClaim(a, { familyName: 'Okafor' })
    unwrap(await takeBundle(opened(b), carry(a, b, applicationNumber)))
    unwrap(setClaim(b, claimId, { phone: '514 555 0111' }))
    expect(b.store.sync.heldBack({ gone: [deviceOf(a)], since: 0 })).toBeUndefined()
    b.store.sync.begin('another')
    expect(b.store.sync.heldBack({ gone: [], since: 0 })).toBeDefined()
    const subject = { kind: 'photo_application', id: crypto.randomUUID() } as const
    unwrap(
      b.store.transact({ actor: b.officer.id }, (tx) => {
        tx.append({ subject, type: 'photo_application.erased', body: { law: 'retention' } })
        return { ok: true, value: null }
      }),
    )
    expect(b.store.sync.heldBack({ gone: [], since: 0 })).toBeUndefined()
  })

  test('is sent on a second time with what came since, also when the desk had other work in between', async () => {
    const { desks, settle } = await office()
    const [a, b] = desks
    const { claimId, applicationNumber } = newClaim(a, { familyName: 'Okafor' })
    unwrap(await takeBundle(opened(b), carry(a, b, applicationNumber)))
    newClaim(a, { familyName: 'Nguyen' })
    unwrap(setClaim(a, claimId, { phone: '514 555 0199' }))
    const again = unwrap(await takeBundle(opened(b), carry(a, b, applicationNumber)))
    expect(again.events).toBeGreaterThan(0)
    await settle()
    expect(shown(b.store)).toEqual(shown(a.store))
  })

  test('opens at no other desk, and not when a byte was changed', async () => {
    const [a, b, c] = (await office()).desks
    const { applicationNumber } = newClaim(a, { familyName: 'Okafor' })
    const bundle = carry(a, b, applicationNumber)
    const before = shown(c.store)
    expect(codeOf(await takeBundle(opened(c), bundle))).toBe('sync.bundle_unreadable')
    for (const at of [1, 20, 60, bundle.length - 1])
      expect(codeOf(await takeBundle(opened(b), bundle.with(at, (bundle[at] ?? 0) ^ 1)))).toBe('sync.bundle_unreadable')
    expect(codeOf(await takeBundle(opened(b), Buffer.from('a picture')))).toBe('sync.bundle_unreadable')
    expect(claimsOf(b)).toEqual([])
    expect(shown(c.store)).toEqual(before)
  })

  test('is refused from a desk that is not known or was turned away, and where earlier work is missing', async () => {
    const { central, desks } = await office()
    const [a, b] = desks
    const stranger = openOffice({ random: testRandom('stranger') }, 60)
    open.push(stranger)
    unwrap(stranger.store.sync.begin(central.epoch()))
    await pullAll(stranger.store, central)
    const strange = newClaim(stranger, { familyName: 'Okafor' })
    expect(codeOf(await takeBundle(opened(b), carry(stranger, b, strange.applicationNumber)))).toBe(
      'sync.bundle_stranger',
    )

    // What the first desk sent meanwhile is placed, and this one never pulled it.
    newClaim(a, { familyName: 'Nguyen' })
    pushAll(a.store, central)
    await pullAll(a.store, central)
    const { applicationNumber } = newClaim(a, { familyName: 'Okafor' })
    const bundle = carry(a, b, applicationNumber)
    expect(codeOf(await takeBundle(opened(b), bundle))).toBe('sync.bundle_hole')
    await pullAll(b.store, central)
    expect(codeOf(await takeBundle(opened(b), bundle))).toBe('ok')

    const told = { address: 'https://central.example', centralKey: '', enrolledAt: new Date(0).toISOString() }
    unwrap(keepCentral(b.store, { ...told, revokedDesks: [deviceOf(a)] }))
    expect(codeOf(await takeBundle(opened(b), bundle))).toBe('sync.bundle_stranger')
    expect(knownDesks(b.store).map(({ device }) => device)).toEqual([deviceOf(desks[2])])
    expect(codeOf(makeBundle(opened(b), random, { applicationNumber, device: deviceOf(a) }))).toBe('sync.bundle_desk')
  })

  test('brings back nobody who was erased at the desk that takes it', async () => {
    const { desks, central, settle } = await office()
    const [a, b] = desks
    const { claimId, personId, applicationNumber } = newClaim(a, { familyName: 'Okafor' })
    await settle()
    unwrap(
      b.store.transact({ actor: b.officer.id }, (tx) => {
        tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.erased', body: { law: 'retention' } })
        tx.append({ subject: { kind: 'person', id: personId }, type: 'person.erased', body: { law: 'retention' } })
        return { ok: true, value: null }
      }),
    )
    pushAll(b.store, central)
    await pullAll(b.store, central)
    unwrap(setClaim(a, claimId, { phone: '514 555 0199' }))
    unwrap(await takeBundle(opened(b), carry(a, b, applicationNumber)))
    const kept = () =>
      b.store
        .since(0, 10_000)
        .filter(({ subject, body, type }) => subject.id === claimId && body !== null && type !== 'claim.erased')
    expect(kept()).toEqual([])
    await settle()
    expect(kept()).toEqual([])
    expect(await b.store.check()).toMatchObject({ ok: true })
    expect(shown(b.store)).toEqual(shown(a.store))
  })

  test('that brings something other than a claim is refused, whoever signed it', async () => {
    const { desks } = await office()
    const [a, b] = desks
    const { claimId } = newClaim(a, { familyName: 'Okafor' })
    unwrap(
      a.store.transact({ actor: a.officer.id }, (tx) => {
        const subject = { kind: 'officer' as const, id: a.officer.id }
        tx.append({ subject, type: 'officer.roles_set', body: { roles: ['administrator'] } })
        return { ok: true, value: null }
      }),
    )
    const first = a.store.sync.piece(1, () => true)
    const said = {
      ...{ stream: a.store.identity()?.office ?? '', claim: claimId, from: deviceOf(a), to: deviceOf(b), made: 0 },
      ...{ head: first.head, files: [] },
    }
    const bundle = {
      ...{ form: 'passerelle-case-bundle-1', ...said, events: first.events },
      headSignature: Buffer.from(first.signature).toString('base64'),
      signature: Buffer.from(a.store.sync.sign(bundleBytes(said))).toString('base64'),
    }
    const text = zstdCompressSync(Buffer.from(JSON.stringify(bundle)))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(text.length)
    expect(codeOf(await takeBundle(opened(b), sealTo(Buffer.concat([length, text]), publicKeyOf(b), random)))).toBe(
      'sync.bundle_unreadable',
    )
    expect(claimsOf(b)).toEqual([])
  })
})
