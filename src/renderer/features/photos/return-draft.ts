import type { PhotoReview } from '../../../shared/contract/views.ts'
import { photoPolicies } from '../../../shared/photos/policy.ts'
import { returnText } from '../../../shared/photos/reason-texts.ts'
import {
  type ReasonCode,
  type ReturnReason,
  reasonCodeIds,
  reasonCodes,
  returnReasons,
} from '../../../shared/photos/reasons.ts'

/** What a return would say. */
export interface Draft {
  readonly reasons: readonly ReturnReason[]
  readonly codes: readonly ReasonCode[]
  readonly words: { readonly en: string; readonly fr: string }
}

/** As the machine suggests it. */
export const suggestedDraft = ({ report }: Pick<PhotoReview, 'report'>): Draft => ({
  reasons: report?.suggestedReasons ?? [],
  codes: report?.suggestedCodes ?? [],
  words: { en: '', fr: '' },
})

/** A reason that goes takes its finer codes with it. */
export function toggleReason(draft: Draft, reason: ReturnReason): Draft {
  const on = draft.reasons.includes(reason)
  return {
    ...draft,
    reasons: returnReasons.filter((each) => (each === reason ? !on : draft.reasons.includes(each))),
    codes: on ? draft.codes.filter((code) => reasonCodes[code].reason !== reason) : draft.codes,
  }
}

/** A finer code brings its reason. */
export function toggleCode(draft: Draft, code: ReasonCode): Draft {
  const on = draft.codes.includes(code)
  const codes = reasonCodeIds.filter((each) => (each === code ? !on : draft.codes.includes(each)))
  const { reason } = reasonCodes[code]
  const reasons = on ? draft.reasons : returnReasons.filter((each) => each === reason || draft.reasons.includes(each))
  return { ...draft, codes, reasons }
}

/** Codes of a reason, in the order of the list. */
export const codesOf = (reason: ReturnReason): readonly ReasonCode[] =>
  reasonCodeIds.filter((code) => reasonCodes[code].reason === reason)

/** What is still in the way of sending it. */
export function lacks({ reasons, codes, words }: Draft): 'reason' | 'words' | undefined {
  if (reasons.length === 0) return 'reason'
  const onlyOther = reasons.includes('other_requirements') && codes.every((code) => code === 'other')
  return onlyOther && !words.en.trim() && !words.fr.trim() ? 'words' : undefined
}

/** The officer's words, without those left empty. */
export function wordsOf({ words }: Draft): { en?: string; fr?: string } {
  const [en, fr] = [words.en.trim(), words.fr.trim()]
  return { ...(en ? { en } : {}), ...(fr ? { fr } : {}) }
}

/** What the applicant would read: the desk makes it by the same function. */
export const textOf = (draft: Draft, { row }: Pick<PhotoReview, 'row'>) =>
  returnText({ ...draft, policy: photoPolicies[row.profile], words: wordsOf(draft) })
