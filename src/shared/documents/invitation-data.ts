import { z } from 'zod'
import { posted } from './data.ts'

/** What the letter says that invites somebody to confirm permanent residence where e-mail brought no answer. */
export const invitationData = z.strictObject({
  ...posted,
  applicationNumber: z.string().min(1).max(20),
  clientId: z.string().max(20),
  /** Where it is sent; null where no address is known. */
  address: z.string().min(1).max(400).nullable(),
  answerBy: z.iso.date(),
  /** The day of the invitation by e-mail that was not answered; null for a first invitation. */
  invitedOn: z.iso.date().nullable(),
})
export type InvitationData = z.infer<typeof invitationData>
