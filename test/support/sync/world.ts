import { z } from 'zod'
import type { Catalogue, Projection } from '../../../src/main/store/types.ts'
import { movesEvents } from '../../../src/shared/domain/catalogue/moves.ts'
import { officeEvents } from '../../../src/shared/domain/catalogue/office.ts'
import { stockEvents } from '../../../src/shared/domain/catalogue/stock.ts'
import { blobsNamedIn } from '../../../src/shared/domain/named-blobs.ts'
import { type TestStore, testOfficer, testRandom, toyCatalogue } from '../store.ts'
import { toyProjection } from '../toy-projection.ts'

/** What a simulation is made of: how rough it is, what is counted, what desks can write. */

/** How rough the world is: each a chance in a hundred, but for hours and how many desks run the older program. */
export interface Profile {
  readonly drop: number
  readonly double: number
  readonly crash: number
  readonly skewHours: number
  readonly restore: number
  /** A turn in which the database is copied to another computer, and both go on. */
  readonly clone?: number
  /** A page that is asked for while the officer works on and another desk settles. */
  readonly meanwhile?: number
  readonly old?: number
  /** A turn after which a desk that runs the older program runs the newer one. */
  readonly update?: number
}
const gentle = { drop: 10, double: 5, crash: 1, skewHours: 1, restore: 0 }
export const profiles = {
  calm: { drop: 0, double: 0, crash: 0, skewHours: 0, restore: 0 },
  lossy: { drop: 25, double: 20, crash: 0, skewHours: 0, restore: 0 },
  crashy: { drop: 10, double: 5, crash: 3, skewHours: 0, restore: 0 },
  skewed: { drop: 10, double: 5, crash: 1, skewHours: 40, restore: 0 },
  restore: { drop: 10, double: 10, crash: 1, skewHours: 1, restore: 8 },
  cloned: { ...gentle, crash: 0, clone: 8, meanwhile: 60 },
  mixed: { ...gentle, old: 2, update: 4 },
} as const satisfies Record<string, Profile>
export type ProfileName = keyof typeof profiles

/** How often what a simulation is for came about: a run in which nothing happened proves nothing. */
const counted = [
  ...(['events', 'crashes', 'drops', 'doubles', 'conflicts', 'superseded', 'erasures'] as const),
  // Databases that were copied back or to another computer, and chains that forked for it.
  ...(['restored', 'cloned', 'forks'] as const),
  // Pictures that desks took, and that they fetched.
  ...(['pictures', 'fetched'] as const),
  // Conflicts that an officer resolved, events that an older program could not read, pages of another office that strayed in.
  ...(['resolved', 'unread', 'strayed'] as const),
  // Claims that went to another office, and what was written of them too late.
  ...(['moved', 'late'] as const),
  // Numbers that were given, and that were refused because the database was copied back; events that did not fit.
  ...(['numbers', 'behind', 'unfit'] as const),
] as const
export type Counters = Record<(typeof counted)[number], number>
export const noCounters = (): Counters => Object.fromEntries(counted.map((name) => [name, 0])) as Counters

/** Whole numbers that follow from a seed. */
export function dice(seed: string) {
  const random = testRandom(seed)
  const below = (n: number) => {
    const [a = 0, b = 0, c = 0] = random.bytes(3)
    return ((a << 16) | (b << 8) | c) % n
  }
  return { below, chance: (percent: number) => percent > 0 && below(100) < percent }
}
export type Dice = ReturnType<typeof dice>

/** What a power cut throws. Whatever was not committed is gone; the desk is opened again. */
export class PowerCut extends Error {}

/** Toy claims with a decision that is taken once. */
export const simCatalogue: Catalogue = {
  ...toyCatalogue,
  'claim.decided': { version: 1, about: 'claim', visibility: 'public', body: z.object({ outcome: z.string() }) },
  'claim.pictured': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ original: z.string(), text: z.string() }),
  },
  'claim.reopened': { version: 1, about: 'claim', visibility: 'internal', body: z.object({ reason: z.string() }) },
  'claim.numbered': {
    version: 1,
    about: 'claim',
    visibility: 'internal',
    body: z.object({ number: z.string(), text: z.string() }),
  },
  'device.started': officeEvents['device.started'],
  'lease.granted': stockEvents['lease.granted'],
  'lease.voided': stockEvents['lease.voided'],
  'lease.spent': stockEvents['lease.spent'],
  ...movesEvents,
}
/** What a newer program knows besides: a kind of note. */
export const newCatalogue: Catalogue = {
  ...simCatalogue,
  'claim.tagged': { version: 1, about: 'claim', visibility: 'internal', body: z.object({ text: z.string() }) },
}
export const newProjection: Projection = {
  ...toyProjection,
  version: 2,
  apply: (event, tx) =>
    toyProjection.apply(event.type === 'claim.tagged' ? { ...event, type: 'claim.noted' } : event, tx),
}

export const erases = (type: string): boolean => simCatalogue[type]?.erases === true

/** Pictures that the bodies of the log name. */
export const namedAt = (store: TestStore): Set<string> => new Set(store.since(0, 100_000).flatMap(blobsNamedIn))

/** The same of a body as it travels. */
export const named = ({ type, body }: { readonly type: string; readonly body: string | null }): string[] =>
  body === null ? [] : blobsNamedIn({ type, body: JSON.parse(body) })

export function draftOf(what: string, marker: string) {
  const bodies: Record<string, unknown> = {
    'claim.opened': { label: marker },
    'claim.noted': { text: marker },
    'claim.tagged': { text: marker },
    'claim.fields_set': { fields: { name: marker, familyName: marker } },
    'claim.erased': { law: marker },
    'claim.decided': { outcome: marker },
    'claim.reopened': { reason: marker },
    'claim.moved_out': { ...moving, reason: marker },
  }
  return { type: what, body: bodies[what] }
}

const moving = { to: 'windsor-detroit-tunnel', on: '2026-11-27', people: [testOfficer], staying: [], officers: [] }
