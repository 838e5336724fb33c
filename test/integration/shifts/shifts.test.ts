import { afterEach, describe, expect, test } from 'vitest'
import { decideClaim } from '../../../src/main/claims/decisions.ts'
import { eraseWholePerson } from '../../../src/main/claims/erase-person.ts'
import { findClaim, type Officer } from '../../../src/main/claims/tools.ts'
import { noteArrival } from '../../../src/main/hall/arrivals.ts'
import { endSheet } from '../../../src/main/office/stock.ts'
import { attentionItems } from '../../../src/main/office/today.ts'
import { acceptShift, handOverShift, takeOverClaims } from '../../../src/main/shifts/shifts.ts'
import { handoverView, shiftView } from '../../../src/main/shifts/view.ts'
import type { Failure } from '../../../src/shared/errors.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice } from '../claims/support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
const opened = (): Office => {
  const office = openOffice()
  open.push(office)
  return office
}
const next = ({ store, officer }: Office): Officer => ({ ...officer, id: store.newId() })
const low: Failure = { code: 'stock.low', params: { left: 3 } }
const dayMs = 86_400_000

describe('the brief of a shift', () => {
  test('says what is half done and lacks what, who waits, what was spoiled and what runs out', () => {
    const office = opened()
    const { tools, officer } = office
    const { claimId, applicationNumber } = newClaim(office, { familyName: 'Osman' })
    unwrap(noteArrival(tools, officer, { adults: 2, children: 1, language: 'ar' }))
    unwrap(endSheet(tools, officer, { serial: 'A0001003', state: 'spoiled', reason: 'coffee' }))
    const { now, pending } = shiftView(tools, officer, [low])
    expect(pending).toBeUndefined()
    expect(now.intakes).toMatchObject([{ claimId, name: 'OSMAN', applicationNumber, over: false, mine: true }])
    expect(now.intakes[0]?.lacks).toContain('photo')
    expect(now.waiting).toMatchObject([{ people: 3, held: false }])
    expect(now.sheets).toEqual([{ serial: 'A0001003', state: 'spoiled' }])
    expect(now.warnings).toEqual([low])
  })

  test('stands in the log without a name, and is read with names for as long as they are kept', () => {
    const office = opened()
    const { tools, officer, store } = office
    const { personId } = newClaim(office, { familyName: 'Osman' })
    const id = unwrap(handOverShift(tools, officer, { note: 'printer two is slow', warnings: [] }))
    expect(JSON.stringify(store.event(id)?.body)).not.toMatch(/osman/i)
    expect(unwrap(handoverView(tools, officer, id)).brief.intakes).toMatchObject([{ name: 'OSMAN' }])
    unwrap(store.transact({ actor: officer.id }, (tx) => eraseWholePerson(tx, personId, 'retention of the test')))
    const { brief, note } = unwrap(handoverView(tools, officer, id))
    expect(brief.intakesInAll).toBe(1)
    expect(brief.intakes[0]).not.toHaveProperty('name')
    expect(note).toBe('printer two is slow')
  })

  test('begins where the last shift ended: what was spoiled before is not said again', () => {
    const office = opened()
    const { tools, officer } = office
    unwrap(endSheet(tools, officer, { serial: 'A0001003', state: 'spoiled', reason: 'coffee' }))
    unwrap(handOverShift(tools, officer, { warnings: [] }))
    unwrap(endSheet(tools, officer, { serial: 'A0001004', state: 'lost', reason: 'not in the drawer' }))
    expect(shiftView(tools, officer, []).now.sheets).toEqual([{ serial: 'A0001004', state: 'lost' }])
  })
})

describe('a shift handed over', () => {
  test('is accepted once, by another officer, who can take over what was left half done', () => {
    const office = opened()
    const { tools, officer, store } = office
    const left = newClaim(office, { familyName: 'Osman' })
    const decided = newClaim(office, { familyName: 'Tran' })
    unwrap(decideClaim(tools, officer, decided.claimId, { outcome: 'undecided', reason: 'to return' }))
    const handoverId = unwrap(handOverShift(tools, officer, { warnings: [] }))
    const other = next(office)
    const refused = (result: { ok: boolean; failure?: Failure }) => result.failure?.code
    expect(refused(acceptShift(tools, officer, { handoverId, takeOver: true }))).toBe('shift.own')
    expect(shiftView(tools, other, []).pending).toMatchObject({ handoverId, takeable: 1 })
    expect(unwrap(acceptShift(tools, other, { handoverId, takeOver: true }))).toBe(1)
    expect(unwrap(findClaim(store, left.claimId)).owner).toBe(other.id)
    expect(unwrap(findClaim(store, decided.claimId)).owner).toBe(officer.id)
    expect(refused(acceptShift(tools, other, { handoverId, takeOver: false }))).toBe('shift.accepted_already')
    const view = shiftView(tools, other, [])
    expect(view.pending).toBeUndefined()
    expect(view.history).toHaveLength(1)
    expect(view.history[0]?.acceptedAt).toBeDefined()
  })

  test('can be accepted without taking anything over', () => {
    const office = opened()
    const { tools, officer, store } = office
    const { claimId } = newClaim(office)
    const handoverId = unwrap(handOverShift(tools, officer, { warnings: [] }))
    expect(unwrap(acceptShift(tools, next(office), { handoverId, takeOver: false }))).toBe(0)
    expect(unwrap(findClaim(store, claimId)).owner).toBe(officer.id)
  })
})

describe('a half-done intake', () => {
  test('is in a queue after a day, says what it lacks, and time alone never takes it away', async () => {
    const office = opened()
    const { tools, store, officer } = office
    const { claimId } = newClaim(office, { familyName: 'Osman' })
    expect(attentionItems(tools)).toEqual([])
    store.clock.advance(dayMs + 1)
    const [item] = attentionItems(tools)
    expect(item).toMatchObject({ kind: 'intake_waiting', claimId })
    expect(item?.lacks).toContain('photo')
    store.clock.advance(5 * 365 * dayMs)
    unwrap(await store.blobs.removeUnnamed(tools.clock.now()))
    unwrap(await store.rebuild())
    expect(attentionItems(tools)).toMatchObject([{ kind: 'intake_waiting', claimId }])
    expect(shiftView(tools, officer, []).now.intakes).toMatchObject([{ claimId, over: true }])
  })

  test('changes hands when another officer takes it over, and leaves the queue as work on it', () => {
    const office = opened()
    const { tools, store } = office
    const { claimId } = newClaim(office)
    store.clock.advance(dayMs + 1)
    const other = next(office)
    expect(unwrap(takeOverClaims(tools, other, [claimId, claimId, store.newId()]))).toBe(1)
    expect(unwrap(findClaim(store, claimId)).owner).toBe(other.id)
    expect(attentionItems(tools)).toEqual([])
  })
})
