import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextNumber } from '../../../src/main/office/numbers.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { numberSeries } from '../../../src/shared/domain/vocabulary.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { testRandom } from '../../support/store.ts'
import { pullAll, pushAll, shown } from '../../support/sync/exchange.ts'
import { erases } from '../../support/sync/lacolle.ts'
import { createMemoryCentral } from '../../support/sync/memory-central.ts'
import { claimsOf } from '../claims/claims-of.ts'
import { act, perform } from '../claims/random-history.ts'
import { type Office, openOffice } from '../claims/support.ts'

const acts = fc.array(act, { minLength: 5, maxLength: 20 })

/** What a desk hands out next. */
const nextOf = ({ store }: Office) => numberSeries.map((series) => nextNumber(store, series))

test('two offices’ desks that worked on the same claims without a network show the same after it is back', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(acts, acts, acts, acts, async (firstA, firstB, thenA, thenB) => {
      const service = createMemoryCentral(officeId('lacolle-15'), erases)
      const desks = ['a', 'b'].map((name, i) => openOffice({ random: testRandom(name) }, 1 + i * 8))
      const [a, b] = desks as [Office, Office]
      try {
        for (const { store } of desks) unwrap(store.sync.begin(service.epoch()))
        await perform(a, firstA)
        await perform(b, firstB)
        await settle(desks, service)
        expect(shown(b.store)).toEqual(shown(a.store))
        // Now without a network, each on all claims that both know.
        await perform(a, thenA, claimsOf(a))
        await perform(b, thenB, claimsOf(b))
        const next = desks.map(nextOf)
        await settle(desks, service)
        const now = shown(a.store)
        expect(shown(b.store)).toEqual(now)
        expect(desks.map(nextOf)).toEqual(next)
        for (const { store } of desks) {
          unwrap(await store.rebuild())
          expect(shown(store)).toEqual(now)
          expect(await store.check()).toMatchObject({ ok: true })
        }
        // What was handed out is not handed out again, whatever was erased or came too late.
        expect(desks.map(nextOf)).toEqual(next)
      } finally {
        for (const { store } of desks) store.remove()
      }
    }),
    { numRuns: 6, endOnFailure: true },
  )
})

async function settle(desks: readonly Office[], service: ReturnType<typeof createMemoryCentral>): Promise<void> {
  for (const { store } of desks) {
    await pullAll(store, service, 50)
    pushAll(store, service)
  }
  for (const { store } of desks) await pullAll(store, service, 50)
}
