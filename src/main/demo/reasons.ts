/** Why demo claimants say they fear return: neutral one-liners in plain English, of no real case. */
import type { persecutionGrounds } from '../../shared/domain/vocabulary.ts'
import type { Draw } from './draw.ts'

export type Ground = (typeof persecutionGrounds)[number]

/** `{They}`, `{they}`, `{their}`, `{them}`, `{place}` are filled in; verbs are written so that any pronoun fits. */
const reasons: Readonly<Record<Ground, readonly string[]>> = {
  political_opinion: [
    'Took part in protests in {place} and received threats afterwards; fears arrest on return.',
    'Worked for an opposition party; its office in {place} was raided and two colleagues were detained.',
    'Wrote critical posts under {their} own name and was summoned for questioning three times.',
    'Observed a polling station in {place} and reported irregularities; unknown men later came to the family home.',
    'Refused to join the ruling party at work and was dismissed, then followed.',
  ],
  religion: [
    'Changed {their} religion; relatives in {place} made threats and the police declined to take a report.',
    'Belongs to a religious minority. {Their} place of worship in {place} was attacked last year.',
    'Was accused of blasphemy by a neighbour after a dispute over land.',
  ],
  race: [
    'Belongs to an ethnic minority and was driven from home in {place} when armed men came at night.',
    'Was refused schooling and housing in {place} because of {their} origin, and was assaulted twice.',
  ],
  nationality: [
    'Was born in {place} but was never recognised as a national there; {they} could not work or travel legally.',
    'Was expelled across the border with others of the same origin and had {their} papers taken.',
  ],
  social_group: [
    'Fears relatives who learned of {their} relationship with a person of the same sex.',
    'Left a violent spouse in {place}; two complaints to the police had no result.',
    'Refused a marriage arranged by the family and was confined for several weeks.',
    'Testified against a gang in {place} and recognised its members outside {their} home.',
    'Worked as a journalist in {place}; a colleague was killed and {they} received the same warning.',
    'Fears that {their} daughter would be subjected to genital cutting by the wider family.',
  ],
  torture: [
    'Was held for eleven days in {place} without charge and beaten, and was let go after a payment. A medical report is to follow.',
    'Was taken from {place} to an army base, questioned and later released after a payment.',
  ],
  risk_to_life: [
    'A criminal group demanded monthly payments from {their} shop in {place} and fired at the door when {they} stopped.',
    'Saw a killing in {place} and was told to leave within two days.',
    'Lenders connected to a cartel threatened {them} and two relatives after a debt of an uncle.',
  ],
}

const weights: readonly (readonly [Ground, number])[] = [
  ['political_opinion', 30],
  ['social_group', 27],
  ['risk_to_life', 19],
  ['religion', 13],
  ['race', 7],
  ['nationality', 2],
  ['torture', 2],
]

/** One or two grounds, the main one first, and one line that fits the main one. */
export function fearOf(
  draw: Draw,
  place: string,
  sex: 'F' | 'M' | 'X',
  stateless: boolean,
): { grounds: Ground[]; summary: string } {
  const main = stateless && draw.chance(0.6) ? 'nationality' : draw.weighted(weights)
  const second = draw.chance(0.25) ? draw.weighted(weights) : main
  return { grounds: [...new Set([main, second])], summary: filled(draw.pick(reasons[main]), place, sex) }
}

const pronouns = {
  F: { they: 'she', their: 'her', them: 'her' },
  M: { they: 'he', their: 'his', them: 'him' },
  X: { they: 'they', their: 'their', them: 'them' },
} as const

function filled(text: string, place: string, sex: 'F' | 'M' | 'X'): string {
  const { they, their, them } = pronouns[sex]
  const words: Record<string, string> = { they, their, them, place, They: capital(they), Their: capital(their) }
  return text.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '')
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
