/** Names of demo people, built as their culture builds them, for one person or along a family. */
import { transliterate } from '../../shared/mrz/transliterate.ts'
import type { Culture, NamePair } from './cultures/index.ts'
import type { Draw } from './draw.ts'

export interface DemoName {
  /** Latin spelling with the marks of the own spelling; empty for a person with one name, which is the family name. */
  readonly given: string
  readonly family: string
  /** The whole name as the person writes it, in the own script and order. */
  readonly native: string
  /** Letters of the travel document: A-Z and spaces, as ICAO Doc 9303 has them. */
  readonly document: { readonly family: string; readonly given: string }
  /** What children inherit. */
  readonly own: NamePair
  readonly lineage: number
}

export interface Kin {
  readonly father?: DemoName
  readonly mother?: DemoName
  /** Shares the family name, in cultures where couples do. */
  readonly spouse?: DemoName
}

/** A name for a person of a culture; `sex` X draws from either list. */
export function nameOf(culture: Culture, draw: Draw, sex: 'F' | 'M' | 'X', kin: Kin = {}): DemoName {
  const feminine = sex === 'F' || (sex === 'X' && draw.chance(0.5))
  const own = draw.pick(feminine ? culture.female : culture.male)
  const inherited = kin.father ?? kin.mother ?? (culture.sharesName ? kin.spouse : undefined)
  const lineage = inherited?.lineage ?? draw.between(0, culture.family.length - 1)
  if (draw.chance(culture.mononyms)) return finish(culture, null, own, own, lineage)
  const father = kin.father?.own ?? draw.pick(culture.male)
  const familyOf = (index: number) => at(feminine ? culture.familyOfWomen : culture.family, index)
  const parts = { own, father, family: familyOf(lineage), feminine }
  const mothers = familyOf(kin.mother?.lineage ?? draw.between(0, culture.family.length - 1))
  const { given, family, extra } = shaped(culture, draw, parts, mothers)
  return finish(culture, given, family, own, lineage, extra)
}

interface Parts {
  readonly own: NamePair
  readonly father: NamePair
  readonly family: NamePair
  readonly feminine: boolean
}

interface Shaped {
  readonly given: NamePair
  readonly family: NamePair
  /** Stands in the own script only. */
  readonly extra?: string
}

function shaped(culture: Culture, draw: Draw, parts: Parts, mothers: NamePair): Shaped {
  const { own, father, family, feminine } = parts
  switch (culture.shape) {
    case 'family':
    case 'gendered':
      return { given: own, family }
    case 'double':
      return { given: own, family: pair(family, mothers) }
    case 'lusophone':
      return { given: own, family: pair(mothers, family) }
    case 'father':
      return { given: own, family: father }
    case 'grandfather':
    case 'chain':
      return { given: pair(own, father), family }
    case 'middle':
      return { given: pair(...middle(culture, draw, own, feminine)), family }
    case 'patronymic':
      return { given: own, family, extra: patronymic(father.native, feminine) }
    case 'no_family':
      return { given: own, family: draw.pick(culture.family) }
  }
}

/** A Vietnamese middle name stands before the given name, an African second family name after it. */
function middle(culture: Culture, draw: Draw, own: NamePair, feminine: boolean): [NamePair, NamePair] {
  if (culture.order === 'family-first') {
    const word = feminine ? 'Thị' : draw.pick(['Văn', 'Đức', 'Hữu'])
    return [{ latin: word, native: word }, own]
  }
  return [own, draw.pick(culture.family)]
}

function finish(
  culture: Culture,
  given: NamePair | null,
  family: NamePair,
  own: NamePair,
  lineage: number,
  extra?: string,
): DemoName {
  const words = given ? [given.native, ...(extra ? [extra] : []), family.native] : [family.native]
  const ordered = culture.order === 'family-first' || culture.shape === 'patronymic' ? familyFirst(words) : words
  return {
    given: given?.latin ?? '',
    family: family.latin,
    native: ordered.join(unspaced.has(culture.script) ? '' : ' '),
    document: { family: inZone(family.latin), given: given ? inZone(given.latin) : '' },
    own,
    lineage,
  }
}

const unspaced: ReadonlySet<string> = new Set(['Hans', 'Hant', 'Hang'])

const familyFirst = (words: readonly string[]): string[] => [...words.slice(-1), ...words.slice(0, -1)]

const pair = (first: NamePair, second: NamePair): NamePair => ({
  latin: `${first.latin} ${second.latin}`,
  native: `${first.native} ${second.native}`,
})

const zone = new Map<string, string>()

/** Names repeat: each is spelled for the zone once. */
function inZone(latin: string): string {
  const known = zone.get(latin)
  if (known !== undefined) return known
  const spelled = transliterate(latin).words.join(' ')
  if (zone.size < 50_000) zone.set(latin, spelled)
  return spelled
}

/** Russian patronymics of the names in our list: their rules have more exceptions than we have names. */
function patronymic(father: string, feminine: boolean): string {
  const [son, daughter] = patronymics[father] ?? [`${father}ович`, `${father}овна`]
  return feminine ? daughter : son
}

const patronymics: Readonly<Record<string, readonly [string, string]>> = {
  Алексей: ['Алексеевич', 'Алексеевна'],
  Сергей: ['Сергеевич', 'Сергеевна'],
  Дмитрий: ['Дмитриевич', 'Дмитриевна'],
  Андрей: ['Андреевич', 'Андреевна'],
  Михаил: ['Михайлович', 'Михайловна'],
  Илья: ['Ильич', 'Ильинична'],
  Павел: ['Павлович', 'Павловна'],
  Евгений: ['Евгеньевич', 'Евгеньевна'],
  Никита: ['Никитич', 'Никитична'],
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length]
  if (item === undefined) throw new Error('A culture without family names')
  return item
}
