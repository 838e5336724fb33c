import { z } from 'zod'
import { type ImportMapping, importColumnNames } from '../../domain/confirmation/import-columns.ts'
import { confirmationQueues } from '../../domain/confirmation/queue-names.ts'
import {
  closingReasons,
  confirmationMessages,
  contactChannels,
  familyRoles,
  interviewOutcomes,
  interviewReasons,
  passportFindings,
  passwordReasons,
  refusedRequests,
} from '../../domain/confirmation/vocabulary.ts'
import { countryCode, plainDate, text } from '../../domain/field-types.ts'
import type * as v from '../views.ts'
import { call, cursor, type File, id, limit, reason } from './call.ts'

/** The confirmation of permanent residence. A command answers with the person's page as it then stands. */

const via = z.enum(contactChannels)
const note = text(2000).optional()
const email = z.email().max(254)
const address = z.object({
  line1: text(100),
  line2: text(100).optional(),
  city: text(80),
  province: text(60).optional(),
  postalCode: text(20).optional(),
  country: countryCode,
})
const file = z.file().max(30_000_000)
const mapping: z.ZodType<ImportMapping> = z.partialRecord(
  z.enum(importColumnNames as [string, ...string[]]),
  z.number().int().min(0).max(500),
)

/** One act of an officer upon one person; which ones are allowed is in the state table. */
export const confirmationWork = z.discriminatedUnion('act', [
  /** To the address on file, or another that is kept from now on. */
  z.object({ act: z.literal('invite'), email: email.optional() }),
  z.object({ act: z.literal('remind') }),
  z.object({
    act: z.literal('record_answer'),
    via,
    path: z.enum(['portal', 'assisted']),
    email: email.optional(),
    why: text(500).optional(),
  }),
  z.object({ act: z.literal('create_account'), userName: text(60), reused: z.boolean().default(false) }),
  z.object({ act: z.literal('make_password'), reason: z.enum(passwordReasons), by: z.enum(['email', 'letter']) }),
  z.object({ act: z.literal('sign_in') }),
  z.object({
    act: z.literal('declare_presence'),
    via,
    inCanada: z.boolean(),
    returnOn: plainDate.optional(),
    firstEntryOn: plainDate.optional(),
    lastEntryOn: plainDate.optional(),
    lastEntryPlace: text(100).optional(),
  }),
  z.object({
    act: z.literal('set_address'),
    via,
    home: address,
    mailing: address.optional(),
    card: z.enum(['home', 'mailing']),
  }),
  z.object({ act: z.literal('require_interview'), why: z.enum(interviewReasons), note }),
  z.object({ act: z.literal('record_interview'), outcome: z.enum(interviewOutcomes), note }),
  z.object({
    act: z.literal('correct'),
    reason,
    fields: z
      .object({
        familyName: text(200),
        givenNames: text(200),
        birthDate: plainDate,
        language: z.enum(['en', 'fr']),
        email,
        phone: text(40),
        passport: z.object({ number: text(30), country: countryCode, expiresOn: plainDate.optional() }),
        heightCm: z.number().int().min(30).max(250),
        eyeColour: text(20),
      })
      .partial(),
  }),
  /** Into the family of whoever has that client ID. */
  z.object({ act: z.literal('link_family'), clientId: text(20), role: z.enum(familyRoles), reason }),
  z.object({
    act: z.literal('refuse_request'),
    via,
    request: z.enum(refusedRequests),
    /** The representative's address, where one was named: no account is opened upon it. */
    representativeEmail: email.optional(),
    note,
  }),
  z.object({ act: z.literal('close'), why: z.enum(closingReasons), reason }),
])
export type ConfirmationWork = z.infer<typeof confirmationWork>

export const confirmationsContract = {
  confirmations: {
    /** The longest in the queue first; without one, those touched last. `text`: the start of a name, a client ID, an application. */
    page: call<v.ConfirmationPage>().takes({
      queue: z.enum(confirmationQueues).optional(),
      text: z.string().trim().max(100).optional(),
      after: cursor,
      limit,
    }),
    /** Looking is noted in the access log. */
    get: call<v.ConfirmationView>().takes({ confirmationId: id }),

    /** What taking the file in would do; changes nothing. */
    previewImport: call<v.ImportPreview>().takes({ file, mapping: mapping.optional() }),
    /** Some rows of the file, from one on; asked again takes nothing in twice. */
    importRows: call<v.ImportStep>().takes({
      file,
      mapping,
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(1000),
    }),

    work: call<v.ConfirmationView>().takes({ confirmationId: id, work: confirmationWork }),
    addPhoto: call<v.ConfirmationView>().takes({
      confirmationId: id,
      file: z.file().max(25_000_000),
      takenOn: plainDate.optional(),
    }),
    /** IRPA s. 21(1): the person is a permanent resident from this moment. */
    confirm: call<v.ConfirmationView>().takes({
      confirmationId: id,
      /** The officer checked at this instant that the person is not inadmissible, and where. */
      notInadmissible: z.literal(true),
      source: text(200),
      passport: z.enum(passportFindings),
      passportNote: text(500).optional(),
      presence: text(500).optional(),
    }),
    /** A supervisor: before anything was issued upon it. */
    setAside: call<v.ConfirmationView>().takes({ confirmationId: id, reason }),
    reopen: call<v.ConfirmationView>().takes({ confirmationId: id, reason }),

    /** A message's text, in both languages; sends nothing. */
    message: call<v.MessageDraft>().takes({ confirmationId: id, message: z.enum(confirmationMessages) }),
    statistics: call<v.ConfirmationStatistics>().takes({ from: plainDate, to: plainDate }),
    /** The same as CSV, UTF-8 with a mark for spreadsheets. */
    statisticsCsv: call<File>().takes({
      from: plainDate,
      to: plainDate,
      language: z.enum(['en', 'fr']).default('en'),
    }),
    /** The invitation by post, PDF in the person's language; noted as posted. The same letter again on the same day. */
    postInvitation: call<File>().takes({ confirmationId: id }),
    /** A day's letters as one PDF: those whose turn by post has come, and those already made today; and who got none. */
    postDue: call<v.PostedLetters>().takesNothing(),
    /** The names and addresses of everybody who waits for an invitation by post, CSV; changes nothing. */
    mailingSheet: call<File>().takesNothing(),
  },
}
