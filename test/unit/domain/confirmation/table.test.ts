import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ConfirmationFacts, cardGoesElsewhere, stateOf } from '../../../../src/shared/domain/confirmation/facts.ts'
import { type ConfirmationEvent, fold, foldedTypes } from '../../../../src/shared/domain/confirmation/fold.ts'
import { queuesOf } from '../../../../src/shared/domain/confirmation/queues.ts'
import {
  type ConfirmationState,
  confirmationActs,
  confirmationAllows,
  confirmationSteps,
  familyAllows,
  familyStep,
  objection,
  stepOf,
} from '../../../../src/shared/domain/confirmation/table.ts'
import { byTheWay, eventOf, lyon, ottawa, wholeWay } from '../../../support/confirmation-events.ts'
import { anyWay, imported, reached, walk } from '../../../support/confirmation-walk.ts'

describe('no sequence of events', () => {
  test('confirms somebody who is abroad, or before an interview that is required was held', () => {
    fc.assert(
      fc.property(anyWay, (way) => {
        for (const { before, now } of walk(way)) {
          if (!now.residence || before.residence) continue
          expect(stateOf(before).presence).toBe('in_canada')
          expect(['none', 'resumed']).toContain(before.interview.state)
        }
      }),
    )
  })

  test('sends a card to an address outside Canada', () => {
    fc.assert(
      fc.property(anyWay, (way) => {
        for (const { now } of walk(way)) if (now.card.state === 'mailed') expect(now.card.address?.country).toBe('CAN')
      }),
    )
  })

  test('leaves somebody at no step, or does anything to whoever was closed but tell of it and reopen', () => {
    fc.assert(
      fc.property(anyWay, (way) => {
        for (const { before, now, event } of walk(way)) {
          expect(confirmationSteps).toContain(stepOf(stateOf(now)))
          if (before.life !== 'closed' || event.type === 'confirmation.reopened') continue
          const { without, sent, contact, photo, card, ecopr, ...rest } = now
          const { without: _w, sent: _s, contact: _c, photo: _p, card: _d, ecopr: _e, ...was } = before
          expect(rest).toEqual(was)
          // What others do and say of a card that is on its way, a photo that waits, is noted still.
          expect([without, sent, contact, photo, card, ecopr].every(Boolean)).toBe(true)
        }
      }),
    )
  })
})

describe('the table', () => {
  test('lets the whole way be gone, and says of each act in it that it was allowed', () => {
    const facts = reached(wholeWay)
    expect(facts.without).toEqual([])
    expect(stepOf(stateOf(facts))).toBe('card_mailed')
    expect(queuesOf(facts)).toEqual([])
  })

  test('allows every act somewhere on some way', () => {
    const left = new Set(confirmationActs)
    const leave = (state: ConfirmationState) => {
      for (const act of [...left]) if (confirmationAllows(state, act)) left.delete(act)
    }
    fc.assert(
      fc.property(anyWay, (way) => {
        for (const { now } of walk(way)) leave(stateOf(now))
      }),
      // Some acts are met on few ways: these reach them all.
      { numRuns: 1000, seed: 20 },
    )
    expect([...left]).toEqual([])
  })

  test('says which track objects', () => {
    const start = reached([imported])
    expect(objection(stateOf(start), 'order_card')).toBe('confirmations.residence')
    expect(objection(stateOf(reached(wholeWay)), 'order_card')).toBe('confirmations.card')
    const abroad = fold(
      reached(wholeWay.slice(0, 14)),
      eventOf('confirmation.address_set', { on: '2026-12-02', via: 'portal', home: lyon, card: 'home' }),
    )
    expect(objection(stateOf(abroad as ConfirmationFacts), 'order_card')).toBe('confirmations.address')
    expect(objection(stateOf(start), 'invite')).toBeNull()
  })

  test('reads every event of the confirmation', () => {
    const met = new Set([...wholeWay, ...byTheWay].map(({ type }) => type))
    expect(foldedTypes.filter((type) => !met.has(type))).toEqual([])
  })
})

describe('an event where the table does not allow it', () => {
  test('has no effect and is listed: a card ordered twice by two desks is one order', () => {
    const order = wholeWay.find(({ type }) => type === 'confirmation.card_ordered') as ConfirmationEvent
    const facts = reached([...wholeWay.slice(0, 15), { ...order, id: 'second' }])
    expect(facts.card.event).toBe(order.id)
    expect(facts.without).toEqual([{ event: 'second', type: 'confirmation.card_ordered' }])
  })
})

describe('a family', () => {
  const start = stateOf(reached([imported]))
  const done = stateOf(reached(wholeWay))
  const withdrawn = stateOf(
    reached([imported, eventOf('confirmation.closed', { on: '2026-12-01', why: 'withdrawn', reason: 'called' })]),
  )

  test('stands where the one stands who is least far; who left does not hold it up', () => {
    expect(familyStep([done, start])).toBe('to_invite')
    expect(familyStep([done, withdrawn])).toBe('card_mailed')
    expect(familyStep([withdrawn])).toBe('closed')
  })

  test('is acted upon where the table allows it', () => {
    expect(familyAllows([done, start, withdrawn, start], 'invite')).toEqual([1, 3])
  })
})

describe('the queues', () => {
  const queues = (events: readonly ConfirmationEvent[]) => queuesOf(reached(events))

  test('begin on the day on which somebody must act', () => {
    expect(queues(wholeWay.slice(0, 1))).toEqual([{ queue: 'to_invite', from: '2026-12-01' }])
    expect(queues(wholeWay.slice(0, 2))).toEqual([{ queue: 'invitation_unanswered', from: '2026-12-16' }])
    expect(queues(wholeWay.slice(0, 6))).toEqual([{ queue: 'password_expired', from: '2026-12-16' }])
    expect(queues(wholeWay.slice(0, 10)).map(({ queue }) => queue)).toEqual(['ready_for_confirmation', 'photo_waiting'])
  })

  test('show a card as late a week after its photo was accepted, ordered or not', () => {
    const late = { queue: 'card_late', from: '2026-12-09' }
    expect(queues(wholeWay.slice(0, 14))).toContainEqual(late)
    expect(queues(wholeWay.slice(0, 15))).toContainEqual(late)
    expect(queues(wholeWay)).toEqual([])
  })

  test('ask for address and photo a month before the 180 days of the Regulations end', () => {
    const assisted = [
      imported,
      wholeWay[1],
      eventOf('confirmation.answered', { on: '2026-12-01', via: 'phone', path: 'assisted', why: 'no computer' }),
      eventOf('confirmation.presence_declared', { on: '2026-12-01', via: 'phone', inCanada: true }),
      wholeWay.find(({ type }) => type === 'confirmation.confirmed'),
    ] as ConfirmationEvent[]
    expect(queues(assisted)).toContainEqual({ queue: 'address_photo_due', from: '2027-05-01' })
  })
})

describe('a card that was ordered', () => {
  const moved = eventOf('confirmation.address_set', {
    on: '2026-12-02',
    via: 'portal',
    home: { ...ottawa, line1: '99 Bank Street' },
    card: 'home',
  })

  test('goes elsewhere once the address on file is another', () => {
    const ordered = reached(wholeWay.slice(0, 15))
    expect(cardGoesElsewhere(ordered)).toBe(false)
    expect(cardGoesElsewhere(reached([moved], ordered))).toBe(true)
    expect(cardGoesElsewhere(reached([moved], reached(wholeWay.slice(0, 14))))).toBe(false)
  })
})
