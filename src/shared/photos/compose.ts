/** From checks to a suggestion: what the officer sees first. The officer decides. */

import { suggestFrame } from './crop.ts'
import { judgeMeasures } from './judge.ts'
import type { Measures } from './measures.ts'
import { uprightSize } from './picture.ts'
import type { PhotoPolicy } from './policy.ts'
import { type ReasonCode, type ReturnReason, reasonCodes, returnReasons } from './reasons.ts'
import type { Arrival, CheckResult, FileFacts, PhotoReport } from './report.ts'

/** The whole report of one photo. `engine` is null when only the file was looked at. */
export function composeReport(
  measures: Measures,
  file: FileFacts,
  arrival: Arrival,
  engine: PhotoReport['engine'],
  policy: PhotoPolicy,
): PhotoReport {
  const { face, fingerprints, ...rest } = measures
  const checks = judgeMeasures(measures, file, arrival, policy)
  return {
    schema: 1,
    policy: { profile: policy.profile, version: policy.version },
    engine,
    file,
    arrival,
    face,
    measures: rest,
    checks,
    ...suggest(checks, policy),
    fingerprints,
    crop: measures.turn === 0 ? suggestFrame(face, uprightSize(file), policy) : null,
  }
}

/** The measures of a stored report, whole again. */
export const measuresOf = ({ measures, face, fingerprints }: PhotoReport): Measures => ({
  ...measures,
  face,
  fingerprints,
})

/**
 * What the checks amount to. One at `return` proposes a return, for the reasons of all such checks in the service's
 * order. A picture of a paper photo joins them when other reasons stand; it is never alone one.
 */
export function suggest(
  checks: readonly CheckResult[],
  policy: PhotoPolicy,
): Pick<PhotoReport, 'suggestion' | 'suggestedReasons' | 'suggestedCodes'> {
  const returned = checks.filter(({ level }) => level === 'return')
  const paper = checks.filter(({ id, level }) => id === 'recapture' && level === 'review')
  const codes = returned.length ? [...returned, ...paper].flatMap(({ code }) => code ?? []) : []
  const suggestedCodes = [...new Set<ReasonCode>(codes)]
  const given = new Set<ReturnReason>(suggestedCodes.map((code) => reasonCodes[code].reason))
  return {
    suggestion: returned.length ? 'return' : checks.some((check) => needsEye(check, policy)) ? 'review' : 'accept',
    suggestedReasons: returnReasons.filter((reason) => given.has(reason)),
    suggestedCodes,
  }
}

const needsEye = ({ id, level }: CheckResult, policy: PhotoPolicy): boolean =>
  level === 'review' || (level === 'not_assessed' && policy.checks[id].required === true)
