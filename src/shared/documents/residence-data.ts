import { z } from 'zod'
import { eyeColours, familyRoles, maritalStatuses } from '../domain/residence-words.ts'
import { sexes } from '../domain/vocabulary.ts'
import { bilingual, clientId, holder, printedCountry } from './data.ts'

/**
 * What the confirmation of permanent residence says (IMM 5688, on plain paper). Filled in by the issuing command and kept
 * with the issue record: a later download is the same bytes. Null is what the record does not hold.
 */

const words = (most: number) => z.string().min(1).max(most)

export const residenceData = z
  .strictObject({
    documentNumber: holder.documentNumber,
    clientId,
    applicationNumber: words(20),
    familyName: holder.familyName,
    givenNames: holder.givenNames,
    nativeName: holder.nativeName,
    birthDate: holder.birthDate,
    birthPlace: words(100).nullable(),
    countryOfBirth: printedCountry.nullable(),
    sex: z.enum(sexes).nullable(),
    maritalStatus: z.enum(maritalStatuses).nullable(),
    citizenships: holder.citizenships,
    /** The passport or travel document that the officer compared the data with. */
    passport: z
      .strictObject({ number: words(20), validUntil: z.iso.date().nullable(), country: printedCountry })
      .nullable(),
    familyRole: z.enum(familyRoles),
    heightCm: z.number().int().min(30).max(260).nullable(),
    eyeColour: z.enum(eyeColours).nullable(),
    /** Immigration category, as the approval names it. */
    category: words(60),
    /** The day on which the person became a permanent resident: IRPA s. 21(1). */
    residentSince: z.iso.date(),
    /** Address in Canada on one line; null where none is confirmed yet. */
    address: words(300).nullable(),
    /** Conditions of permanent residence, each a whole sentence. */
    conditions: z.array(bilingual).max(6),
    /** Who signs the printed copy: the holder from the age of 14, a parent or guardian for a younger child. */
    signedBy: z.enum(['holder', 'parent']),
    /** Null before a photograph is accepted: the confirmation may precede it. */
    portraitSha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    issueDate: holder.issueDate,
    issuedAt: holder.issuedAt,
    office: holder.office,
    issuedBy: holder.issuedBy,
    firstLanguage: holder.firstLanguage,
  })
  .refine((data) => data.familyName.trim() !== '' || data.givenNames.trim() !== '', { path: ['familyName'] })
export type ResidenceData = z.infer<typeof residenceData>
