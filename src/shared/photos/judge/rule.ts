/** One check: its numbers against the limits of the policy. */
import { type CheckId, type Level, type Note, rank } from '../checks.ts'
import type { Measures } from '../measures.ts'
import { type MetricId, metrics } from '../metrics.ts'
import type { CheckRule, Limits, MetricRule } from '../policy.ts'
import { reasonCodes } from '../reasons.ts'
import type { Bounds, CheckResult, Reading } from '../report.ts'
import type { Values } from './own-values.ts'

/** The check as its readings say; not assessed when there is none. `infant`: by the limits for infants. */
export function byRule(id: CheckId, rule: CheckRule, values: Values, measures: Measures, infant: boolean): CheckResult {
  const ids = Object.keys(rule.metrics) as MetricId[]
  const readings = ids
    .flatMap((metric) => readingOf(metric, limitsOf(rule.metrics[metric], infant), values))
    .toSorted((a, b) => rank[b.level] - rank[a.level])
  const [first] = readings
  if (!first) return notAssessed(id, rule, ids.map((metric) => measures.notes[metric]).find(Boolean) ?? 'not_measured')
  const regions = readings
    .filter(({ level }) => level === first.level && level !== 'ok')
    .flatMap(({ metric }) => measures.regions[metric] ?? [])
  const iso = measures.iso.find(({ check }) => check === id)
  return {
    id,
    level: first.level,
    value: first.value,
    unit: first.unit,
    ...sides(first),
    readings,
    ...(regions.length ? { regions } : {}),
    ...(iso ? { iso: { component: iso.component, raw: iso.raw, quality: iso.quality } } : {}),
    ...reasonOf(rule),
  }
}

/** A check that says only that something is so, without a number. */
export const plain = (id: CheckId, rule: CheckRule, level: Level): CheckResult => ({
  id,
  level,
  value: null,
  readings: [],
  ...reasonOf(rule),
})

export const notAssessed = (id: CheckId, rule: CheckRule, note: Note): CheckResult => ({
  ...plain(id, rule, 'not_assessed'),
  note,
})

const reasonOf = ({ code }: CheckRule) => (code ? { reason: reasonCodes[code].reason, code } : {})

const limitsOf = (rule: MetricRule | undefined, infant: boolean): Limits =>
  (infant ? rule?.infants : undefined) ?? rule ?? {}

function readingOf(metric: MetricId, { review, return: back }: Limits, values: Values): Reading[] {
  const value = values.get(metric)
  if (!value) return []
  const level = outside(value.exact, back) ? 'return' : outside(value.exact, review) ? 'review' : 'ok'
  const limits = { ...(review ? { review } : {}), ...(back ? { return: back } : {}) }
  return [{ metric, value: value.shown, unit: metrics[metric].unit, level, limits }]
}

const outside = (value: number, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Bounds = {}) =>
  !(value >= min && value <= max)

/** The limits on the side where the value lies: what it had to reach or to stay below. */
function sides({ value, limits }: Reading): { reviewAt?: number; returnAt?: number } {
  const reviewAt = nearest(value, limits.review)
  const returnAt = nearest(value, limits.return)
  return { ...(reviewAt === undefined ? {} : { reviewAt }), ...(returnAt === undefined ? {} : { returnAt }) }
}

function nearest(value: number, { min, max }: Bounds = {}): number | undefined {
  if (min === undefined || max === undefined) return min ?? max
  return value < (min + max) / 2 ? min : max
}
