import { afterEach, describe, expect, test } from 'vitest'
import { joinPerson } from '../../../src/main/claims/candidates.ts'
import { findClaim } from '../../../src/main/claims/tools.ts'
import { nextNumber } from '../../../src/main/office/numbers.ts'
import { query } from '../../../src/main/store/query.ts'
import { leftStanding } from '../../../src/main/sync/left-standing.ts'
import { markSeen, settledOtherwise } from '../../../src/main/sync/troubles.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { placesOf } from '../../support/store-words.ts'
import { expectSame, toldOf, twoDesksOfTwo } from '../../support/sync/two-people.ts'
import { erase, reserve } from '../claims/random-history.ts'
import { type Office, referClaim } from '../claims/support.ts'

/** One desk erases a person while another, which has not heard of it, goes on with what is theirs. */

const open: Office[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})

const named = query.selectFrom('blob_name').select('sha')
/** The digest of the page of `reserve`. */
const page = Buffer.alloc(32, 0xaa)

const personOf = ({ store }: Office, claimId: string) => {
  const { personId } = unwrap(findClaim(store, claimId))
  return store.first(query.selectFrom('person').select(['id', 'family_name', 'replaced_by']).where('id', '=', personId))
}

/** What this desk's officers are told, in English. */
const told = ({ store }: Office) => [...settledOtherwise(store), ...leftStanding(store)].map(({ text }) => text.en)

describe.each(['a', 'b'] as const)('the work of desk %s reaches the central first:', (first) => {
  test('a claim joined to a person whom another desk erased keeps the person whom it had, and its officer is told', async () => {
    const { a, b, one, other, settle } = await twoDesksOfTwo(open)
    unwrap(joinPerson(a.tools, a.officer, one.claimId, other.personId, 'the same face'))
    unwrap(erase(b, other.personId))
    await settle({ a, b }[first])
    for (const desk of [a, b]) {
      expect(placesOf(desk.store, ['Qwertzu', '1991-06-18', other.applicationNumber])).toEqual([])
      const had = { id: one.personId, family_name: 'Zyxwvut', replaced_by: null }
      expect(personOf(desk, one.claimId)).toEqual(had)
    }
    expect(told(a)).toEqual([expect.stringContaining(one.applicationNumber.slice(-3))])
    expect(told(b)).toEqual([])
    await expectSame(a, b)
  })

  test('a claim erased at one desk that another had joined to somebody leaves nothing of its own, and its officer is told who stays', async () => {
    const { a, b, one, other, settle } = await twoDesksOfTwo(open)
    unwrap(joinPerson(a.tools, a.officer, other.claimId, one.personId, 'the same face'))
    unwrap(erase(b, other.personId))
    await settle({ a, b }[first])
    for (const { store } of [a, b]) {
      expect(placesOf(store, ['Qwertzu', '1991-06-18', other.applicationNumber])).toEqual([])
      expect(placesOf(store, ['Zyxwvut'])).not.toEqual([])
    }
    expect(told(a)).toEqual([expect.stringContaining(one.applicationNumber.slice(-3))])
    await expectSame(a, b)
  })

  test('a paper for somebody whom another desk erased is at neither, its number and its sheet are used, and its officer is told', async () => {
    const { a, b, other, settle } = await twoDesksOfTwo(open)
    unwrap(referClaim(a, other.claimId))
    const paper = unwrap(reserve(a, other.claimId))
    const { number, stock_serial: serial } =
      a.store.first(query.selectFrom('document').selectAll().where('id', '=', paper)) ?? {}
    unwrap(erase(b, other.personId))
    await settle({ a, b }[first])
    for (const { store } of [a, b]) {
      expect(store.first(query.selectFrom('document').selectAll().where('id', '=', paper))).toBeUndefined()
      const sheet = query
        .selectFrom('stock')
        .select(['state', 'document'])
        .where('serial', '=', serial ?? '')
      expect(store.first(sheet)).toEqual({ state: 'issued', document: null })
      // Its page is still there to be looked at: nobody ordered it to go.
      expect(store.all(named)).toContainEqual({ sha: page })
    }
    const [task] = settledOtherwise(a.store).filter(({ text }) => text.en.includes((number ?? '').slice(-3)))
    expect(task).toBeDefined()
    await expectSame(a, b)
    // Once it was looked at it goes as its person did; what it used up stays used.
    const next = nextNumber(a.store, 'document')
    unwrap(markSeen(a.store, a.officer.id, task?.event ?? ''))
    await settle()
    for (const { store } of [a, b]) {
      expect(placesOf(store, [number ?? '', 'a'.repeat(64)])).toEqual([])
      expect(store.all(named)).not.toContainEqual({ sha: page })
      expect(
        store.first(
          query
            .selectFrom('stock')
            .select('state')
            .where('serial', '=', serial ?? ''),
        )?.state,
      ).toBe('issued')
    }
    expect(told(a)).not.toContain(task?.text.en)
    await expectSame(a, b)
    expect(nextNumber(a.store, 'document')).toBe(next)
  })
})

test('a claim whose person another office erased stays, says no more of anybody, and can be erased too', async () => {
  const { a, b, service, one, other, settle } = await twoDesksOfTwo(open)
  unwrap(joinPerson(b.tools, b.officer, other.claimId, one.personId, 'the same face'))
  await settle()
  service.take([toldOf(one.personId)])
  await settle()
  for (const desk of [a, b]) {
    expect(placesOf(desk.store, ['Zyxwvut', '1990-05-17'])).toEqual([])
    for (const { claimId } of [one, other])
      expect(personOf(desk, claimId)).toEqual({ id: one.personId, family_name: null, replaced_by: null })
  }
  await expectSame(a, b)
  unwrap(erase(a, one.personId))
  await settle()
  for (const { store } of [a, b]) {
    expect(placesOf(store, ['Qwertzu', one.applicationNumber, other.applicationNumber])).toEqual([])
    expect(store.all(query.selectFrom('person').selectAll())).toEqual([])
  }
  await expectSame(a, b)
})
