import type { Bilingual } from '../../language.ts'
import { ok, type Result } from '../../result.ts'
import type { ClaimantDocumentData, PrintedCountry } from '../data.ts'
import type { FontFace, TextMetrics } from '../display-list.ts'
import type { Finding } from '../finding.ts'
import { printableName, shapeability } from '../names.ts'
import { labels, words } from '../templates/labels.ts'
import { type Field, nameFit, ownScriptFit } from './fields.ts'

/** The person as both papers name them. */

export interface Holder {
  readonly familyName: string
  readonly givenNames: string
  /** Absent when there is none, or it cannot be printed rightly (see findings). */
  readonly native?: { readonly text: string; readonly face: FontFace; readonly lang: string }
  readonly findings: readonly Finding[]
}

type Names = Pick<ClaimantDocumentData, 'familyName' | 'givenNames' | 'nativeName'>

/** Checks and prepares the names. A name in Latin letters that cannot be printed is refused; one in another script is left out with a finding. */
export function holderNames(names: Names, metrics: TextMetrics): Result<Holder> {
  const familyName = printableName(names.familyName, metrics)
  if (!familyName.ok) return familyName
  const givenNames = printableName(names.givenNames, metrics)
  if (!givenNames.ok) return givenNames
  const latin = { familyName: familyName.value || '—', givenNames: givenNames.value || '—' }
  if (!names.nativeName?.trim()) return ok({ ...latin, findings: [] })
  const native = shapeability(names.nativeName, metrics)
  if (!native.ok) return ok({ ...latin, findings: [native.leftOut] })
  if (!fitsOnItsLine(native, metrics))
    return ok({ ...latin, findings: [{ code: 'documents.own_script_long', params: {} }] })
  return ok({ ...latin, native: { text: native.text, face: native.face, lang: native.lang }, findings: [] })
}

/** Narrowest line that a paper gives to a name in its own script. */
export const nativeLineWidth = 400

const fitsOnItsLine = (native: { text: string; face: FontFace }, metrics: TextMetrics) =>
  metrics.width(native.face, native.text, ownScriptFit.smallest) <= nativeLineWidth

/** The rows of a field table that say who the holder is. */
export function nameRows(holder: Holder): Field[][] {
  const name = (id: 'familyName' | 'givenNames'): Field => ({
    id,
    label: labels[id],
    value: holder[id],
    share: 1,
    fit: nameFit,
  })
  const native = holder.native
  return [
    [name('familyName')],
    [name('givenNames')],
    ...(native
      ? [
          [
            {
              id: 'nativeName',
              label: labels.nativeName,
              value: native.text,
              face: native.face,
              valueLang: native.lang,
              share: 1,
              fit: ownScriptFit,
            },
          ],
        ]
      : []),
  ]
}

/** `1985-04-23`; what is not known as X, as Doc 9303-3 prints unknown parts of a date of birth. */
export function printedDate(date: string | null): string {
  const [year = 'XXXX', month = 'XX', day = 'XX'] = date?.split('-') ?? []
  return `${year}-${month}-${day}`
}

export function countryNames(countries: readonly PrintedCountry[]): Bilingual {
  if (countries.length === 0) return words.notEstablished
  return {
    en: countries.map((country) => country.name.en).join(', '),
    fr: countries.map((country) => country.name.fr).join(', '),
  }
}
