/**
 * What a mail server answered, and what follows from it.
 * - `sent`: it has the mail.
 * - `refused`: it will never take a mail for this address.
 * - `busy`: not now, for this address (greylisting, a full queue).
 * - `down`: nobody answers, or the connection broke. Whether it has the mail may be in doubt: it goes again under the same
 *   Message-ID, by which the receiving side knows it.
 * - `ours`: it wants nothing from us (sign-in, certificate, sender, policy): an administrator has to look.
 */
export type MailAnswer = { readonly is: 'sent' } | NotSent
export interface NotSent {
  readonly is: 'refused' | 'busy' | 'down' | 'ours'
  /** SMTP reply code with its enhanced status, such as `550 5.1.1`, or the code of an error, such as `ECONNREFUSED`. */
  readonly code: string
}

/** An error as nodemailer throws it. */
export interface SendError {
  readonly code?: string | undefined
  readonly command?: string | undefined
  readonly responseCode?: number | undefined
  readonly response?: string | undefined
}

/** Commands whose refusal is about the one who is written to, not about us. */
const aboutRecipient = /^(RCPT TO|DATA)\b/

/** What was refused before a server was asked: an address that is none, a sign-in or certificate that does not do. */
const withoutServer: Readonly<Record<string, 'refused' | 'ours'>> = {
  EENVELOPE: 'refused',
  EAUTH: 'ours',
  ENOAUTH: 'ours',
  ETLS: 'ours',
  ECONFIG: 'ours',
}

/** RFC 5321, section 4.2.1 (first digit), and RFC 3463 (enhanced status; x.7 is security and policy). */
export function answerOf({ code = 'unknown', command, responseCode, response = '' }: SendError): NotSent {
  if (responseCode === undefined || responseCode < 400) return { is: withoutServer[code] ?? 'down', code }
  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0]
  const said = enhanced ? `${responseCode} ${enhanced}` : String(responseCode)
  // 503 is about the turn that the conversation took, not about this mail.
  if (responseCode < 500 || responseCode === 503) return { is: responseCode === 421 ? 'down' : 'busy', code: said }
  const ours = !aboutRecipient.test(command ?? '') || enhanced?.split('.')[1] === '7'
  return { is: ours ? 'ours' : 'refused', code: said }
}

const minuteMs = 60_000
const plans = {
  busy: { first: 5 * minuteMs, most: 240 * minuteMs },
  down: { first: minuteMs, most: 15 * minuteMs },
  ours: { first: 15 * minuteMs, most: 60 * minuteMs },
} as const

/**
 * How long to wait after the try of this number, ms: doubling up to a limit, and between half and all of that by chance,
 * so that mails that failed together do not come back together.
 * @param chance 0 to 1
 */
export function waitAfter(is: keyof typeof plans, tries: number, chance: number): number {
  const { first, most } = plans[is]
  const whole = Math.min(most, first * 2 ** Math.max(0, Math.min(tries, 30) - 1))
  return Math.round(whole * (0.5 + chance / 2))
}

/** A server that says "not now" for so long means never (RFC 5321, section 4.5.4.1: at least four to five days). */
export const busyForGoodMs = 5 * 24 * 60 * minuteMs
