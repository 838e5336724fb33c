/** A mail of one part of text, as the central sends it. */
export interface ReadMail {
  readonly subject: string
  readonly text: string
}

/** Reads what was sent over the wire: encoded words (RFC 2047) and the transfer encodings of RFC 2045. */
export function readMail(raw: string): ReadMail {
  const end = raw.search(/\r?\n\r?\n/)
  const head = raw.slice(0, end).replace(/\r?\n[ \t]+/g, ' ')
  const body = raw.slice(end).replace(/^\r?\n\r?\n/, '')
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  const encoding = field('Content-Transfer-Encoding').toLowerCase()
  return { subject: words(field('Subject')), text: decoded(encoding, body).replace(/\r\n/g, '\n') }
}

function decoded(encoding: string, body: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? unquoted(body.replace(/=\r?\n/g, '')) : body
}

/** `=C3=A9` is one letter of two bytes. */
const unquoted = (text: string): string =>
  text.replace(/(?:=[0-9A-F]{2})+/gi, (run) => Buffer.from(run.replace(/=/g, ''), 'hex').toString('utf8'))

const words = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?(.*?)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : unquoted(word.replace(/_/g, ' ')),
    )
