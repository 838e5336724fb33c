import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unwrap } from '../../src/shared/result.ts'
import { judgeSeal } from '../../src/shared/seal/judge.ts'
import { writeMessages } from '../../src/shared/seal/messages.ts'
import { writeSeal } from '../../src/shared/seal/write.ts'
import { claimantHeader, claimantZone, testKey, trustIn } from '../support/seals.ts'

/** Where a mutation takes place, by a number that is cut to the length there. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: fc.nat(), value: fc.integer({ min: 0, max: 255 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(), count: fc.integer({ min: 1, max: 8 }) }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat(), with: fc.nat() }),
)
type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never

function mutate(bytes: readonly number[], change: Mutation): number[] {
  const at = bytes.length === 0 ? 0 : change.at % bytes.length
  if (change.kind === 'set') return bytes.with(at, change.value)
  if (change.kind === 'insert') return bytes.toSpliced(at, 0, ...change.bytes)
  if (change.kind === 'delete') return bytes.toSpliced(at, change.count)
  const other = change.with % bytes.length
  return bytes.with(at, bytes[other] ?? 0).with(other, bytes[at] ?? 0)
}

test('of 100,000 mutated seals none is valid and none stops the reader', async () => {
  const key = testKey()
  const content = unwrap(writeMessages({ zone: claimantZone, clientId: '1120481930', digest: new Uint8Array(32) }))
  const whole = [...unwrap(await writeSeal(claimantHeader, content, key.sign))]
  const trust = trustIn(key.certificate)
  let tried = 0
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (changes) => {
      const mutant = changes.reduce<number[]>(
        (bytes, change) => (bytes.length > 0 ? mutate(bytes, change) : bytes),
        whole,
      )
      if (mutant.length === whole.length && mutant.every((byte, at) => byte === whole[at])) return
      tried++
      expect(judgeSeal(Uint8Array.from(mutant), trust, '2026-11-26').status).not.toBe('VALID')
    }),
    { numRuns: 101_000 },
  )
  expect(tried).toBeGreaterThan(100_000)
})
