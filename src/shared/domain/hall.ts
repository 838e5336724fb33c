import type { ErrorCode } from '../errors.ts'
import type { Bilingual } from '../language.ts'
import type { ArrivalValues } from './fields.ts'
import type { arrivalStages, vulnerabilities } from './vocabulary.ts'

/** The waiting room: who goes first and why, what a party must say of itself, what may be done with it. */

export type Vulnerability = (typeof vulnerabilities)[number]
export type ArrivalStage = (typeof arrivalStages)[number]
export type PriorityId = 'minor_alone' | Vulnerability

/** Why a party is seen before others that have waited longer. */
export interface Priority {
  /** 1 goes first; among equals the longest waiting. */
  readonly rank: number
  readonly label: Bilingual
  readonly source: Bilingual
}

const vulnerable: Bilingual = {
  en: 'IRB Guideline 8, vulnerable persons; office practice',
  fr: 'CISR, Directives no 8, personnes vulnérables; pratique du bureau',
}

/** The order of the waiting room as data. Whoever is in none of these waits by arrival. */
export const priorities: Readonly<Record<PriorityId, Priority>> = {
  minor_alone: {
    rank: 1,
    label: { en: 'Minor alone', fr: 'Mineur seul' },
    source: {
      en: 'RPD Rules, rule 20: a child without a parent needs a designated representative',
      fr: 'Règles de la SPR, règle 20 : l’enfant sans parent a besoin d’un représentant désigné',
    },
  },
  medical: { rank: 2, label: { en: 'Medical need', fr: 'Besoin médical' }, source: vulnerable },
  pregnant: { rank: 2, label: { en: 'Pregnant', fr: 'Enceinte' }, source: vulnerable },
  infant: { rank: 2, label: { en: 'Infant', fr: 'Bébé' }, source: vulnerable },
  disability: { rank: 2, label: { en: 'Disability', fr: 'Handicap' }, source: vulnerable },
  older: { rank: 2, label: { en: 'Older person', fr: 'Personne âgée' }, source: vulnerable },
  distress: { rank: 2, label: { en: 'In distress', fr: 'En détresse' }, source: vulnerable },
}

type Needs = Pick<ArrivalValues, 'minorAlone' | 'vulnerable'>

/** Everything that puts a party before others, the strongest first. */
export const prioritiesOf = ({ minorAlone, vulnerable = [] }: Needs): readonly PriorityId[] =>
  [...(minorAlone ? (['minor_alone'] as const) : []), ...vulnerable].sort(
    (a, b) => priorities[a].rank - priorities[b].rank,
  )

/** Who is seen first: whoever has no officer yet, by rank, then the longest waiting. */
export function byTurn(a: Waiting, b: Waiting): number {
  const taken = Number(a.held ?? false) - Number(b.held ?? false)
  return taken || rankOf(a) - rankOf(b) || a.arrivedMs - b.arrivedMs || (a.id < b.id ? -1 : 1)
}

interface Waiting extends Needs {
  readonly id: string
  readonly arrivedMs: number
  /** An officer has it. */
  readonly held?: boolean
}

const lastRank = 9
function rankOf(party: Needs): number {
  const [first] = prioritiesOf(party)
  return first ? priorities[first].rank : lastRank
}

/** What is wrong with a party as noted, or null. `now` in ms since epoch. */
export function arrivalProblem(values: ArrivalValues, now: number): ErrorCode | null {
  const { adults = 0, children = 0, minorAlone = false, arrivedAt } = values
  if (adults + children === 0) return 'hall.nobody'
  if (minorAlone && (adults > 0 || children === 0)) return 'hall.minor_with_adult'
  if (arrivedAt === undefined || Date.parse(arrivedAt) > now) return 'hall.future_time'
  return null
}

export type ArrivalAction = 'set' | 'take' | 'hand_back' | 'hand_over' | 'open_claim' | 'leave' | 'finish' | 'return'

const unheld: readonly ArrivalAction[] = ['set', 'take', 'hand_over', 'leave']
const held: readonly ArrivalAction[] = ['set', 'take', 'hand_back', 'hand_over', 'open_claim', 'leave', 'finish']

/** What may be done with a party: the button and the command read the same table. */
export function arrivalActions(stage: ArrivalStage, isHeld: boolean): readonly ArrivalAction[] {
  if (stage !== 'waiting') return ['return']
  return isHeld ? held : unheld
}
