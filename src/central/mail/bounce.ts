/** A report that a mail of ours was not delivered. */
export interface Bounce {
  /** Which: the id that we gave it. */
  readonly mail: string
  /** Enhanced status code, such as `5.1.1`. */
  readonly code: string
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/**
 * Reads a bounce as it came back: a delivery status notification (RFC 3464), whose fields are plain ASCII, with the
 * envelope id that we gave (RFC 3461) or the Message-ID of the mail that it is about. Undefined for anything else: a
 * notice of delay, an absence note, a mail of a person.
 */
export function readBounce(raw: string): Bounce | undefined {
  const unfolded = raw.replaceAll('\r\n', '\n').replace(/\n[ \t]+/g, ' ')
  if (!/^content-type:\s*message\/(global-)?delivery-status/im.test(unfolded)) return undefined
  if (!/^action:\s*failed\b/im.test(unfolded)) return undefined
  const [, code] = /^status:\s*(5\.\d{1,3}\.\d{1,3})\b/im.exec(unfolded) ?? []
  const [, envelope] = new RegExp(`^original-envelope-id:\\s*(${uuid})\\s*$`, 'im').exec(unfolded) ?? []
  // The last one: the report has a Message-ID of its own, above.
  const [, message] =
    [...unfolded.matchAll(new RegExp(`^message-id:\\s*<(${uuid})@[^>\\s]+>\\s*$`, 'gim'))].at(-1) ?? []
  const mail = envelope ?? message
  return code && mail ? { mail: mail.toLowerCase(), code } : undefined
}
