import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBounce } from '../../../../src/central/mail/bounce.ts'
import { bounceOf } from '../../../support/bounces.ts'

const mail = '0193b1c2-7a00-7000-8000-0000000000aa'

test('a report of failure names the mail by the envelope id that it was sent with', () => {
  expect(readBounce(bounceOf({ mail, by: 'envelope' }))).toEqual({ mail, code: '5.1.1' })
})

test('… and by the Message-ID where the other server knows no envelope ids', () => {
  expect(readBounce(bounceOf({ mail, by: 'message' }))).toEqual({ mail, code: '5.1.1' })
})

test('lines may be folded and end as those of any system', () => {
  const folded = bounceOf({ mail, by: 'envelope' }).replace('Original-Envelope-Id: ', 'Original-Envelope-Id:\r\n\t')
  expect(readBounce(folded)).toEqual({ mail, code: '5.1.1' })
  expect(readBounce(folded.replaceAll('\r\n', '\n'))).toEqual({ mail, code: '5.1.1' })
})

test.each([
  ['a notice of delay', bounceOf({ mail, by: 'envelope', action: 'delayed', status: '4.4.1' })],
  ['a notice of delivery', bounceOf({ mail, by: 'envelope', action: 'delivered', status: '2.0.0' })],
  [
    'an absence note',
    `Subject: away\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: <${mail}@x.ca>\r\n\r\nI am away. Status: 5.1.1`,
  ],
  ['a report on somebody else’s mail', bounceOf({ mail: 'abc', by: 'message' })],
])('%s is no bounce', (_, raw) => {
  expect(readBounce(raw)).toBeUndefined()
})

test('whatever comes, it is read or left', () => {
  fc.assert(fc.property(fc.string(), (raw) => readBounce(raw) === undefined))
})
