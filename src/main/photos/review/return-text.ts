import type { Bilingual } from '../../../shared/language.ts'
import type { PhotoProfile } from '../../../shared/photos/profiles.ts'
import type { ReasonCode, ReturnReason } from '../../../shared/photos/reasons.ts'

export interface ReturnGiven {
  readonly reasons: readonly ReturnReason[]
  readonly codes: readonly ReasonCode[]
  readonly words?: { readonly en?: string | undefined; readonly fr?: string | undefined } | undefined
}

/** What the applicant is told of a return, in both languages. */
export function returnTextFor(_profile: PhotoProfile, { reasons, words }: ReturnGiven): Bilingual {
  return {
    en: [reasons.join(', '), words?.en ?? words?.fr].filter(Boolean).join('\n'),
    fr: [reasons.join(', '), words?.fr ?? words?.en].filter(Boolean).join('\n'),
  }
}
