/** What both sides send: the claims of made-up people, two kilobytes each, and a change of one field. */
import { people } from '../../../src/main/demo/people.ts'
import type { ClaimValues, PersonValues } from '../../../src/shared/domain/fields.ts'
import { today } from '../fill.ts'

export interface Material {
  readonly person: PersonValues
  readonly claim: ClaimValues
}

/** Bytes of a document, as JSON. */
const documentBytes = 2000

const words =
  'The claimant says that armed men came to the house at night and asked for the eldest son by his name; neighbours saw two cars without plates. A complaint was made the next morning and no officer came. '

/** People with their claims, each filled up to two kilobytes by what was said of the fear; no two alike. */
export function* material(count: number): Generator<Material> {
  let at = 0
  for (const { person, claim: given } of people(7, count, today)) {
    const { fearSummary: _, ...claim } = given
    const missing = documentBytes - JSON.stringify(claim).length - 20
    const fearSummary = `${at++}: ${words.repeat(12)}`.slice(0, Math.max(20, missing))
    yield { person, claim: { ...claim, fearSummary } }
  }
}

/** The one field that an edit sets. */
export const edited = (round: number, index: number): ClaimValues => ({ addressLine: `${index} Rue Neuve, ${round}` })
