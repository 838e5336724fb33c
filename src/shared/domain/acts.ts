import { z } from 'zod'
import type { EventName } from './catalogue.ts'
import { plainDate, text } from './field-types.ts'
import { conditionsVersions, detentionGrounds, inadmissibilityParagraphs, orderMakers } from './vocabulary.ts'

/**
 * Acts of law upon a claim. Each is recorded whole, in one step and by its own event, so that the timeline says in words
 * what was done and the person's copy of it can show it; what is only told or observed is a field. The act stands in a
 * register of the claim like a field does: two desks may disagree, and then both are shown.
 */

/** An officer took a document: IRPA s. 140. The person gets a written notice with the grounds: IRPR s. 253. */
const seizure = z.object({
  /** The held document. */
  document: z.uuid(),
  on: plainDate,
  place: text(200),
  ground: text(500),
})
export type Seizure = z.infer<typeof seizure>

export const acts = {
  /** May information be shared with services that help the person? A refusal is an answer too. */
  consentToSharing: z.object({ given: z.boolean(), on: plainDate }),
  /** IRPR s. 43: read and acknowledged, in the wording of that version. */
  conditionsAcknowledged: z.object({ on: plainDate, version: z.enum(conditionsVersions) }),
  /** IRPA s. 44(1). To whom it goes: s. 44(2), IRPR s. 228. */
  inadmissibilityReport: z.object({
    on: plainDate,
    paragraph: z.enum(inadmissibilityParagraphs),
    by: text(200),
    referredTo: z.enum(orderMakers).optional(),
  }),
  /** IRPR s. 228(3) by the Minister's delegate, s. 229(2) by the Immigration Division. IRPA s. 49(2): conditional. */
  departureOrder: z.object({ on: plainDate, by: z.enum(orderMakers), conditional: z.boolean() }),
  /** IRPA s. 55. `until`: the day of release. */
  detention: z
    .object({
      since: plainDate,
      place: text(200),
      ground: z.enum(detentionGrounds),
      /** When the Immigration Division was told: it reviews within 48 hours, IRPA s. 57(1). */
      divisionNotified: plainDate.optional(),
      until: plainDate.optional(),
    })
    .refine(({ since, until }) => until === undefined || until >= since, { message: 'until', path: ['until'] }),
  seizures: z.array(seizure).min(1).max(40),
  /** IRPA s. 16(1.1): the person must appear for an examination. Day and time are the office's. */
  interview: z.object({
    date: plainDate,
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    /** How long it is planned to take. */
    minutes: z.number().int().min(15).max(480),
    /** The address as it should be read. */
    place: text(200),
  }),
} as const

export type ActName = keyof typeof acts
export type Acts = { readonly [A in ActName]?: z.infer<(typeof acts)[A]> }
export const actNames = Object.keys(acts) as [ActName, ...ActName[]]
export const isAct = (name: string): name is ActName => Object.hasOwn(acts, name)

/** The event that records each act. */
export const actEvents: { readonly [A in ActName]: EventName } = {
  consentToSharing: 'claim.consent_recorded',
  conditionsAcknowledged: 'claim.conditions_acknowledged',
  inadmissibilityReport: 'claim.inadmissibility_reported',
  departureOrder: 'claim.departure_order_made',
  detention: 'claim.detention_recorded',
  seizures: 'claim.documents_seized',
  interview: 'claim.interview_set',
}

/** One act, whole. */
export const recordedAct = z
  .strictObject(
    Object.fromEntries(Object.entries(acts).map(([name, schema]) => [name, schema.optional()])) as {
      [A in ActName]: z.ZodOptional<(typeof acts)[A]>
    },
  )
  .refine((act) => Object.values(act).filter((each) => each !== undefined).length === 1, { message: 'one' })
export type RecordedAct = z.infer<typeof recordedAct>
