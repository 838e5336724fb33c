import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fieldsOf, valuesOf } from '../../../src/main/claims/fields.ts'
import { claimTimeline } from '../../../src/main/claims/timeline.ts'
import { findClaim, type Officer } from '../../../src/main/claims/tools.ts'
import {
  correctArrival,
  finishArrival,
  handBack,
  handOver,
  leaveUnseen,
  noteArrival,
  openArrivalClaim,
  returnArrival,
  takeArrival,
  takeNext,
} from '../../../src/main/hall/arrivals.ts'
import { hallView } from '../../../src/main/hall/list.ts'
import type { ArrivalValues } from '../../../src/shared/domain/fields.ts'
import { fail, unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice } from '../claims/support.ts'

let office: Office
let colleague: Officer
beforeEach(() => {
  office = openOffice()
  colleague = enrol('border_officer')
})
afterEach(() => office.store.remove())

function enrol(role: 'border_officer' | 'auditor'): Officer {
  const id = office.store.newId()
  const body = { userName: `u${id.slice(-6)}`, displayName: 'Maude Roy', roles: [role], jurisdiction: 'office' }
  unwrap(
    office.store.transact({ actor: office.officer.id }, (tx) => {
      tx.append({ subject: { kind: 'officer', id }, type: 'officer.enrolled', body })
      return { ok: true, value: null }
    }),
  )
  return { id, roles: [role], jurisdiction: 'office' }
}

const note = (noted: ArrivalValues): string => {
  office.store.clock.advance(60_000)
  return unwrap(noteArrival(office.tools, office.officer, noted)).arrivalId
}
const list = (officer = office.officer) => hallView(office.tools, officer)
const ids = () => list().rows.map(({ id }) => id)

describe('the waiting room', () => {
  test('lists who came in turn, with the reason why somebody goes first', () => {
    const first = note({ adults: 1, children: 0, language: 'es', name: 'Red coat' })
    const second = note({ adults: 2, children: 2, language: 'ar' })
    const child = note({ adults: 0, children: 1, minorAlone: true })
    expect(ids()).toEqual([child, first, second])
    expect(list().rows).toMatchObject([
      { minorAlone: true, priorities: [{ id: 'minor_alone' }], unopened: 1 },
      { name: 'Red coat', language: 'es', interpreter: true, priorities: [] },
      { adults: 2, children: 2, unopened: 4 },
    ])
    expect(list().ownOnly).toBe(true)
  })

  test('takes the time of arrival from the clock, or from the officer who noted late', () => {
    const now = note({ adults: 1, children: 0 })
    const at = new Date(office.store.clock.now() - 3_600_000).toISOString()
    const late = note({ adults: 1, children: 0, arrivedAt: at })
    expect(ids()).toEqual([late, now])
    expect(list().rows[0]?.since).toBe(at)
  })

  test('refuses a party of nobody and a time to come, and changes nothing', () => {
    expect(noteArrival(office.tools, office.officer, { adults: 0, children: 0 })).toEqual(fail('hall.nobody'))
    const id = note({ adults: 1, children: 1 })
    const arrivedAt = new Date(office.store.clock.now() + 60_000).toISOString()
    for (const [fields, code] of [
      [{ adults: 0, children: null }, 'hall.nobody'],
      [{ minorAlone: true }, 'hall.minor_with_adult'],
      [{ arrivedAt }, 'hall.future_time'],
      [{ arrivedAt: null }, 'hall.future_time'],
    ] as const)
      expect(correctArrival(office.tools, office.officer, { arrivalId: id, fields, bases: [] })).toEqual(fail(code))
    expect(list().rows).toMatchObject([{ adults: 1, children: 1, minorAlone: false }])
  })

  test('is corrected, and a field is cleared', () => {
    const id = note({ adults: 1, children: 0, name: 'Red coat', note: 'waits outside' })
    const fields = { adults: 2, name: null, vulnerable: ['pregnant'] }
    unwrap(correctArrival(office.tools, office.officer, { arrivalId: id, fields, bases: list().rows[0]?.heads ?? [] }))
    expect(list().rows).toMatchObject([{ adults: 2, note: 'waits outside', priorities: [{ id: 'pregnant' }] }])
    expect(list().rows[0]?.name).toBeUndefined()
  })

  test('is corrected also where the clock was set back since', () => {
    const id = note({ adults: 1, children: 0 })
    office.store.clock.advance(-3_600_000)
    unwrap(correctArrival(office.tools, office.officer, { arrivalId: id, fields: { children: 1 }, bases: [] }))
    expect(list().rows).toMatchObject([{ children: 1 }])
  })

  test('gives the next party to whoever takes it, and nobody’s turn comes twice', () => {
    const first = note({ adults: 1, children: 0 })
    const second = note({ adults: 1, children: 0 })
    expect(takeNext(office.tools, office.officer)).toMatchObject({ value: first })
    expect(takeNext(office.tools, colleague)).toMatchObject({ value: second })
    expect(takeNext(office.tools, colleague)).toEqual(fail('hall.nobody_waits'))
    expect(list().rows).toMatchObject([{ holder: { mine: true } }, { holder: { name: 'Maude Roy', mine: false } }])
  })

  test('keeps a party with its officer until it is handed back, over, or taken over on purpose', () => {
    const id = note({ adults: 1, children: 0 })
    unwrap(takeArrival(office.tools, office.officer, id))
    expect(takeArrival(office.tools, colleague, id)).toEqual(fail('hall.already_taken'))
    unwrap(takeArrival(office.tools, colleague, id, true))
    expect(list(colleague).rows[0]?.holder?.mine).toBe(true)
    unwrap(handBack(office.tools, colleague, id))
    expect(list().rows[0]?.holder).toBeUndefined()
    expect(handBack(office.tools, colleague, id)).toEqual(fail('hall.not_in_this_state'))
    expect(handOver(office.tools, office.officer, id, enrol('auditor').id)).toEqual(fail('hall.not_that_officer'))
    unwrap(handOver(office.tools, office.officer, id, colleague.id))
    expect(list(colleague).rows[0]?.holder?.mine).toBe(true)
    expect(list().officers).toEqual([{ id: colleague.id, name: 'Maude Roy' }])
  })

  test('lets a party go, unseen with a reason or seen to the end, and brings it back', () => {
    const id = note({ adults: 1, children: 0 })
    unwrap(leaveUnseen(office.tools, office.officer, id, 'went for food'))
    expect(ids()).toEqual([])
    expect(list().gone).toMatchObject([{ id, stage: 'left' }])
    expect(takeArrival(office.tools, office.officer, id)).toEqual(fail('hall.not_in_this_state'))
    unwrap(returnArrival(office.tools, office.officer, id))
    expect(ids()).toEqual([id])
    expect(finishArrival(office.tools, office.officer, id)).toEqual(fail('hall.not_in_this_state'))
    unwrap(takeArrival(office.tools, office.officer, id))
    unwrap(finishArrival(office.tools, office.officer, id))
    expect(list()).toMatchObject({ rows: [], gone: [{ id, stage: 'done' }] })
    office.store.clock.advance(25 * 3_600_000)
    expect(list().gone).toEqual([])
  })
})

describe('the claims of a party', () => {
  test('are opened one after the other as one family, in the language heard at the door, each with its next step', () => {
    const id = note({ adults: 2, children: 1, language: 'ar' })
    expect(openArrivalClaim(office.tools, office.officer, id)).toEqual(fail('hall.not_in_this_state'))
    unwrap(takeArrival(office.tools, office.officer, id))
    const claims = [1, 2, 3].map(() => unwrap(openArrivalClaim(office.tools, office.officer, id)).claimId)
    expect(list().rows).toMatchObject([{ unopened: 0, members: claims.map((claimId) => ({ claimId })) }])
    expect(list().rows[0]?.members.map(({ principal, next }) => [principal, next])).toEqual([
      [true, 'passport'],
      [false, 'passport'],
      [false, 'passport'],
    ])
    for (const claimId of claims)
      expect(valuesOf(fieldsOf(office.store, { kind: 'claim', id: claimId })).spokenLanguage).toBe('ar')
    expect(ids()).toEqual([id])
  })

  test('go along when the party is handed over', () => {
    const id = note({ adults: 1, children: 0 })
    unwrap(takeArrival(office.tools, office.officer, id))
    const { claimId } = unwrap(openArrivalClaim(office.tools, office.officer, id))
    unwrap(handOver(office.tools, office.officer, id, colleague.id))
    expect(unwrap(findClaim(office.store, claimId)).owner).toBe(colleague.id)
    const told = unwrap(claimTimeline(office.tools, claimId))
    expect(told.map(({ type }) => type)).toContain('claim.handed_over')
    expect(told.find(({ type }) => type === 'arrival.noted')?.text.en).toBe('Arrived in the waiting room: 1 adult')
    expect(told.flatMap(({ changes }) => changes.map(({ field }) => field))).not.toContain('holder')
  })

  test('opened without the room are listed after those who wait, while they are in today’s intake', () => {
    const { claimId } = newClaim(office, { familyName: 'Osman' })
    const id = note({ adults: 1, children: 0 })
    expect(list().rows).toMatchObject([
      { id, kind: 'party' },
      {
        id: claimId,
        kind: 'claims',
        members: [{ claimId, familyName: 'Osman', next: 'search' }],
        holder: { mine: true },
      },
    ])
    office.store.clock.advance(24 * 3_600_000)
    expect(ids()).toEqual([id])
  })
})

describe('two desks', () => {
  test('that took the same party without seeing each other show both names until one takes it on', () => {
    const id = note({ adults: 1, children: 0 })
    for (const holder of [office.officer.id, colleague.id])
      unwrap(
        office.store.transact({ actor: holder }, (tx) => {
          tx.append({
            subject: { kind: 'arrival', id },
            type: 'arrival.taken',
            body: { fields: { holder } },
            bases: [],
          })
          return { ok: true, value: null }
        }),
      )
    expect(list().rows).toMatchObject([{ holder: { name: 'Maude Roy' }, alsoHeldBy: ['Gwen Fitzgerald'] }])
    unwrap(takeArrival(office.tools, office.officer, id, true))
    expect(list().rows).toMatchObject([{ holder: { mine: true }, alsoHeldBy: [] }])
  })
})
