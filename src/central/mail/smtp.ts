import { createTransport } from 'nodemailer'
import type { SmtpSettings } from '../settings.ts'
import { answerOf, type MailAnswer, type SendError } from './answer.ts'

/** Takes a mail to where it goes. */
export interface MailTransport {
  send(mail: Outgoing): Promise<MailAnswer>
}

export interface Outgoing {
  /** Its id: the same mail sent again is known by it. */
  readonly mail: string
  readonly to: string
  readonly language: 'en' | 'fr'
  readonly subject: string
  readonly text: string
}

const patienceMs = 20_000

/** A mail server, spoken to over SMTP. Without TLS it is only ever one on loopback (`settings.ts`). */
export function smtpTransport({ host, port, tls, from, user, password }: SmtpSettings): MailTransport {
  const transport = createTransport({
    ...{ host, port, secure: tls === 'tls', requireTLS: tls === 'starttls', ignoreTLS: tls === 'none' },
    ...(user ? { auth: { user, pass: password ?? '' } } : {}),
    ...{ connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: 3 * patienceMs },
    // What is sent is text that we made: nothing in it names a file or an address to fetch.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return {
    async send({ mail, to, language, subject, text }) {
      try {
        await transport.sendMail({
          ...{ from, to: { name: '', address: to }, subject, text },
          messageId: `<${mail}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
          // A server that knows delivery reports (RFC 3461) sends one with this id, and without the text.
          dsn: { id: mail, return: 'headers', notify: ['failure'], recipient: to },
        })
        return { is: 'sent' }
      } catch (error) {
        return answerOf(error as SendError)
      }
    },
  }
}
