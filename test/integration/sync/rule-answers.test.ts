import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { ask } from '../../../src/main/casework/queues/open-rules.ts'
import { joinPerson } from '../../../src/main/claims/candidates.ts'
import { setCheck } from '../../../src/main/claims/checks.ts'
import { unresolved } from '../../../src/main/claims/decisions.ts'
import { overrideFinding, worksheet } from '../../../src/main/claims/eligibility.ts'
import { eraseWholePerson } from '../../../src/main/claims/erase-person.ts'
import { setPersonFields } from '../../../src/main/claims/take-in.ts'
import { today } from '../../../src/main/claims/tools.ts'
import type { OpenDesk } from '../../../src/main/seat/core.ts'
import { makeBundle, takeBundle } from '../../../src/main/sync/case-bundle.ts'
import { fail, ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { testRandom } from '../../support/store.ts'
import { me, pullAll, pushAll } from '../../support/sync/exchange.ts'
import { twoDesksOfLacolle } from '../../support/sync/lacolle.ts'
import { claimsOf } from '../claims/claims-of.ts'
import { act, perform } from '../claims/random-history.ts'
import { newClaim, type Office, openOffice, setClaim, settleRules } from '../claims/support.ts'

const keptBy = ({ store, tools }: Office) => store.ruleAnswers.on(today(tools))

/** Everything that the rules say of a claim now, and what of it is an answer. */
function saidOf({ tools }: Office, claimId: string): { waits: boolean; all: string } {
  const sheet = worksheet(tools, claimId)
  if (!sheet.ok) return { waits: true, all: sheet.failure.code }
  return { waits: unresolved(sheet.value.evaluation) > 0, all: sheet.value.digest }
}

/**
 * Looks whether every answer that is kept is of what the rules would be told now, not only by chance the same; then asks
 * of every claim.
 */
function follower(office: Office): () => void {
  const asked = new Map<string, string>()
  return () => {
    for (const [id, waits] of keptBy(office)) expect({ waits, all: asked.get(id) }).toEqual(saidOf(office, id))
    for (const { claimId } of claimsOf(office)) {
      ask(office.tools, claimId)
      asked.set(claimId, saidOf(office, claimId).all)
      expect(keptBy(office).has(claimId)).toBe(true)
    }
  }
}

function twoDesks() {
  const desks: Office[] = []
  const { service: central, a, b } = twoDesksOfLacolle(desks)
  const settle = async (size?: number) => {
    for (const { store } of desks) {
      await pullAll(store, central, size)
      pushAll(store, central)
    }
    for (const { store } of desks) await pullAll(store, central, size)
  }
  const remove = () => {
    for (const { store } of desks) store.remove()
  }
  return { central, a, b, settle, remove }
}

const acts = fc.array(act, { minLength: 3, maxLength: 10 })

test('no answer of the rules outlives what it rests on, whatever is done here, comes from another desk or is taken back', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(acts, acts, acts, acts, async (first, here, there, later) => {
      const { a, b, settle, remove } = twoDesks()
      const [holdsAtA, holdsAtB] = [follower(a), follower(b)]
      try {
        await perform(a, first)
        await settle(50)
        holdsAtA()
        holdsAtB()
        await perform(a, here, claimsOf(a))
        holdsAtA()
        await perform(b, there, claimsOf(b))
        holdsAtB()
        await settle(3)
        holdsAtA()
        holdsAtB()
        await perform(a, later, claimsOf(a))
        await settle(50)
        holdsAtA()
        holdsAtB()
        unwrap(await b.store.rebuild())
        holdsAtB()
      } finally {
        remove()
      }
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

test('whatever the rules read takes the answer with it: of the claim, its person, its checks, an officer, the office', () => {
  const office = openOffice()
  onTestFinished(() => office.store.remove())
  const { store, tools, officer } = office
  const [{ claimId }, other, alone] = [newClaim(office), newClaim(office), newClaim(office)]
  unwrap(setPersonFields(tools, officer, { claimId, fields: { familyName: 'Osman' }, bases: [] }))
  const reason = 'as seen'
  const changes: readonly (() => Result<unknown>)[] = [
    () => setClaim(office, claimId, { channel: 'inland' }),
    () => setPersonFields(tools, officer, { claimId, fields: { birthDate: '1990' }, bases: [] }),
    () => setCheck(tools, officer, claimId, { check: 'removal_order', result: 'done', found: false }),
    () => overrideFinding(tools, officer, claimId, { rule: 'irpa.100.2', to: 'not_met', reason }),
    () => joinPerson(tools, officer, claimId, other.personId, reason),
    () =>
      store.transact({ actor: officer.id }, (tx) => {
        const subject = { kind: 'office', id: store.identity()?.office ?? '' } as const
        const name = { en: 'Lacolle', fr: 'Lacolle' }
        tx.append({ subject, type: 'office.founded', body: { name, code: 'dorval', zone: 'America/Toronto' } })
        return ok(null)
      }),
    () => store.transact({ actor: officer.id }, (tx) => eraseWholePerson(tx, other.personId, 'retention')),
  ]
  for (const change of changes) {
    for (const id of [claimId, alone.claimId]) ask(tools, id)
    expect([...keptBy(office).keys()].toSorted()).toEqual([claimId, alone.claimId].toSorted())
    unwrap(change())
    expect(keptBy(office).has(claimId), change.toString()).toBe(false)
  }
  // Of another claim nothing has changed.
  expect(keptBy(office).has(alone.claimId)).toBe(true)
})

test('a body that comes later than its header, which a case carried by hand brought, takes the answer with it', async () => {
  const { central, a, b, settle, remove } = twoDesks()
  onTestFinished(remove)
  await settle()
  const { claimId } = newClaim(a)
  unwrap(settleRules(a, claimId))
  await settle()
  // Another entry comes to light: what was said of the entries says nothing of it.
  unwrap(setClaim(a, claimId, { entries: [{ date: '2026-02-01', manner: 'airport' }] }))
  const other = newClaim(a)
  const opened = ({ store }: Office) => ({ store, clock: store.clock }) as unknown as OpenDesk
  const to = { applicationNumber: other.applicationNumber, device: me(b.store).device }
  unwrap(await takeBundle(opened(b), unwrap(makeBundle(opened(a), testRandom('sealing'), to)).bytes))
  const last = b.store.timeline({ kind: 'claim', id: claimId }).at(-1)
  expect(last).toMatchObject({ type: 'claim.set', body: null })
  expect(ask(b.tools, claimId)).toBe(false)
  expect(keptBy(b).get(claimId)).toBe(false)
  pushAll(a.store, central)
  await pullAll(b.store, central)
  expect(b.store.timeline({ kind: 'claim', id: claimId }).at(-1)).toMatchObject({
    position: last?.position,
    id: last?.id,
  })
  expect(keptBy(b).get(claimId)).toBe(undefined)
  expect(ask(b.tools, claimId)).toBe(true)
})

test('what was asked in a transaction that is undone is not kept, and what it took away is there again', () => {
  const office = openOffice()
  onTestFinished(() => office.store.remove())
  const { claimId } = newClaim(office)
  unwrap(settleRules(office, claimId))
  expect(ask(office.tools, claimId)).toBe(false)
  const { store, officer, tools } = office
  const undone = store.transact({ actor: officer.id }, (tx) => {
    const fields = { entries: [{ date: '2026-02-01', manner: 'airport' }] }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.set', body: { fields, source: 'typed' } })
    expect(keptBy(office).has(claimId)).toBe(false)
    expect(ask(tools, claimId)).toBe(true)
    return fail('desk.not_found')
  })
  expect(undone.ok).toBe(false)
  expect(keptBy(office).get(claimId)).toBe(false)
})

test('an answer holds for its day', () => {
  const office = openOffice()
  onTestFinished(() => office.store.remove())
  const { claimId } = newClaim(office)
  expect(ask(office.tools, claimId)).toBe(true)
  office.store.clock.advance(86_400_000)
  expect(keptBy(office).size).toBe(0)
})
