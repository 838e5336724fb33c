import type { EventBody } from '../../../shared/domain/catalogue.ts'
import {
  type HeldDeadline,
  keepAnswers,
  keepRunning,
  nextDue,
  withExtension,
  withMet,
  withNoneStanding,
  withReinstatement,
  withSet,
  withWithdrawal,
} from '../../../shared/domain/deadlines.ts'
import { pausesOf, withPauses } from '../../../shared/domain/departure-order.ts'
import type { LoggedEvent } from '../../../shared/domain/event.ts'
import { officeId } from '../../../shared/domain/ports-of-entry.ts'
import { inBacklog, stateWhenReopened } from '../../../shared/domain/states.ts'
import { isIdentityKind } from '../../../shared/domain/vocabulary.ts'
import type { Pause } from '../../../shared/rules/index.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { ProjectionTx } from '../types.ts'
import { type FieldsAfter, fieldsAfter } from './heads.ts'
import { dropErased } from './people.ts'
import { indexNumber, personNumber, projection, touchClaim } from './projection.ts'

/** An event set fields of a claim, which moves up and may now be in conflict. */
function fieldsSet(event: LoggedEvent, tx: ProjectionTx): FieldsAfter {
  const after = fieldsAfter(event, tx)
  tx.run(changed({ id: event.subject.id, ms: event.hlc.ms, conflicts: after.conflicts }))
  return after
}

/** An event that set fields of which no row shows the value. */
function shownNowhere(event: LoggedEvent, _body: unknown, tx: ProjectionTx): void {
  fieldsSet(event, tx)
}

/** A detention stops the days to leave, and its end lets them run on. Limits of a reopened decision stay as they were. */
function moveDeparture(event: LoggedEvent, pauses: readonly Pause[], tx: ProjectionTx): void {
  const { id } = event.subject
  const current = deadlinesOf(tx, id).filter((due) => !due.superseded)
  if (current.length === 0) return
  tx.run(
    query
      .updateTable('claim')
      .set(dueOf(tx, id, withPauses(current, pauses)))
      .where('id', '=', id),
  )
}

/** Claims as lists and headers show them. */
export const claimsProjection = projection({
  name: 'claims',
  version: 4, // 4: a decision that leaves the claim open ends no limit of before
  tables: ['claim', 'finding_override', 'claim_check'],
  erase({ kind, id }, tx) {
    if (kind !== 'claim') return
    tx.run(query.deleteFrom('finding_override').where('claim', '=', id))
    tx.run(query.deleteFrom('claim_check').where('claim', '=', id))
    const claim = tx.first(query.selectFrom('claim').select('person_n').where('id', '=', id))
    tx.run(query.deleteFrom('claim').where('id', '=', id))
    if (claim) dropErased(tx, claim.person_n)
  },
  together({ kind, id }, tx) {
    if (kind !== 'claim' && kind !== 'person') return []
    const rows = tx.all(
      query
        .selectFrom('claim')
        .innerJoin('person', 'person.n', 'claim.person_n')
        .select(['claim.id', 'person.id as person'])
        .where(kind === 'claim' ? 'claim.id' : 'person.id', '=', id),
    )
    return rows.map((row) => (kind === 'claim' ? { kind: 'person', id: row.person } : { kind: 'claim', id: row.id }))
  },
  on: {
    'claim.opened': (event, body, tx) => {
      const person = personNumber(tx, body.person)
      tx.run(
        query.insertInto('claim').values({
          n: event.position,
          id: event.subject.id,
          person_n: person,
          application_number: body.applicationNumber,
          office: body.office,
          channel: body.channel,
          claim_date: body.claimDate,
          state: 'intake',
          // Nobody's, when no officer opened it: it came through the portal.
          owner: event.actor === event.device ? '' : event.actor,
          opened_ms: event.hlc.ms,
          opened_on: body.claimDate,
          updated_ms: event.hlc.ms,
        }),
      )
      indexNumber(tx, person, 'application', body.applicationNumber)
    },
    'claim.set': (event, { fields }, tx) => setFields(event, fields, tx),
    'claim.amended': (event, { fields }, tx) => setFields(event, fields, tx),
    'claim.facts_set': shownNowhere,
    'claim.record_set': shownNowhere,
    'claim.record_amended': shownNowhere,
    'claim.evidence_set_aside': shownNowhere,
    'claim.finding_dismissed': shownNowhere,
    'claim.consent_recorded': shownNowhere,
    'claim.conditions_acknowledged': shownNowhere,
    'claim.inadmissibility_reported': shownNowhere,
    'claim.departure_order_made': shownNowhere,
    'claim.detention_recorded': (event, { fields }, tx) => {
      if (fieldsSet(event, tx).shows('detention')) moveDeparture(event, pausesOf(fields.detention), tx)
    },
    'claim.documents_seized': shownNowhere,
    'claim.act_withdrawn': (event, { fields }, tx) => {
      if (fieldsSet(event, tx).shows('detention') && 'detention' in fields) moveDeparture(event, [], tx)
    },
    'claim.duplicates_searched': (event, { people, found }, tx) => {
      const search = JSON.stringify({ people, found, at: event.at })
      tx.run(query.updateTable('claim').set({ search }).where('id', '=', event.subject.id))
    },
    'claim.person_linked': (event, { person, instead }, tx) => {
      touchClaim(tx, event.subject.id, event)
      const [from, n] = [personNumber(tx, instead), personNumber(tx, person)]
      // Other claims that hung on the record that steps aside are the same person's too.
      tx.run(query.updateTable('claim').set({ person_n: n }).where('person_n', '=', from))
      tx.run(query.updateTable('claim').set({ person_n: n }).where('id', '=', event.subject.id))
      const claim = tx.first(query.selectFrom('claim').select('application_number').where('id', '=', event.subject.id))
      if (claim) indexNumber(tx, n, 'application', claim.application_number)
    },
    'claim.finding_overridden': (event, { rule, from, to, reason, facts }, tx) => {
      touchClaim(tx, event.subject.id, event)
      const row = {
        was: from,
        finding: to,
        reason,
        officer: event.actor,
        facts: facts ? JSON.stringify(facts) : null,
      }
      tx.run(
        query
          .insertInto('finding_override')
          .values({ claim: event.subject.id, rule, ...row })
          .onConflict((conflict) => conflict.columns(['claim', 'rule']).doUpdateSet(row)),
      )
    },
    'claim.check_set': (event, { check, result, found, note }, tx) => {
      touchClaim(tx, event.subject.id, event)
      const row = {
        result,
        found: found === undefined ? null : Number(found),
        note: note ?? null,
        officer: event.actor,
        at_ms: event.at,
      }
      tx.run(
        query
          .insertInto('claim_check')
          .values({ claim: event.subject.id, name: check, ...row })
          .onConflict((conflict) => conflict.columns(['claim', 'name']).doUpdateSet(row)),
      )
    },
    'claim.ineligibility_proposed': (event, { grounds, reason, clientId, deadlines }, tx) => {
      const proposal = { by: event.actor, at: event.at, grounds, reason, clientId }
      tx.run(
        query
          .updateTable('claim')
          .set({
            state: 'ineligible_proposed',
            proposal: JSON.stringify(proposal),
            ...dueOf(tx, event.subject.id, deadlines, keepRunning),
            updated_ms: event.hlc.ms,
          })
          .where('id', '=', event.subject.id),
      )
    },
    'claim.proposal_returned': (event, _body, tx) => {
      const set = { state: 'undecided', proposal: null, updated_ms: event.hlc.ms }
      tx.run(query.updateTable('claim').set(set).where('id', '=', event.subject.id))
    },
    'claim.decided': (event, body, tx) => {
      const { findings: _, facts: __, deadlines, ...decision } = body
      tx.run(
        query
          .updateTable('claim')
          .set({
            state: body.outcome,
            decision: JSON.stringify({ ...decision, by: event.actor, at: event.at }),
            proposal: null,
            ...dueOf(tx, event.subject.id, deadlines, inBacklog(body.outcome) ? keepRunning : keepAnswers),
            updated_ms: event.hlc.ms,
          })
          .where('id', '=', event.subject.id),
      )
    },
    'claim.deadline_met': (event, { rule, on }, tx) => changeDue(event, tx, (dues) => withMet(dues, rule, on)),
    'claim.deadline_reopened': (event, { rule }, tx) => changeDue(event, tx, (dues) => withMet(dues, rule, undefined)),
    'claim.deadline_extended': (event, { rule, to }, tx) =>
      changeDue(event, tx, (dues) => withExtension(dues, rule, to)),
    'claim.deadline_set': (event, { deadline }, tx) => changeDue(event, tx, (dues) => withSet<Due>(dues, deadline)),
    'claim.handed_over': (event, { fields }, tx) => {
      touchClaim(tx, event.subject.id, event)
      if (!fieldsAfter(event, tx).shows('case.owner')) return
      tx.run(query.updateTable('claim').set({ owner: fields['case.owner'] }).where('id', '=', event.subject.id))
    },
    'preliminary_review.passed': ({ subject }, { on }, tx) => setPassed(tx, subject.id, on),
    'preliminary_review.taken_back': ({ subject }, _body, tx) => setPassed(tx, subject.id, null),
    'claim.reopened': (event, { reason }, tx) => setAside(event, reason, tx),
    'claim.withdrawn': (event, { deadlines }, tx) => {
      const { id } = event.subject
      const due = dueColumns(withWithdrawal(deadlinesOf(tx, id), deadlines))
      const set = { state: 'withdrawn', proposal: null, ...due, updated_ms: event.hlc.ms }
      tx.run(query.updateTable('claim').set(set).where('id', '=', id))
    },
    'claim.reinstated': (event, { reason }, tx) => setAside(event, reason, tx),
    'claim.moved_out': (event, { to, on, reason }, tx) => {
      const { id } = event.subject
      const held = tx.first(query.selectFrom('claim').select(['state', 'moved']).where('id', '=', id))
      if (!held) return
      const was = movedOf(held.moved)?.was ?? held.state
      const moved = JSON.stringify({ was, to, on, reason, by: event.actor } satisfies Moved)
      // Nobody here is late for its limits any more.
      const set = { state: 'moved', moved, next_deadline: null, updated_ms: event.hlc.ms }
      tx.run(query.updateTable('claim').set(set).where('id', '=', id))
    },
    'claim.moved_in': (event, { to }, tx) => {
      const { id } = event.subject
      const held = tx.first(query.selectFrom('claim').select(['state', 'moved']).where('id', '=', id))
      const state = movedOf(held?.moved ?? null)?.was ?? held?.state
      if (!state) return
      const next_deadline = nextDue(deadlinesOf(tx, id)) ?? null
      const set = { state, moved: null, owner: '', office: officeId(to), next_deadline, updated_ms: event.hlc.ms }
      tx.run(query.updateTable('claim').set(set).where('id', '=', id))
    },
    'person.set': (event, _body, tx) => touchClaimsOf(event, tx),
    'person.amended': (event, _body, tx) => touchClaimsOf(event, tx),
    'document.reserved': (event, body, tx) => {
      touchClaim(tx, body.claim, event)
      if (!isIdentityKind(body.kind)) return
      tx.run(query.updateTable('claim').set({ document_number: body.number }).where('id', '=', body.claim))
    },
    'document.revoked': (event, _body, tx) => {
      const revoked = tx.first(
        query.selectFrom('document').select(['claim', 'number']).where('id', '=', event.subject.id),
      )
      if (!revoked) return
      touchClaim(tx, revoked.claim, event)
      tx.run(
        query
          .updateTable('claim')
          .set({ document_number: null })
          .where('id', '=', revoked.claim)
          .where('document_number', '=', revoked.number),
      )
    },
  },
})

/** What is kept of a claim that another office has. */
export interface Moved {
  /** The state in which it was. */
  readonly was: string
  /** Key of the other office. */
  readonly to: string
  readonly on: string
  readonly reason: string
  readonly by: string
}

/** Of the column as it is stored. */
export const movedOf = (stored: string | null): Moved | undefined =>
  stored ? (JSON.parse(stored) as Moved) : undefined

/**
 * The claim goes on as one to be decided; a decision that stood, and its limits, stay in the record as what they were.
 * Where none was final, what a withdrawal ended runs again.
 */
function setAside({ subject: { id }, actor, at, hlc }: LoggedEvent, reason: string, tx: ProjectionTx): void {
  const held = tx.first(query.selectFrom('claim').select(['decision', 'earlier_decisions']).where('id', '=', id))
  const earlier = JSON.parse(held?.earlier_decisions ?? '[]') as unknown[]
  const dues = deadlinesOf(tx, id)
  const outcome = held?.decision ? (JSON.parse(held.decision) as { outcome: string }).outcome : stateWhenReopened
  const limits = inBacklog(outcome) ? withReinstatement(dues) : withNoneStanding(dues)
  const decision = held?.decision && [{ ...(JSON.parse(held.decision) as object), reopened: { reason, by: actor, at } }]
  const set = {
    state: stateWhenReopened,
    decision: null,
    earlier_decisions: JSON.stringify([...earlier, ...(decision || [])]),
    ...dueColumns(limits),
    updated_ms: hlc.ms,
  }
  tx.run(query.updateTable('claim').set(set).where('id', '=', id))
}

const setPassed = (tx: ProjectionTx, id: string, passed_on: string | null): void => {
  tx.run(query.updateTable('claim').set({ passed_on }).where('id', '=', id))
}

const changed = prepared(({ id, ms, conflicts }: { id: string; ms: number; conflicts: number }) =>
  query.updateTable('claim').set({ updated_ms: ms, conflicts }).where('id', '=', id),
)
interface Told {
  readonly id: string
  readonly ms: number
  readonly conflicts: number
  readonly date: string | null
  readonly channel: string | null
}
/** With what the list shows of its fields, where that is told. */
const told = prepared(({ id, ms, conflicts, date, channel }: Told) =>
  query
    .updateTable('claim')
    .set((row) => ({
      updated_ms: ms,
      conflicts,
      claim_date: row.fn.coalesce(row.val(date), row.ref('claim_date')),
      channel: row.fn.coalesce(row.val(channel), row.ref('channel')),
    }))
    .where('id', '=', id),
)
/** Every claim of a person. */
const touchedBy = prepared(({ person, ms }: { person: number; ms: number }) =>
  query.updateTable('claim').set({ updated_ms: ms }).where('person_n', '=', person),
)

function setFields(event: LoggedEvent, fields: EventBody<'claim.set'>['fields'], tx: ProjectionTx): void {
  const { conflicts, shows } = fieldsAfter(event, tx)
  const date = (shows('claimDate') && fields.claimDate) || null
  const channel = (shows('channel') && fields.channel) || null
  const set = { id: event.subject.id, ms: event.hlc.ms, conflicts }
  tx.run(date || channel ? told({ ...set, date, channel }) : changed(set))
}

const touchClaimsOf = (event: LoggedEvent, tx: ProjectionTx): void => {
  tx.run(touchedBy({ person: personNumber(tx, event.subject.id), ms: event.hlc.ms }))
}

type Due = EventBody<'claim.decided'>['deadlines'][number] & Pick<HeldDeadline, 'superseded' | 'met' | 'original'>

const deadlinesOf = (tx: ProjectionTx, claim: string): Due[] =>
  JSON.parse(
    tx.first(query.selectFrom('claim').select('deadlines').where('id', '=', claim))?.deadlines ?? '[]',
  ) as Due[]

/** Deadlines of a decision that was reopened: nobody is late for them, yet they are read beside the new ones. */
const superseded = (dues: readonly Due[]): Due[] => dues.filter((due) => due.superseded)

/** The limits of a claim, with those of decisions that were reopened, and the nearest that somebody can miss. */
function dueOf(
  tx: ProjectionTx,
  claim: string,
  limits: EventBody<'claim.decided'>['deadlines'],
  keep: (before: readonly Due[], after: readonly Due[]) => Due[] = keepAnswers,
) {
  const before = deadlinesOf(tx, claim)
  return dueColumns([...keep(before, limits), ...superseded(before)])
}

const dueColumns = (deadlines: readonly HeldDeadline[]) => ({
  deadlines: JSON.stringify(deadlines),
  next_deadline: nextDue(deadlines) ?? null,
})

function changeDue({ subject, hlc }: LoggedEvent, tx: ProjectionTx, change: (dues: Due[]) => Due[]): void {
  const due = dueColumns(change(deadlinesOf(tx, subject.id)))
  tx.run(
    query
      .updateTable('claim')
      .set({ ...due, updated_ms: hlc.ms })
      .where('id', '=', subject.id),
  )
}
