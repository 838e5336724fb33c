import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { decode } from '../../../src/main/photos/decode.ts'
import { takeIn } from '../../../src/main/photos/intake.ts'
import { photoPolicies } from '../../../src/shared/photos/policy.ts'
import { goodPictures, mutations, otherPictures } from '../../support/mutations.ts'

/** A short walk; `npm run test:long` takes a long one, with the engine. */
const policy = photoPolicies['pr-card']
const limits = { maxBytes: 20_000_000, maxPixels: 4_000_000, timeoutSeconds: 10 }
const take = (bytes: Uint8Array) => takeIn(bytes, policy, decode, { today: '2026-11-22', limits })
let pictures: Uint8Array[]

beforeAll(async () => {
  pictures = await goodPictures()
})

test('every kind of JPEG and PNG is taken in', async () => {
  for (const bytes of pictures) expect(await take(bytes)).toMatchObject({ ok: true })
})

test('a broken picture is taken in or refused by a failure with a name, twice the same, and what is kept opens again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), mutations, async (which, mutate) => {
      const bytes = mutate(pictures[which % pictures.length] ?? new Uint8Array())
      const taken = await take(bytes)
      expect(await take(bytes)).toEqual(taken)
      if (taken.ok) {
        const again = await take(taken.value.original.bytes)
        expect(again.ok && again.value.original.sha256).toBe(taken.value.original.sha256)
      } else expect(taken.failure.code).toMatch(/^photo\./)
    }),
    { numRuns: 60 },
  )
})

test('pictures in every other format are refused by name, broken or not', async () => {
  const others = await otherPictures()
  for (const [kind, bytes] of Object.entries(others))
    expect(await take(bytes)).toMatchObject({ ok: false, failure: { code: `photo.is_${kind}` } })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.values(others)), mutations, async (bytes, mutate) => {
      const taken = await take(mutate(bytes))
      expect(taken.ok ? 'taken' : taken.failure.code).toMatch(/^photo\./)
    }),
    { numRuns: 60 },
  )
})
