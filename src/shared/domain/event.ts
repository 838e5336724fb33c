import { z } from 'zod'

/**
 * The envelope of everything that happens to a record. The log holds events and nothing else;
 * what each type of event says in its body is in `catalogue.ts`.
 */

export const subjectKinds = [
  'claim',
  'person',
  'document',
  'stock',
  'lease',
  'officer',
  'office',
  'device',
  'policy',
  'confirmation',
  'photo',
  'photo_application',
  'interview',
  'room',
  'arrival',
  'card_file',
  'appointment',
  'interpreter',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** Who or what an event is about: the unit of erasure, of conflict and of a timeline. */
export const subject = z.object({ kind: z.enum(subjectKinds), id: z.uuid() })
export type Subject = z.infer<typeof subject>

/** Who may see that an event happened: the person too, the service, or only the roles named for it. */
export const visibilities = ['public', 'internal', 'restricted'] as const
export type Visibility = (typeof visibilities)[number]

/** What a command hands to the log. Identity, times, chain and commitment are the log's own work. */
export interface EventDraft {
  readonly subject: Subject
  readonly type: string
  readonly body: unknown
  /** Ids of the events that the author saw and that this one builds on or replaces. */
  readonly bases?: readonly string[]
}

/** An event as it stands in the log. `body` is null once erased; header and chain stay. */
export interface LoggedEvent {
  /** Order of arrival on this desk, from 1. Local: never hashed, never synced. */
  readonly position: number
  /** UUIDv7. */
  readonly id: string
  /** Office whose stream it belongs to (UUID). */
  readonly stream: string
  /** Device that wrote it (UUID derived from its Ed25519 key) and its place in that device's chain, from 1. */
  readonly device: string
  readonly sequence: number
  /** Officer (UUID); the device itself acts as `actor` = device for jobs. */
  readonly actor: string
  readonly subject: Subject
  readonly type: string
  readonly version: number
  readonly visibility: Visibility
  /** Author's clock, ms since epoch; shown, never trusted for order. */
  readonly at: number
  /** Hybrid logical clock of the author: orders display between devices. */
  readonly hlc: { readonly ms: number; readonly counter: number }
  readonly bases: readonly string[]
  readonly body: unknown
  /** Where the central gave the event another place than its author thought: it has no effect, or needs a look. */
  readonly verdict?: 'superseded' | 'flagged' | 'quarantined'
}
