import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stateOf } from '../../../../src/shared/domain/confirmation/facts.ts'
import { type ConfirmationState, needs, type Track } from '../../../../src/shared/domain/confirmation/table.ts'
import { anyWay, walk } from '../../../support/confirmation-walk.ts'

/** What no sequence of acts does, and that each of these tests would find it if one did. */

/** Orders met on all ways, each where the table must allow it. */
function ordersRightly(): number {
  let ordered = 0
  fc.assert(
    fc.property(anyWay, (way) => {
      for (const { before, now } of walk(way)) {
        if (now.card.state !== 'ordered' || before.card.state === 'ordered') continue
        ordered++
        expect(stateOf(before)).toMatchObject({
          ...{ life: 'open', photo: 'accepted', address: 'canadian', residence: 'confirmed' },
        })
      }
    }),
    { numRuns: 4000, seed: 8 },
  )
  return ordered
}

/** Photos that took the place of another, or the first. */
function keepsPhotos(): number {
  let changed = 0
  fc.assert(
    fc.property(anyWay, (way) => {
      for (const { before, now } of walk(way)) {
        // One that was sent through the portal stays as it is until it is taken in or refused.
        if (before.photo.sent && now.photo.sent) expect(now.photo.sent).toEqual(before.photo.sent)
        if (now.photo.sent && !before.photo.sent) expect(['none', 'returned']).toContain(before.photo.state)
        if (now.photo.id === before.photo.id) continue
        changed++
        expect(['none', 'sent', 'returned']).toContain(before.photo.state)
      }
    }),
    { numRuns: 4000, seed: 8 },
  )
  return changed
}

/** Runs with one more place allowed than the table has; gives it back as it was. */
function planted<T extends Track>(act: keyof typeof needs, track: T, place: ConfirmationState[T], run: () => unknown) {
  const needed = needs[act] as { [K in Track]?: readonly string[] }
  const was = needed[track] ?? []
  needed[track] = [...was, place]
  try {
    return run()
  } finally {
    needed[track] = was
  }
}

test('no sequence of acts orders a card without an accepted photo, an address in Canada and confirmed residence', () => {
  expect(ordersRightly()).toBeGreaterThan(20)
})

test.each([
  ['photo', 'waiting'],
  ['photo', 'returned'],
  ['address', 'unfit'],
  ['address', 'none'],
  ['residence', 'none'],
  ['life', 'closed'],
] as const)('a table that allowed an order with %s at "%s" would be found', (track, place) => {
  expect(() => planted('order_card', track, place, ordersRightly)).toThrow()
})

test('no sequence of acts changes a photo that was submitted: another comes only after a return', () => {
  expect(keepsPhotos()).toBeGreaterThan(20)
})

test.each([
  ['submit_photo', 'waiting'],
  ['submit_photo', 'accepted'],
  ['send_photo', 'waiting'],
  ['send_photo', 'accepted'],
] as const)('a table that allowed %s while a photo is "%s" would be found', (act, place) => {
  expect(() => planted(act, 'photo', place, keepsPhotos)).toThrow()
})
