import { expect, test } from 'vitest'
import { readMail } from '../../../src/central/simulate/read-mail.ts'

const mail = (...lines: readonly string[]) => lines.join('\r\n')

test('a subject in encoded words, folded over two lines, and a quoted body', () => {
  const raw = mail(
    'From: avis@passerelle.example',
    'Subject: =?UTF-8?Q?Confirmez_votre_r=C3=A9sidence?=',
    ' =?UTF-8?Q?_permanente?=',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'Bonjour Fran=C3=A7oise,',
    '',
    'une ligne qui =',
    'continue',
  )
  expect(readMail(raw)).toEqual({
    subject: 'Confirmez votre résidence permanente',
    text: 'Bonjour Françoise,\n\nune ligne qui continue',
  })
})

test('base64, and a body as it is', () => {
  const encoded = Buffer.from('Où ?\n', 'utf8').toString('base64')
  expect(readMail(mail('Subject: =?utf-8?B?T8O5?=', 'Content-Transfer-Encoding: base64', '', encoded))).toEqual({
    subject: 'Où',
    text: 'Où ?\n',
  })
  expect(readMail(mail('Subject: Hello', 'Content-Transfer-Encoding: 7bit', '', 'plain = text'))).toEqual({
    subject: 'Hello',
    text: 'plain = text',
  })
})
