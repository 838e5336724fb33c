/**
 * Believable claimants who do not exist: the demo's cases and the benchmark's million. Everything is a pure function
 * of the seed, the index and the day, so that person 731,204 is the same without the 731,203 before.
 */
import type { ClaimValues, PersonValues } from '../../shared/domain/fields.ts'
import { householdAt, type Role } from './household.ts'
import { memberOf } from './member.ts'
import type { DemoName } from './names.ts'
import type { Traits } from './portraits.ts'

/** The paper somebody arrives with; genuine or not is not the demo's to say. */
export interface DemoTravelDocument {
  /** `passport`; `stateless`: a travel document under the 1954 convention. */
  readonly kind: 'passport' | 'stateless'
  /** ISO alpha-3. */
  readonly issuer: string
  /** ISO alpha-3, or `XXA` for a stateless person. */
  readonly nationality: string
  /** Up to nine letters and digits. */
  readonly number: string
  /** A-Z and spaces, as the machine readable zone has them; `given` is empty for a person with one name. */
  readonly familyName: string
  readonly givenNames: string
  /** `YYYY-MM-DD`; some are expired. */
  readonly issuedOn: string
  readonly expiresOn: string
}

export interface DemoPerson {
  readonly index: number
  /** Who came together: a run of indexes. `first` is the principal claimant. */
  readonly household: { readonly first: number; readonly size: number; readonly role: Role }
  readonly culture: string
  readonly name: DemoName
  /** Ready for `person.set`. The birth date may be partial; a person with one name has no `givenNames`. */
  readonly person: PersonValues
  /** Ready for `claim.set`. Place of an entry is a slug of `ports-of-entry.ts`, or words between ports. */
  readonly claim: ClaimValues
  /** Slug of the port or inland office that received the claim. */
  readonly office: string
  /** Null for people who came without papers. */
  readonly document: DemoTravelDocument | null
  /** ISO 639-1 or -3, mother tongue first. */
  readonly languages: readonly string[]
  /** Whole years on the day of the claim. */
  readonly age: number
  readonly portrait: { readonly seed: number; readonly traits: Traits }
}

/** One person. `seed` and `index` are whole numbers from 0; `today` is `YYYY-MM-DD`, the latest day of a claim. */
export function person(seed: number, index: number, today: string): DemoPerson {
  const household = householdAt(seed, index, today)
  return memberOf(household, index - household.first)
}

/** Everybody who came together with the person of this index, principal claimant first. */
export function family(seed: number, index: number, today: string): DemoPerson[] {
  const household = householdAt(seed, index, today)
  return household.members.map((_, place) => memberOf(household, place))
}

/** The first `count` people one after the other; nothing is kept, so a million need no memory. */
export function* people(seed: number, count: number, today: string): Generator<DemoPerson> {
  for (let index = 0; index < count; ) {
    for (const member of family(seed, index, today)) if (index++ < count) yield member
  }
}
