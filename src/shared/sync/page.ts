import type { z } from 'zod'
import { type apartEvent, apartPage, type PlacedEvent, type PullAnswer, type WireEvent } from './wire.ts'
import { isApartPage } from './wire-fits.ts'

/**
 * A page of a stream whose bodies stand apart from it, as bytes: what was hashed goes from the central's store to the desk's
 * without becoming text, and JSON within JSON with every quote escaped. Asked for by `bodies=apart`.
 *
 * 4 bytes: length of the head (unsigned, big-endian). The head: a `pullAnswer` as JSON, whose events have `salted` in the
 * place of salt and body: how many bytes both have, null where they are erased or withheld. Then those of each event in
 * the order of the head: the salt (16 bytes) and the body (UTF-8 of its JSON).
 */
export const apartType = 'application/vnd.passerelle.page'

/** What stands before the bodies. */
export type ApartHead = z.infer<typeof apartPage>
/** The event in a head. */
export type ApartEvent = z.infer<typeof apartEvent>

/** An event with the bytes of salt and body, one behind the other. */
export type SaltedEvent = Omit<WireEvent, 'salt' | 'body'> & { readonly salted: Uint8Array | null }
/** As a desk takes it in, of whichever message. */
export type TakenEvent = WireEvent | SaltedEvent
export type Taken = Omit<PlacedEvent, 'event'> & { readonly event?: TakenEvent | undefined }
/** A page as a desk takes it in. */
export type Page = Omit<PullAnswer, 'events'> & { readonly events: readonly Taken[] }

export const saltLength = 16
const lengthBytes = 4
const utf8 = new TextEncoder()

/**
 * The bytes of a page.
 * @param memory gives so many bytes to write to: new ones, unless the caller has some
 */
export function packPage(
  head: ApartHead,
  bodies: readonly Uint8Array[],
  memory: (length: number) => Uint8Array = (length) => new Uint8Array(length),
): Uint8Array {
  const start = utf8.encode(JSON.stringify(head))
  const bytes = memory(bodies.reduce((sum, { length }) => sum + length, lengthBytes + start.length))
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(0, start.length)
  bytes.set(start, lengthBytes)
  let at = lengthBytes + start.length
  for (const body of bodies) {
    bytes.set(body, at)
    at += body.length
  }
  return bytes
}

/**
 * The page that these bytes are; undefined when they are none. What a newer central adds to the head is dropped.
 * @param text makes text of UTF-8
 */
export function readPage(bytes: Uint8Array, text: (utf8: Uint8Array) => string): Page | undefined {
  if (bytes.length < lengthBytes) return undefined
  const end = lengthBytes + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const head = end <= bytes.length ? headIn(text(bytes.subarray(lengthBytes, end))) : undefined
  return head && withBodies(head, bytes, end)
}

function headIn(json: string): ApartHead | undefined {
  try {
    const said: unknown = JSON.parse(json)
    return isApartPage(said) ? said : apartPage.safeParse(said).data
  } catch {
    return undefined // No JSON.
  }
}

/** Puts the bytes where the head says how many there are; undefined unless they are just as many. */
function withBodies(head: ApartHead, bytes: Uint8Array, from: number): Page | undefined {
  let at = from
  for (const { event } of head.events) {
    if (!event || event.salted === null) continue
    const end = at + event.salted
    if (end > bytes.length)
      return undefined
      // In its place: a copy of each of a thousand events would cost as much as reading them.
    ;(event as { salted: unknown }).salted = bytes.subarray(at, end)
    at = end
  }
  return at === bytes.length ? (head as unknown as Page) : undefined
}
