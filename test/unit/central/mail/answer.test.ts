import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerOf, waitAfter } from '../../../../src/central/mail/answer.ts'

test.each([
  [
    'an address that is not there',
    { command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 no such user' },
    'refused',
    '550 5.1.1',
  ],
  [
    'a mailbox that is full',
    { command: 'RCPT TO', responseCode: 552, response: '552 5.2.2 full' },
    'refused',
    '552 5.2.2',
  ],
  ['a mail refused after its data', { command: 'DATA', responseCode: 554, response: '554 no' }, 'refused', '554'],
  ['something that is no address', { code: 'EENVELOPE', command: 'API' }, 'refused', 'EENVELOPE'],
  ['greylisting', { command: 'RCPT TO', responseCode: 451, response: '451 4.7.1 later' }, 'busy', '451 4.7.1'],
  [
    'a server that closes',
    { command: 'RCPT TO', responseCode: 421, response: '421 4.3.2 closing' },
    'down',
    '421 4.3.2',
  ],
  [
    'a relay that does not know us',
    { command: 'RCPT TO', responseCode: 550, response: '550 5.7.1 relay' },
    'ours',
    '550 5.7.1',
  ],
  ['a sender that may not', { command: 'MAIL FROM', responseCode: 553, response: '553 5.1.8 no' }, 'ours', '553 5.1.8'],
  [
    'a sign-in that does not do',
    { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 no' },
    'ours',
    '535 5.7.8',
  ],
  ['a certificate that does not do', { code: 'ETLS' }, 'ours', 'ETLS'],
  ['nobody there', { code: 'ESOCKET' }, 'down', 'ESOCKET'],
] as const)('%s', (_, error, is, code) => {
  expect(answerOf(error)).toEqual({ is, code })
})

test('each try waits longer than the one before, up to a limit, and never less than half of it', () => {
  const kind = fc.constantFrom('busy' as const, 'down' as const, 'ours' as const)
  const chance = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(kind, fc.integer({ min: 1, max: 5000 }), chance, (is, tries, by) => {
      const [least, most] = [waitAfter(is, tries, 0), waitAfter(is, tries, 1)]
      expect(waitAfter(is, tries, by)).toBeGreaterThanOrEqual(least)
      expect(waitAfter(is, tries, by)).toBeLessThanOrEqual(most)
      expect(most).toBeLessThanOrEqual(2 * least + 1)
      expect(waitAfter(is, tries + 1, 0)).toBeGreaterThanOrEqual(least)
      expect(most).toBeLessThanOrEqual(4 * 3_600_000)
    }),
  )
})
