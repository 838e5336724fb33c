import { z } from 'zod'
import { channels, sexes } from '../domain/vocabulary.ts'
import { languages } from '../language.ts'
import { bilingual, holder, printedCountry } from './data.ts'

/** What letters in the person's own official language say. Null is what nobody recorded: the letter says so in words. */

const named = (data: { familyName: string; givenNames: string }) =>
  data.familyName.trim() !== '' || data.givenNames.trim() !== ''

const words = (most: number) => z.string().min(1).max(most)

/** Somebody who acts for the person. */
const helper = z.strictObject({ name: words(200).nullable(), contact: words(200).nullable() })

const interpreter = z.strictObject({
  needed: z.boolean().nullable(),
  language: bilingual.nullable(),
  dialect: words(100).nullable(),
})

const letter = { ...holder, portraitSha256: z.null() }

/** Confirmation of referral: the sixteen items of Schedule 2 to the RPD Rules, as far as the claim holds them. */
export const referralData = z
  .strictObject({
    ...letter,
    sex: z.enum(sexes).nullable(),
    /** Null: none is recorded. */
    detention: z.strictObject({ place: words(200), since: z.iso.date() }).nullable(),
    contact: z.strictObject({
      address: words(400).nullable(),
      phone: words(40).nullable(),
      email: words(254).nullable(),
    }),
    /** Null: nobody asked; `none`: the person has nobody. */
    counsel: z.union([z.literal('none'), helper]).nullable(),
    officialLanguage: z.enum(languages).nullable(),
    referredOn: z.iso.date(),
    fearedCountries: z.array(printedCountry).max(8),
    representative: helper.extend({ needed: z.boolean().nullable() }),
    interpreter,
    /** Claims of the family that were referred. */
    relatives: z
      .array(z.strictObject({ name: words(420), applicationNumber: words(20), clientId: words(20).nullable() }))
      .max(20),
    channel: z.enum(channels),
    /** Notices of seizure given, by number: their copies go with the referral (RPD Rules, rule 3(5)). */
    seizureNotices: z.array(words(20)).max(40),
    /** What the person needs to take part. */
    needs: words(2000).nullable(),
    /** Basis of Claim Form of a claim at a port of entry: by when the RPD must have it. */
    basisOfClaimDue: z.iso.date().nullable(),
  })
  .refine(named, { path: ['familyName'] })
export type ReferralData = z.infer<typeof referralData>

/** Notice of a decision on eligibility other than a referral. */
export const decisionLetterData = z
  .strictObject({
    ...letter,
    outcome: z.enum(['ineligible', 'suspended']),
    decidedOn: z.iso.date(),
    /** Grounds found, each with what it means for a pre-removal risk assessment. */
    grounds: z.array(z.strictObject({ title: bilingual, risk: bilingual.nullable() })).max(12),
    /** Days of the departure order. */
    order: z.array(z.strictObject({ label: bilingual, on: z.iso.date() })).max(4),
  })
  .refine(named, { path: ['familyName'] })
export type DecisionLetterData = z.infer<typeof decisionLetterData>

const interview = {
  date: z.iso.date(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.number().int().min(15).max(480),
  /** The office's time, in words. */
  zone: bilingual,
  place: words(200),
  interpreter,
  /** Others of the family whose claims are still open: names and application numbers. */
  family: z.array(z.strictObject({ name: words(420), applicationNumber: words(20) })).max(20),
}

/** Notice to return for an eligibility interview. */
export const interviewData = z.strictObject({ ...letter, ...interview }).refine(named, { path: ['familyName'] })
export type InterviewData = z.infer<typeof interviewData>

/** The most that a sheet lists as lacking; what comes after the nearest days is asked again at the interview. */
export const mostLacking = 12

/** What helps to get ready for that interview. */
export const preparationData = z
  .strictObject({
    ...letter,
    ...interview,
    /** What this case lacks on the day of issue. */
    lacking: z.array(bilingual).max(mostLacking),
  })
  .refine(named, { path: ['familyName'] })
export type PreparationData = z.infer<typeof preparationData>
