import { z } from 'zod'
import { isoDate, partialDate } from '../dates.ts'

/**
 * The facts that eligibility turns on. Every one may be absent: absent means "not known", never "no".
 * Countries are ISO 3166-1 alpha-3 codes (`USA`); dates `YYYY-MM-DD`, where said also `YYYY-MM` or `YYYY`.
 */

export const entryManners = ['land_poe', 'train_poe', 'airport', 'harbour', 'between_poes', 'elsewhere'] as const

/** One entry into Canada. `between_poes`: across the land border or its waters, outside a port of entry. */
export const entry = z.object({
  date: partialDate.optional(),
  manner: z.enum(entryManners).optional(),
  /** The person and the record disagree on the day or the place. */
  disputed: z.boolean().optional(),
})
export type Entry = z.infer<typeof entry>

const yesNo = z.boolean().optional()
const countries = z.array(z.string().regex(/^[A-Z]{3}$/)).optional()

/** Several answers may hold; an empty list is the known answer "none". */
const several = <const T extends readonly [string, ...string[]]>(values: T) => z.array(z.enum(values)).optional()
const one = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).optional()

export const eligibilityFacts = z.object({
  // The claim and the person
  claimDate: isoDate.optional(),
  claimPlace: one(['land_poe', 'train_poe', 'airport', 'harbour', 'inland']),
  removalOrder: yesNo,
  reportReferred: yesNo,
  seriousCharge: yesNo,
  waitForCourt: yesNo,
  entries: z.array(entry).optional(),
  entriesComplete: yesNo,
  citizenships: countries,
  stateless: yesNo,
  formerResidences: countries,
  birthDate: partialDate.optional(),
  acceptedUnder18: yesNo,
  // Protection, earlier claims, inadmissibility
  protectionInCanada: one(['none', 'resettled', 'board', 'prra']),
  priorClaims: several(['rejected', 'vacated_or_ceased', 'ineligible', 'withdrawn', 'abandoned', 'open']),
  partnerClaim: one(['none', 'reported', 'confirmed']),
  refugeeElsewhere: yesNo,
  canReturnThere: yesNo,
  inadmissibility: several([
    'security',
    'human_rights',
    'sanctions_only',
    'serious_criminality',
    'organized_criminality',
  ]),
  tenYearOffence: yesNo,
  // Safe Third Country Agreement
  cameFromUs: yesNo,
  removedInTransit: yesNo,
  relativeInCanada: yesNo,
  relativeCitizen: yesNo,
  relativeStatus: one(['none', 'protected_person', 'permanent_resident', 'stay_of_removal']),
  relativeClaim: yesNo,
  relativeClaimAdult: yesNo,
  relativeClaimEnded: one(['no', 'withdrawn', 'abandoned', 'rejected', 'terminated']),
  relativePermit: one(['none', 'work', 'study']),
  relativePermitAdult: yesNo,
  relativePermitExcluded: yesNo,
  accompaniedByParent: yesNo,
  hasPartner: yesNo,
  parentInCanadaOrUs: yesNo,
  canadianDocument: one([
    'none',
    'permanent_resident_visa',
    'temporary_resident_visa',
    'temporary_resident_permit',
    'travel_document_31_3',
    'refugee_travel_papers',
    'temporary_travel_document_151',
  ]),
  transitOnly: yesNo,
  visaFreeCanada: yesNo,
  visaNeededUs: yesNo,
  returnedFromUs: one(['no', 'refused_without_adjudication', 'resident_removed']),
  deathPenaltyUs: yesNo,
  deathPenaltyElsewhere: yesNo,
  // Exceptions to the bars of 2026
  responsibleAdultInCanada: yesNo,
  documentsWithinYear: yesNo,
})
export type EligibilityFacts = z.infer<typeof eligibilityFacts>
export type FactId = keyof EligibilityFacts

/** Every fact, in the order in which it is worth asking: what stops the work first, exceptions last. */
export const factIds = Object.keys(eligibilityFacts.shape) as FactId[]

export const factId = z.enum(factIds as [FactId, ...FactId[]])
