import { z } from 'zod'
import { holder } from './data.ts'

/** What the letter says that reminds a person of a limit, by post: whoever has no account at the portal reads no message there. */
export const reminderLetterData = z.strictObject({
  documentNumber: holder.documentNumber,
  applicationNumber: holder.applicationNumber,
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
  address: z.string().min(1).max(400),
  /** What is due, in that language, and when. */
  item: z.string().min(1).max(200),
  due: z.iso.date(),
  /** The limit has passed. */
  passed: z.boolean(),
  /** What is said of it, and how to answer, in that language. */
  text: z.string().min(1).max(2000),
  answer: z.string().min(1).max(2000),
})
export type ReminderLetterData = z.infer<typeof reminderLetterData>
