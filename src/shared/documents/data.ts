import { z } from 'zod'
import { languages } from '../language.ts'

/** What the papers for claimants say. Filled in by the issuing command, kept with the issue record, printed from nothing else. */

export const bilingual = z.strictObject({ en: z.string().min(1), fr: z.string().min(1) })

/** A country or a special nationality code of ICAO Doc 9303-3 (XXA stateless ...), with the names to print. */
export const printedCountry = z.strictObject({ code: z.string().regex(/^[A-Z]{1,3}$/), name: bilingual })

/** `1985`, `1985-04` or `1985-04-23`: many people know no more of their birth than the year. */
export const partialDate = z.union([
  z.iso.date(),
  z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  z.string().regex(/^\d{4}$/),
])

/** 8 or 10 digits, in groups as IRCC writes them. */
export const clientId = z.string().regex(/^(\d{2}-)?\d{4}-\d{4}$/)

/** SHA-256 in hex of the JPEG; the renderer refuses any other picture. */
const portraitSha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What every paper says of its holder and its issue. */
export const holder = {
  documentNumber: z.string().regex(/^[A-Z0-9]{6,20}$/),
  /** Null until one is assigned: offline, a first claim has none. */
  clientId: clientId.nullable(),
  applicationNumber: z
    .string()
    .regex(/^[A-Z0-9-]{4,15}$/)
    .nullable(),
  /** Travel-document spelling, Latin letters; empty when the person has one name only. */
  familyName: z.string().max(300),
  givenNames: z.string().max(300),
  nativeName: z.string().max(300).nullable(),
  birthDate: partialDate.nullable(),
  /** Empty when no citizenship is established; stateless people have the code XXA. */
  citizenships: z.array(printedCountry).max(6),
  issueDate: z.iso.date(),
  /** The instant of issue, UTC: the dates inside the file. */
  issuedAt: z.iso.datetime(),
  office: bilingual,
  /** How the officer signs on paper: designation or number, by the office's custom. */
  issuedBy: z.string().min(1).max(60),
  /** Is the person covered by the Interim Federal Health Program? The text is printed only if so. */
  ifhp: z.boolean(),
  /** The language that stands first; the other follows in the same size. */
  firstLanguage: z.enum(languages),
}

/** What a letter by post says of its holder and its issue: no birth, no citizenship, no picture; one language alone. */
export const posted = {
  documentNumber: holder.documentNumber,
  applicationNumber: holder.applicationNumber,
  familyName: holder.familyName,
  givenNames: holder.givenNames,
  nativeName: z.null(),
  issueDate: holder.issueDate,
  issuedAt: holder.issuedAt,
  office: holder.office,
  issuedBy: holder.issuedBy,
  firstLanguage: holder.firstLanguage,
  portraitSha256: z.null(),
}

/**
 * The identity document of a claimant. `RPID` (Refugee Protection Identity Document, since 2025-03-25) shows neither
 * sex nor the eligibility decision; `RPCD_legacy` shows both.
 */
export const claimantDocumentData = z
  .strictObject({
    ...holder,
    portraitSha256,
    kind: z.enum(['RPID', 'RPCD_legacy']),
    /** Serial of the blank sheet; null where the office prints on plain paper. */
    stockSerial: z
      .string()
      .regex(/^[A-Z0-9-]{3,20}$/)
      .nullable(),
    sex: z.enum(['F', 'M', 'X']).optional(),
    countryOfBirth: printedCountry.nullable(),
    validUntil: z.iso.date(),
    eligibility: z.strictObject({ decision: z.enum(['eligible', 'ineligible']), date: z.iso.date() }).optional(),
    /** Conditions imposed on this person, each a whole sentence. */
    conditions: z.array(bilingual).max(12),
    remarks: bilingual.nullable(),
    /** Replaces a lost, stolen, damaged, wrong or expired document. */
    replacement: z.boolean(),
    /** Number of the revoked document in whose place it stands; null for a sheet that only jammed. */
    replacesNumber: z
      .string()
      .regex(/^[A-Z0-9]{6,12}$/)
      .nullable(),
    /** Lines of the machine-readable zone, TD2: the caller writes them. */
    mrzLines: z.tuple([z.string().regex(/^[A-Z0-9<]{36}$/), z.string().regex(/^[A-Z0-9<]{36}$/)]),
  })
  .refine((data) => data.familyName.trim() !== '' || data.givenNames.trim() !== '', { path: ['familyName'] })
  .refine((data) => data.kind === 'RPID' || (data.sex !== undefined && data.eligibility !== undefined), {
    path: ['eligibility'],
    message: 'The former document shows sex and the eligibility decision',
  })
  .refine((data) => data.kind === 'RPCD_legacy' || (data.sex === undefined && data.eligibility === undefined), {
    path: ['eligibility'],
    message: 'The identity document shows neither sex nor the eligibility decision',
  })
  .refine((data) => data.validUntil > data.issueDate, { path: ['validUntil'] })

export type ClaimantDocumentData = z.infer<typeof claimantDocumentData>

/** When and where the person must come back. `place` is the address as it should be read. */
export const appointment = z.strictObject({
  date: z.iso.date(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  place: bilingual,
  /** What to bring, each a short phrase. */
  bring: z.array(bilingual).max(6),
})

/** The letter for a claim whose eligibility is not decided yet, or is suspended. */
export const acknowledgementData = z
  .strictObject({
    ...holder,
    /** Null for a letter sent before a photograph is accepted. */
    portraitSha256: portraitSha256.nullable(),
    claimDate: z.iso.date(),
    suspended: z.boolean(),
    /** The claim is decided, but its identity document could not be made today: no number, no sheet, no printer. */
    awaitingDocument: z.boolean().optional(),
    appointment: appointment.nullable(),
  })
  .refine((data) => data.familyName.trim() !== '' || data.givenNames.trim() !== '', { path: ['familyName'] })

export type AcknowledgementData = z.infer<typeof acknowledgementData>
export type PrintedCountry = z.infer<typeof printedCountry>
