import type { replacementReasons } from '../domain/vocabulary.ts'
import type { Bilingual } from '../language.ts'
import { fail, ok, type Result } from '../result.ts'
import { dayRange, type IsoDate, type PartialDate, reachesAge } from './dates.ts'
import { deadline } from './deadlines.ts'

/**
 * When a claimant document is replaced: expired or within three months of it, lost, stolen, damaged or wrong, and for
 * nothing else (IRCC, replace a refugee protection claimant document; facts: domain 1.2).
 */

export type ReplacementReason = (typeof replacementReasons)[number]

/** What was said of a replacement that is asked for. */
export interface ReplacementRequest {
  readonly why: ReplacementReason
  /** What was wrong, or what became of the document. */
  readonly note?: string | undefined
  readonly police?: { readonly number: string; readonly service: string } | undefined
  /** The old sheet is in the officer's hand. */
  readonly returned: boolean
}

/** When a document may be renewed: `renewable` once expired or under three months from it. */
export interface Renewal {
  readonly validUntil: IsoDate
  readonly expired: boolean
  readonly renewable: boolean
  /** First day of the renewal window. */
  readonly from: IsoDate
  readonly citation: Bilingual
}

/** Where a document stands in its renewal window on a day of the office, by `rpid.renewal_window`. */
export function renewalOf(validUntil: IsoDate, today: IsoDate): Renewal {
  const { due: from, citation } = deadline('rpid.renewal_window', validUntil)
  return { validUntil, expired: validUntil < today, renewable: from <= today, from, citation }
}

/**
 * May the document be replaced for this reason? Fails with `papers.not_yet_renewable` (names both days),
 * `papers.police_report_needed`, `papers.error_unsaid`, `papers.not_returned`. A document without a day of expiry is never renewed.
 */
export function mayReplace(request: ReplacementRequest, validUntil: IsoDate | null, today: IsoDate): Result<null> {
  const renewal = validUntil === null ? undefined : renewalOf(validUntil, today)
  if (request.why === 'expiry' && !renewal?.renewable)
    return fail('papers.not_yet_renewable', { until: validUntil ?? '-', from: renewal?.from ?? '-' })
  if (request.why === 'stolen' && !request.police) return fail('papers.police_report_needed')
  if (request.why === 'error' && !request.note) return fail('papers.error_unsaid')
  if (request.returned && (request.why === 'lost' || request.why === 'stolen')) return fail('papers.not_returned')
  return ok(null)
}

/**
 * Does the replacement need a new photo? Where the person was under 18 when the claim was made; of a birth known to the
 * month or year the latest day counts. An error of the office is put right with the picture that is there.
 */
export function newPhotoNeeded(why: ReplacementReason, birth: PartialDate | undefined, claimDate: IsoDate): boolean {
  if (why === 'error' || birth === undefined) return false
  return reachesAge(dayRange(birth).latest, 18) > claimDate
}
