import { afterEach, beforeEach, expect, test } from 'vitest'
import { correctRecord, setRecord } from '../../../src/main/claims/record/set.ts'
import { recordView } from '../../../src/main/claims/record/view.ts'
import { settleReviews } from '../../../src/main/schedule/reviews.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice } from '../claims/support.ts'

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.store.close())

const row = 'row.addresses.0198c0de-0000-7000-8000-0000000000a1'
const address = { from: '2019-03', city: 'Homs', country: 'SYR' }

test('what the person sent is corrected with a reason, and stays readable as it was sent, also after a second correction', () => {
  const { store, tools, officer } = office
  const { claimId } = newClaim(office)
  store.transact({ actor: officer.id }, (tx) => {
    const body = { fields: { [row]: address }, source: 'portal' }
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.record_set', body })
    return ok(null)
  })
  const typed = setRecord(tools, officer, { claimId, fields: { [row]: null }, source: 'typed', bases: [] })
  expect(!typed.ok && typed.failure.code).toBe('claims.correct_instead')
  const correct = (city: string) =>
    correctRecord(tools, officer, { claimId, fields: { [row]: { ...address, city } }, reason: 'the lease', bases: [] })
  unwrap(correct('Hama'))
  unwrap(correct('Idlib'))
  expect(unwrap(recordView(tools, claimId)).registers[row]).toMatchObject({
    value: { ...address, city: 'Idlib' },
    sent: address,
    source: 'portal',
    reason: 'the lease',
  })
  const again = correct('Idlib')
  expect(!again.ok && again.failure.code).toBe('claims.nothing_to_correct')
})

test('a row that two desks set without seeing each other is in conflict, and rows beside it are not', () => {
  const { store, tools, officer } = office
  const { claimId } = newClaim(office)
  const other = row.replace('a1', 'a2')
  const say = (name: string, city: string) =>
    store.transact({ actor: officer.id }, (tx) => {
      const body = { fields: { [name]: { ...address, city } }, source: 'typed' }
      tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.record_set', body })
      return ok(null)
    })
  unwrap(say(row, 'Homs'))
  unwrap(say(row, 'Hama'))
  unwrap(say(other, 'Aleppo'))
  const { registers } = unwrap(recordView(tools, claimId))
  expect(registers[row]?.conflict).toHaveLength(2)
  expect(registers[other]?.conflict).toBeUndefined()
})

test('what arrived without an officer of this desk pauses the review and lets it go on, once', async () => {
  const { store, tools, officer } = office
  const { claimId } = newClaim(office)
  const subject = { kind: 'claim', id: claimId } as const
  const arrive = (type: string, body: unknown) =>
    unwrap(
      store.transact({ actor: officer.id }, (tx) => {
        tx.append({ subject, type, body })
        return ok(null)
      }),
    )
  const said = () => store.timeline(subject, { limit: 50 }).filter(({ type }) => type.startsWith('claim.review'))
  arrive('claim.received', { on: '2026-11-20', by: 'portal' })
  unwrap(settleReviews(tools))
  unwrap(settleReviews(tools))
  expect(said().map(({ type }) => type)).toEqual(['claim.review_paused'])
  const fields = { 'record.who.noPassport': 'lost', 'record.boc.noDocuments': 'none' }
  arrive('claim.record_set', { fields, source: 'portal' })
  unwrap(settleReviews(tools))
  expect(said().map(({ type }) => type)).toEqual(['claim.review_paused', 'claim.review_resumed'])
  const before = recordView(tools, claimId)
  await store.rebuild()
  expect(recordView(tools, claimId)).toEqual(before)
})
