import type { PhotoWhatIf } from '../../../shared/contract/views.ts'
import type { EventBody } from '../../../shared/domain/catalogue.ts'
import type { CheckId } from '../../../shared/photos/checks.ts'
import type { MetricId } from '../../../shared/photos/metrics.ts'
import { type PhotoPolicy, photoPolicies } from '../../../shared/photos/policy.ts'
import type { PhotoProfile } from '../../../shared/photos/profiles.ts'
import type { Bounds, PhotoReport } from '../../../shared/photos/report.ts'
import { whatIf } from '../../../shared/photos/what-if.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'

/** So many of the latest photos are judged again. */
export const triedPhotos = 500
/** So many of those that would change are named. */
const named = 50

/**
 * What changed limits would have done to the last photos of a profile, from their stored measures: nothing is decoded,
 * nothing is changed. Fails with `desk.bad_input` for a limit that the policy in force does not have.
 */
export function tryPolicy(reader: Reader, profile: PhotoProfile, limits: readonly ChangedLimit[]): Result<PhotoWhatIf> {
  const policy = changedPolicy(photoPolicies[profile], limits)
  if (!policy) return fail('desk.bad_input', { field: 'limits' })
  const rows = reader.all(
    query
      .selectFrom('photo')
      .select(['id', 'report'])
      .where('profile', '=', profile)
      .where('report', 'is not', null)
      .orderBy('n', 'desc')
      .limit(triedPhotos),
  )
  const stored = rows.flatMap(({ id, report }) => {
    const body = reader.event(report ?? '')?.body as EventBody<'photo.checked'> | null | undefined
    return body ? [{ id, report: body.report as unknown as PhotoReport }] : []
  })
  const { changed, ...rest } = whatIf(
    policy,
    stored.map(({ report }) => report),
  )
  return ok({
    ...rest,
    changed: changed.slice(0, named).map(({ index, from, to }) => ({ photoId: stored[index]?.id ?? '', from, to })),
    changedInAll: changed.length,
  })
}

/** Other limits for one metric of a check; a side that is left out stays as it is. */
export interface ChangedLimit {
  readonly check: CheckId
  readonly metric: MetricId
  readonly review?: Bounds | undefined
  readonly return?: Bounds | undefined
}

/** A copy of the policy with other limits; undefined when it has no such limit. */
function changedPolicy(policy: PhotoPolicy, limits: readonly ChangedLimit[]): PhotoPolicy | undefined {
  const checks = { ...policy.checks }
  for (const { check, metric, review, return: returned } of limits) {
    const rule = checks[check].metrics[metric]
    if (!rule) return undefined
    const changed = { ...rule, ...(review ? { review } : {}), ...(returned ? { return: returned } : {}) }
    checks[check] = { ...checks[check], metrics: { ...checks[check].metrics, [metric]: changed } }
  }
  return { ...policy, version: `${policy.version} changed`, checks }
}
