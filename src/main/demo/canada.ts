/** Where demo people live in Canada, and how and where they came in. */
import type { ClaimValues, Entry } from '../../shared/domain/fields.ts'
import type { Province } from '../../shared/domain/ports-of-entry.ts'
import type { Draw } from './draw.ts'

interface City {
  readonly city: string
  readonly province: Province
  readonly weight: number
  /** First three characters of real postal codes there; the last three are made up. */
  readonly areas: readonly string[]
  readonly phone: readonly string[]
}

const cities: readonly City[] = [
  place('Toronto', 'ON', 34, 'M4C M5V M1K M9V M2J M3N M6K', '416 647'),
  place('Mississauga', 'ON', 6, 'L5B L4Z L5M', '905 289'),
  place('Brampton', 'ON', 8, 'L6T L6Y L7A', '905 289'),
  place('Hamilton', 'ON', 4, 'L8N L8H', '905 289'),
  place('Ottawa', 'ON', 5, 'K1N K2C K1V', '613 343'),
  place('Windsor', 'ON', 3, 'N9A N8X', '519 226'),
  place('London', 'ON', 2, 'N6A N5Y', '519 226'),
  place('Niagara Falls', 'ON', 2, 'L2E L2G', '905 289'),
  place('Montréal', 'QC', 28, 'H3N H2R H1G H4L H3W H1Z', '514 438'),
  place('Laval', 'QC', 4, 'H7N H7V', '450 579'),
  place('Longueuil', 'QC', 2, 'J4K J4H', '450 579'),
  place('Québec', 'QC', 2, 'G1K G1L', '418 581'),
  place('Gatineau', 'QC', 2, 'J8X J8Y', '819 873'),
  place('Vancouver', 'BC', 6, 'V5N V5K V6B', '604 778'),
  place('Surrey', 'BC', 6, 'V3T V3W', '604 778'),
  place('Calgary', 'AB', 8, 'T2A T3J T1Y', '403 587'),
  place('Edmonton', 'AB', 5, 'T5H T6L', '780 587'),
  place('Winnipeg', 'MB', 4, 'R3B R2W', '204 431'),
  place('Regina', 'SK', 1, 'S4N S4P', '306 639'),
  place('Saskatoon', 'SK', 1, 'S7K S7M', '306 639'),
  place('Halifax', 'NS', 2, 'B3K B3J', '902 782'),
  place('Moncton', 'NB', 1, 'E1C E1A', '506'),
  place('St. John’s', 'NL', 1, 'A1C A1B', '709'),
]

function place(city: string, province: Province, weight: number, areas: string, phone: string): City {
  return { city, province, weight, areas: areas.split(' '), phone: phone.split(' ') }
}

const streets = [
  'Maple',
  'King',
  'Queen',
  'Victoria',
  'Birch',
  'Church',
  'Mill',
  'Park',
  'Cedar',
  'Wellington',
  'Elm',
  'Dundas',
  'Lakeview',
]
const rues = [
  'Saint-Laurent',
  'des Érables',
  'Papineau',
  'de la Gare',
  'Principale',
  'Jarry',
  'du Parc',
  'Sainte-Catherine',
  'Lajeunesse',
]
const localLetters = [...'ABCEGHJKLMNPRSTVWXYZ']

export type Contact = Required<
  Pick<ClaimValues, 'addressLine' | 'addressCity' | 'addressProvince' | 'addressPostalCode' | 'phone'>
>

/** An address with a postal code of the right shape and area, and a telephone number kept for fiction (555-01xx). */
export function contactIn(draw: Draw, near: Province): Contact {
  const here = cities.filter(({ province }) => province === near)
  const from = here.length > 0 && draw.chance(0.82) ? here : cities
  const { city, province, areas, phone } = draw.weighted(from.map((each) => [each, each.weight] as const))
  const number = draw.between(3, 4890)
  const street = province === 'QC' ? `${number}, rue ${draw.pick(rues)}` : `${number} ${draw.pick(streets)} Street`
  const unit = draw.chance(0.45)
    ? province === 'QC'
      ? `, app. ${draw.between(1, 44)}`
      : `, unit ${draw.between(1, 1406)}`
    : ''
  const local = `${draw.between(0, 9)}${draw.pick(localLetters)}${draw.between(0, 9)}`
  return {
    addressLine: street + unit,
    addressCity: city,
    addressProvince: province,
    addressPostalCode: `${draw.pick(areas)} ${local}`,
    phone: `+1 ${draw.pick(phone)} 555-01${String(draw.between(0, 99)).padStart(2, '0')}`,
  }
}

type PortManner = Exclude<Entry['manner'], 'between_poes' | 'elsewhere'>

/** Ports by how busy they are with claims; slugs of `ports-of-entry.ts`. */
const busy: Readonly<Record<PortManner, readonly (readonly [string, number])[]>> = {
  airport: [
    ['yyz', 44],
    ['yul', 34],
    ['yvr', 10],
    ['yyc', 5],
    ['yow', 3],
    ['yeg', 1],
    ['ywg', 1],
    ['yhz', 1],
    ['yqb', 1],
  ],
  land_poe: [
    ['lacolle-15', 44],
    ['fort-erie-peace-bridge', 20],
    ['niagara-falls-rainbow-bridge', 7],
    ['windsor-ambassador-bridge', 6],
    ['windsor-detroit-tunnel', 3],
    ['douglas-peace-arch', 5],
    ['pacific-highway', 4],
    ['emerson', 3],
    ['lansdowne-thousand-islands', 2],
    ['stanstead-55', 2],
    ['saint-armand-philipsburg', 1],
    ['sarnia-blue-water-bridge', 1],
    ['coutts', 1],
    ['st-stephen', 1],
  ],
  harbour: [
    ['halifax-marine', 5],
    ['victoria-belleville', 3],
    ['yarmouth', 1],
  ],
  train_poe: [
    ['niagara-falls-station', 3],
    ['vancouver-pacific-central', 1],
  ],
}

/** Places between ports of entry, as officers write them. */
const between: readonly (readonly [string, Province, number])[] = [
  ['Near Roxham Road, Saint-Bernard-de-Lacolle, Quebec', 'QC', 5],
  ['Near Emerson, Manitoba', 'MB', 3],
  ['Near Stanstead, Quebec', 'QC', 2],
  ['Near Surrey, British Columbia', 'BC', 2],
  ['St. Lawrence River near Cornwall, Ontario', 'ON', 1],
]

const inlandOf: Readonly<Partial<Record<Province, string>>> = {
  ON: 'inland-etobicoke',
  QC: 'inland-montreal',
  BC: 'inland-vancouver',
  AB: 'inland-calgary',
  MB: 'inland-winnipeg',
  NS: 'inland-halifax',
}

/** Slug of a port for a manner of entry, or the words for a place between ports. */
export function placeOfEntry(draw: Draw, manner: Entry['manner']): string {
  if (manner !== 'between_poes' && manner !== 'elsewhere') return draw.weighted(busy[manner])
  return draw.weighted(between.map(([words, , weight]) => [words, weight] as const))
}

/** The province of a place between ports; Ontario where it is not known. */
export const provinceBetween = (words: string): Province => between.find(([known]) => known === words)?.[1] ?? 'ON'

/** The inland office that people of a province go to. */
export const inlandOfficeOf = (province: Province): string => inlandOf[province] ?? 'inland-etobicoke'
