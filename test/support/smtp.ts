import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { SmtpSettings } from '../../src/central/settings.ts'

/** A real mail server on loopback, which keeps what it takes. */
export interface TestSmtp {
  readonly settings: SmtpSettings
  /** Whole mails in the order in which they came, headers first. */
  readonly mails: { readonly to: string; readonly raw: string }[]
  /** What it answers to a recipient from now on: an SMTP reply, or nothing to take the mail. */
  says(to: string, reply?: { code: number; text: string }): void
  /** It keeps the next mail to this recipient and breaks off before it says so. */
  breaksOff(to: string): void
  close(): Promise<void>
}

export async function startSmtp(): Promise<TestSmtp> {
  const mails: { to: string; raw: string }[] = []
  const replies = new Map<string, { code: number; text: string }>()
  const breaking = new Set<string>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, callback) {
      const reply = replies.get(address)
      callback(reply ? Object.assign(new Error(reply.text), { responseCode: reply.code }) : null)
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? ''
        mails.push({ to, raw: Buffer.concat(chunks).toString('utf8') })
        if (breaking.delete(to)) for (const { _socket } of server.connections) _socket.destroy()
        else callback(null)
      })
    },
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    settings: { host: '127.0.0.1', port, tls: 'none', from: 'avis@passerelle.example' },
    mails,
    says: (to, reply) => void (reply ? replies.set(to, reply) : replies.delete(to)),
    breaksOff: (to) => void breaking.add(to),
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  }
}
