import { z } from 'zod'
import { acts } from '../acts.ts'
import {
  cardReturns,
  closingReasons,
  confirmationMessages,
  confirmationPaths,
  contactAttempts,
  contactOutcomes,
  contactReasons,
  familyRoles,
  interviewOutcomes,
  interviewReasons,
  passportFindings,
  passwordReasons,
  refusedRequests,
} from '../confirmation/vocabulary.ts'
import { plainDate, text } from '../field-types.ts'
import { address, email, given, identity, note, via } from './confirmation-shapes.ts'
import { digest, type EventType, erasure, reason, uuid } from './event-type.ts'
import { sentFile } from './portal.ts'

/**
 * Events: the confirmation of permanent residence, one subject a person. `on` is the office's day. What the person did
 * in the portal is written by the desk that takes it in; what came by telephone or paper by the officer who noted it.
 */

/** The portal's id of what was asked: asked again, it is not written again. */
const request = uuid.optional()

const internal = { version: 1, about: 'confirmation', visibility: 'internal' } as const
const open = { version: 1, about: 'confirmation', visibility: 'public' } as const

export const confirmationEvents = {
  'confirmation.imported': {
    ...internal,
    body: z.object({
      office: uuid,
      on: plainDate,
      /** SHA-256 of the file and the row in it; absent for what came through the central service. */
      file: z.object({ sha256: digest, row: z.number().int().positive() }).optional(),
      ...identity,
      address: address.optional(),
      approvedOn: plainDate.optional(),
      /** One id for a family; somebody alone is a family of one. */
      family: uuid,
      role: z.enum(familyRoles),
      /** Application of the photos module that was there before. */
      photos: uuid.optional(),
    }),
  },
  'confirmation.family_linked': {
    ...internal,
    body: z.object({ family: uuid, role: z.enum(familyRoles), reason }),
  },
  'confirmation.corrected': {
    ...open,
    body: z.object({ fields: given, was: z.record(z.string(), z.json()), reason }),
  },
  'confirmation.photos_joined': { ...internal, body: z.object({ application: uuid }) },

  /** Asks whether the person wants the portal, and for an e-mail address of their own. `to`: where it went. */
  'confirmation.invited': { ...open, body: z.object({ on: plainDate, to: email, answerBy: plainDate }) },
  'confirmation.reminded': {
    ...open,
    body: z.object({ on: plainDate, to: email, number: z.number().int().positive(), answerBy: plainDate }),
  },
  /** On the mailing sheet: mail brought no answer, or there was no address for it. */
  'confirmation.invitation_posted': {
    ...open,
    body: z.object({ on: plainDate, answerBy: plainDate, sheet: uuid.optional() }),
  },
  'confirmation.answered': {
    ...open,
    body: z.object({
      on: plainDate,
      via,
      path: z.enum(confirmationPaths),
      email: email.optional(),
      /** Why the person cannot use the portal. */
      why: text(500).optional(),
    }),
  },

  /** `reused`: the account with which the person applied; later practice, a setting. */
  'confirmation.account_created': {
    ...open,
    body: z.object({ on: plainDate, userName: text(60), reused: z.boolean(), email: email.optional() }),
  },
  /** Asks the central or the letter service to make and send one; the desk never sees it. */
  'confirmation.password_requested': {
    ...internal,
    body: z.object({
      on: plainDate,
      reason: z.enum(passwordReasons),
      by: z.enum(['email', 'letter']),
      validUntil: plainDate,
    }),
  },
  /** Whoever made it says under which user name: the one asked for, or another where it was taken. */
  'confirmation.password_sent': {
    ...open,
    body: z.object({
      on: plainDate,
      by: z.enum(['email', 'letter']),
      validUntil: plainDate,
      userName: text(60).optional(),
      again: z.literal(true).optional(),
    }),
  },
  /** The temporary password was changed for the person's own. */
  'confirmation.signed_in': { ...open, body: z.object({ on: plainDate }) },

  'confirmation.presence_declared': {
    ...open,
    body: z.object({
      on: plainDate,
      via,
      inCanada: z.boolean(),
      /** Version of the words that the person agreed to in the portal. */
      statement: text(20).optional(),
      request,
      /** Abroad: when they come back, if they know. */
      returnOn: plainDate.optional(),
      firstEntryOn: plainDate.optional(),
      lastEntryOn: plainDate.optional(),
      lastEntryPlace: text(100).optional(),
    }),
  },
  'confirmation.address_set': {
    ...open,
    body: z.object({
      on: plainDate,
      via,
      request,
      home: address,
      mailing: address.optional(),
      /** Where the card goes. */
      card: z.enum(['home', 'mailing']),
    }),
  },

  /** A picture of the person as it was sent: a desk takes it in, and then it is a photo like any other, under this id. */
  'confirmation.photo_sent': {
    ...open,
    body: z.object({ on: plainDate, photo: uuid, request, file: sentFile, takenOn: plainDate.optional() }),
  },
  /** It could not be taken in: a failure of the desk, and its values. */
  'confirmation.photo_refused': {
    ...open,
    body: z.object({
      on: plainDate,
      photo: uuid,
      code: text(80),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  },

  'confirmation.interview_required': {
    ...open,
    body: z.object({ on: plainDate, why: z.enum(interviewReasons), note: note.optional() }),
  },
  /** null: called off, to be booked again. */
  'confirmation.interview_set': {
    ...open,
    body: z.object({ on: plainDate, interview: acts.interview.nullable(), reason: reason.optional() }),
  },
  'confirmation.interview_held': {
    ...internal,
    body: z.object({ on: plainDate, outcome: z.enum(interviewOutcomes), note: note.optional() }),
  },

  /** IRPA s. 21(1): the moment in which the person becomes a permanent resident, and what the officer had checked. */
  'confirmation.confirmed': {
    ...open,
    body: z.object({
      on: plainDate,
      /** Checked at that instant, and where. */
      notInadmissible: z.object({ checked: z.literal(true), source: text(200) }),
      passport: z.enum(passportFindings),
      passportNote: text(500).optional(),
      presence: text(500).optional(),
    }),
  },
  /** Recorded by mistake; before anything was issued upon it. */
  'confirmation.residence_set_aside': { ...open, body: z.object({ on: plainDate, reason }) },

  'confirmation.ecopr_issued': {
    ...open,
    body: z.object({
      on: plainDate,
      number: text(40),
      language: z.enum(['en', 'fr', 'both']),
      pdf: digest,
      seals: z.array(z.base64().max(4096)).max(20).optional(),
      availableUntil: plainDate,
    }),
  },
  'confirmation.ecopr_downloaded': { ...open, body: z.object({ on: plainDate, via, request }) },
  'confirmation.ecopr_withdrawn': { ...open, body: z.object({ on: plainDate, number: text(40), reason }) },

  'confirmation.card_ordered': {
    ...internal,
    body: z.object({
      on: plainDate,
      /** The batch file (subject `card_batch`) and the line of this person in it. */
      batch: uuid,
      line: z.number().int().positive(),
      /** The accepted photo and the bytes of its print frame. */
      photo: uuid,
      print: digest.optional(),
      address,
      dueOn: plainDate,
    }),
  },
  'confirmation.card_acknowledged': {
    ...internal,
    body: z.object({ on: plainDate, batch: uuid, accepted: z.boolean(), reason: text(500).optional() }),
  },
  'confirmation.card_produced': { ...internal, body: z.object({ on: plainDate, cardNumber: text(40).optional() }) },
  'confirmation.card_mailed': {
    ...open,
    body: z.object({ on: plainDate, address: address.optional(), tracking: text(60).optional() }),
  },
  'confirmation.card_returned': {
    ...internal,
    body: z.object({ on: plainDate, why: z.enum(cardReturns), note: note.optional() }),
  },
  'confirmation.card_remailed': {
    ...open,
    /** `file`: the instructions that said so. */
    body: z.object({ on: plainDate, address, tracking: text(60).optional(), file: uuid.optional() }),
  },

  'confirmation.contact_opened': {
    ...internal,
    body: z.object({ on: plainDate, why: z.enum(contactReasons), note: note.optional() }),
  },
  'confirmation.contact_attempted': {
    ...internal,
    body: z.object({ on: plainDate, via, outcome: z.enum(contactAttempts), note: note.optional() }),
  },
  'confirmation.contact_closed': {
    ...internal,
    body: z.object({ on: plainDate, outcome: z.enum(contactOutcomes), note: note.optional() }),
  },

  /**
   * What went to the person beside the steps above. `key` is said once: a job that runs again does not send again.
   * `again`: the mail may have gone out before; whoever sent it was stopped before it could say so.
   */
  'confirmation.message_sent': {
    ...open,
    body: z.object({
      on: plainDate,
      message: z.enum(confirmationMessages),
      key: text(120),
      by: z.enum(['email', 'letter', 'portal']),
      language: z.enum(['en', 'fr']),
      to: text(254).optional(),
      pdf: digest.optional(),
      again: z.literal(true).optional(),
    }),
  },
  /** Renewal of a card, a representative, the status of another application: refused, with directions. */
  'confirmation.request_refused': {
    ...open,
    body: z.object({
      on: plainDate,
      via,
      request: z.enum(refusedRequests),
      /** The representative's address: nobody gets an account upon it. */
      representativeEmail: email.optional(),
      note: note.optional(),
    }),
  },

  'confirmation.closed': { ...open, body: z.object({ on: plainDate, why: z.enum(closingReasons), reason }) },
  'confirmation.reopened': { ...open, body: z.object({ on: plainDate, reason }) },
  'confirmation.erased': { version: 1, about: 'confirmation', visibility: 'restricted', erases: true, body: erasure },
} as const satisfies Record<string, EventType>
