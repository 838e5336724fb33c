import type { PhotoStatistics } from '../../../shared/contract/views.ts'
import { type CheckId, checkIds } from '../../../shared/photos/checks.ts'
import type { PhotoProfile } from '../../../shared/photos/profiles.ts'
import { type ReasonCode, type ReturnReason, reasonCodeIds, returnReasons } from '../../../shared/photos/reasons.ts'
import { waitBuckets } from '../../store/projections/photo-counts.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'

/** Days of the office, both included. */
export interface Period {
  readonly from: string
  readonly to: string
  readonly profile?: PhotoProfile | undefined
}

/** What was decided in a period; a decision that was undone or reopened counts no more. */
export function photoStatistics(reader: Reader, period: Period): PhotoStatistics {
  const counts = countsIn(reader, period)
  const of = (name: string) => counts.get(name) ?? 0
  const decided = of('approved') + of('returned')
  const oldest = reader.first(
    query.selectFrom('photo').select('place_ms').where('stage', '=', 'waiting').orderBy('place_ms').limit(1),
  )
  return {
    from: period.from,
    to: period.to,
    approved: of('approved'),
    returned: of('returned'),
    reasons: counted<ReturnReason>(returnReasons, (reason) => of(`reason.${reason}`)).map(([reason, count]) => ({
      reason,
      count,
    })),
    codes: counted<ReasonCode>(reasonCodeIds, (code) => of(`code.${code}`)).map(([code, count]) => ({ code, count })),
    checks: checkIds.map((check) => agreementOn(check, decided, (how) => of(`check.${check}.${how}`))),
    waiting: {
      mean: decided > 0 ? of('waited_ms') / decided / 3_600_000 : null,
      buckets: [...waitBuckets, null].map((hours) => ({ hours, count: of(`waited.${hours ?? 'more'}`) })),
      ...(oldest ? { oldest: new Date(oldest.place_ms).toISOString() } : {}),
    },
  }
}

function countsIn(reader: Reader, { from, to, profile }: Period): ReadonlyMap<string, number> {
  let rows = query
    .selectFrom('photo_count')
    .select('name')
    .select((is) => is.fn.sum<number>('count').as('count'))
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('name')
  if (profile) rows = rows.where('profile', '=', profile)
  return new Map(reader.all(rows).map(({ name, count }) => [name, count]))
}

/** Those that occur, most frequent first. */
const counted = <T extends string>(names: readonly T[], of: (name: T) => number): [T, number][] =>
  names
    .map((name): [T, number] => [name, of(name)])
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)

type How = 'agreed' | 'machine_only' | 'officer_only' | 'not_assessed'

function agreementOn(check: CheckId, decided: number, of: (how: How) => number): PhotoStatistics['checks'][number] {
  const [agreed, machineOnly, officerOnly] = [of('agreed'), of('machine_only'), of('officer_only')]
  const notAssessed = of('not_assessed')
  const neither = Math.max(0, decided - agreed - machineOnly - officerOnly - notAssessed)
  const assessed = agreed + machineOnly + officerOnly + neither
  return {
    check,
    agreed,
    machineOnly,
    officerOnly,
    neither,
    notAssessed,
    agreement: assessed > 0 ? (agreed + neither) / assessed : null,
  }
}
