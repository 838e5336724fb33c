import type { Bilingual } from '../language.ts'
import { departure, type OrderEvent, orderInForce, type Pause } from '../rules/index.ts'
import type { Acts } from './acts.ts'

/** What became of a departure order, and the limits that follow from it. Days are days of the office. */

/** A limit as the claim keeps it. */
export interface OrderDeadline {
  readonly rule: string
  readonly due: string
  readonly trigger: string
  readonly label: Bilingual
  readonly citation: Bilingual
  readonly source: string
  readonly effect?: boolean | undefined
}

const startRule = 'order.'
const leaveRule = 'departure.comply'

/** The day on which an order comes into force, and the last day to leave: not said while a detention stops the count. */
export function orderDeadlines(
  order: { readonly rule: string; readonly inForce: string; readonly notice: string; readonly citation: Bilingual },
  pauses: readonly Pause[],
): OrderDeadline[] {
  const start = {
    rule: order.rule,
    due: order.inForce,
    trigger: order.notice,
    label: { en: 'Departure order comes into force', fr: 'La mesure d’interdiction de séjour prend effet' },
    citation: order.citation,
    source: 'LAW',
    effect: true,
  }
  return [start, ...leaveBy(start, pauses)]
}

/** The limits of a claim after a detention began, ended or was set aside: IRPR s. 224(3) stops the 30 days. */
export function withPauses<D extends OrderDeadline>(
  deadlines: readonly D[],
  pauses: readonly Pause[],
): OrderDeadline[] {
  const others = deadlines.filter(({ rule }) => rule !== leaveRule)
  const start = others.find(({ rule }) => rule.startsWith(startRule))
  return start ? [...others, ...leaveBy(start, pauses)] : [...deadlines]
}

function leaveBy(start: OrderDeadline, pauses: readonly Pause[]): OrderDeadline[] {
  const { leaveBy: due, citation } = departure(start.due, pauses)
  if (!due) return []
  const label = { en: 'Last day to leave and confirm departure', fr: 'Dernier jour pour partir et confirmer le départ' }
  return [{ rule: leaveRule, due, trigger: start.due, label, citation, source: 'LAW' }]
}

/** The times in which the 30 days do not run. */
export const pausesOf = (detention: Acts['detention']): Pause[] =>
  detention ? [{ from: detention.since, ...(detention.until ? { to: detention.until } : {}) }] : []

export interface OrderStanding {
  /** `waiting`: it comes into force on the day given. */
  readonly state: 'conditional' | 'waiting' | 'in_force' | 'deportation'
  readonly inForce?: string
  /** Absent while a detention stops the count. */
  readonly leaveBy?: string
  readonly deportationFrom?: string
}

/** Where an order stands today. `ended`: the day on which it comes into force, by the decision. */
export function orderStanding(
  { departureOrder: order, detention }: Acts,
  ended: string | undefined,
  today: string,
): OrderStanding | undefined {
  if (!order) return undefined
  const inForce = order.conditional ? ended : order.on
  if (!inForce) return { state: 'conditional' }
  const { citation: _, ...limits } = departure(inForce, pausesOf(detention))
  const state =
    today < inForce ? 'waiting' : limits.deportationFrom && today >= limits.deportationFrom ? 'deportation' : 'in_force'
  return { state, inForce, ...limits }
}

/** The ordinary ends of a referred claim, and how long after the notice each brings a conditional order into force. */
export const orderEnds = [
  'withdrawn',
  'abandoned',
  'rejected_no_appeal',
  'rejected_appeal_not_filed',
  'appeal_rejected',
] as const satisfies readonly OrderEvent[]

/** The day on which the order would come into force if notice of such an end were given on `notice`. */
export const inForceAfter = (end: (typeof orderEnds)[number], notice: string): string =>
  orderInForce(end, notice).inForce
