import { z } from 'zod'
import { plainDate } from '../field-types.ts'
import { claimChanges } from '../fields.ts'
import { readBack } from '../read-back.ts'
import { checkNames, checkResults, decisionOutcomes } from '../vocabulary.ts'
import { deadlineBody, documentFate } from './casework.ts'
import { amendment, type EventType, erasure, reason, uuid } from './event-type.ts'

/** Events: the claim. */

/** What a decision rests on and starts. */
const judgement = {
  proposed: z.string(),
  ruleSet: z.string(),
  claimDate: plainDate,
  decisionDate: plainDate,
  grounds: z.array(z.string()),
  findings: z.array(z.json()),
  facts: z.json(),
  deadlines: z.array(deadlineBody),
  reason: reason.optional(),
  clientId: z.string().optional(),
}

export const claimsEvents = {
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
    body: z.object({
      fields: claimChanges,
      source: z.enum(['typed', 'read', 'import', 'portal']),
      /** The claim of the same family on which it was typed. */
      from: uuid.optional(),
    }),
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
  /** Its bases are the events that held what the claimant was shown. */
  'claim.read_back': { version: 1, about: 'claim', visibility: 'public', body: readBack },
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
    body: z.object({
      rule: z.string(),
      from: z.string(),
      to: z.string(),
      reason,
      /** Facts that the finding rested on; absent in events of before, which stand beside any. */
      facts: z.array(z.object({ id: z.string(), value: z.json() })).optional(),
    }),
  },
  'claim.check_set': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({
      check: z.enum(checkNames),
      result: z.enum(checkResults),
      found: z.boolean().optional(),
      note: z.string().optional(),
    }),
  },
  'claim.ineligibility_proposed': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object(judgement),
  },
  /** The second officer does not confirm, or the first one thinks again: the claim is open as before. */
  'claim.proposal_returned': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ proposedBy: uuid, reason }),
  },
  'claim.decided': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      ...judgement,
      outcome: z.enum(decisionOutcomes),
      /** Of a decision that took two officers: who proposed it and who confirmed it. */
      proposedBy: uuid.optional(),
      confirmedBy: uuid.optional(),
    }),
  },
  /** A correction of what was said, after the decision. */
  'claim.amended': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({
      fields: claimChanges,
      ...amendment,
      /** The claim of the family on which it was corrected. */
      from: uuid.optional(),
    }),
    setsFields: true,
  },
  /** The decision no longer stands; it and its facts stay in the log. */
  'claim.reopened': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({
      outcome: z.enum(decisionOutcomes),
      decisionDate: plainDate,
      reason,
      document: documentFate.optional(),
    }),
  },
  'claim.erased': { version: 1, about: 'claim', visibility: 'restricted', erases: true, body: erasure },
  /** What a limit waits for was received or done on a day. */
  'claim.deadline_met': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ rule: z.string().max(80), on: plainDate }),
  },
  /** The correction of a mistaken `claim.deadline_met`. */
  'claim.deadline_reopened': {
    version: 1,
    about: 'claim',
    visibility: 'public',
    body: z.object({ rule: z.string().max(80), reason }),
  },
} as const satisfies Record<string, EventType>
