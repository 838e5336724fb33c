import { minuteOf, quarter, type Slot, timeOf } from '../domain/appointments.ts'

/**
 * What is given once. A *decision* belongs to whoever came first in the order of the stream; after that only an event
 * that names the holder among its bases takes its place: its author saw what it replaces. A *cell* is a quarter hour of
 * a room, an officer or an interpreter: it belongs to one appointment until an event of the same appointment frees it.
 * Nothing here asks a clock, so desk and central come to the same answer. Who has a party of the waiting room is no such
 * decision: it is a field, and both names show.
 */

interface Guarded {
  readonly type: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly body: unknown
}

const slots: Readonly<Record<string, string>> = {
  'claim.decided': 'decision',
  'claim.ineligibility_proposed': 'decision',
  'claim.proposal_returned': 'decision',
  'claim.reopened': 'decision',
  // One that came through the portal is named there: two desks that take it in write of the same photo.
  'photo.submitted': 'portal',
  'claim.withdrawn': 'decision',
  'claim.reinstated': 'decision',
  'preliminary_review.passed': 'preliminary',
  'preliminary_review.taken_back': 'preliminary',
  'photo.approved': 'decision',
  'photo.returned': 'decision',
  'photo.decision_undone': 'decision',
  'photo.reopened': 'decision',
  'confirmation.confirmed': 'residence',
  'confirmation.residence_set_aside': 'residence',
  'confirmation.ecopr_issued': 'ecopr',
  'confirmation.ecopr_withdrawn': 'ecopr',
  'confirmation.card_ordered': 'card',
  'appointment.offered': 'state',
  'appointment.offer_ended': 'state',
  'appointment.booked': 'state',
  'appointment.moved': 'state',
  'appointment.cancelled': 'state',
  'appointment.attendance_noted': 'state',
  'appointment.attendance_withdrawn': 'state',
  'claim.correction_answered': 'correction',
  // What came through the portal is taken in or refused once, whichever desk does it: `sentSlot`.
  'claim.evidence_added': 'sent',
  'claim.message_sent': 'reminder',
}

/** What a subject has many of, each decided once; undefined: this one is not. A reminder goes out once, from whichever desk. */
function part(type: string, body: unknown): string | undefined {
  const said = (body ?? {}) as {
    correction?: unknown
    evidence?: unknown
    source?: unknown
    reminder?: { rule: string; due: string; rung: number }
  }
  if (type === 'claim.evidence_added') return said.source === 'portal' ? `/${String(said.evidence)}` : undefined
  if (type === 'claim.correction_answered') return `/${String(said.correction)}`
  if (type !== 'claim.message_sent') return ''
  return said.reminder && `/${said.reminder.rule}/${said.reminder.due}/${said.reminder.rung}`
}

/** What becomes of an item that was sent through the portal: taken in, or refused and asked for again. */
const sentSlot = (claim: string, { kind, item }: { kind?: unknown; item?: unknown }): string =>
  kind === 'photo' ? `photo/${String(item)}/portal` : `claim/${claim}/sent/${String(item)}`

/** The slot that an event takes, such as `claim/<id>/decision`; undefined for the many that take none. */
export function slotOf({ type, subject, body }: Guarded): string | undefined {
  if (type === 'claim.sent_item_refused') return sentSlot(subject.id, body ?? {})
  // It asks to send again: it rests on the refusal, and falls with it.
  const refused = type === 'claim.message_sent' && (body as { refused?: object } | null)?.refused
  if (refused) return sentSlot(subject.id, refused)
  if (type === 'photo.submitted' && (body as { source?: unknown } | null)?.source !== 'portal') return undefined
  const name = Object.hasOwn(slots, type) ? slots[type] : undefined
  const which = part(type, body)
  return name && which !== undefined ? `${subject.kind}/${subject.id}/${name}${which}` : undefined
}

/** Cells that an event takes and those that it gives up. */
export interface Cells {
  readonly takes: readonly string[]
  readonly frees: readonly string[]
}

const none: Cells = { takes: [], frees: [] }
/** The others free nothing but what they name in `was`. */
const openAfter: ReadonlySet<string> = new Set([
  'appointment.offered',
  'appointment.booked',
  'appointment.moved',
  'appointment.attendance_withdrawn',
])

/**
 * The cells of an appointment's event, such as `room/<id>/2026-12-01T09:15`, and the claim's own: it has one open
 * appointment of a kind. What it gives up and takes again it takes.
 */
export function cellsOf({ type, body }: Guarded): Cells {
  if (!type.startsWith('appointment.') || !Object.hasOwn(slots, type)) return none
  const said = (body ?? {}) as Partial<{
    about: { kind: string; id: string }
    kind: string
    slot: Slot
    slots: readonly Slot[]
    was: readonly Slot[]
  }>
  const own = said.about && said.kind ? [`${said.about.kind}/${said.about.id}/${said.kind}`] : []
  const taken = [...(said.slots ?? []), ...(said.slot ? [said.slot] : [])].flatMap(cellsOfSlot)
  const left = (said.was ?? []).flatMap(cellsOfSlot)
  const takes = [...new Set(openAfter.has(type) ? [...own, ...taken] : taken)]
  const frees = [...new Set(openAfter.has(type) ? left : [...own, ...left])].filter((cell) => !takes.includes(cell))
  return { takes, frees }
}

function cellsOfSlot({ date, time, minutes, officer, room, interpreter }: Slot): string[] {
  const resources = [
    officer && `officer/${officer}`,
    room && `room/${room}`,
    interpreter && `interpreter/${interpreter}`,
  ]
  const start = minuteOf(time)
  return resources.flatMap((resource) =>
    resource
      ? Array.from({ length: minutes / quarter }, (_, i) => `${resource}/${date}T${timeOf(start + i * quarter)}`)
      : [],
  )
}

/** The slot on whose holder an event rests: a paper on the decision of its claim. The author's log names it in `bases`. */
export function restsOn({ type, body }: Guarded): string | undefined {
  const claim = (body as { claim?: unknown } | null)?.claim
  return type === 'document.reserved' && typeof claim === 'string' ? `claim/${claim}/decision` : undefined
}

/** Does the event go on from one of its own subject, so that it falls when that one came second? */
export const goesOn = ({ type }: Pick<Guarded, 'type'>): boolean =>
  type.startsWith('appointment.') && Object.hasOwn(slots, type)

/** Does an event take its slot from the holder? The first always does. */
export const takesSlot = (holder: string | undefined, bases: readonly string[]): boolean =>
  holder === undefined || bases.includes(holder)
