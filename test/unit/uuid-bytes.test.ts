import fc from 'fast-check'
import { NIL, parse, v7 } from 'uuid'
import { expect, test } from 'vitest'
import { uuidToBytes } from '../../src/shared/uuid-bytes.ts'

const outcome = (read: (text: string) => Uint8Array, text: string): unknown => {
  try {
    return [...read(text)]
  } catch (error) {
    return error instanceof TypeError ? 'none' : error
  }
}
const same = (text: string) => expect(outcome(uuidToBytes, text)).toEqual(outcome(parse, text))

test('a UUID has the bytes that the package gives, in either case', () => {
  fc.assert(
    fc.property(fc.uuid(), (text) => {
      same(text)
      same(text.toUpperCase())
    }),
  )
  for (const text of [v7(), NIL, 'ffffffff-ffff-ffff-ffff-ffffffffffff']) same(text)
})

test('text that is no UUID is none', () => {
  const at = fc.integer({ min: 0, max: 35 })
  fc.assert(
    fc.property(fc.uuid(), at, fc.string({ unit: 'grapheme', minLength: 0, maxLength: 2 }), (text, i, put) => {
      same(`${text.slice(0, i)}${put}${text.slice(i + 1)}`)
    }),
  )
  for (const text of ['', 'x', `${v7()}0`, v7().replaceAll('-', ''), `${v7().slice(0, 35)}é`]) same(text)
})
