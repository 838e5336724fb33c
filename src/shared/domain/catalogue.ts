import { z } from 'zod'
import type { SubjectKind, Visibility } from './event.ts'
import { claimChanges, personChanges, plainDate } from './fields.ts'
import { decisionOutcomes, documentKinds, numberSeries, roles } from './vocabulary.ts'

/**
 * Every type of event that Passerelle writes: what its body says, about whom, and who may see it.
 * Types are never renamed and bodies only grow; a changed meaning is a new version.
 */

interface EventType {
  readonly version: number
  readonly about: SubjectKind
  readonly visibility: Visibility
  readonly body: z.ZodType
  /** The body's `fields` set multi-value registers of the subject. */
  readonly setsFields?: true
}

const uuid = z.uuid()
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const bilingual = z.object({ en: z.string(), fr: z.string() })
const reason = z.string().trim().min(3).max(2000)

const block = z.object({
  series: z.enum(numberSeries),
  prefix: z.string().max(4),
  first: z.number().int().nonnegative(),
  last: z.number().int().nonnegative(),
  /** Digits after the prefix. */
  width: z.number().int().min(1).max(12),
})

const deadline = z.object({
  rule: z.string(),
  due: plainDate,
  trigger: plainDate,
  citation: bilingual,
  label: bilingual,
  source: z.string(),
  /** A legal effect on a day, not something that anybody can miss. */
  effect: z.boolean().optional(),
})

const defined = {
  // The office and its desks
  'office.founded': {
    version: 1,
    about: 'office',
    visibility: 'internal',
    body: z.object({ name: bilingual, code: z.string(), zone: z.string() }),
  },
  'device.started': {
    version: 1,
    about: 'device',
    visibility: 'internal',
    body: z.object({
      publicKey: z.string(),
      restoredFrom: z.string().optional(),
      /** Why an administrator gave the desk a new identity. */
      reason: reason.optional(),
      demo: z.boolean().optional(),
    }),
  },
  'policy.set': {
    version: 1,
    about: 'office',
    visibility: 'internal',
    body: z.object({ settings: z.record(z.string(), z.json()) }),
  },

  // Officers
  'officer.enrolled': {
    version: 1,
    about: 'officer',
    visibility: 'internal',
    body: z.object({
      userName: z.string(),
      displayName: z.string(),
      roles: z.array(z.enum(roles)).min(1),
      jurisdiction: z.enum(['office', 'all']),
    }),
  },
  'officer.roles_set': {
    version: 1,
    about: 'officer',
    visibility: 'internal',
    body: z.object({ roles: z.array(z.enum(roles)).min(1), reason: reason.optional() }),
  },
  'officer.disabled': { version: 1, about: 'officer', visibility: 'internal', body: z.object({ reason }) },
  'officer.password_reset': { version: 1, about: 'officer', visibility: 'restricted', body: z.object({}) },

  // Numbers and paper
  'lease.granted': { version: 1, about: 'lease', visibility: 'internal', body: block },
  'lease.voided': {
    version: 1,
    about: 'lease',
    visibility: 'internal',
    body: z.object({
      series: z.enum(numberSeries),
      prefix: z.string().max(4),
      first: z.number().int(),
      last: z.number().int(),
      reason,
    }),
  },
  'stock.received': {
    version: 1,
    about: 'stock',
    visibility: 'internal',
    body: z.object({
      prefix: z.string().max(4),
      first: z.number().int(),
      last: z.number().int(),
      width: z.number().int().min(1).max(12),
    }),
  },
  'stock.checked_out': {
    version: 1,
    about: 'stock',
    visibility: 'internal',
    body: z.object({ serials: z.array(z.string()).min(1).max(1000) }),
  },
  'stock.ended': {
    version: 1,
    about: 'stock',
    visibility: 'internal',
    body: z.object({ serial: z.string(), state: z.enum(['spoiled', 'lost', 'returned']), reason }),
  },

  // The claim
  'claim.opened': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      person: uuid,
      office: uuid,
      applicationNumber: z.string(),
      channel: z.enum(['port_of_entry', 'inland']),
      claimDate: plainDate,
    }),
  },
  'claim.set': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ fields: claimChanges, source: z.enum(['typed', 'read', 'import']) }),
    setsFields: true,
  },
  'claim.person_linked': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ person: uuid, instead: uuid, reason }),
  },
  'claim.duplicates_searched': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ people: z.number().int(), found: z.number().int() }),
  },
  'claim.not_same_person': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ person: uuid, other: uuid, reason }),
  },
  'claim.facts_set': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ fields: z.record(z.string(), z.json()) }),
    setsFields: true,
  },
  'claim.finding_overridden': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ rule: z.string(), from: z.string(), to: z.string(), reason }),
  },
  'claim.decided': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      outcome: z.enum(decisionOutcomes),
      proposed: z.string(),
      ruleSet: z.string(),
      claimDate: plainDate,
      decisionDate: plainDate,
      grounds: z.array(z.string()),
      findings: z.array(z.json()),
      facts: z.json(),
      deadlines: z.array(deadline),
      reason: reason.optional(),
      clientId: z.string().optional(),
    }),
  },

  // The person
  'person.registered': { version: 1, about: 'person', visibility: 'internal', body: z.object({ office: uuid }) },
  'person.set': {
    version: 1,
    about: 'person',
    visibility: 'internal',
    body: z.object({ fields: personChanges, source: z.enum(['typed', 'read', 'import']) }),
    setsFields: true,
  },
  'person.client_id_given': {
    version: 1,
    about: 'person',
    visibility: 'public',
    body: z.object({ fields: z.object({ clientId: z.string() }) }),
    setsFields: true,
  },
  'person.document_read': {
    version: 1,
    about: 'person',
    visibility: 'internal',
    body: z.object({
      claim: uuid,
      format: z.string(),
      lines: z.array(z.string()),
      number: z.string(),
      issuer: z.string(),
      expiry: z.string().optional(),
      failedChecks: z.array(z.string()),
    }),
  },
  'person.photo_added': {
    version: 1,
    about: 'person',
    visibility: 'internal',
    body: z.object({
      claim: uuid,
      /** SHA-256 of what arrived, of the cleaned original and of the print crop. */
      arrived: digest,
      original: digest,
      print: digest,
      mime: z.enum(['image/jpeg', 'image/png']),
      width: z.number().int(),
      height: z.number().int(),
      source: z.enum(['file', 'camera']),
      findings: z.array(z.json()),
    }),
  },

  // The paper in the person's hand
  'document.reserved': {
    version: 1,
    about: 'document',
    visibility: 'internal',
    body: z.object({
      claim: uuid,
      person: uuid,
      kind: z.enum(documentKinds),
      number: z.string(),
      stockSerial: z.string().optional(),
      replaces: uuid.optional(),
      issueDate: plainDate,
      validUntil: plainDate.optional(),
      pdf: digest,
      findings: z.array(z.json()),
    }),
  },
  'document.sent': {
    version: 1,
    about: 'document',
    visibility: 'internal',
    body: z.object({ printer: z.string().optional() }),
  },
  'document.confirmed': {
    version: 1,
    about: 'document',
    visibility: 'public',
    body: z.object({ by: z.enum(['scan', 'officer']) }),
  },
  'document.spoiled': { version: 1, about: 'document', visibility: 'internal', body: z.object({ reason }) },
  'document.reprinted': { version: 1, about: 'document', visibility: 'internal', body: z.object({ reason }) },
} as const satisfies Record<string, EventType>

export type EventName = keyof typeof defined
export type EventBody<N extends EventName> = z.infer<(typeof defined)[N]['body']>
export const catalogue: Readonly<Record<EventName, EventType>> = defined
