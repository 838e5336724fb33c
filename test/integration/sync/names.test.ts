import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { setPersonFields } from '../../../src/main/claims/take-in.ts'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { headsOf } from '../../../src/main/store/field-heads.ts'
import { findPeople } from '../../../src/main/store/search/find-people.ts'
import type { Store } from '../../../src/main/store/types.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { testRandom } from '../../support/store.ts'
import { pullAll, pushAll } from '../../support/sync/exchange.ts'
import { erases } from '../../support/sync/lacolle.ts'
import { createMemoryCentral } from '../../support/sync/memory-central.ts'
import { act, perform } from '../claims/random-history.ts'
import { newClaim, type Office, openOffice } from '../claims/support.ts'

/** Names of a page that was pulled are indexed at its end: searches must find what they find in tables that were rebuilt. */

const open: Office[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})

let part = 0
function office() {
  const desks = ['a', 'b'].map((name) =>
    openOffice({ random: testRandom(`${name} ${part}`), timers: nodeTimers }, ++part * 8),
  )
  open.push(...desks)
  const central = createMemoryCentral(officeId('lacolle-15'), erases)
  for (const { store } of desks) unwrap(store.sync.begin(central.epoch()))
  return { central, desks: desks as [Office, Office] }
}

/** By words, their beginnings and middles, how they sound, other scripts. */
const asked = [
  'Osman',
  'usman',
  'sma',
  'otani',
  'Ōta',
  '王',
  '小明',
  'wang',
  'Amina',
  'min',
  'lukasz',
  'Aziza',
  'ziz',
  'Okeke',
  'kek',
]
const found = (store: Store) => asked.map((text) => [text, findPeople(store, text, 50)])

test('whatever was written, linked and erased at other desks, and waits at this one', {
  timeout: 120_000,
}, async () => {
  const acts = fc.array(act, { minLength: 8, maxLength: 25 })
  await fc.assert(
    fc.asyncProperty(acts, acts, fc.constantFrom(3, 500), async (first, second, size) => {
      const { central, desks } = office()
      for (const [at, history] of [first, second].entries()) {
        const [one, other] = at === 0 ? desks : desks.toReversed()
        await perform(one as Office, history)
        newClaim(other as Office, { familyName: 'Okeke' })
        pushAll((one as Office).store, central)
        for (const { store } of desks) await pullAll(store, central, size)
      }
      for (const { store } of desks) {
        const before = found(store)
        unwrap(await store.rebuild())
        expect(before).toEqual(found(store))
      }
      for (const { store } of open.splice(0)) store.remove()
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

test('a person that came is found by every way, and by the name of before no more', async () => {
  const { central, desks } = office()
  const [a, b] = desks
  const settle = async () => {
    pushAll(a.store, central)
    await pullAll(b.store, central)
  }
  const { claimId, personId } = newClaim(a, { familyName: 'Okafor', givenNames: 'Chidi' })
  await settle()
  const count = (text: string) => findPeople(b.store, text, 10).length
  expect(['Okafor', 'oka', 'afo', 'okaphor'].map(count)).toEqual([1, 1, 1, 1])
  for (const familyName of ['Nguyen', 'Adeyemi']) {
    const bases = headsOf(a.store, { kind: 'person', id: personId }, ['familyName'])
    unwrap(setPersonFields(a.tools, a.officer, { claimId, fields: { familyName }, bases }))
  }
  await settle()
  expect(['Okafor', 'afo', 'Nguyen', 'guy', 'Adeyemi', 'yem'].map(count)).toEqual([0, 0, 0, 0, 1, 1])
})
