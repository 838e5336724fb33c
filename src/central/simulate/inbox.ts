import { SMTPServer } from 'smtp-server'
import { type ReadMail, readMail } from './read-mail.ts'

/** The mail server of people who are played: what comes for them stays in memory, and no further. */
export interface Inbox {
  /** Mails to an address, the first that came first. */
  mailsTo(address: string): readonly ReadMail[]
  readonly port: number
  close(): Promise<void>
}

/** Listens for the central's mail. Fails with the code of the system (`EADDRINUSE`). */
export async function openInbox(host: string, port: number): Promise<Inbox> {
  const mails = new Map<string, ReadMail[]>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, { envelope }, callback) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const mail = readMail(Buffer.concat(pieces).toString('utf8'))
        for (const { address } of envelope.rcptTo) mails.set(address, [...(mails.get(address) ?? []), mail])
        callback(null)
      })
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const address = server.server.address()
  return {
    mailsTo: (to) => mails.get(to) ?? [],
    port: typeof address === 'object' && address ? address.port : port,
    close: () => new Promise((resolve) => void server.close(resolve)),
  }
}
