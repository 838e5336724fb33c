import isoCodes from 'i18n-iso-countries/codes.json'
import type { Bilingual, Language } from '../language.ts'

/**
 * A country, nationality or issuing organization as Passerelle stores it: three capital letters. ISO 3166-1 alpha-3,
 * `XKX` for Kosovo, or a code of ICAO Doc 9303-3 section 5 for what ISO does not know (`XXA` stateless ...).
 */
export type CountryCode = string

/** `state`: a country. `status`: a nationality without a country. `organization`: issues documents, has no citizens. */
export type StateKind = 'state' | 'status' | 'organization' | 'retired'

interface Special {
  readonly kind: StateKind
  readonly name: Bilingual
}

/** ICAO Doc 9303-3 (8th edition), section 5, parts A to G. */
const specials: Readonly<Record<CountryCode, Special>> = {
  XXA: status('Stateless person (1954 Convention)', 'Apatride (Convention de 1954)'),
  XXB: status('Refugee (1951 Convention)', 'Personne réfugiée (Convention de 1951)'),
  XXC: status('Refugee (other)', 'Personne réfugiée (autre)'),
  XXX: status('Unspecified nationality', 'Nationalité non précisée'),
  GBD: status('British Overseas Territories citizen', 'Citoyen des territoires britanniques d’outre-mer'),
  GBN: status('British National (Overseas)', 'Ressortissant britannique d’outre-mer'),
  GBO: status('British Overseas citizen', 'Citoyen britannique d’outre-mer'),
  GBP: status('British protected person', 'Personne protégée britannique'),
  GBS: status('British subject', 'Sujet britannique'),
  UNK: status('Resident of Kosovo (UNMIK document)', 'Résident du Kosovo (document de la MINUK)'),
  UNO: organization('United Nations', 'Organisation des Nations Unies'),
  UNA: organization('United Nations specialized agency', 'Institution spécialisée des Nations Unies'),
  EUE: organization('European Union', 'Union européenne'),
  XBA: organization('African Development Bank', 'Banque africaine de développement'),
  XIM: organization('African Export-Import Bank', 'Banque africaine d’import-export'),
  XCC: organization('Caribbean Community', 'Communauté des Caraïbes'),
  XCE: organization('Council of Europe', 'Conseil de l’Europe'),
  XCO: organization(
    'Common Market for Eastern and Southern Africa',
    'Marché commun de l’Afrique orientale et australe',
  ),
  XEC: organization(
    'Economic Community of West African States',
    'Communauté économique des États de l’Afrique de l’Ouest',
  ),
  XPO: organization('Interpol', 'Interpol'),
  XES: organization('Organisation of Eastern Caribbean States', 'Organisation des États de la Caraïbe orientale'),
  XMP: organization('Parliamentary Assembly of the Mediterranean', 'Assemblée parlementaire de la Méditerranée'),
  XOM: organization('Sovereign Military Order of Malta', 'Ordre souverain militaire de Malte'),
  XDC: organization('Southern African Development Community', 'Communauté de développement de l’Afrique australe'),
  ANT: { kind: 'retired', name: { en: 'Netherlands Antilles (former)', fr: 'Antilles néerlandaises (ancien code)' } },
  NTZ: { kind: 'retired', name: { en: 'Neutral Zone (former)', fr: 'Zone neutre (ancien code)' } },
  UTO: { kind: 'retired', name: { en: 'Utopia (specimen)', fr: 'Utopie (spécimen)' } },
}

/** Nobody lives there for good: kept readable, left out of lists to choose from. */
const unpeopled = new Set(['ATA', 'ATF', 'BVT', 'HMD', 'SGS', 'UMI'])

/** ISO alpha-3 to alpha-2. Kosovo has no code in ISO 3166-1; XKX is what most registers use. */
const alpha2: ReadonlyMap<CountryCode, string> = new Map(
  isoCodes.map(([two = '', three = '']): [string, string] => [two === 'XK' ? 'XKX' : three, two]),
)

/** The few codes that Doc 9303 writes otherwise than we do (part A of section 5). */
const writtenAs: Readonly<Record<CountryCode, string>> = { DEU: 'D', XKX: 'RKS' }
const readAs: Readonly<Record<string, CountryCode>> = { D: 'DEU', RKS: 'XKX' }

/** Is this a code that Passerelle knows? */
export const isCountryCode = (code: string): code is CountryCode => alpha2.has(code) || Object.hasOwn(specials, code)

/** The country of a code of the machine readable zone (fillers stripped: `D`, `RKS`, `XXA`); null if unknown. */
export function countryOfMrz(mrzCode: string): CountryCode | null {
  const code = Object.hasOwn(readAs, mrzCode) ? (readAs[mrzCode] ?? mrzCode) : mrzCode
  return isCountryCode(code) ? code : null
}

/** The one to three letters that stand for a country in the machine readable zone. */
export const mrzOfCountry = (code: CountryCode): string => writtenAs[code] ?? code

const displayNames = new Map<Language, Intl.DisplayNames>()

function regionNames(language: Language): Intl.DisplayNames {
  const known = displayNames.get(language)
  if (known) return known
  const made = new Intl.DisplayNames(`${language}-CA`, { type: 'region', fallback: 'none' })
  displayNames.set(language, made)
  return made
}

/** The name of a country, status or organization; the code itself where there is none. */
export function countryName(code: CountryCode, language: Language): string {
  if (Object.hasOwn(specials, code)) return specials[code]?.name[language] ?? code
  const two = alpha2.get(code)
  return (two && regionNames(language).of(two)) || code
}

/**
 * The name of a country in any language that the platform knows (BCP 47); undefined where it knows none, and for what is
 * no country (stateless, refugee ...).
 */
export function countryNameIn(code: CountryCode, locale: string): string | undefined {
  const two = Object.hasOwn(specials, code) ? undefined : alpha2.get(code)
  const supported = Intl.DisplayNames.supportedLocalesOf(locale).length > 0
  return two && supported ? new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' }).of(two) : undefined
}

export interface SelectableState {
  readonly code: CountryCode
  readonly name: string
  readonly kind: Exclude<StateKind, 'retired'>
}

/**
 * What a form lets an officer choose, by name in the language's order: countries, then statuses without a country
 * (stateless, refugee ...), then organizations. For a residence keep kind `state`; for a nationality also `status`;
 * for the issuer of a document all three.
 */
export function selectableStates(language: Language): readonly SelectableState[] {
  const { compare } = new Intl.Collator(`${language}-CA`)
  const list = [...alpha2.keys(), ...Object.keys(specials)].flatMap((code): SelectableState[] => {
    const kind = specials[code]?.kind ?? 'state'
    if (kind === 'retired' || unpeopled.has(code)) return []
    return [{ code, name: countryName(code, language), kind }]
  })
  const order = { state: 0, status: 1, organization: 2 }
  return list.sort((a, b) => order[a.kind] - order[b.kind] || compare(a.name, b.name))
}

function status(en: string, fr: string): Special {
  return { kind: 'status', name: { en, fr } }
}

function organization(en: string, fr: string): Special {
  return { kind: 'organization', name: { en, fr } }
}
