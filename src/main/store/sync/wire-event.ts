import { mostBodyBytes } from '../../../shared/sync/body-limit.ts'
import type { PackedEvent, Shape } from '../../../shared/sync/packed-push.ts'
import { saltLength, type TakenEvent } from '../../../shared/sync/page.ts'
import type { WireEvent } from '../../../shared/sync/wire.ts'
import { sha256 } from '../log/header.ts'
import type { EventRow, PushRow } from '../log/rows.ts'
import { unpackIds, uuidText } from '../log/uuid.ts'

/** A row of the log as it goes over the wire: the body to the letter; erased ones with the commitment in its place. */
export function toWire(row: EventRow): WireEvent {
  return {
    id: uuidText(row.id),
    sequence: row.sequence,
    actor: uuidText(row.actor),
    subject: { kind: row.subjectKind, id: uuidText(row.subjectId) },
    type: row.type,
    version: row.version,
    visibility: row.visibility,
    at: row.at_ms,
    hlc: [row.hlc_ms, row.hlc_counter],
    bases: unpackIds(row.bases),
    salt: row.salt && base64(row.salt),
    body: row.body && Buffer.from(row.body).toString('utf8'),
    ...(row.body ? {} : { commitment: base64(row.commitment) }),
  }
}

/**
 * The same as it goes to the central, which takes no longer body: one that an older program let into the log goes as its
 * header alone. The central withholds it, and what was written after it goes on.
 */
export const toCentral = (row: EventRow): WireEvent =>
  toWire(goesWhole(row.body?.length) ? row : { ...row, salt: null, body: null })

/** Does the central take a body of so many bytes? */
const goesWhole = (length: number | undefined): boolean => length === undefined || length <= mostBodyBytes

/**
 * Rows of the log as they go into a packed push: nothing of them becomes text but what many have in common.
 * @param actorOf the UUID behind the number of an actor
 */
export function toPacked(rows: readonly PushRow[], actorOf: (n: number) => string): PackedEvent[] {
  let [last, shape]: [PushRow | undefined, Shape | undefined] = [undefined, undefined]
  return rows.map((row) => {
    const { kind, type, version, visibility, at_ms: at, hlc_ms, hlc_counter, bases, body, bytes } = row
    if (!shape || !last || !isAlike(last, row)) shape = { actor: actorOf(row.actor), kind, type, version, visibility }
    last = row
    return { shape, at, hlc: [hlc_ms, hlc_counter], bases, body, bytes }
  })
}

const isAlike = (a: PushRow, b: PushRow): boolean =>
  a.type === b.type &&
  a.version === b.version &&
  a.visibility === b.visibility &&
  a.kind === b.kind &&
  a.actor === b.actor

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
export const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64')

/** Bytes of UTF-8 as text, without a copy of them first. */
export const textOf = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('utf8')

/** Salt and body of an event that came, and what they commit to; undefined where it came without them. */
export interface Said {
  readonly salt: Uint8Array
  readonly body: Uint8Array
  readonly commitment: Uint8Array
}

export function saidBy(event: TakenEvent): Said | undefined {
  const salted = saltedOf(event)
  if (!salted) return undefined
  // As `commitmentOf`: the two stand one behind the other already.
  return { salt: salted.subarray(0, saltLength), body: salted.subarray(saltLength), commitment: sha256(salted) }
}

function saltedOf(event: TakenEvent): Uint8Array | null {
  if ('salted' in event) return event.salted
  const { salt, body } = event
  return salt === null || body === null ? null : Buffer.concat([bytesOf(salt), Buffer.from(body, 'utf8')])
}
