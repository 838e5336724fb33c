import { type ClaimState, inBacklog, stateWhenReopened } from '../../../shared/domain/states.ts'
import { isErased } from '../erased.ts'
import { prepared } from '../prepared.ts'
import { query } from '../query.ts'
import type { ProjectionTx, Reader } from '../types.ts'
import { movedOf } from './claims.ts'
import { projection } from './projection.ts'

/**
 * How many there are, kept up with every event: counting a million rows would cost more than the page that shows the
 * number. Stands before the projections of people and claims, since it asks them how things were.
 */
export const tallyProjection = projection({
  name: 'tally',
  version: 3,
  tables: ['tally'],
  erase({ kind, id }, tx) {
    if (kind === 'person' && isCounted(tx, id)) add(tx, 'people', -1)
    const claim = kind === 'claim' ? tx.first(stateOf({ id })) : undefined
    if (claim) count(tx, claim, -1)
  },
  on: {
    'person.registered': (_event, _body, tx) => add(tx, 'people', 1),
    'claim.person_linked': (_event, { instead }, tx) => {
      if (isCounted(tx, instead)) add(tx, 'people', -1)
    },
    'claim.opened': (_event, { claimDate, person }, tx) => {
      count(tx, { state: 'intake', opened_on: claimDate }, 1)
      // Its person is erased further on, and taken out of the count there.
      if (!tx.first(replacedBy({ id: person })) && !isErased(tx, { kind: 'person', id: person })) add(tx, 'people', 1)
    },
    'claim.decided': ({ subject }, { outcome }, tx) => move(tx, subject.id, outcome),
    'claim.ineligibility_proposed': ({ subject }, _body, tx) => move(tx, subject.id, 'ineligible_proposed'),
    'claim.proposal_returned': ({ subject }, _body, tx) => move(tx, subject.id, 'undecided'),
    'claim.reopened': ({ subject }, _body, tx) => move(tx, subject.id, stateWhenReopened),
    'claim.withdrawn': ({ subject }, _body, tx) => move(tx, subject.id, 'withdrawn'),
    'claim.reinstated': ({ subject }, _body, tx) => move(tx, subject.id, stateWhenReopened),
    'claim.moved_out': ({ subject }, _body, tx) => move(tx, subject.id, 'moved'),
    'claim.moved_in': ({ subject }, _body, tx) => {
      const was = movedOf(tx.first(movedState({ id: subject.id }))?.moved ?? null)?.was
      if (was) move(tx, subject.id, was as ClaimState)
    },
  },
})

/** Somebody who is a person of their own, and whom no erasure took out of the count. */
const isCounted = (tx: ProjectionTx, id: string): boolean =>
  tx.first(replacedBy({ id }))?.replaced_by === null && !isErased(tx, { kind: 'person', id })

/** A claim in the count of its state and, while it waits for the desk, in that of the day on which it came. */
function count(tx: ProjectionTx, { state, opened_on }: { state: string; opened_on: string }, by: 1 | -1): void {
  add(tx, `claim.${state}`, by)
  if (inBacklog(state)) add(tx, `${backlogPrefix}${opened_on}.${state}`, by)
}

/** A claim goes from the state that it has to another. */
function move(tx: ProjectionTx, claim: string, state: ClaimState): void {
  const before = tx.first(stateOf({ id: claim }))
  if (!before) return
  count(tx, before, -1)
  count(tx, { ...before, state }, 1)
}

/** Names of the counts of the backlog: `backlog.<day>.<state>`. */
const backlogPrefix = 'backlog.'

/** Claims that wait for the desk, by the day on which they came and by state, earliest day first. */
export const backlogByDay = (reader: Reader): { day: string; state: string; claims: number }[] =>
  reader.all(backlogRows).map(({ name, count: claims }) => {
    const [, day = '', state = ''] = name.split('.')
    return { day, state, claims }
  })
const backlogRows = query
  .selectFrom('tally')
  .select(['name', 'count'])
  .where('name', '>=', backlogPrefix)
  .where('name', '<', 'backlog/')
  .orderBy('name')

/** A count kept by this projection: `people`, or `claim.<state>`. */
export const tallied = (reader: Reader, name: string): number => reader.first(counted({ name }))?.count ?? 0

const add = (tx: ProjectionTx, name: string, count: number): void => {
  tx.run(raise({ name, count }))
  // A count that came to nothing leaves no row, as if what was erased had never been counted.
  if (count < 0) tx.run(dropNone({ name }))
}

const raise = prepared(({ name, count }: { name: string; count: number }) =>
  query
    .insertInto('tally')
    .values({ name, count })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((row) => ({ count: row('tally.count', '+', row.ref('excluded.count')) })),
    ),
)
const dropNone = prepared(({ name }: { name: string }) =>
  query.deleteFrom('tally').where('name', '=', name).where('count', '=', 0),
)
const counted = prepared(({ name }: { name: string }) =>
  query.selectFrom('tally').select('count').where('name', '=', name),
)
const replacedBy = prepared(({ id }: { id: string }) =>
  query.selectFrom('person').select('replaced_by').where('id', '=', id),
)
const movedState = prepared(({ id }: { id: string }) => query.selectFrom('claim').select('moved').where('id', '=', id))
const stateOf = prepared(({ id }: { id: string }) =>
  query.selectFrom('claim').select(['state', 'opened_on']).where('id', '=', id),
)
