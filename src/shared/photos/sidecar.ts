import { z } from 'zod'
import { photoProfiles } from './profiles.ts'

/**
 * What lies beside a picture in the import folder and says whose it is; docs/photo-import.md tells it to people.
 * Anything unknown is refused: a misspelt key would be lost without a word.
 */
export const sidecar = z.strictObject({
  applicationNumber: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9 -]{2,38}$/),
  clientId: z
    .string()
    .trim()
    .regex(/^[0-9][0-9 -]{6,18}$/)
    .optional(),
  familyName: z.string().trim().min(1).max(200),
  givenNames: z.string().trim().min(1).max(200).optional(),
  language: z.enum(['en', 'fr']),
  dateOfBirth: z.iso.date().optional(),
  takenOn: z.iso.date().optional(),
  profile: z.enum(photoProfiles).default('pr-card'),
  /** The number of the returned photo, as its letter prints it. */
  answers: z.uuid().optional(),
})
export type Sidecar = z.infer<typeof sidecar>
