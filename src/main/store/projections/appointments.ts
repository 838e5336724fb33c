import {
  type AppointmentAbout,
  type AppointmentKind,
  minuteOf,
  type Slot,
} from '../../../shared/domain/appointments.ts'
import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { awaitsInterview, claimTransitions, stillCalled } from '../../../shared/domain/states.ts'
import { uuidBytes } from '../log/uuid.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { AppointmentTable } from '../tables/appointments.ts'
import type { Projection, ProjectionTx } from '../types.ts'
import { projection } from './projection.ts'

/**
 * Appointments, what they hold, and who waits for one. Stands behind the projections of claims and confirmations, whose
 * states it asks.
 */

interface Named {
  readonly about: AppointmentAbout
  readonly kind: string
}

const own = projection({
  name: 'appointments',
  version: 2, // 2: nobody waits of whom the claim is closed
  tables: ['appointment', 'appointment_hold', 'to_schedule'],
  erase({ kind, id }, tx) {
    if (kind === 'appointment') {
      tx.run(query.deleteFrom('appointment_hold').where('appointment', '=', id))
      tx.run(query.deleteFrom('appointment').where('id', '=', id))
    }
    if (kind === 'claim' || kind === 'confirmation') tx.run(query.deleteFrom('to_schedule').where('about_id', '=', id))
  },
  together({ kind, id }, tx) {
    if (kind !== 'claim' && kind !== 'confirmation') return []
    return tx
      .all(query.selectFrom('appointment').select('id').where('about_id', '=', id))
      .map((appointment) => ({ kind: 'appointment', id: appointment.id }))
  },
  on: {
    'appointment.requested': (event, body, tx) => {
      begin(tx, event, body)
      follow(tx, event, body)
    },
    'appointment.offered': (event, body, tx) => {
      begin(tx, event, body)
      change(tx, event, { state: 'offered', until_ms: Date.parse(body.until), set_by: uuidBytes(event.id) })
      hold(tx, event.subject.id, body.slots)
      follow(tx, event, body)
    },
    'appointment.offer_ended': (event, body, tx) => {
      change(tx, event, { state: 'requested', until_ms: null })
      hold(tx, event.subject.id, [])
      follow(tx, event, body)
    },
    'appointment.booked': (event, body, tx) => {
      begin(tx, event, body)
      const byClaimant = { by_claimant: body.by === 'claimant' ? 1 : 0 }
      change(tx, event, { state: 'booked', until_ms: null, ...byClaimant, ...slotOf(event, body.slot) })
      hold(tx, event.subject.id, [body.slot])
      follow(tx, event, body)
    },
    'appointment.moved': (event, body, tx) => {
      const before = tx.first(appointmentOf({ id: event.subject.id }))
      if (!before) return
      change(tx, event, { ...slotOf(event, body.slot), moves: before.moves + 1 })
      hold(tx, event.subject.id, [body.slot])
    },
    'appointment.cancelled': (event, body, tx) => {
      change(tx, event, { state: 'cancelled', until_ms: null })
      hold(tx, event.subject.id, [])
      follow(tx, event, body)
    },
    'appointment.attendance_noted': (event, body, tx) => {
      const { attendance: state, minutesLate: minutes_late = null, note = null } = body
      change(tx, event, { state, minutes_late, note })
      hold(tx, event.subject.id, [])
      follow(tx, event, body)
    },
    'appointment.attendance_withdrawn': (event, body, tx) => {
      change(tx, event, { state: 'booked', minutes_late: null, note: null, review: null, review_reason: null })
      hold(tx, event.subject.id, [body.slot])
      follow(tx, event, body)
    },
    'appointment.no_show_reviewed': (event, body, tx) => {
      change(tx, event, { review: body.outcome, review_reason: body.reason })
      follow(tx, event, body)
    },
  },
})

/** It hears of every type: whatever changes the state of a claim may begin or end the wait for an interview. */
const { types: _, ...everything } = own

export const appointmentsProjection: Projection = {
  ...everything,
  apply(event, tx) {
    own.apply(event, tx)
    if (event.subject.kind === 'claim' && !typed.has(event.type)) {
      const about = { kind: 'claim', id: event.subject.id } as const
      follow(tx, event, { about, kind: interview })
      if (turns.has(event.type)) for (const kind of others) follow(tx, event, { about, kind })
    }
    if (ofInterview.has(event.type))
      follow(tx, event, { about: { kind: 'confirmation', id: event.subject.id }, kind: 'confirmation_interview' })
  },
}

const interview = 'eligibility_interview'
/** What else a claimant is called to: only what closes the claim, or sets it going again, changes who waits for it. */
const others = ['biometrics', 'medical'] as const satisfies readonly AppointmentKind[]
const turns: ReadonlySet<string> = new Set([...claimTransitions.map(({ event }) => event), 'claim.moved_in'])
/** What begins or ends the wait for an interview of a confirmation, appointments apart. */
const ofInterview: ReadonlySet<string> = new Set([
  'confirmation.interview_required',
  'confirmation.interview_set',
  'confirmation.interview_held',
  'confirmation.closed',
  'confirmation.reopened',
])
/** Answers as they are typed never change the state of a claim. */
const typed: ReadonlySet<string> = new Set(['claim.set', 'claim.facts_set'])

/** The row of an appointment that begins with this event; one that was requested is there already. */
function begin(tx: ProjectionTx, event: LoggedEvent, { about, kind }: Named): void {
  const waiting = tx.first(waitingFor({ about: about.id, kind }))
  const row: AppointmentTable = {
    n: event.position,
    id: event.subject.id,
    kind,
    about_kind: about.kind,
    about_id: about.id,
    state: 'requested',
    since_ms: waiting?.since_ms ?? event.hlc.ms,
    ...{ date: null, minute: null, minutes: null, mode: null, officer: null, room: null, interpreter: null },
    ...{ place: null, set_by: null, until_ms: null, by_claimant: 0, moves: 0, minutes_late: null, note: null },
    ...{ review: null, review_reason: null },
  }
  tx.run(
    query
      .insertInto('appointment')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doNothing()),
  )
}

const change = (tx: ProjectionTx, { subject }: LoggedEvent, set: Partial<AppointmentTable>): void => {
  tx.run(query.updateTable('appointment').set(set).where('id', '=', subject.id))
}

const slotOf = ({ id }: LoggedEvent, { time, ...slot }: Slot) => ({
  ...slot,
  minute: minuteOf(time),
  set_by: uuidBytes(id),
})

function hold(tx: ProjectionTx, appointment: string, slots: readonly Slot[]): void {
  tx.run(query.deleteFrom('appointment_hold').where('appointment', '=', appointment))
  for (const [nth, { time, ...slot }] of slots.entries())
    tx.run(query.insertInto('appointment_hold').values({ appointment, nth, ...slot, minute: minuteOf(time) }))
}

/** Brings the queue in order: does this person wait for such an appointment, and since when? */
function follow(tx: ProjectionTx, event: LoggedEvent, { about, kind }: Named): void {
  const held = tx.first(waitingFor({ about: about.id, kind }))
  const wanted = waits(tx, about, kind)
  if (!wanted) {
    if (held) tx.run(query.deleteFrom('to_schedule').where('about_id', '=', about.id).where('kind', '=', kind))
    return
  }
  const since_ms = held?.since_ms ?? wanted.since ?? event.hlc.ms
  tx.run(
    query
      .insertInto('to_schedule')
      .values({ about_kind: about.kind, about_id: about.id, kind, since_ms, why: wanted.why })
      .onConflict((conflict) => conflict.columns(['about_kind', 'about_id', 'kind']).doUpdateSet({ why: wanted.why })),
  )
}

type Waiting = { readonly why: string; readonly since?: number } | undefined

function waits(tx: ProjectionTx, about: AppointmentAbout, kind: string): Waiting {
  const confirming = about.kind === 'confirmation'
  if (confirming && tx.first(confirmationStep({ id: about.id }))?.step !== 'interview_required') return undefined
  const state = confirming ? undefined : tx.first(claimState({ id: about.id }))?.state
  if (!confirming && (state === undefined || !stillCalled(state, kind === interview ? 'interview' : 'other')))
    return undefined
  const all = tx.all(appointmentsOf({ about: about.id, kind }))
  if (all.some((one) => one.state === 'offered' || one.state === 'booked')) return undefined
  const requested = all.find((one) => one.state === 'requested')
  if (requested) return { why: 'requested', since: requested.since_ms }
  const last = all.findLast((one) => one.state !== 'cancelled')
  if (last?.state === 'no_show') {
    const calledTwice = all.filter((one) => one.state === 'no_show').length > 1
    if (last.review === 'referred_to_enforcement' || (calledTwice && last.review === null)) return undefined
    return { why: 'no_show' }
  }
  if (confirming) return { why: 'required' }
  if (last || kind !== interview) return undefined
  const cancelled = all.at(-1)
  if (state === undefined || !awaitsInterview(state)) return undefined
  return { why: 'filed', ...(cancelled ? { since: cancelled.since_ms } : {}) }
}

const appointmentOf = prepared(({ id }: { id: string }) =>
  query.selectFrom('appointment').selectAll().where('id', '=', id),
)
const appointmentsOf = prepared(({ about, kind }: { about: string; kind: string }) =>
  query
    .selectFrom('appointment')
    .select(['state', 'since_ms', 'review'])
    .where('about_id', '=', about)
    .where('kind', '=', kind)
    .orderBy('n'),
)
const waitingFor = prepared(({ about, kind }: { about: string; kind: string }) =>
  query.selectFrom('to_schedule').select('since_ms').where('about_id', '=', about).where('kind', '=', kind),
)
const claimState = prepared(({ id }: { id: string }) => query.selectFrom('claim').select('state').where('id', '=', id))
const confirmationStep = prepared(({ id }: { id: string }) =>
  query.selectFrom('confirmation').select('step').where('id', '=', id),
)
