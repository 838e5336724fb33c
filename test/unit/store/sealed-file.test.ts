import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seal, unseal } from '../../../src/main/store/blobs/sealed-file.ts'
import { openText, sealText, subKey } from '../../../src/main/store/keys.ts'
import { testKey, testRandom } from '../../support/store.ts'

const key = subKey(testKey, 'blob')
const sealed = (plain: Uint8Array, seed = 'a') => Buffer.concat([...seal(plain, key, testRandom(seed))])

describe('a sealed file', () => {
  test('opens with its key only, and only as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (plain, at, bits) => {
        const file = sealed(plain)
        expect(Buffer.compare(unseal(file, key) ?? Buffer.from('?'), plain)).toBe(0)
        expect(unseal(file, subKey(testKey, 'blob-name'))).toBeUndefined()
        const changed = Buffer.from(file)
        changed[at % file.length] = (changed[at % file.length] ?? 0) ^ bits
        expect(unseal(changed, key)).toBeUndefined()
        expect(unseal(file.subarray(0, at % file.length), key)).toBeUndefined()
      }),
    )
  })

  test('never looks the same twice, and segments cannot change places', () => {
    const segment = 1024 * 1024 + 16
    const plain = Buffer.alloc(3 * 1024 * 1024, 5)
    expect(sealed(plain, 'a').equals(sealed(plain, 'b'))).toBe(false)
    const file = sealed(plain)
    const at = (i: number) => file.subarray(44 + i * segment, 44 + (i + 1) * segment)
    expect(unseal(Buffer.concat([file.subarray(0, 44), at(1), at(0), at(2)]), key)).toBeUndefined()
    expect(unseal(Buffer.concat([file.subarray(0, 44), at(0), at(1)]), key)).toBeUndefined()
  })
})

test('a sealed text opens only unchanged and with its key', () => {
  const text = 'two\nlines'
  expect(openText(sealText(text, key), key)).toBe(text)
  expect(openText(sealText(text, key).replace('two', 'tow'), key)).toBeUndefined()
  expect(openText(sealText(text, key), testKey)).toBeUndefined()
  expect(openText('', key)).toBeUndefined()
})
