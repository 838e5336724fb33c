import { z } from 'zod'
import { contactChannels } from '../confirmation/vocabulary.ts'
import { countryCode, plainDate, text } from '../field-types.ts'
import { sexes } from '../vocabulary.ts'

/** Shapes that the events of a confirmation share. */

export const address = z.object({
  line1: text(100),
  line2: text(100).optional(),
  city: text(80),
  province: text(60).optional(),
  postalCode: text(20).optional(),
  country: countryCode,
})
const passport = z.object({ number: text(30), country: countryCode, expiresOn: plainDate.optional() })
export const email = z.email().max(254)
/** Which message went out, by what it is known to the letter service and the mail server. */
export const via = z.enum(contactChannels)
export const note = text(2000)

/** What is known of an approved applicant, as the file or the central service gave it. */
export const identity = {
  clientId: z.string().regex(/^\d{8}(\d{2})?$/),
  applicationNumber: text(40),
  familyName: text(200),
  givenNames: text(200).optional(),
  birthDate: plainDate,
  birthPlace: text(100).optional(),
  birthCountry: countryCode.optional(),
  sex: z.enum(sexes).optional(),
  citizenship: countryCode.optional(),
  maritalStatus: text(40).optional(),
  passport: passport.optional(),
  /** The category under which permanent residence was approved. */
  category: text(40).optional(),
  heightCm: z.number().int().min(30).max(250).optional(),
  eyeColour: text(20).optional(),
  language: z.enum(['en', 'fr']),
  email: email.optional(),
  phone: text(40).optional(),
}
export const given = z.object(identity).partial()
