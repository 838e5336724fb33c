import { z } from 'zod'
import { bilingual, holder } from './data.ts'

/** What the letter says that returns a photo: all of it from the decision and the applicant, so that it can be made again. */
export const photoReturnData = z.strictObject({
  documentNumber: holder.documentNumber,
  applicationNumber: z.string().min(1).max(40),
  clientId: z.string().max(20).nullable(),
  familyName: holder.familyName,
  givenNames: holder.givenNames,
  issueDate: holder.issueDate,
  issuedAt: holder.issuedAt,
  office: holder.office,
  issuedBy: holder.issuedBy,
  firstLanguage: holder.firstLanguage,
  portraitSha256: z.null(),
  /** Names the returned photo in an answer. */
  photoId: z.uuid(),
  /** What the applicant was told, line by line. */
  told: z.array(bilingual).min(1).max(60),
})
export type PhotoReturnData = z.infer<typeof photoReturnData>
