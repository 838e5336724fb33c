import { catalogue } from '../../shared/domain/catalogue.ts'
import type { SubjectKind } from '../../shared/domain/event.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Page, Taken } from '../../shared/sync/page.ts'
import { keepLocalNote, localNote } from '../store/local-notes.ts'
import { uuidBytes } from '../store/log/uuid.ts'
import { prepared } from '../store/prepared.ts'
import { query } from '../store/query.ts'
import type { Store } from '../store/types.ts'

/**
 * A stop before other desks take away much of what this one holds: a mistake or a stolen desk at work in one place must
 * not empty all the others before anybody looked. Counted over a day, since it can come in many small pages; what this
 * desk did itself is not counted, nor what it came to hold within that day, as a desk that joins gets the past.
 */

/** Of what a desk held of a kind when the day began. */
const mostShare = 0.2
/** Fewer than these never stop a desk: a small one would be stopped by every one. */
const fewest = 5
const dayMs = 86_400_000

/** Of people, of their cases and of their papers; what else belongs to one of these goes with it. */
const counted: ReadonlySet<string> = new Set<SubjectKind>(['person', 'claim', 'confirmation', 'document'])
const takesAway: ReadonlySet<string> = new Set([
  ...Object.entries(catalogue).flatMap(([type, { about, erases }]) => (erases && counted.has(about) ? [type] : [])),
  'document.revoked',
])

/**
 * May this page take effect? Nothing of it has been taken in yet. Errors: sync.wipe_out (kind, how many of how many are
 * gone, and up to which place of the stream an officer would let them go), those of a transaction.
 * @param now ms since 1970-01-01T00:00Z
 */
export function guardWipeOut(store: Store, page: Page, now: number): Result<null> {
  const through = letThrough(store)
  const taking = page.events.filter((placed) => placed.position > through && takesByOther(store, placed))
  const day = dayOf(store, now)
  if (!day.ok) return day
  const gone = new Map<string, Set<number>>()
  const add = (kind: string, n: number) => gone.set(kind, (gone.get(kind) ?? new Set()).add(n))
  for (const { event } of taking) {
    const held = event && store.first(heldSubject({ kind: event.subject.kind, id: uuidBytes(event.subject.id) }))
    if (event && held && held.erased === null && held.n <= day.value.subject) add(event.subject.kind, held.n)
  }
  if (gone.size === 0) return ok(null)
  // What an officer let go is not held against what comes after it.
  if (through <= day.value.through)
    for (const { kind, n } of goneSince(store, day.value)) if (gone.has(kind)) add(kind, n)
  for (const [kind, subjects] of gone) {
    if (subjects.size < fewest) continue
    const had = heldOf(store, kind, day.value.subject, subjects)
    if (subjects.size > had * mostShare)
      return fail('sync.wipe_out', { kind, gone: subjects.size, had, through: page.head })
  }
  return ok(null)
}

/** An officer says that it is right: whatever stands in the stream up to this place may take effect. */
export function letWipeOut(store: Store, officer: string, through: number): Result<null> {
  const kept = store.transact({ actor: officer }, (tx) => {
    keepLocalNote(tx, letName, JSON.stringify({ epoch: store.sync.epoch(), through }))
    return ok(null)
  })
  if (kept.ok) store.access.note({ actor: officer, act: 'erasures_let', details: { through } })
  return kept
}

const letName = 'wipe_out.let'
/** Places of a central that was restored since are others. */
function letThrough(store: Store): number {
  const text = localNote(store, letName)
  const said = text === undefined ? undefined : (JSON.parse(text) as { epoch?: string; through: number })
  return said && said.epoch === store.sync.epoch() ? said.through : 0
}

const takesByOther = (store: Store, { device, verdict, event }: Taken): boolean =>
  event !== undefined &&
  takesAway.has(event.type) &&
  device !== store.identity()?.device &&
  verdict !== 'superseded' &&
  verdict !== 'quarantined'

/** Where this desk's log ended when the day began that is counted over. */
interface Day {
  readonly at: number
  readonly position: number
  /** Highest number of a subject. */
  readonly subject: number
  /** What an officer had let go by then. */
  readonly through: number
}

const dayName = 'wipe_out.day'

/** The day that is under way; a new one begins when it is over, and once all that an officer let go is taken in. */
function dayOf(store: Store, now: number): Result<Day> {
  const text = localNote(store, dayName)
  const day = text === undefined ? undefined : (JSON.parse(text) as Day)
  const through = letThrough(store)
  const isLetDone = day !== undefined && through > day.through && store.sync.position() >= through
  if (day && !isLetDone && now >= day.at && now - day.at < dayMs) return ok(day)
  const position = store.first(query.selectFrom('event').select((of) => of.fn.max('position').as('n')))?.n ?? 0
  const subject = store.first(query.selectFrom('subject').select((of) => of.fn.max('n').as('n')))?.n ?? 0
  const next = { at: now, position, subject, through: isLetDone ? through : (day?.through ?? 0) }
  return store.transact({ actor: store.identity()?.device ?? '' }, (tx) => {
    keepLocalNote(tx, dayName, JSON.stringify(next))
    return ok(next)
  })
}

const heldSubject = prepared(({ kind, id }: { kind: string; id: Uint8Array }) =>
  query
    .selectFrom('subject')
    .leftJoin('erased', 'erased.subject', 'subject.n')
    .select(['subject.n', 'erased.subject as erased'])
    .where('subject.id', '=', id)
    .where('subject.kind', '=', kind)
    .limit(1),
)

/** Subjects of before the day that others took away since it began. */
function goneSince(store: Store, { position, subject }: Day): { kind: string; n: number }[] {
  const own = uuidBytes(store.identity()?.device ?? '')
  return store.all(
    query
      .selectFrom('event')
      .innerJoin('subject', 'subject.n', 'event.subject')
      .innerJoin('party', 'party.n', 'event.device')
      .innerJoin('placed', 'placed.event', 'event.position')
      .select(['subject.kind', 'subject.n'])
      .distinct()
      .where('event.position', '>', position)
      .where('event.type', 'in', [...takesAway])
      .where('party.id', '!=', own)
      .where('subject.n', '<=', subject)
      .where('placed.verdict', 'not in', ['superseded', 'quarantined']),
  )
}

/** How many subjects of a kind the desk held when the day began: those it still has, and those that went since. */
function heldOf(store: Store, kind: string, upTo: number, gone: ReadonlySet<number>): number {
  const held = store.all(
    query
      .selectFrom('subject')
      .leftJoin('erased', 'erased.subject', 'subject.n')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('subject.kind', '=', kind)
      .where('subject.n', '<=', upTo)
      .where((of) => of.or([of('erased.subject', 'is', null), of('subject.n', 'in', [...gone])])),
  )
  return held[0]?.count ?? 0
}
