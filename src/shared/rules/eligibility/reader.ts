import { type IsoDate, isUnder18 } from '../dates.ts'
import type { EligibilityFacts, FactId } from './facts.ts'
import type { Verdict } from './logic.ts'

/** Hands facts to a rule and remembers which it used, so that the finding can show them. */
export interface FactReader {
  get<K extends FactId>(id: K): EligibilityFacts[K]
  /** Is this yes/no fact yes? */
  yes(id: YesNoId): Verdict
  /** Does the fact pass the test? Unknown when absent. */
  test<K extends FactId>(id: K, passes: (value: NonNullable<EligibilityFacts[K]>) => boolean): Verdict
  /** The facts read so far that were known, in the order of reading. */
  used(): readonly FactUsed[]
}

export interface FactUsed {
  readonly id: FactId
  readonly value: unknown
}

export type YesNoId = { [K in FactId]: NonNullable<EligibilityFacts[K]> extends boolean ? K : never }[FactId]

export function readFacts(facts: EligibilityFacts): FactReader {
  const read = new Set<FactId>()
  const get = <K extends FactId>(id: K) => {
    read.add(id)
    return facts[id]
  }
  return {
    get,
    yes: (id) => get(id) ?? [id],
    test(id, passes) {
      const value = get(id)
      return value === undefined ? [id] : passes(value as NonNullable<typeof value>)
    },
    used: () => [...read].filter((id) => facts[id] !== undefined).map((id) => ({ id, value: facts[id] })),
  }
}

/**
 * Was the person under 18 on a day? A birth date of which only the month or year is known decides where every day
 * that it may mean agrees; otherwise the officer says what is accepted.
 */
export function under18(facts: FactReader, on: IsoDate): Verdict {
  const birthDate = facts.get('birthDate')
  if (birthDate === undefined) return ['birthDate']
  return isUnder18(birthDate, on) ?? facts.yes('acceptedUnder18')
}

/** A citizen of the country, or a stateless person who used to live there (IRPA s. 101(1)(e), IRPR s. 159.2). */
export function belongsTo(facts: FactReader, country: string): Verdict {
  const citizenships = facts.get('citizenships')
  if (citizenships === undefined) return ['citizenships']
  if (citizenships.length > 0) return citizenships.includes(country)
  const stateless = facts.yes('stateless')
  return stateless === true ? facts.test('formerResidences', (countries) => countries.includes(country)) : stateless
}
