/** How mail leaves the central. What carries it (an SMTP server, a test) is handed in; nothing of a mail is kept or logged. */
export interface Mailer {
  /** Hands one mail over; waits until the other side answers for it, or does not. */
  send(mail: Mail): Promise<MailOutcome>
}

/** A mail of plain text to one address. */
export interface Mail {
  /** Names the mail for good, such as `<event>/password`: sent again, it has the same `Message-ID`. */
  readonly key: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/**
 * `permanent`: this address or this mail will never be taken; otherwise it is worth another try.
 * `code`: SMTP reply or enhanced status code, such as `550 5.1.1`, or the code of the system (`ECONNREFUSED`).
 */
export type MailOutcome =
  | { readonly sent: true }
  | { readonly sent: false; readonly permanent: boolean; readonly code: string }
