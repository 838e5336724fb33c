import { z } from 'zod'
import { holder } from './data.ts'

/** What the letter says that invites somebody to confirm permanent residence where e-mail brought no answer. */
export const invitationData = z.strictObject({
  documentNumber: holder.documentNumber,
  applicationNumber: z.string().min(1).max(20),
  clientId: z.string().max(20),
  familyName: holder.familyName,
  givenNames: holder.givenNames,
  nativeName: z.null(),
  issueDate: holder.issueDate,
  issuedAt: holder.issuedAt,
  office: holder.office,
  issuedBy: holder.issuedBy,
  /** The person's official language: the letter speaks no other. */
  firstLanguage: holder.firstLanguage,
  portraitSha256: z.null(),
  /** Where it is sent; null where no address is known. */
  address: z.string().min(1).max(400).nullable(),
  answerBy: z.iso.date(),
  /** The day of the invitation by e-mail that was not answered; null for a first invitation. */
  invitedOn: z.iso.date().nullable(),
})
export type InvitationData = z.infer<typeof invitationData>
