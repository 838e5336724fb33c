/**
 * Where people enter Canada and where claims are received: reference data, editable later by an administrator.
 * Names and kinds after public CBSA and IRCC lists. Office codes are left out on purpose: no public list could be
 * confirmed, and records are keyed on our own slug.
 */
import { v5 } from 'uuid'
import type { Bilingual } from '../language.ts'
import type { Entry } from './fields.ts'
import type { provinces } from './vocabulary.ts'

export type Province = (typeof provinces)[number]

/** How one arrives there; `inland` is an office away from the border where a claim is made in person. */
export const officeKinds = ['air', 'land', 'ferry', 'rail', 'inland'] as const
export type OfficeKind = (typeof officeKinds)[number]

export interface Office {
  /** Stable key; never reused. */
  readonly slug: string
  readonly name: Bilingual
  readonly kind: OfficeKind
  readonly province: Province
  /** IANA zone: entry and claim dates are dates of this place. */
  readonly zone: string
}

type Row = readonly [slug: string, en: string, fr: string, province: Province, zone: string]

const toronto = 'America/Toronto'
const vancouver = 'America/Vancouver'
const edmonton = 'America/Edmonton'
const winnipeg = 'America/Winnipeg'
const regina = 'America/Regina'
const halifax = 'America/Halifax'
const moncton = 'America/Moncton'

const land: readonly Row[] = [
  ['windsor-ambassador-bridge', 'Windsor – Ambassador Bridge', 'Windsor – pont Ambassador', 'ON', toronto],
  ['windsor-detroit-tunnel', 'Windsor – Detroit Tunnel', 'Windsor – tunnel de Detroit', 'ON', toronto],
  ['sarnia-blue-water-bridge', 'Sarnia – Blue Water Bridge', 'Sarnia – pont Blue Water', 'ON', toronto],
  ['fort-erie-peace-bridge', 'Fort Erie – Peace Bridge', 'Fort Erie – pont de la Paix', 'ON', toronto],
  ['niagara-falls-rainbow-bridge', 'Niagara Falls – Rainbow Bridge', 'Niagara Falls – pont Rainbow', 'ON', toronto],
  ['queenston-lewiston-bridge', 'Queenston–Lewiston Bridge', 'Pont Queenston-Lewiston', 'ON', toronto],
  [
    'lansdowne-thousand-islands',
    'Lansdowne – Thousand Islands Bridge',
    'Lansdowne – pont des Mille-Îles',
    'ON',
    toronto,
  ],
  ['prescott', 'Prescott', 'Prescott', 'ON', toronto],
  ['cornwall', 'Cornwall', 'Cornwall', 'ON', toronto],
  ['sault-ste-marie', 'Sault Ste. Marie', 'Sault Ste. Marie', 'ON', toronto],
  ['fort-frances', 'Fort Frances', 'Fort Frances', 'ON', winnipeg],
  ['pigeon-river', 'Pigeon River', 'Pigeon River', 'ON', toronto],
  ['lacolle-15', 'Saint-Bernard-de-Lacolle (Highway 15)', 'Saint-Bernard-de-Lacolle (autoroute 15)', 'QC', toronto],
  ['lacolle-223', 'Lacolle – Route 223', 'Lacolle – route 223', 'QC', toronto],
  ['saint-armand-philipsburg', 'Saint-Armand/Philipsburg', 'Saint-Armand/Philipsburg', 'QC', toronto],
  ['stanstead-55', 'Stanstead (Route 55)', 'Stanstead (route 55)', 'QC', toronto],
  ['armstrong', 'Armstrong', 'Armstrong', 'QC', toronto],
  ['st-stephen', 'St. Stephen', 'St. Stephen', 'NB', moncton],
  ['woodstock-road', 'Woodstock Road', 'Woodstock Road', 'NB', moncton],
  ['edmundston', 'Edmundston', 'Edmundston', 'NB', moncton],
  ['emerson', 'Emerson', 'Emerson', 'MB', winnipeg],
  ['north-portal', 'North Portal', 'North Portal', 'SK', regina],
  ['regway', 'Regway', 'Regway', 'SK', regina],
  ['coutts', 'Coutts', 'Coutts', 'AB', edmonton],
  ['pacific-highway', 'Pacific Highway', 'Pacific Highway', 'BC', vancouver],
  ['douglas-peace-arch', 'Douglas (Peace Arch)', 'Douglas (Peace Arch)', 'BC', vancouver],
  ['abbotsford-huntingdon', 'Abbotsford–Huntingdon', 'Abbotsford-Huntingdon', 'BC', vancouver],
  ['osoyoos', 'Osoyoos', 'Osoyoos', 'BC', vancouver],
  ['beaver-creek', 'Beaver Creek', 'Beaver Creek', 'YT', 'America/Whitehorse'],
]

const air: readonly Row[] = [
  ['yyz', 'Toronto Pearson International Airport', 'Aéroport international Pearson de Toronto', 'ON', toronto],
  ['ytz', 'Billy Bishop Toronto City Airport', 'Aéroport Billy Bishop de Toronto', 'ON', toronto],
  ['yow', 'Ottawa International Airport', 'Aéroport international d’Ottawa', 'ON', toronto],
  ['yul', 'Montréal–Trudeau International Airport', 'Aéroport international Montréal-Trudeau', 'QC', toronto],
  ['yqb', 'Québec City International Airport', 'Aéroport international de Québec', 'QC', toronto],
  ['yhz', 'Halifax Stanfield International Airport', 'Aéroport international Stanfield d’Halifax', 'NS', halifax],
  ['yyt', 'St. John’s International Airport', 'Aéroport international de St. John’s', 'NL', 'America/St_Johns'],
  ['ywg', 'Winnipeg International Airport', 'Aéroport international de Winnipeg', 'MB', winnipeg],
  ['yyc', 'Calgary International Airport', 'Aéroport international de Calgary', 'AB', edmonton],
  ['yeg', 'Edmonton International Airport', 'Aéroport international d’Edmonton', 'AB', edmonton],
  ['yvr', 'Vancouver International Airport', 'Aéroport international de Vancouver', 'BC', vancouver],
]

const ferry: readonly Row[] = [
  [
    'victoria-belleville',
    'Victoria – Belleville ferry terminal',
    'Victoria – gare maritime Belleville',
    'BC',
    vancouver,
  ],
  ['yarmouth', 'Yarmouth ferry terminal', 'Gare maritime de Yarmouth', 'NS', halifax],
  ['halifax-marine', 'Port of Halifax', 'Port d’Halifax', 'NS', halifax],
]

const rail: readonly Row[] = [
  ['niagara-falls-station', 'Niagara Falls railway station', 'Gare de Niagara Falls', 'ON', toronto],
  [
    'vancouver-pacific-central',
    'Vancouver – Pacific Central Station',
    'Vancouver – gare Pacific Central',
    'BC',
    vancouver,
  ],
]

const inland: readonly Row[] = [
  ['inland-etobicoke', 'IRCC Etobicoke', 'IRCC Etobicoke', 'ON', toronto],
  ['inland-ottawa', 'IRCC Ottawa', 'IRCC Ottawa', 'ON', toronto],
  ['inland-montreal', 'IRCC Montréal', 'IRCC Montréal', 'QC', toronto],
  ['inland-halifax', 'IRCC Halifax', 'IRCC Halifax', 'NS', halifax],
  ['inland-winnipeg', 'IRCC Winnipeg', 'IRCC Winnipeg', 'MB', winnipeg],
  ['inland-calgary', 'IRCC Calgary', 'IRCC Calgary', 'AB', edmonton],
  ['inland-edmonton', 'IRCC Edmonton', 'IRCC Edmonton', 'AB', edmonton],
  ['inland-vancouver', 'IRCC Vancouver', 'IRCC Vancouver', 'BC', vancouver],
]

const office =
  (kind: OfficeKind) =>
  ([slug, en, fr, province, zone]: Row): Office => ({ slug, name: { en, fr }, kind, province, zone })

/** Every port of entry and inland office, ports first. */
export const offices: readonly Office[] = [
  ...land.map(office('land')),
  ...air.map(office('air')),
  ...ferry.map(office('ferry')),
  ...rail.map(office('rail')),
  ...inland.map(office('inland')),
]

export const portsOfEntry: readonly Office[] = offices.filter(({ kind }) => kind !== 'inland')
export const inlandOffices: readonly Office[] = offices.filter(({ kind }) => kind === 'inland')

const bySlug = new Map(offices.map((each) => [each.slug, each]))

/** The office of a slug, or undefined for one that this version does not know. */
export const officeOf = (slug: string): Office | undefined => bySlug.get(slug)

/** How the law calls an arrival at such a port (IRPR 159.1-159.4 treat them apart); null for an inland office. */
export const mannerAt = (kind: OfficeKind): Entry['manner'] | null => manners[kind]

const manners: Readonly<Record<OfficeKind, Entry['manner'] | null>> = {
  air: 'airport',
  land: 'land_poe',
  ferry: 'harbour',
  rail: 'train_poe',
  inland: null,
}

/** Made once; offices of every desk hang on it. */
const officeNamespace = '5f0ce0f5-3c0e-4d8e-9c1c-6d6f4f1a9b1e'

/**
 * The UUID of an office, from its slug (RFC 9562, version 5): desks that were set up apart, with no network, write into
 * the same stream when they come to settle.
 */
export const officeId = (slug: string): string => v5(slug, officeNamespace)

let byId: ReadonlyMap<string, Office> | undefined
export function officeById(id: string): Office | undefined {
  byId ??= new Map(offices.map((office) => [officeId(office.slug), office]))
  return byId.get(id)
}
