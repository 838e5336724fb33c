import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardName, longestCardName } from '../../../src/shared/cards/card-names.ts'

test.each([
  ['Tremblay', 'TREMBLAY', false],
  ['  Nguyễn   Thị ', 'NGUYỄN THỊ', false],
  ['', '', false],
  ['Abcdefghijklmnopqrstuvwxyzab', 'ABCDEFGHIJKLMNOPQRSTUVWXYZAB', false],
  ['Maria Fernanda Guadalupe Concepcion', 'MARIA FERNANDA GUADALUPE C', true],
  ['Maria Fernanda Guadalupe Concepcion Altagracia', 'MARIA FERNANDA GUADALUPE C A', true],
  ['Bartholomew Maximilian Alexander Sebastian Theodore', 'BARTHOLOMEW MAXIMILIAN A S T', true],
  ['Papadopoulos-Konstantinidis-Alexandrou', 'PAPADOPOULOS-KONSTANTINIDIS-', true],
  ['Papadopoulos-Konstantinidis Alexandrou', 'PAPADOPOULOS-KONSTANTINIDIS', true],
])('%s stands on the card as %s', (name, text, cut) => expect(cardName(name)).toEqual({ text, cut }))

const names = fc.string({ unit: fc.constantFrom(...'ABéŞ漢 -’', 'e\u0301', 'ن'), maxLength: 80 })
const letters = (text: string) => [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].length

test('a name on a card is at most 28 letters, says whether it was cut, and begins as the name does', () => {
  fc.assert(
    fc.property(names, (name) => {
      const { text, cut } = cardName(name)
      const whole = name.normalize('NFC').trim().toUpperCase().split(/\s+/).filter(Boolean).join(' ')
      expect(letters(text)).toBeLessThanOrEqual(longestCardName)
      expect(cut).toBe(text !== whole)
      expect(whole.startsWith(text.split(' ')[0] ?? '')).toBe(true)
      expect(cardName(text)).toEqual({ text, cut: false })
    }),
  )
})
