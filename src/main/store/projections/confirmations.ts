import type { EventBody } from '../../../shared/domain/catalogue.ts'
import { type ConfirmationFacts, stateOf } from '../../../shared/domain/confirmation/facts.ts'
import { type ConfirmationEvent, fold, foldedTypes } from '../../../shared/domain/confirmation/fold.ts'
import { type QueuePlace, queuesOf } from '../../../shared/domain/confirmation/queues.ts'
import { tallyOf } from '../../../shared/domain/confirmation/statistics.ts'
import { stepOf } from '../../../shared/domain/confirmation/table.ts'
import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { foldName } from '../../../shared/names/index.ts'
import { dateIn } from '../../../shared/rules/dates.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { ConfirmationTable } from '../tables/confirmations.ts'
import type { Projection, ProjectionTx } from '../types.ts'
import { changeTally } from './confirmation-tally.ts'

/**
 * Confirmations of permanent residence: the fold of each person's events, kept with the queues that follow from it. Events
 * of photos reach the person whose application they belong to, so the projection of photos comes before this one; those of
 * appointments name whom they are for.
 */
export const confirmationsProjection: Projection = {
  name: 'confirmations',
  tables: ['confirmation', 'confirmation_place', 'confirmation_count', 'confirmation_tally'],
  apply(event, tx) {
    if (!folded.has(event.type)) return
    if (event.type === 'confirmation.imported') begin(event, event.body as EventBody<'confirmation.imported'>, tx)
    else goOn(event, tx)
  },
  erase({ kind, id }, tx) {
    const row = kind === 'confirmation' ? tx.first(rowOf({ id })) : undefined
    if (!row) return
    changePlaces(tx, row.n, queuesOf(factsOf(row)), [])
    changeTally(tx, tallyOf(factsOf(row)), [])
    tx.run(query.deleteFrom('confirmation').where('id', '=', id))
    promote(id, tx)
  },
  together({ kind, id }, tx) {
    if (kind !== 'photo_application') return []
    return tx
      .all(query.selectFrom('confirmation').select('id').where('photos', '=', id))
      .map((person) => ({ kind: 'confirmation', id: person.id }))
  },
}

const folded: ReadonlySet<string> = new Set(foldedTypes)

/** The sort key of a name: folded, so that a search finds it however it was typed. */
export const confirmationName = ({ familyName, givenNames }: ConfirmationFacts['identity']): string =>
  foldName(`${familyName} ${givenNames ?? ''}`).trim()

/** What the row holds, as facts. */
export const factsOf = ({ facts }: Pick<ConfirmationTable, 'facts'>) => JSON.parse(facts) as ConfirmationFacts

/** A second profile of a client ID is refused by the command; where two desks took one in each, the first placed holds. */
function begin(event: LoggedEvent, body: EventBody<'confirmation.imported'>, tx: ProjectionTx): void {
  const { id } = event.subject
  if (tx.first(rowOf({ id }))) return
  const started = fold(undefined, { ...event, subject: id })
  if (!started) return
  const first = tx.first(profileOf({ client: body.clientId }))
  const facts = seeded(tx, first ? { ...started, life: 'duplicate', duplicateOf: first.id } : started)
  tx.run(addRow(rowFrom(facts, { n: event.position, id, touched_ms: event.hlc.ms })))
  changePlaces(tx, event.position, [], queuesOf(facts))
  changeTally(tx, [], tallyOf(facts))
}

function goOn(event: LoggedEvent, tx: ProjectionTx): void {
  const row = rowAbout(event, tx)
  if (!row) return
  const before = factsOf(row)
  const after = fold(before, asFolded(event, tx)) ?? before
  write(tx, row, before, event.type === 'confirmation.photos_joined' ? seeded(tx, after) : after, event.hlc.ms)
}

/** An event as the fold reads it; the log's day in the office where its body names none. */
function asFolded(event: LoggedEvent, tx: ProjectionTx): ConfirmationEvent {
  const saysDay = typeof (event.body as { readonly on?: unknown }).on === 'string'
  const zone = saysDay ? undefined : tx.first(query.selectFrom('office').select('zone').limit(1))?.zone
  return { ...event, subject: event.subject.id, day: zone && dateIn(zone, event.hlc.ms) }
}

/** Whom an event is about: a photo's is about whose application it is, an appointment's about whom it names. */
function rowAbout({ subject: { kind, id }, body }: LoggedEvent, tx: ProjectionTx): ConfirmationTable | undefined {
  if (kind === 'photo') return rowOfPhoto(tx, id)
  if (kind !== 'appointment') return tx.first(rowOf({ id }))
  const { about } = body as EventBody<'appointment.booked'>
  return about.kind === 'confirmation' ? tx.first(rowOf({ id: about.id })) : undefined
}

function write(
  tx: ProjectionTx,
  row: ConfirmationTable,
  before: ConfirmationFacts,
  after: ConfirmationFacts,
  ms: number,
) {
  tx.run(setRow(rowFrom(after, { n: row.n, id: row.id, touched_ms: ms })))
  changePlaces(tx, row.n, queuesOf(before), queuesOf(after))
  changeTally(tx, tallyOf(before), tallyOf(after))
}

/** The profile that came first is erased: the next of that client ID takes its place, as a rebuild without the first would have it. */
function promote(erased: string, tx: ProjectionTx): void {
  const [next, ...others] = tx.all(
    query.selectFrom('confirmation').selectAll().where('duplicate_of', '=', erased).orderBy('n'),
  )
  if (!next) return
  const events = tx.timeline({ kind: 'confirmation', id: next.id }, { limit: 10_000 })
  const refolded = events.reduce<ConfirmationFacts | undefined>(
    (facts, event) => (event.body === null ? facts : fold(facts, asFolded(event, tx))),
    undefined,
  )
  if (refolded) write(tx, next, factsOf(next), seeded(tx, refolded), next.touched_ms)
  for (const other of others) {
    const facts = factsOf(other)
    write(tx, other, facts, { ...facts, duplicateOf: next.id }, other.touched_ms)
  }
}

/** Photos that were there before the person was joined to their application. */
function seeded(tx: ProjectionTx, facts: ConfirmationFacts): ConfirmationFacts {
  const { application } = facts.photo
  if (!application) return facts
  const photos = tx.all(query.selectFrom('photo').selectAll().where('application', '=', application).orderBy('n'))
  const last = photos.at(-1)
  if (!last) return facts
  const decision = last.decision ? (tx.event(last.decision)?.body as { on?: string } | null) : undefined
  const submitted = tx.timeline({ kind: 'photo', id: last.id }, { limit: 1 })[0]?.body as { on?: string } | null
  return {
    ...facts,
    photo: {
      application,
      id: last.id,
      state: last.stage === 'approved' ? 'accepted' : last.stage === 'returned' ? 'returned' : 'waiting',
      submittedOn: submitted?.on,
      decidedOn: decision?.on,
      returns: photos.filter(({ stage }) => stage === 'returned').length,
    },
  }
}

function rowFrom(facts: ConfirmationFacts, { n, id, touched_ms }: Pick<ConfirmationTable, 'n' | 'id' | 'touched_ms'>) {
  const { identity, office, family, photo, duplicateOf } = facts
  return {
    n,
    id,
    office,
    client_id: identity.clientId,
    application_number: identity.applicationNumber,
    family: family.id,
    sort_name: confirmationName(identity),
    step: stepOf(stateOf(facts)),
    photos: photo.application ?? null,
    user_name: facts.account.userName ?? null,
    duplicate_of: duplicateOf ?? null,
    facts: JSON.stringify(facts),
    touched_ms,
  }
}

/** Writes what differs between two lists of places, and the counts of their days. */
function changePlaces(tx: ProjectionTx, n: number, before: readonly QueuePlace[], after: readonly QueuePlace[]): void {
  const missing = (from: readonly QueuePlace[], { queue, from: day }: QueuePlace) =>
    !from.some((place) => place.queue === queue && place.from === day)
  for (const { queue, from } of before.filter((place) => missing(after, place))) {
    tx.run(leavePlace({ queue, from, n }))
    tx.run(raiseCount({ queue, from, by: -1 }))
    tx.run(dropEmpty({ queue, from }))
  }
  for (const { queue, from } of after.filter((place) => missing(before, place))) {
    tx.run(takePlace({ queue, from, n }))
    tx.run(raiseCount({ queue, from, by: 1 }))
  }
}

const rowOfPhoto = (tx: ProjectionTx, id: string) => tx.first(joinedTo({ id }))

const rowOf = prepared(({ id }: { id: string }) => query.selectFrom('confirmation').selectAll().where('id', '=', id))
const profileOf = prepared(({ client }: { client: string }) =>
  query
    .selectFrom('confirmation')
    .select('id')
    .where('client_id', '=', client)
    .where('duplicate_of', 'is', null)
    .orderBy('n')
    .limit(1),
)
const joinedTo = prepared(({ id }: { id: string }) =>
  query
    .selectFrom('photo')
    .innerJoin('confirmation', 'confirmation.photos', 'photo.application')
    .selectAll('confirmation')
    .where('photo.id', '=', id),
)
/** What events change of a row. */
const changing = (row: ConfirmationTable) => ({
  application_number: row.application_number,
  family: row.family,
  sort_name: row.sort_name,
  step: row.step,
  photos: row.photos,
  user_name: row.user_name,
  duplicate_of: row.duplicate_of,
  facts: row.facts,
  touched_ms: row.touched_ms,
})
const addRow = prepared((row: ConfirmationTable) =>
  query.insertInto('confirmation').values({
    n: row.n,
    id: row.id,
    office: row.office,
    client_id: row.client_id,
    ...changing(row),
  }),
)
const setRow = prepared((row: ConfirmationTable) =>
  query.updateTable('confirmation').set(changing(row)).where('id', '=', row.id),
)
const takePlace = prepared(({ queue, from, n }: { queue: string; from: string; n: number }) =>
  query.insertInto('confirmation_place').values({ queue, from_day: from, n }),
)
const leavePlace = prepared(({ queue, from, n }: { queue: string; from: string; n: number }) =>
  query.deleteFrom('confirmation_place').where('queue', '=', queue).where('from_day', '=', from).where('n', '=', n),
)
const raiseCount = prepared(({ queue, from, by }: { queue: string; from: string; by: number }) =>
  query
    .insertInto('confirmation_count')
    .values({ queue, from_day: from, count: by })
    .onConflict((conflict) =>
      conflict
        .columns(['queue', 'from_day'])
        .doUpdateSet((is) => ({ count: is('confirmation_count.count', '+', is.ref('excluded.count')) })),
    ),
)
const dropEmpty = prepared(({ queue, from }: { queue: string; from: string }) =>
  query.deleteFrom('confirmation_count').where('queue', '=', queue).where('from_day', '=', from).where('count', '=', 0),
)
