/** How the people of a culture are named. Names are common ones; the combinations are nobody. */

export interface NamePair {
  /** As travel documents spell it, in Latin letters, with the marks its own spelling has. */
  readonly latin: string
  /** In the culture's own script; the same as `latin` where that is Latin. */
  readonly native: string
}

/**
 * How a full name is built.
 * `family`: given name and inherited family name.
 * `gendered`: the same, the family name with a form for women.
 * `double`: two family names, the father's and the mother's (Spanish order).
 * `lusophone`: two family names, the mother's first.
 * `father`: the father's given name stands as the family name.
 * `grandfather`: given and father's name, with the grandfather's as the family name.
 * `chain`: given and father's name, then an inherited family name.
 * `middle`: a middle name between family name and given name.
 * `patronymic`: family and given name, and a patronymic in the own script only.
 * `no_family`: one or two names, none of them inherited; one of them alone is a mononym.
 */
export type NameShape =
  | 'family'
  | 'gendered'
  | 'double'
  | 'lusophone'
  | 'father'
  | 'grandfather'
  | 'chain'
  | 'middle'
  | 'patronymic'
  | 'no_family'

export interface Culture {
  readonly id: string
  /** ISO 639-1, or 639-3 where there is no shorter code. */
  readonly language: string
  /** ISO 15924. */
  readonly script: string
  readonly order: 'given-first' | 'family-first'
  readonly shape: NameShape
  /** Couples share a family name, mostly his. */
  readonly sharesName: boolean
  /** Share of people with one name only. */
  readonly mononyms: number
  readonly male: readonly NamePair[]
  readonly female: readonly NamePair[]
  readonly family: readonly NamePair[]
  /** Women's form of each family name, where `shape` is `gendered` or `patronymic`. */
  readonly familyOfWomen: readonly NamePair[]
  /** Range of skin tones (0 lightest to 9 darkest), hair and head coverings of the drawn portraits. */
  readonly tones: readonly [number, number]
  readonly hair: 'straight' | 'wavy' | 'coily'
  readonly covers: { readonly F?: Cover; readonly M?: Cover }
}

type Cover = readonly ['hijab' | 'turban' | 'headwrap' | 'kufi' | 'kippah', number]

interface Written {
  readonly id: string
  readonly language: string
  readonly script?: string
  readonly order?: Culture['order']
  readonly shape?: NameShape
  readonly sharesName?: boolean
  readonly mononyms?: number
  readonly male: string
  readonly female: string
  readonly family: string
  readonly tones: readonly [number, number]
  readonly hair?: Culture['hair']
  readonly covers?: Culture['covers']
}

/**
 * A culture from its compact form: names apart by commas, `Latin=own script`; a family name may add the women's
 * form after a slash on both sides.
 */
export function culture(written: Written): Culture {
  const family = written.family.split(',').map((entry) => entry.trim())
  return {
    id: written.id,
    language: written.language,
    script: written.script ?? 'Latn',
    order: written.order ?? 'given-first',
    shape: written.shape ?? 'family',
    sharesName: written.sharesName ?? false,
    mononyms: written.mononyms ?? 0,
    male: pairs(written.male),
    female: pairs(written.female),
    family: family.map((entry) => pair(entry, 0)),
    familyOfWomen: family.map((entry) => pair(entry, 1)),
    tones: written.tones,
    hair: written.hair ?? 'straight',
    covers: written.covers ?? {},
  }
}

const pairs = (list: string): NamePair[] => list.split(',').map((entry) => pair(entry.trim(), 0))

function pair(entry: string, form: 0 | 1): NamePair {
  const [latin = '', native = latin] = entry.split('=').map((side) => side.split('/')[form] ?? side.split('/')[0] ?? '')
  if (!latin) throw new Error(`A name is empty: ${entry}`)
  return { latin, native }
}
