import { isUnder18 } from '../rules/index.ts'
import type { ClaimValues, PersonValues } from './fields.ts'

/** Children who claim protection, and who stands by them. */

export interface Minority {
  /** Under 18 on the day of the claim; undefined while the dates do not say. */
  readonly minor: boolean | undefined
  /** A child without mother, father or legal guardian. Undefined while nobody asked with whom they came. */
  readonly unaccompanied: boolean | undefined
  /** The proceedings need a representative for the person: IRPA s. 167(2). */
  readonly needsRepresentative: boolean
}

const family: readonly ClaimValues['companion'][] = ['parent', 'guardian']

/** What the dates and the answers say of a child. `today` stands for the day of a claim that is not dated yet. */
export function minorityOf(person: PersonValues, claim: ClaimValues, today: string): Minority {
  const minor = person.birthDate === undefined ? undefined : isUnder18(person.birthDate, claim.claimDate ?? today)
  const { companion } = claim
  const alone = companion === undefined ? undefined : !family.includes(companion)
  const unaccompanied = minor === false ? false : alone === false ? false : minor && alone
  return {
    minor,
    unaccompanied,
    needsRepresentative: unaccompanied === true || claim.unableToAppreciate === true,
  }
}
