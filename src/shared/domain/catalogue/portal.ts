import { z } from 'zod'
import { recordChanges } from '../../record/registers.ts'
import { plainDate } from '../field-types.ts'
import { claimChanges, personChanges } from '../fields.ts'
import { correctionAnswers, evidenceKinds, fileMimes, heldKinds, mailFailures, requiredActions } from '../vocabulary.ts'
import { digest, type EventType, reason, uuid } from './event-type.ts'

/**
 * Events: what people send through the portal, and the messages between them and the office. What the portal wrote is
 * never changed: a correction is a proposal until an officer answers it.
 */

const language = z.enum(['en', 'fr'])

/** A file that somebody sent: its bytes are a blob under this hash. */
export const sentFile = z.object({
  sha256: digest,
  size: z.int().positive(),
  mime: z.enum(fileMimes),
  name: z.string().trim().min(1).max(200),
})

/** What the office asks the person to do, and until when. */
export const requiredAction = z.object({ what: z.enum(requiredActions), due: plainDate })

export const portalEvents = {
  /** The claim arrived through the portal. What it said stands in the `person.set` and `claim.set` of the same batch. */
  'claim.sent': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      account: uuid,
      /** Number of the draft that it was. */
      draft: z.string().max(20),
      language,
      /** The identity document that the account was opened with. */
      document: z.object({ kind: z.enum(heldKinds), number: z.string().max(50) }),
      /** Is that paper this person's own? Of a family it is that of whoever opened the account. Earlier programs did not say. */
      own: z.boolean().optional(),
      /** Persons of the same submission. */
      people: z.int().positive(),
      on: plainDate,
    }),
  },
  'claim.evidence_sent': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      item: uuid,
      file: sentFile,
      kind: z.enum(evidenceKinds),
      title: z.string().trim().min(1).max(200),
      /** The item that this one takes the place of. */
      replaces: uuid.optional(),
      on: plainDate,
    }),
  },
  /** A picture of the person as it was sent: a desk takes it in, and then it is a photo like any other. */
  'claim.photo_sent': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      item: uuid,
      file: sentFile,
      takenOn: plainDate.optional(),
      /** The returned photo that it answers. */
      answers: uuid.optional(),
      on: plainDate,
    }),
  },
  /** A picture or a file that cannot be used: why, as a code of failure. The person may send another. */
  'claim.sent_item_refused': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      item: uuid,
      kind: z.enum(['photo', 'evidence']),
      code: z.string().max(80),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      on: plainDate,
    }),
  },
  /** The person says that something is wrong or has changed: what it should be. Of a form: what is new on it. */
  'claim.correction_sent': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      correction: uuid,
      person: personChanges.optional(),
      claim: claimChanges.optional(),
      /** Answers to the other questions of the forms, by register. */
      record: recordChanges.optional(),
      /** The corrected form and its version: `boc/2026-11`. */
      form: z.string().max(40).optional(),
      reason,
      on: plainDate,
    }),
  },
  'claim.correction_answered': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      correction: uuid,
      answer: z.enum(correctionAnswers),
      /** What of an accepted one was not accepted, by `changeKey`; the reason is for these. */
      except: z.array(z.string().max(120)).min(1).max(500).optional(),
      reason: reason.optional(),
      on: plainDate,
    }),
  },
  'claim.message_sent': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      message: uuid,
      /** The first message of the thread; its own id when it begins one. */
      thread: uuid,
      from: z.enum(['office', 'claimant']),
      language,
      subject: z.string().trim().min(1).max(200),
      text: z.string().trim().min(1).max(10_000),
      /** The template that the office filled. */
      template: z.string().max(60).optional(),
      files: z.array(sentFile).max(10),
      action: requiredAction.optional(),
      /**
       * The desk sent it by itself, once: of a limit, on which rung of its ladder (days before; negative: after), or with
       * the temporary letter.
       */
      reminder: z.object({ rule: z.string().max(80), due: plainDate, rung: z.int() }).optional(),
      /** The item of the portal that cannot be used and is asked for again. */
      refused: z.object({ kind: z.enum(['photo', 'evidence']), item: uuid }).optional(),
      on: plainDate,
    }),
  },
  'claim.messages_read': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ messages: z.array(uuid).min(1).max(100), by: z.enum(['office', 'claimant']), on: plainDate }),
  },
  /** The person says to have seen what is asked. */
  'claim.action_acknowledged': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ message: uuid, on: plainDate }),
  },
  /** An officer says that what was asked for is here. */
  'claim.action_settled': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ message: uuid, on: plainDate }),
  },
  /** A notice did not reach the person: until somebody reaches them, no notice counts as served. */
  'claim.mail_failed': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({
      how: z.enum(mailFailures),
      message: uuid.optional(),
      /** SMTP reply or enhanced status code, such as `550 5.1.1`. */
      code: z.string().max(40).optional(),
      on: plainDate,
    }),
  },
  'claim.reached_again': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ reason, on: plainDate }),
  },
} as const satisfies Record<string, EventType>
