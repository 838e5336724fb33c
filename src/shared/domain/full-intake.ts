import { z } from 'zod'
import { countryCode, partialDate, plainDate, text } from './field-types.ts'
import { aliasKinds, companions, earlierOutcomes, heldKinds, legMeans, paperLooks } from './vocabulary.ts'

/**
 * What a full intake asks beyond what a document needs. Lists tell "none" (empty) from "not asked" (absent); days are
 * partial where people rarely know them.
 */

/** Another name that the person goes or went by. One name in either field, as everywhere. */
export const alias = z
  .object({ kind: z.enum(aliasKinds), familyName: text(200).optional(), givenNames: text(200).optional() })
  .refine(({ familyName, givenNames }) => familyName !== undefined || givenNames !== undefined, { message: 'name' })
export type Alias = z.infer<typeof alias>

/** One leg of the way to Canada, in the order travelled. */
export const leg = z.object({
  from: countryCode,
  fromPlace: text(200).optional(),
  to: countryCode,
  toPlace: text(200).optional(),
  left: partialDate.optional(),
  arrived: partialDate.optional(),
  means: z.enum(legMeans).optional(),
  /** Airline and flight, ship, bus line. */
  carrier: text(200).optional(),
  /** The paper shown on this leg, in words: it may be gone or false. */
  paper: text(200).optional(),
  /** Who arranged it, and for how much. */
  helper: text(200).optional(),
  paid: text(100).optional(),
})
export type Leg = z.infer<typeof leg>

/** A travel or identity document that the person holds or held. Genuine or not: RPD Rules, rule 7(3). */
export const heldDocument = z.object({
  /** By which a seizure names it. */
  id: z.uuid(),
  kind: z.enum(heldKinds),
  number: text(50).optional(),
  country: countryCode.optional(),
  issued: partialDate.optional(),
  expires: partialDate.optional(),
  looks: z.enum(paperLooks),
  note: text(500).optional(),
})
export type HeldDocument = z.infer<typeof heldDocument>

/** An earlier claim for protection anywhere. `confirmed`: by that country, through an agreement to share information. */
export const earlierClaim = z.object({
  country: countryCode,
  /** Made to the UN Refugee Agency there, not to the state. */
  unhcr: z.boolean().optional(),
  date: partialDate.optional(),
  outcome: z.enum(earlierOutcomes),
  fileNumber: text(50).optional(),
  confirmed: z.boolean().optional(),
})
export type EarlierClaim = z.infer<typeof earlierClaim>

/** Documents that a claim may list. */
export const heldLimit = 40

export const fullIntakePersonFields = {
  aliases: z.array(alias).max(20),
} as const

export const fullIntakeClaimFields = {
  route: z.array(leg).max(40),
  heldDocuments: z.array(heldDocument).max(heldLimit),
  earlierClaims: z.array(earlierClaim).max(20),
  /** The story in the person's own words, as first told; later versions are amendments. */
  narrative: text(20_000),
  vulnerable: z.boolean(),
  vulnerability: text(2000),
  accessibilityNeeded: z.boolean(),
  accessibilityNeeds: text(2000),
  /** Unable to appreciate the nature of the proceedings: IRPA s. 167(2), IRPR s. 228(4). */
  unableToAppreciate: z.boolean(),
  /** With whom a person under 18 came. */
  companion: z.enum(companions),
  guardianName: text(200),
  guardianRelation: text(100),
  guardianContact: text(200),
  /** Child protection authority told of a minor without a parent, and when. */
  authorityNotified: text(200),
  authorityNotifiedOn: plainDate,
  /** RPD Rules, rule 20. */
  designatedRepresentativeNeeded: z.boolean(),
  designatedRepresentativeName: text(200),
  designatedRepresentativeContact: text(200),
  workPermitRequested: z.boolean(),
  studyPermitRequested: z.boolean(),
} as const
