import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apartPage, pushRequest, verdicts } from '../../../src/shared/sync/wire.ts'
import { isApartPage, isPush } from '../../../src/shared/sync/wire-fits.ts'

const base64 = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString('base64'))
const uuid = fc.uuid()
const hash = base64(32)
const head = fc.record({ sequence: fc.nat(), hash })
const header = {
  id: uuid,
  sequence: fc.integer({ min: 1 }),
  actor: uuid,
  subject: fc.record({ kind: fc.string({ minLength: 1, maxLength: 40 }), id: uuid }),
  type: fc.string({ minLength: 1, maxLength: 80 }),
  version: fc.integer({ min: 1 }),
  visibility: fc.string({ minLength: 1, maxLength: 20 }),
  at: fc.maxSafeInteger(),
  hlc: fc.tuple(fc.maxSafeInteger(), fc.nat()),
  bases: fc.array(uuid, { maxLength: 3 }),
  commitment: hash,
}
const required = 'id sequence actor subject type version visibility at hlc bases'.split(' ')
const event = fc.record(
  { ...header, salt: fc.option(base64(16)), body: fc.option(fc.json()) },
  { requiredKeys: [...required, 'salt', 'body'] as never },
)
const apart = fc.record(
  { ...header, salted: fc.option(fc.integer({ min: 16 })) },
  { requiredKeys: [...required, 'salted'] as never },
)
const push = fc.record({
  ...{ stream: uuid, epoch: uuid, head, signature: base64(64) },
  events: fc.array(event, { minLength: 1, maxLength: 3 }),
})
const placed = fc.record(
  {
    ...{ position: fc.integer({ min: 1 }), device: uuid, own: uuid, event: apart },
    verdict: fc.constantFrom(...verdicts),
    why: fc.string({ maxLength: 80 }),
  },
  { requiredKeys: ['position', 'device'] },
)
const page = fc.record(
  {
    ...{ epoch: uuid, head: fc.nat(), events: fc.array(placed, { maxLength: 3 }) },
    runs: fc.array(
      fc.record({
        ...{ position: fc.integer({ min: 1 }), sequence: fc.integer({ min: 1 }) },
        count: fc.integer({ min: 1, max: 2000 }),
      }),
      { maxLength: 3 },
    ),
    batches: fc.array(fc.record({ device: uuid, publicKey: hash, head, signature: base64(64) }), { maxLength: 2 }),
  },
  { requiredKeys: ['epoch', 'head', 'events', 'batches'] },
)

/** Puts something else at one place of a message, wherever it is; or takes the place away, or adds one. */
const odd = fc.constantFrom<unknown>(
  ...[undefined, null, '', 'x', 0, -1, 1.5, 2 ** 53, true, [], {}, 'a'.repeat(81), 'A'.repeat(44), 'A'.repeat(24)],
  ...['00000000-0000-0000-0000-000000000000', '0198c0de-0000-9000-8000-000000000001', '=='.padStart(88, 'A')],
)
function changed(message: unknown, picks: readonly number[], value: unknown, how: number): unknown {
  const copy = structuredClone(message) as never
  let at: Record<string, unknown> = copy
  for (const pick of picks) {
    const keys = Object.keys(at)
    const key = keys[pick % Math.max(1, keys.length)]
    const inner = key === undefined ? undefined : at[key]
    if (key !== undefined && (typeof inner !== 'object' || inner === null || pick % 5 === 0)) {
      if (how === 0) delete at[key]
      else if (how === 1 && !Array.isArray(at)) at.more = value
      else at[key] = value
      return copy
    }
    if (inner) at = inner as Record<string, unknown>
  }
  return copy
}

/** As it arrives. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe.each([
  ['a push', push, isPush, pushRequest],
  ['a page', page, isApartPage, apartPage],
] as const)('%s', (_, message: fc.Arbitrary<unknown>, fits, schema) => {
  test('that fits its schema fits by hand', () => {
    fc.assert(
      fc.property(message, (value: unknown) => {
        const given = asJson(value)
        expect([fits(given), schema.safeParse(given).success]).toEqual([true, true])
      }),
    )
  })

  test('that fits by hand is what the schema makes of it, whatever was done to it', () => {
    let refused = 0
    fc.assert(
      fc.property(
        message,
        fc.array(fc.nat(), { maxLength: 6 }),
        odd,
        fc.nat({ max: 3 }),
        (value, picks, other, how) => {
          const given = asJson(changed(value, picks, other, how))
          if (!fits(given)) refused += 1
          else expect(schema.parse(given)).toEqual(given)
        },
      ),
      { numRuns: 3000 },
    )
    expect(refused).toBeGreaterThan(300)
  })
})
