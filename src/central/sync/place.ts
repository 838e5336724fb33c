import { catalogue } from '../../shared/domain/catalogue.ts'
import { blobsNamedIn } from '../../shared/domain/named-blobs.ts'
import { cellsOf, goesOn, restsOn, slotOf } from '../../shared/sync/guarded.ts'
import { judge } from '../../shared/sync/verdict.ts'
import type { Verdict } from '../../shared/sync/wire.ts'
import { oweLetters } from '../confirmations/letters.ts'
import { randomInBulk, sealInPieces } from '../keys/sealing.ts'
import { announceMessages } from '../mail/queue.ts'
import { addRefs, dropRefs, wantFiles } from '../storage/blobs.ts'
import { addOwned } from '../storage/confirmations.ts'
import type { Tx } from '../storage/database.ts'
import { erasedAmong, eraseSubject, insertEvents, verdictsOf } from '../storage/events.ts'
import { dropIdentities } from '../storage/identities.ts'
import { addMoves, markDue, markErased } from '../storage/moves.ts'
import { addClaimSubjects } from '../storage/portal/shown.ts'
import { quarantine } from '../storage/quarantine.ts'
import { dropSnapshots } from '../storage/snapshots.ts'
import { dropSlots, grantsOf, keepGrants, keepSlots, type StreamRow, slotHolders } from '../storage/streams.ts'
import { nameOf, type SubjectName, streamItself } from '../storage/subject-keys.ts'
import type { Prepared } from './batch.ts'
import { belongings, claimNamedBy, ownersOf } from './belongings.ts'
import { doubtOf, type Examined, nextGrants } from './entitlement.ts'
import { noteIdentities } from './identities.ts'
import { awayIn, leavingBy } from './moves.ts'
import { judgeNumbers } from './numbers.ts'
import type { SyncParts } from './push.ts'

/** What became of an event at its place. */
export interface Placed {
  readonly sequence: number
  readonly pos: number
  readonly verdict: Verdict
  readonly why: string | null
}

export interface Places {
  readonly placed: readonly Placed[]
  /** Files (SHA-256) that no record names any more, since one was erased. */
  readonly unnamed: readonly Buffer[]
}

export interface Chain {
  readonly stream: StreamRow
  readonly device: string
  /** The device was revoked: whatever it still sends waits for a supervisor. */
  readonly revoked: boolean
  /** The central's own chain, of what people sent through the portal. */
  readonly portal?: boolean
  /** Events that stand in another stream, by their id, with what became of them there: nothing is judged twice. */
  readonly judged?: ReadonlyMap<string, Judgement>
}

export interface Judgement {
  readonly verdict: Verdict
  readonly why?: string
}

type Fresh = Prepared & { readonly hash: Buffer }

/** Gives new events their places behind the head of a held stream: judged, sealed, written. */
export async function place(parts: SyncParts, tx: Tx, chain: Chain, fresh: readonly Fresh[]): Promise<Places> {
  if (fresh.length === 0) return { placed: [], unnamed: [] }
  const { stream, device } = chain
  const texts = fresh.map(({ body }) => body?.toString('utf8'))
  const events = fresh.map(({ event }, i) => ({ ...event, body: parsed(texts[i]) }))
  const verdicts = await judgeAll(tx, chain, events)
  const isNew = ({ id }: Examined) => !chain.judged?.has(id)
  const placed = events.map(({ sequence }, i) => ({
    sequence,
    pos: stream.head + 1 + i,
    verdict: verdicts[i]?.verdict ?? 'ok',
    why: verdicts[i]?.why ?? null,
  }))
  const now = new Date(parts.clock.now())
  const orders = events.flatMap(({ id, subject, type }, i) => {
    const at = placed[i]
    return at && erases(type) && counts(at.verdict) ? [{ event: id, subject, pos: at.pos }] : []
  })
  const sealed = await sealBodies(parts, tx, stream.stream, fresh, placed, orders)
  await insertEvents(
    tx,
    { stream: stream.stream, device, received: now },
    fresh.map(({ event, commitment, hash }, i) => ({
      id: event.id,
      actor: event.actor,
      kind: event.subject.kind,
      subject: event.subject.id,
      type: event.type,
      version: event.version,
      visibility: event.visibility,
      at_ms: event.at,
      hlc_ms: event.hlc[0],
      hlc_counter: event.hlc[1],
      bases: event.bases,
      sealed: sealed[i] ?? null,
      commitment,
      hash,
      ...(placed[i] as Placed),
    })),
  )
  await addRefs(tx, stream.office, stream.stream, namedFiles(fresh, sealed, texts))
  const effective = events.filter((_, i) => sealed[i] && counts(placed[i]?.verdict ?? 'ok'))
  // Also of what has no effect: officers read it, and what was taken for it is nowhere else.
  const readable = events.filter((_, i) => sealed[i] && placed[i]?.verdict !== 'quarantined')
  await wantFiles(tx, stream.office, [...new Set(readable.flatMap((event) => blobsNamedIn(event)))], now)
  await noteIdentities(parts, tx, stream.stream, effective)
  await addClaimSubjects(tx, stream.stream, belongings(events))
  // Of what stands in another office's stream already the person was told.
  await announceMessages(parts, tx, stream, effective.filter(isNew))
  await addOwned(tx, stream.stream, ownersOf(events))
  if (!chain.portal) await oweLetters(tx, stream, effective, now)
  const unnamed: Buffer[] = []
  for (const { event, subject, pos } of orders) {
    const told = { stream: stream.stream, subject, event, at: now }
    await eraseSubject(tx, { ...told, pos }, Object.keys(catalogue).filter(erases), (bodies) =>
      parts.signer.say('erasure', { ...told, bodies }),
    )
    unnamed.push(...(await dropRefs(tx, stream.office, stream.stream, subject)))
    await dropIdentities(tx, stream.stream, subject.id)
  }
  if (orders.length > 0) unnamed.push(...(await dropSnapshots(tx, stream.office, stream.stream)))
  await markErased(
    tx,
    stream.stream,
    orders.map(({ subject }) => subject),
  )
  const withheld = placed.filter(({ verdict }) => verdict === 'quarantined')
  await quarantine(
    tx,
    { stream: stream.stream, device, since: now },
    withheld.map(({ pos, why }) => ({ pos, why: why ?? '' })),
  )
  return { placed, unnamed }
}

/** SHA-256 of pictures and papers that kept bodies name: every such text in them. */
function namedFiles(fresh: readonly Fresh[], sealed: readonly unknown[], texts: readonly (string | undefined)[]) {
  return fresh.flatMap(({ event }, i) => {
    const found = sealed[i] ? texts[i]?.match(/"[0-9a-f]{64}"/g) : undefined
    return found ? found.map((sha) => ({ subject: event.subject, sha: sha.slice(1, -1) })) : []
  })
}

/** JSON; null when the desk sent no body, undefined when it sent none that is JSON. */
function parsed(text: string | undefined): unknown {
  if (text === undefined) return null
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const erases = (type: string): boolean =>
  Object.hasOwn(catalogue, type) && catalogue[type as keyof typeof catalogue].erases === true

/** Does the event take effect? */
const counts = (verdict: Verdict): boolean => verdict === 'ok' || verdict === 'flagged'

/** Judges the events in their order, each by what stands before it, and keeps what follows: slots and grants. */
async function judgeAll(
  tx: Tx,
  { stream, device, revoked, portal = false, judged: known }: Chain,
  events: readonly Examined[],
): Promise<Judgement[]> {
  const officers = new Map(await grantsOf(tx, stream.office, namedOfficers(events)))
  const slots = await slotHolders(tx, stream.stream, slotsOf(events))
  const grounds = events.filter((event) => restsOn(event) || goesOn(event)).flatMap(({ bases }) => bases)
  const before = await verdictsOf(tx, stream.stream, grounds)
  const lost = new Set([...before].filter(([, verdict]) => verdict === 'superseded').map(([id]) => id))
  const taken = new Map<string, string | null>()
  const changed = new Map<string, NonNullable<ReturnType<typeof nextGrants>>>()
  const away = await awayIn(tx, stream, known ? [] : events, claimNamedBy)
  // What the person sends while the claim is on its way counts, and goes along.
  const rules = portal ? {} : away
  if (portal) for (const event of known ? [] : events) away.moved(event)
  const verdicts = events.map((event): Judgement => {
    const before = known?.get(event.id)
    if (before) return before
    if (revoked) return { verdict: 'quarantined', why: 'sync.device_revoked' }
    const doubt = doubtOf(event, { device, office: stream.office, portal }, officers)
    if (doubt?.verdict === 'quarantined') return doubt
    const judged = judge(event, { holder: (slot) => slots.get(slot), lost: (id) => lost.has(id), ...rules })
    if (judged.verdict === 'superseded') lost.add(event.id)
    else if (event.type === 'claim.moved_out') away.leaves(event)
    for (const freed of judged.frees ?? []) {
      slots.delete(freed)
      taken.set(freed, null)
    }
    for (const name of judged.takes ?? []) {
      slots.set(name, event.id)
      taken.set(name, event.id)
    }
    if (event.subject.kind === 'officer' && judged.verdict !== 'superseded') {
      const grants = nextGrants(event, officers.get(event.subject.id) ?? [])
      if (grants) {
        officers.set(event.subject.id, grants)
        changed.set(event.subject.id, grants)
      }
    }
    if (judged.verdict === 'ok' && doubt) return doubt
    return { verdict: judged.verdict, ...(judged.why ? { why: judged.why } : {}) }
  })
  await judgeNumbers(tx, device, events, verdicts)
  await dropSlots(
    tx,
    stream.stream,
    [...taken].flatMap(([name, event]) => (event === null ? [name] : [])),
  )
  await keepSlots(tx, stream.stream, new Map([...taken].filter((held): held is [string, string] => held[1] !== null)))
  await keepGrants(tx, stream.office, changed)
  await markDue(tx, stream.stream, [...away.late])
  const leaving = events.flatMap((event, i) =>
    !known?.has(event.id) && counts(verdicts[i]?.verdict ?? 'ok')
      ? leavingBy(event, stream.stream, stream.head + 1 + i)
      : [],
  )
  await addMoves(tx, stream.stream, leaving)
  return verdicts
}

const namedOfficers = (events: readonly Examined[]): string[] => [
  ...new Set(events.flatMap(({ actor, subject }) => (subject.kind === 'officer' ? [actor, subject.id] : [actor]))),
]

const slotsOf = (events: readonly Examined[]): string[] => [
  ...new Set(
    events.flatMap((event) => {
      const { takes, frees } = cellsOf(event)
      return [slotOf(event) ?? [], takes, frees].flat()
    }),
  ),
]

/** Bodies as they are kept: under the key of their subject; none where the subject is erased, or is by this very batch. */
async function sealBodies(
  { keys, random }: SyncParts,
  tx: Tx,
  stream: string,
  fresh: readonly Fresh[],
  placed: readonly Placed[],
  orders: readonly { subject: SubjectName; pos: number }[],
): Promise<(readonly Uint8Array[] | null)[]> {
  const subjects = new Map(fresh.map(({ event }) => [nameOf(event.subject), event.subject]))
  const gone = new Set((await erasedAmong(tx, stream, [...subjects.values()])).map(nameOf))
  for (const { subject } of orders) gone.add(nameOf(subject))
  const orderAt = new Set(orders.map(({ pos }) => pos))
  const owner = (i: number): SubjectName | undefined => {
    const subject = fresh[i]?.event.subject
    if (orderAt.has(placed[i]?.pos ?? 0)) return streamItself(stream)
    return subject && !gone.has(nameOf(subject)) ? subject : undefined
  }
  const owners = new Map(
    fresh.flatMap(({ body }, i) => {
      const one = owner(i)
      return body && one ? [[nameOf(one), one] as const] : []
    }),
  )
  const known =
    owners.size > 0 ? await keys.forWriting(tx, stream, [...owners.values()]) : new Map<string, Uint8Array>()
  const bulk = randomInBulk(random, fresh.length * 12)
  return fresh.map(({ plain, commitment }, i) => {
    const one = owner(i)
    const key = one && known.get(nameOf(one))
    return plain && key ? sealInPieces(plain, key, commitment, bulk) : null
  })
}
