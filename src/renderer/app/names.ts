import type { Language } from '../../shared/language.ts'
import { countryName as named, selectableStates } from '../../shared/mrz/states.ts'
import { ownNames } from './language-names.ts'

/** Names of countries and languages in the officer's language. */

interface Option {
  readonly value: string
  readonly label: string
}

/** Spoken languages that an officer is likely to need and that have a name here; the rest is typed as a dialect. */
const spoken =
  'aa af ak am ar ay az be bg bm bn bo bs ca ce ceb ckb cs da de dv dz ee el en es et eu fa ff fi fil fj fr fy ga gd gl gn gu ha he hi hr ht hu hy id ig is it ja jv ka kab ki kk km kmr kn ko kok ku ky lg ln lo lt lu luo lv mai mg mi mk ml mn mr ms mt my nd ne nl no nr ny om or pa pap pl ps pt qu rn ro ru rw sa sat sd sg shi si sk sl sn so sq sr ss st su sv sw ta te tg th ti tig tk tn to tr ts tt tw tzm ug uk ur uz ve vi wo xh yi yo yue zgh zh zu'.split(
    ' ',
  )

/** `Haïti` of `HTI`, `Apatride` of `XXA`; the code itself when nobody knows it. */
export const countryName = (code: string, language: Language): string => named(code, language)

/** What may be chosen: a place to live, a citizenship (also stateless, refugee ...), an issuer of documents. */
export type CountryKind = 'residence' | 'citizenship' | 'issuer'
const included = {
  residence: ['state'],
  citizenship: ['state', 'status'],
  issuer: ['state', 'status', 'organization'],
} as const satisfies Record<CountryKind, readonly string[]>

/** Countries by name, then what is no country. */
export function countries(language: Language, kind: CountryKind): Option[] {
  const kinds: readonly string[] = included[kind]
  return selectableStates(language)
    .filter((state) => kinds.includes(state.kind))
    .map(({ code, name }) => ({ value: code, label: name }))
}

const tongues = new Map<Language, Intl.DisplayNames>()

/** `Somali` of `so`; the code itself when nobody knows it. */
export function languageName(code: string, language: Language): string {
  const names = tongues.get(language) ?? new Intl.DisplayNames(`${language}-CA`, { type: 'language', fallback: 'none' })
  tongues.set(language, names)
  return ownNames[code]?.[language] ?? names.of(code) ?? code
}

export function languagesOfTheWorld(language: Language): Option[] {
  const { compare } = new Intl.Collator(`${language}-CA`)
  const options = spoken.map((value) => ({ value, label: languageName(value, language) }))
  return options.sort((a, b) => compare(a.label, b.label))
}
