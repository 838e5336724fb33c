import type { Bilingual } from '../language.ts'
import { irpa, irpr } from './citation.ts'
import { addDays, type IsoDate } from './dates.ts'
import { deadline } from './deadlines.ts'

/** When a conditional departure order comes into force, IRPA s. 49(2). Days are counted from the notice to the person. */
export interface OrderInForce {
  readonly event: OrderEvent
  readonly rule: string
  readonly notice: IsoDate
  readonly inForce: IsoDate
  readonly citation: Bilingual
}

/** A time in which the 30 days do not run: detention or a stay of removal. Both days included; open while it lasts. */
export interface Pause {
  readonly from: IsoDate
  readonly to?: IsoDate
}

export interface Departure {
  /** Last day to leave and confirm departure; absent while a pause is open. */
  readonly leaveBy?: IsoDate
  /** The order is a deportation order from this day on if the person has not left. */
  readonly deportationFrom?: IsoDate
  readonly citation: Bilingual
}

/**
 * The day on which a conditional departure order comes into force after an event.
 * `appealLimit` replaces the ordinary limit where the Refugee Appeal Division extended it.
 */
export function orderInForce(event: OrderEvent, notice: IsoDate, appealLimit?: IsoDate): OrderInForce {
  const row = rowFor(event, notice)
  const counted = addDays(notice, row.days)
  const dayAfterLimit = row.appeal && addDays(appealLimit ?? deadline(row.appeal, notice).due, 1)
  const inForce = dayAfterLimit && dayAfterLimit > counted ? dayAfterLimit : counted
  return { event, rule: row.id, notice, inForce, citation: irpa('49(2)') }
}

/** The 30 days to leave once the order is enforceable; a pause stops the count (IRPR s. 224(2), (3)). */
export function departure(enforceable: IsoDate, pauses: readonly Pause[] = []): Departure {
  const citation = irpr('224(2), (3)')
  let day = enforceable
  for (let left = 30; left > 0; left--) {
    day = addDays(day, 1)
    const running = pauses.find((pause) => pause.from <= day && day <= (pause.to ?? day))
    if (!running) continue
    if (!running.to) return { citation }
    day = running.to
    left++
  }
  return { leaveBy: day, deportationFrom: addDays(day, 1), citation }
}

export const orderEvents = {
  ineligible_safe_third_country: {
    en: 'Claim ineligible only under the Safe Third Country Agreement',
    fr: 'Demande irrecevable uniquement en vertu de l’Entente sur les tiers pays sûrs',
  },
  ineligible_other: { en: 'Claim ineligible on another ground', fr: 'Demande irrecevable pour un autre motif' },
  rejected_no_appeal: { en: 'Claim rejected, no right of appeal', fr: 'Demande rejetée, sans droit d’appel' },
  rejected_appeal_not_filed: { en: 'Claim rejected, appeal not filed', fr: 'Demande rejetée, appel non déposé' },
  rejected_appeal_not_perfected: {
    en: 'Claim rejected, appeal not perfected',
    fr: 'Demande rejetée, appel non mis en état',
  },
  appeal_rejected: { en: 'Appeal rejected', fr: 'Appel rejeté' },
  withdrawn: { en: 'Claim withdrawn', fr: 'Demande retirée' },
  abandoned: { en: 'Claim declared abandoned', fr: 'Désistement de la demande prononcé' },
  terminated: {
    en: 'Claim terminated, IRPA s. 104(1)(c) or (d)',
    fr: 'Classement de la demande, LIPR, art. 104(1)c) ou d)',
  },
} as const satisfies Record<string, Bilingual>
export type OrderEvent = keyof typeof orderEvents

interface Row {
  readonly id: string
  readonly event: OrderEvent
  readonly days: number
  /** The later of these days and of the day after this limit. */
  readonly appeal?: 'rad.file' | 'rad.perfect'
  readonly to?: IsoDate
}

/** In the order in which they are tried: a row that ended stands before the one that replaced it. */
const rows: readonly Row[] = [
  { id: 'order.stca', event: 'ineligible_safe_third_country', days: 0 },
  { id: 'order.ineligible', event: 'ineligible_other', days: 7 },
  { id: 'order.rejected', event: 'rejected_no_appeal', days: 15 },
  { id: 'order.not_filed', event: 'rejected_appeal_not_filed', days: 15, appeal: 'rad.file' },
  { id: 'order.not_perfected', event: 'rejected_appeal_not_perfected', days: 15, appeal: 'rad.perfect' },
  { id: 'order.appeal_rejected', event: 'appeal_rejected', days: 15 },
  // Until S.C. 2026, c. 4 a withdrawal counted like an abandonment.
  { id: 'order.withdrawn.2012', event: 'withdrawn', days: 15, to: '2026-03-25' },
  { id: 'order.withdrawn.2026', event: 'withdrawn', days: 0 },
  { id: 'order.abandoned', event: 'abandoned', days: 15 },
  { id: 'order.terminated', event: 'terminated', days: 15 },
]

function rowFor(event: OrderEvent, notice: IsoDate): Row {
  const row = rows.find((each) => each.event === event && notice <= (each.to ?? notice))
  if (!row) throw new Error(`No row for ${event}`)
  return row
}
