import { z } from 'zod'
import { photoProfiles } from '../../photos/profiles.ts'
import { fileFacts } from '../../photos/report.ts'
import { plainDate } from '../field-types.ts'
import { photoSources } from '../photo-states.ts'
import { bilingual, digest, type EventType, erasure, reason, uuid } from './event-type.ts'

/**
 * Events: photos, one subject each, and the applications that photos for permanent resident cards belong to. A picture
 * is named once, when it is submitted; no later event about it names another.
 */

/** Codes of checks, reasons and levels are data of a policy: a newer policy may bring more of them. */
const code = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/)
const frame = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })

/** Whose photo: a claimant's, or an applicant's for a permanent resident card. */
const photoOf = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('claim'), claim: uuid, person: uuid }),
  z.object({ kind: z.literal('application'), application: uuid }),
])

/** What an officer saw and took when deciding. */
const decision = {
  /** The event of the report that was shown; left out when there was none yet. */
  report: uuid.optional(),
  /** The office's day. */
  on: plainDate,
}

export const photoEvents = {
  'photo.submitted': {
    version: 1,
    about: 'photo',
    visibility: 'public',
    body: z.object({
      profile: z.enum(photoProfiles),
      source: z.enum(photoSources),
      of: photoOf,
      /** The file as it arrived: its hash among other facts. Its bytes are not kept. */
      file: fileFacts,
      /** SHA-256 of the cleaned original. */
      original: digest,
      /** Pixels of the upright picture. */
      width: z.number().int().positive(),
      height: z.number().int().positive(),
      /** When it was taken, as somebody declared it; what the camera wrote is a fact of the file. */
      takenOn: plainDate.optional(),
      /** The office's day of arrival. */
      on: plainDate,
      findings: z.array(z.json()),
      /** The returned photo that this one answers. */
      answers: uuid.optional(),
    }),
  },
  /** The machine's report (photos/report.ts), whole but for its timings: its measures can be judged again by another policy. */
  'photo.checked': {
    version: 1,
    about: 'photo',
    visibility: 'internal',
    body: z.object({ policy: z.string().max(40), report: z.record(z.string(), z.json()) }),
  },
  /** The machine could not look at it; an officer does. */
  'photo.check_failed': {
    version: 1,
    about: 'photo',
    visibility: 'internal',
    body: z.object({ failure: z.string().max(80) }),
  },
  'photo.approved': { version: 1, about: 'photo', visibility: 'public', body: z.object({ ...decision }) },
  'photo.returned': {
    version: 1,
    about: 'photo',
    visibility: 'public',
    body: z.object({
      ...decision,
      reasons: z.array(code).min(1).max(20),
      /** Finer codes of the same reasons. */
      codes: z.array(code).max(30),
      /** What the applicant is told: as sent, in both languages. */
      text: bilingual,
      language: z.enum(['en', 'fr']),
      /** The officer's own words, which are part of the text. */
      words: bilingual.partial().optional(),
    }),
  },
  'photo.decision_undone': { version: 1, about: 'photo', visibility: 'public', body: z.object({ decision: uuid }) },
  'photo.reopened': { version: 1, about: 'photo', visibility: 'public', body: z.object({ decision: uuid, reason }) },
  /** An officer says of a check of the machine that it is wrong: nothing is amiss, or something is. */
  'photo.check_overridden': {
    version: 1,
    about: 'photo',
    visibility: 'internal',
    body: z.object({ check: code, was: code, says: z.enum(['fine', 'fault', 'as_found']), note: reason.optional() }),
  },
  /** Another frame to print; the picture in it stays as it is. */
  'photo.crop_adjusted': {
    version: 1,
    about: 'photo',
    visibility: 'internal',
    body: z.object({ frame, print: digest, person: uuid.optional(), original: digest }),
  },
  'photo.replaced': { version: 1, about: 'photo', visibility: 'internal', body: z.object({ by: uuid }) },
  'photo.letter_made': {
    version: 1,
    about: 'photo',
    visibility: 'public',
    body: z.object({
      decision: uuid,
      pdf: digest,
      language: z.enum(['en', 'fr']),
      /** Bytes of the digital seals, base64, page by page: absent where the desk had no key. */
      seals: z.array(z.base64().max(4096)).max(20).optional(),
    }),
  },
  'photo.erased': { version: 1, about: 'photo', visibility: 'restricted', erases: true, body: erasure },

  /** Whose photo a file of the import folder is: as the latest file says. */
  'photo_application.noted': {
    version: 1,
    about: 'photo_application',
    visibility: 'internal',
    body: z.object({
      office: uuid,
      applicationNumber: z.string().max(40),
      clientId: z.string().max(20).optional(),
      familyName: z.string().max(200),
      givenNames: z.string().max(200).optional(),
      language: z.enum(['en', 'fr']),
      birthDate: plainDate.optional(),
    }),
  },
  'photo_application.erased': {
    version: 1,
    about: 'photo_application',
    visibility: 'restricted',
    erases: true,
    body: erasure,
  },
} as const satisfies Record<string, EventType>
