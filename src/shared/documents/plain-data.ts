import { z } from 'zod'
import { conditionsVersions } from '../domain/vocabulary.ts'
import { bilingual, holder, printedCountry } from './data.ts'

/** What the plain papers of a pack say: notice of seizure, conditions to acknowledge, cover checklist. None bears a portrait. */

const named = (data: { familyName: string; givenNames: string }) =>
  data.familyName.trim() !== '' || data.givenNames.trim() !== ''

/** Documents on one notice: more go on a further one. */
export const mostSeizedOnNotice = 2

/** Written notice of seizure, IRPR s. 253(1). */
export const noticeOfSeizureData = z
  .strictObject({
    ...holder,
    portraitSha256: z.null(),
    seized: z
      .array(
        z.strictObject({
          what: bilingual,
          number: z.string().max(50).nullable(),
          country: printedCountry.nullable(),
          on: z.iso.date(),
          place: z.string().min(1).max(200),
          ground: z.string().min(1).max(500),
        }),
      )
      .min(1)
      .max(mostSeizedOnNotice),
  })
  .refine(named, { path: ['familyName'] })
export type NoticeOfSeizureData = z.infer<typeof noticeOfSeizureData>

/** Conditions for the claimant to acknowledge, as IMM 1262 does. */
export const conditionsData = z
  .strictObject({
    ...holder,
    portraitSha256: z.null(),
    version: z.enum(conditionsVersions),
    conditions: z
      .array(z.strictObject({ text: bilingual, citation: bilingual }))
      .min(1)
      .max(12),
  })
  .refine(named, { path: ['familyName'] })
export type ConditionsData = z.infer<typeof conditionsData>

/** Cover of a pack: who gets what, with a box for each sheet. */
export const coverData = z.strictObject({
  documentNumber: holder.documentNumber,
  applicationNumber: holder.applicationNumber,
  issueDate: holder.issueDate,
  issuedAt: holder.issuedAt,
  office: holder.office,
  issuedBy: holder.issuedBy,
  firstLanguage: holder.firstLanguage,
  portraitSha256: z.null(),
  members: z
    .array(
      z.strictObject({
        familyName: holder.familyName,
        givenNames: holder.givenNames,
        applicationNumber: holder.applicationNumber,
        papers: z
          .array(z.strictObject({ title: bilingual, number: holder.documentNumber, pages: z.number().int().min(1) }))
          .max(20),
      }),
    )
    .min(1)
    .max(20),
})
export type CoverData = z.infer<typeof coverData>
