import { directionOf, type ReadBackPhrases, readBackPhrases } from '../../../../shared/i18n/read-back-phrases.ts'
import type { Language } from '../../../../shared/language.ts'
import { countryName, countryNameIn } from '../../../../shared/mrz/states.ts'

/** The labels of the read-back in the claimant's language, and how names of countries and dates are written in it. */
export interface Labels {
  /** ISO 639 code of the labels. */
  readonly language: string
  readonly direction: 'rtl' | 'ltr'
  readonly phrases: ReadBackPhrases
}

/** Labels in the language that the person speaks; in their official language where the table has no such phrases. */
export function labelsFor(spoken: string | undefined, official: Language): Labels {
  const language = spoken && Object.hasOwn(readBackPhrases, spoken) ? spoken : official
  const phrases = readBackPhrases[language]
  if (!phrases) throw new Error('The official languages have their phrases')
  return { language, direction: directionOf(language), phrases }
}

/** A citizenship in the claimant's language. */
export function citizenshipIn(code: string, { language, phrases }: Labels, official: Language): string {
  if (code === 'XXA') return phrases.stateless
  return countryNameIn(code, language) ?? countryName(code, official)
}

/**
 * A birth date, whole or in part, in words of that language: always of the Gregorian calendar, as on the paper.
 * Digits are the ones that the paper has.
 */
export function dateIn(date: string, language: string): string {
  const [year = '', month, day] = date.split('-')
  const parts: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(month ? { month: 'long' } : {}),
    ...(day ? { day: 'numeric' } : {}),
  }
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  at.setUTCFullYear(Number(year))
  return new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...parts, timeZone: 'UTC' }).format(at)
}
