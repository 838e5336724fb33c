import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRecoveryKey, recoveryKeyBytes, writeRecoveryKey } from '../../../src/shared/officers/recovery-key.ts'

const key = fc.uint8Array({ minLength: recoveryKeyBytes, maxLength: recoveryKeyBytes })
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const failure = (text: string) => {
  const read = readRecoveryKey(text)
  return read.ok ? null : read.failure
}

test('what is written is read, in eight groups of five', () => {
  fc.assert(
    fc.property(key, (bytes) => {
      const written = writeRecoveryKey(bytes)
      expect(written).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$/)
      expect(readRecoveryKey(written)).toEqual({ ok: true, value: bytes })
    }),
  )
})

test('any one wrong symbol is found and its group named', () => {
  fc.assert(
    fc.property(key, fc.nat(39), fc.nat(31), (bytes, place, symbol) => {
      const signs = [...writeRecoveryKey(bytes).replaceAll('-', '')]
      fc.pre(signs[place] !== alphabet[symbol])
      signs[place] = alphabet[symbol] as string
      expect(failure(signs.join(''))).toEqual({
        code: 'officers.recovery_key_group',
        params: { group: Math.floor(place / 5) + 1 },
      })
    }),
    { numRuns: 500 },
  )
})

test('any two neighbours exchanged are found, across groups too', () => {
  fc.assert(
    fc.property(key, fc.nat(38), (bytes, place) => {
      const signs = [...writeRecoveryKey(bytes).replaceAll('-', '')]
      fc.pre(signs[place] !== signs[place + 1])
      const [a, b] = [signs[place] as string, signs[place + 1] as string]
      const swapped = signs.toSpliced(place, 2, b, a).join('')
      expect(failure(swapped)).toEqual({
        code: 'officers.recovery_key_group',
        params: { group: Math.floor(place / 5) + 1 },
      })
    }),
    { numRuns: 500 },
  )
})

test('two groups exchanged are found', () => {
  fc.assert(
    fc.property(key, fc.nat(7), fc.nat(7), (bytes, i, j) => {
      fc.pre(i < j)
      const groups = writeRecoveryKey(bytes).split('-')
      const swapped = groups.with(i, groups[j] as string).with(j, groups[i] as string)
      expect(failure(swapped.join('-'))?.params.group).toBe(i + 1)
    }),
  )
})

test('letters that look alike are taken for what they look like', () => {
  const bytes = Uint8Array.from({ length: 20 }, (_, i) => (i % 2 ? 0x08 : 0x42))
  const written = writeRecoveryKey(bytes)
  expect(written).toMatch(/[01]/)
  const typed = written.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ')
  expect(readRecoveryKey(typed)).toEqual({ ok: true, value: bytes })
})

test('a symbol too few is found, with its group where the separators show it', () => {
  const written = writeRecoveryKey(new Uint8Array(20).fill(7))
  const groups = written.split('-')
  const short = groups.with(4, (groups[4] ?? '').slice(1))
  expect(failure(short.join('-'))).toEqual({ code: 'officers.recovery_key_group', params: { group: 5 } })
  const lengths = { expected: 40, count: 39 }
  expect(failure(short.join(''))).toEqual({ code: 'officers.recovery_key_length', params: lengths })
  expect(failure('')?.code).toBe('officers.recovery_key_length')
})
