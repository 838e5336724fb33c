import { afterEach, expect, test } from 'vitest'
import { joinPerson } from '../../../src/main/claims/candidates.ts'
import { eraseApplicant } from '../../../src/main/photos/review/erase-applicant.ts'
import { query } from '../../../src/main/store/query.ts'
import { findPeople } from '../../../src/main/store/search/find-people.ts'
import { leftStanding } from '../../../src/main/sync/left-standing.ts'
import { markSeen, settledOtherwise } from '../../../src/main/sync/troubles.ts'
import type { EventBody, EventName } from '../../../src/shared/domain/catalogue.ts'
import type { SubjectKind } from '../../../src/shared/domain/event.ts'
import { groupSerial } from '../../../src/shared/domain/numbers.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { importedBody } from '../../support/confirmation-events.ts'
import { placesOf } from '../../support/store-words.ts'
import { pullAll } from '../../support/sync/exchange.ts'
import { expectSame, toldOf, twoDesksOfTwo } from '../../support/sync/two-people.ts'
import { erase, reserve } from '../claims/random-history.ts'
import { type Office, referClaim } from '../claims/support.ts'

/** What an erasure leaves, as nobody ordered it to go: it works on, and each piece of it is looked at. */

const open: Office[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})

test('the number of a claim whose person another office erased still finds it', async () => {
  const { a, b, service, one, settle } = await twoDesksOfTwo(open)
  service.take([toldOf(one.personId)])
  await settle()
  for (const { store } of [a, b])
    expect(findPeople(store, one.applicationNumber, 5)).toEqual([{ n: expect.any(Number), way: 'number' }])
  await expectSame(a, b)
})

test('an officer is told which claims stay when another office erased their person, and that is seen once', async () => {
  const { a, b, service, one, other, settle } = await twoDesksOfTwo(open)
  unwrap(joinPerson(b.tools, b.officer, other.claimId, one.personId, 'the same face'))
  await settle()
  service.take([toldOf(one.personId)])
  await settle()
  const [item, ...more] = leftStanding(a.store)
  expect(more).toEqual([])
  for (const { applicationNumber } of [one, other]) expect(item?.text.en).toContain(groupSerial(applicationNumber))
  unwrap(markSeen(a.store, a.officer.id, item?.event ?? ''))
  expect(leftStanding(a.store)).toEqual([])
})

test('a paper of a claim whose person another office erased stays, though somebody marks its making as seen', async () => {
  const { a, b, service, one, settle } = await twoDesksOfTwo(open)
  unwrap(referClaim(a, one.claimId))
  await settle()
  service.take([toldOf(one.personId)])
  await settle()
  const paper = unwrap(reserve(a, one.claimId))
  const [made] = a.store.timeline({ kind: 'document', id: paper })
  unwrap(markSeen(a.store, a.officer.id, made?.id ?? ''))
  await settle()
  for (const { store } of [a, b])
    expect(store.first(query.selectFrom('document').select('id').where('id', '=', paper))).toEqual({ id: paper })
  await expectSame(a, b)
})

test('a paper for somebody erased, which rests on a decision that lost, is told of with what happens once it is seen', async () => {
  const { a, b, one, settle } = await twoDesksOfTwo(open)
  unwrap(referClaim(b, one.claimId))
  unwrap(erase(b, one.personId))
  unwrap(referClaim(a, one.claimId))
  const paper = unwrap(reserve(a, one.claimId))
  const { number = '' } = a.store.first(query.selectFrom('document').select('number').where('id', '=', paper)) ?? {}
  await settle(b)
  unwrap(await a.store.rebuild())
  const told = settledOtherwise(a.store).filter(({ text }) => text.en.includes(groupSerial(number)))
  expect(told.map(({ text }) => text.en)).toEqual([expect.stringContaining('its page is erased too')])
  expect(a.store.event(told[0]?.event ?? '')).toMatchObject({ verdict: 'flagged' })
  unwrap(markSeen(a.store, a.officer.id, told[0]?.event ?? ''))
  await settle()
  expect(placesOf(a.store, [number])).toEqual([])
})

test('nothing is left of an erased person whose claim was joined to somebody who is erased too', async () => {
  const { a, b, service, one, other, settle } = await twoDesksOfTwo(open)
  service.take([toldOf(one.personId)])
  await settle()
  unwrap(joinPerson(b.tools, b.officer, one.claimId, other.personId, 'the same face'))
  await settle()
  unwrap(erase(a, other.personId))
  await settle()
  for (const { store } of [a, b]) expect(store.all(query.selectFrom('person').select('id'))).toEqual([])
  await expectSame(a, b)
})

test('of two appointments that one order left, the other still waits when one was seen', async () => {
  const { a, b, other, settle } = await twoDesksOfTwo(open)
  const ids = ['eligibility_interview', 'medical'].map((kind) =>
    unwrap(
      a.store.transact({ actor: a.officer.id }, (tx) => {
        const id = tx.newId()
        const body = { office: officeId('lacolle-15'), about: { kind: 'claim', id: other.claimId }, kind }
        tx.append({ subject: { kind: 'appointment', id }, type: 'appointment.requested', body })
        return ok(id)
      }),
    ),
  )
  unwrap(erase(b, other.personId))
  await settle()
  const left = leftStanding(a.store)
  expect(left.map(({ id }) => id).sort()).toEqual(ids.map((id) => `left.${id}`).sort())
  unwrap(markSeen(a.store, a.officer.id, left[0]?.event ?? ''))
  expect(leftStanding(a.store)).toEqual(left.slice(1))
})

test('an officer is told of the profile whose photos another desk erased before it heard of it', async () => {
  const { a, b, settle } = await twoDesksOfTwo(open)
  const says = <N extends EventName>(at: Office, kind: SubjectKind, id: string, type: N, body: EventBody<N>) =>
    unwrap(at.store.transact({ actor: at.officer.id }, (tx) => ok(tx.append({ subject: { kind, id }, type, body }))))
  const { office, applicationNumber, familyName, language } = importedBody
  const [photos, profile] = [crypto.randomUUID(), crypto.randomUUID()]
  says(a, 'photo_application', photos, 'photo_application.noted', { office, applicationNumber, familyName, language })
  await settle()
  says(a, 'confirmation', profile, 'confirmation.imported', { ...importedBody, photos })
  unwrap(b.store.transact({ actor: b.officer.id }, (tx) => eraseApplicant(tx, photos, 'retention of the test')))
  await settle()
  const [item, ...more] = leftStanding(a.store)
  expect(more).toEqual([])
  expect(item).toMatchObject({ person: 'HADDAD, Rana' })
  expect(item?.text.fr).toContain(groupSerial(applicationNumber))
  unwrap(markSeen(a.store, a.officer.id, item?.event ?? ''))
  expect(leftStanding(a.store)).toEqual([])
})

test('an order that only a newer program can read takes nothing, and has no desk written anew', async () => {
  const { a, service, one } = await twoDesksOfTwo(open)
  const { event, judged } = toldOf(one.personId)
  service.take([{ event: { ...event, version: 99 }, judged }])
  expect(await pullAll(a.store, service)).toBe(0)
  expect(leftStanding(a.store)).toEqual([])
  expect(placesOf(a.store, ['Zyxwvut'])).not.toEqual([])
})
