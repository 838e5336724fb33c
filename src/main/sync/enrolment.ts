import type { Clock } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { blocksLeft } from '../office/numbers.ts'
import { keepLocalNote, localNote } from '../store/local-notes.ts'
import type { Store } from '../store/types.ts'
import type { CentralClient } from './client.ts'

/** The central that this desk belongs to: what it remembers of itself, not of the record. */
export interface Central {
  readonly address: string
  /** Certificates (PEM) that it trusts for it, where they are not public ones. */
  readonly ca?: string
  /** Ed25519, base64: what the central orders must carry its signature. */
  readonly centralKey: string
  readonly enrolledAt: string
  /** The identity of this desk that is enrolled. Missing in a note from before this was kept, until the next round. */
  readonly device?: string
  readonly settledAt?: string
  /** This desk's logical clock then, ms (see offline-lease.ts). */
  readonly settledMoment?: number
  readonly offlineDays?: number
  /** It is for practice, as it said last. */
  readonly practice?: boolean
  /** Desks of the office that were revoked, as the central said last. */
  readonly revokedDesks?: readonly string[]
}

export interface Enrolment {
  readonly address: string
  /** One-time code of the central's administrator. */
  readonly code: string
  readonly ca?: string
}

const noteName = 'central'

export function readCentral(store: Store): Central | undefined {
  const text = localNote(store, noteName)
  return text === undefined ? undefined : (JSON.parse(text) as Central)
}

/** Is the desk enrolled under its present identity? After a new one it is not, and what it knows of its central stays. */
export const isEnrolled = (store: Store, { device }: Central): boolean =>
  device === undefined || device === store.identity()?.device

/** The central at which the desk is enrolled as it is now. */
export function enrolledCentral(store: Store): Central | undefined {
  const central = readCentral(store)
  return central && isEnrolled(store, central) ? central : undefined
}

export function keepCentral(store: Store, central: Central): Result<null> {
  const actor = store.identity()?.device ?? ''
  return store.transact({ actor }, (tx) => {
    keepLocalNote(tx, noteName, JSON.stringify(central))
    return ok(null)
  })
}

/**
 * Hands this desk's public key to the central with a one-time code. Its chain so far is adopted from its first event: the
 * id of a desk follows from its key. Where it was enrolled before, under this identity or an earlier one, what it knows
 * of the central stays: until it settles again its days without one go on from where they were.
 * Errors: sync.code_refused, sync.numbers_held, those of the client.
 */
export async function askToEnrol(
  store: Store,
  { code, ca }: Enrolment,
  url: URL,
  client: CentralClient,
  clock: Clock,
): Promise<Result<null>> {
  const identity = store.identity()
  if (!identity) return fail('store.no_identity')
  const publicKey = Buffer.from(identity.publicKey).toString('base64')
  const blocks = blocksLeft(store)
  const asked = await client.enrol({ code, publicKey, stream: identity.office, blocks })
  if (!asked.ok) return asked
  const enrolledAt = new Date(clock.now()).toISOString()
  const { centralKey } = asked.value
  const { ca: _, ...known } = readCentral(store) ?? {}
  const { device } = identity
  return keepCentral(store, { ...known, address: url.href, centralKey, enrolledAt, device, ...(ca ? { ca } : {}) })
}

/** HTTPS, or plain HTTP on this computer only. */
export function addressOf(text: string): URL | undefined {
  const url = URL.parse(text.trim())
  if (!url) return undefined
  const here = url.hostname === '127.0.0.1' || url.hostname === 'localhost' || url.hostname === '[::1]'
  return url.protocol === 'https:' || (url.protocol === 'http:' && here) ? url : undefined
}
