import type { EventBody } from '../../../shared/domain/catalogue.ts'
import { type Essential, essentialsOf } from '../../../shared/rules/completeness/essentials.ts'
import type { OwnRecord } from '../../../shared/rules/finding.ts'
import { dateIn, officeOf } from '../../office/settings.ts'
import { query } from '../../store/query.ts'
import type { Tx } from '../../store/types.ts'
import { fieldsOf } from '../fields.ts'
import { wholeTimeline } from '../timeline.ts'
import type { ClaimFile } from '../tools.ts'
import { evidenceRows } from './input.ts'

/**
 * The day (of the office, YYYY-MM-DD) on which the last of what a claim needs came, of one that lacks nothing: when the
 * central got it or an officer noted it, whenever this desk was told. Undefined where nothing says so of one of them.
 */
export function lastArrival(tx: Tx, claim: ClaimFile, input: OwnRecord): string | undefined {
  const days = essentialsOf(input).map(({ essential }) => arrivalsOf(tx, claim, input, essential).toSorted()[0])
  return days.every((day) => day !== undefined) ? days.toSorted().at(-1) : undefined
}

/** Days of everything by which it is met; the first of them counts. */
function arrivalsOf(tx: Tx, claim: ClaimFile, input: OwnRecord, { by }: Essential): string[] {
  const { zone } = officeOf(tx)
  const sent = sentOn(tx, claim.id)
  const counts = new Set(input.evidence.flatMap(({ id, kind, aside }) => (!aside && by.evidence(kind) ? [id] : [])))
  const pieces = evidenceRows(tx, claim.id).filter(({ id }) => counts.has(id))
  const fields = fieldsOf(tx, { kind: 'claim', id: claim.id })
  const holders = by
    .fields(input)
    .flatMap((name) => (fields[name]?.value === undefined ? [] : (fields[name]?.heads ?? [])))
  const held = holders.flatMap((head) => {
    const event = tx.event(head)
    if (!event) return []
    const { correction } = (event.body ?? {}) as { correction?: string }
    return [(correction && sent.get(correction)) || dateIn(zone, event.at)]
  })
  return [
    ...pieces.map(({ id, at_ms }) => sent.get(id) ?? dateIn(zone, at_ms)),
    ...held,
    ...(by.read && input.read ? readOn(tx, claim, zone) : []),
  ]
}

/** What the person sent through the portal, by its id, with the day on which the central got it. */
const sentOn = (tx: Tx, claim: string): ReadonlyMap<string, string> =>
  new Map(
    tx
      .all(query.selectFrom('portal_item').select(['item', 'body']).where('claim', '=', claim))
      .map(({ item, body }) => [item, (JSON.parse(body) as EventBody<'claim.evidence_sent'>).on]),
  )

const readOn = (tx: Tx, { personId }: ClaimFile, zone: string): string[] =>
  wholeTimeline(tx, { kind: 'person', id: personId }).flatMap(({ type, at }) =>
    type === 'person.document_read' ? [dateIn(zone, at)] : [],
  )
