import type { Bilingual } from '../../../shared/language.ts'
import { photoPolicies } from '../../../shared/photos/policy.ts'
import type { PhotoProfile } from '../../../shared/photos/profiles.ts'
import { returnText } from '../../../shared/photos/reason-texts.ts'
import type { ReasonCode, ReturnReason } from '../../../shared/photos/reasons.ts'

export interface ReturnGiven {
  readonly reasons: readonly ReturnReason[]
  readonly codes: readonly ReasonCode[]
  readonly words?: { readonly en?: string | undefined; readonly fr?: string | undefined } | undefined
}

/** What the applicant is told of a return, in both languages; words given in one language only stand in both. */
export function returnTextFor(profile: PhotoProfile, { reasons, codes, words }: ReturnGiven): Bilingual {
  const [en, fr] = [words?.en ?? words?.fr, words?.fr ?? words?.en]
  const said = en && fr ? { words: { en, fr } } : {}
  return returnText({ reasons, codes, policy: photoPolicies[profile], ...said })
}
