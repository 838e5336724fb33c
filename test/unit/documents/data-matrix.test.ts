import bwipjs from 'bwip-js/generic'
import { expect, test } from 'vitest'
import { dataMatrix } from '../../../src/shared/documents/data-matrix.ts'

/** The same bytes by a library that writes every bar code, in the same mode. */
function byLibrary(bytes: Uint8Array) {
  const count = bytes.length < 250 ? [bytes.length] : [Math.floor(bytes.length / 250) + 249, bytes.length % 250]
  const codewords = [231, ...[...count, ...bytes].map((value, at) => (value + ((149 * (at + 2)) % 255) + 1) % 256)]
  const text = codewords.map((codeword) => `^${String(codeword).padStart(3, '0')}`).join('')
  const options = { bcid: 'datamatrix', text, raw: true }
  const [symbol] = bwipjs.raw(options)
  if (!symbol || !('pixs' in symbol)) throw new Error('No matrix')
  return { columns: symbol.pixx, modules: symbol.pixs }
}

/** Each size full, or nearly; some with much room. */
const lengths = [
  1, 3, 6, 10, 16, 20, 28, 34, 42, 60, 84, 112, 142, 172, 202, 240, 249, 250, 277, 365, 453, 573, 693, 813, 1047, 1301,
]

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, at) => (at * 167 + length * 31) & 255)

test('every size of symbol is what the library makes of the same bytes, module by module', () => {
  const seen = new Set<number>()
  for (const length of lengths) {
    const made = dataMatrix(bytesOf(length))
    seen.add(made.columns)
    expect(made, `${length} bytes`).toEqual(byLibrary(bytesOf(length)))
  }
  expect([...seen].length).toBe(23)
})

test('what no symbol holds is a bug', () => {
  expect(() => dataMatrix(bytesOf(1302))).toThrow('No symbol')
})
