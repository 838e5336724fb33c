import type { EventBody } from '../../../shared/domain/catalogue.ts'
import type { LoggedEvent } from '../../../shared/domain/event.ts'
import type { PhotoState } from '../../../shared/domain/photo-states.ts'
import type { PhotoReport } from '../../../shared/photos/report.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { PhotoTable } from '../tables/photos.ts'
import type { ProjectionTx } from '../types.ts'
import { bandsOf } from './photo-bands.ts'
import { countsOf } from './photo-counts.ts'
import { projection } from './projection.ts'

/** Photos under review: where each stands, what it looks like to a machine, and the counts of what was decided. */
export const photosProjection = projection({
  name: 'photos',
  version: 2,
  tables: ['photo_application', 'photo', 'photo_band', 'photo_override', 'photo_letter', 'photo_tally', 'photo_count'],
  erase({ kind, id }, tx) {
    if (kind === 'photo_application') tx.run(query.deleteFrom('photo_application').where('id', '=', id))
    const photo = kind === 'photo' ? tx.first(photoOf({ id })) : undefined
    if (!photo) return
    countDecision(tx, photo, -1)
    tally(tx, photo, -1)
    tx.run(query.deleteFrom('photo_band').where('photo', '=', photo.n))
    tx.run(query.deleteFrom('photo_override').where('photo', '=', id))
    tx.run(query.deleteFrom('photo_letter').where('photo', '=', id))
    tx.run(query.updateTable('photo').set({ answered_by: null }).where('answered_by', '=', id))
    tx.run(query.deleteFrom('photo').where('id', '=', id))
  },
  together({ kind, id }, tx) {
    if (kind !== 'claim' && kind !== 'photo_application') return []
    const column = kind === 'claim' ? 'claim' : 'application'
    return tx
      .all(query.selectFrom('photo').select('id').where(column, '=', id))
      .map((photo) => ({ kind: 'photo', id: photo.id }))
  },
  on: {
    'photo_application.noted': ({ subject, position }, body, tx) => {
      const values = {
        office: body.office,
        application_number: body.applicationNumber,
        client_id: body.clientId ?? null,
        family_name: body.familyName,
        given_names: body.givenNames ?? null,
        language: body.language,
        birth_date: body.birthDate ?? null,
      }
      tx.run(
        query
          .insertInto('photo_application')
          .values({ n: position, id: subject.id, ...values })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(values)),
      )
    },
    'photo.submitted': (event, body, tx) => submit(event, body, tx),
    'photo.checked': (event, body, tx) => check(event, body.report as unknown as PhotoReport, tx),
    'photo.check_failed': ({ subject }, { failure }, tx) =>
      void tx.run(query.updateTable('photo').set({ check_failure: failure }).where('id', '=', subject.id)),
    'photo.approved': (event, body, tx) => decide(event, body, 'approved', tx),
    'photo.returned': (event, body, tx) => decide(event, body, 'returned', tx),
    'photo.decision_undone': ({ subject }, { decision }, tx) => reopen(subject.id, decision, tx),
    'photo.reopened': ({ subject }, { decision }, tx) => reopen(subject.id, decision, tx),
    'photo.check_overridden': ({ subject, actor, at }, { check: name, was, says, note }, tx) => {
      const values = { was, says, note: note ?? null, officer: actor, at_ms: at }
      if (!tx.first(photoOf({ id: subject.id }))) return
      tx.run(
        query
          .insertInto('photo_override')
          .values({ photo: subject.id, name, ...values })
          .onConflict((conflict) => conflict.columns(['photo', 'name']).doUpdateSet(values)),
      )
    },
    'photo.crop_adjusted': ({ subject }, { frame, print }, tx) =>
      void tx.run(
        query
          .updateTable('photo')
          .set({ frame: JSON.stringify(frame), print })
          .where('id', '=', subject.id),
      ),
    'photo.replaced': (event, _body, tx) => {
      const photo = tx.first(photoOf({ id: event.subject.id }))
      if (photo) move(tx, photo, { state: 'replaced', stage: 'replaced', place_ms: event.hlc.ms })
    },
    'photo.letter_made': ({ subject, actor, at }, { decision, pdf, language }, tx) => {
      const values = { pdf, officer: actor, at_ms: at }
      tx.run(
        query
          .insertInto('photo_letter')
          .values({ photo: subject.id, decision, language, ...values })
          .onConflict((conflict) => conflict.columns(['photo', 'decision', 'language']).doUpdateSet(values)),
      )
    },
  },
})

function submit(event: LoggedEvent, body: EventBody<'photo.submitted'>, tx: ProjectionTx): void {
  const { id } = event.subject
  const { of } = body
  const row: PhotoTable = {
    n: event.position,
    id,
    profile: body.profile,
    source: body.source,
    claim: of.kind === 'claim' ? of.claim : null,
    application: of.kind === 'application' ? of.application : null,
    arrived: body.file.sha256,
    original: body.original,
    print: null,
    frame: null,
    width: body.width,
    height: body.height,
    taken_on: body.takenOn ?? null,
    findings: JSON.stringify(body.findings),
    submitted_ms: event.at,
    state: 'submitted',
    stage: 'waiting',
    place_ms: event.hlc.ms,
    suggestion: 'none',
    again: body.answers ? 1 : 0,
    answers: body.answers ?? null,
    answered_by: null,
    report: null,
    check_failure: null,
    whole_print: null,
    face_print: null,
    decision: null,
    decided_by: null,
    decided_ms: null,
    counted: null,
  }
  tx.run(query.insertInto('photo').values(row))
  tally(tx, row, 1)
  if (body.answers) tx.run(query.updateTable('photo').set({ answered_by: id }).where('id', '=', body.answers))
}

function check(event: LoggedEvent, report: PhotoReport, tx: ProjectionTx): void {
  const photo = tx.first(photoOf({ id: event.subject.id }))
  if (!photo) return
  const face = report.fingerprints?.face ?? null
  move(tx, photo, {
    state: photo.state === 'submitted' ? 'checked' : photo.state,
    suggestion: report.suggestion,
    report: event.id,
    check_failure: null,
    whole_print: report.fingerprints?.whole ?? null,
    face_print: face,
  })
  tx.run(query.deleteFrom('photo_band').where('photo', '=', photo.n))
  for (const { band, bits } of face ? bandsOf(face) : []) tx.run(addBand({ band, bits, photo: photo.n }))
}

type Decision = Pick<EventBody<'photo.returned'>, 'on'> &
  Partial<Pick<EventBody<'photo.returned'>, 'reasons' | 'codes'>>

function decide(event: LoggedEvent, body: Decision, outcome: 'approved' | 'returned', tx: ProjectionTx): void {
  const photo = tx.first(photoOf({ id: event.subject.id }))
  if (!photo) return
  const counted = countsOf({ ...body, outcome, waitedMs: event.at - photo.submitted_ms, ...saidOf(tx, photo) })
  countDecision(tx, photo, -1) // Two desks that decided without seeing each other: the later one counts.
  const decided: PhotoTable = {
    ...photo,
    counted: JSON.stringify({ day: body.on, names: counted }),
  }
  countDecision(tx, decided, 1)
  move(tx, photo, {
    state: outcome,
    stage: outcome,
    place_ms: event.hlc.ms,
    decision: event.id,
    decided_by: event.actor,
    decided_ms: event.at,
    counted: decided.counted,
  })
}

/** What machine and officer said of each check when the photo was decided. */
function saidOf(tx: ProjectionTx, photo: PhotoTable) {
  const report = photo.report ? (tx.event(photo.report)?.body as EventBody<'photo.checked'> | null) : undefined
  const overrides = tx.all(query.selectFrom('photo_override').select(['name', 'says']).where('photo', '=', photo.id))
  return { checks: (report?.report as PhotoReport | undefined)?.checks ?? [], overrides }
}

/** A decision is taken back: the photo waits where it waited before. */
function reopen(id: string, decision: string, tx: ProjectionTx): void {
  const photo = tx.first(photoOf({ id }))
  if (!photo || photo.decision !== decision) return
  countDecision(tx, photo, -1)
  move(tx, photo, {
    state: (photo.report ? 'checked' : 'submitted') satisfies PhotoState,
    stage: 'waiting',
    place_ms: photo.submitted_ms,
    decision: null,
    decided_by: null,
    decided_ms: null,
    counted: null,
  })
}

function move(tx: ProjectionTx, photo: PhotoTable, to: Partial<PhotoTable>): void {
  tally(tx, photo, -1)
  tx.run(query.updateTable('photo').set(to).where('id', '=', photo.id))
  tally(tx, { ...photo, ...to }, 1)
}

function tally(tx: ProjectionTx, { stage, profile, suggestion, again }: PhotoTable, by: 1 | -1): void {
  tx.run(raiseTally({ stage, profile, suggestion, again, count: by }))
  // A count that came to nothing leaves no row, as if what was erased had never been counted.
  if (by < 0) tx.run(query.deleteFrom('photo_tally').where('count', '=', 0))
}

/** Adds what a decision counts to its day, or takes it away. */
function countDecision(tx: ProjectionTx, { counted, profile }: PhotoTable, sign: 1 | -1): void {
  if (!counted) return
  const { day, names } = JSON.parse(counted) as { day: string; names: Record<string, number> }
  for (const [name, count] of Object.entries(names)) tx.run(raiseCount({ day, profile, name, count: sign * count }))
  if (sign < 0) tx.run(query.deleteFrom('photo_count').where('day', '=', day).where('count', '=', 0))
}

const photoOf = prepared(({ id }: { id: string }) => query.selectFrom('photo').selectAll().where('id', '=', id))
const addBand = prepared((row: { band: number; bits: number; photo: number }) => {
  const { band, bits, photo } = row
  return query.insertInto('photo_band').values({ band, bits, photo })
})
const raiseTally = prepared(
  (row: { stage: string; profile: string; suggestion: string; again: number; count: number }) => {
    const { stage, profile, suggestion, again, count } = row
    return query
      .insertInto('photo_tally')
      .values({ stage, profile, suggestion, again, count })
      .onConflict((conflict) =>
        conflict
          .columns(['stage', 'profile', 'suggestion', 'again'])
          .doUpdateSet((is) => ({ count: is('photo_tally.count', '+', is.ref('excluded.count')) })),
      )
  },
)
const raiseCount = prepared((row: { day: string; profile: string; name: string; count: number }) => {
  const { day, profile, name, count } = row
  return query
    .insertInto('photo_count')
    .values({ day, profile, name, count })
    .onConflict((conflict) =>
      conflict
        .columns(['day', 'profile', 'name'])
        .doUpdateSet((is) => ({ count: is('photo_count.count', '+', is.ref('excluded.count')) })),
    )
})
