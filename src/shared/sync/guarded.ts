/**
 * Decisions that are taken once. A slot belongs to whoever came first in the order of the stream; after that only an
 * event that names the holder among its bases takes its place: its author saw what it replaces. Nothing here asks a
 * clock, so desk and central come to the same answer. Who has a party of the waiting room is no such decision: it is a
 * field, and both names show.
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
  'photo.approved': 'decision',
  'photo.returned': 'decision',
  'photo.decision_undone': 'decision',
  'photo.reopened': 'decision',
  'confirmation.confirmed': 'residence',
  'confirmation.residence_set_aside': 'residence',
  'confirmation.ecopr_issued': 'ecopr',
  'confirmation.ecopr_withdrawn': 'ecopr',
  'confirmation.card_ordered': 'card',
}

/** The slot that an event takes, such as `claim/<id>/decision`; undefined for the many that take none. */
export function slotOf({ type, subject }: Guarded): string | undefined {
  const name = Object.hasOwn(slots, type) ? slots[type] : undefined
  return name && `${subject.kind}/${subject.id}/${name}`
}

/** The slot on whose holder an event rests: a paper on the decision of its claim. The author's log names it in `bases`. */
export function restsOn({ type, body }: Guarded): string | undefined {
  const claim = (body as { claim?: unknown } | null)?.claim
  return type === 'document.reserved' && typeof claim === 'string' ? `claim/${claim}/decision` : undefined
}

/** Does an event take its slot from the holder? The first always does. */
export const takesSlot = (holder: string | undefined, bases: readonly string[]): boolean =>
  holder === undefined || bases.includes(holder)
