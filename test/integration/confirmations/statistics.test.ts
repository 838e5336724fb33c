import { afterEach, expect, test } from 'vitest'
import { photoApplicationOf } from '../../../src/main/confirmations/photo.ts'
import { findConfirmation } from '../../../src/main/confirmations/rows.ts'
import { confirmationStatistics, tallyRows } from '../../../src/main/confirmations/statistics.ts'
import { orderErasure } from '../../../src/main/photos/review/erase-applicant.ts'
import { currentVersion, migrate, versionOf } from '../../../src/main/store/migrations.ts'
import { type Query, query } from '../../../src/main/store/query.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { crowd, family } from '../../support/confirmation-files.ts'
import { fileAt, plain } from '../../support/store-file.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { does, importAll, personOf } from './support.ts'

/** Numbers of a period, from a real store. */

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
const opened = (): Office => {
  const office = openOffice()
  open.push(office)
  return office
}
const day = 86_400_000
const numbers = ({ tools }: Office, from = '2026-11-01', to = '2026-12-31') =>
  unwrap(confirmationStatistics(tools, { from, to }))

test('say how long people stood at each step, and who of those invited answered', async () => {
  const office = opened()
  importAll(office, family())
  const ids = ['1110000001', '1110000002', '1110000003'].map((client) => personOf(office, client))
  office.store.clock.advance(2 * day)
  for (const id of ids) does(office, id, { act: 'invite' })
  office.store.clock.advance(3 * day)
  does(office, ids[0] ?? '', { act: 'record_answer', via: 'email', path: 'portal' })
  office.store.clock.advance(4 * day)
  does(office, ids[1] ?? '', { act: 'record_answer', via: 'email', path: 'portal' })
  expect(numbers(office)).toMatchObject({
    steps: [
      { step: 'to_invite', unit: 'day', count: 3, median: 2, p90: 2 },
      { step: 'invited', unit: 'day', count: 2, median: 3, p90: 7 },
    ],
    invitations: { sent: 3, answered: 2 },
    cards: { mailed: 0, late: 0, cameBack: 0, lateNow: 0 },
  })
  // The period counts: those invited later are none of it.
  expect(numbers(office, '2026-11-01', '2026-11-24')).toMatchObject({ steps: [], invitations: { sent: 0 } })
  expect(confirmationStatistics(office.tools, { from: '2026-12-02', to: '2026-12-01' })).toEqual(
    fail('desk.bad_input', { field: 'to' }),
  )
  const live = office.store.dumpProjections()
  unwrap(await office.store.rebuild())
  expect(office.store.dumpProjections()).toEqual(live)
})

test('forget whoever is erased, now and after a rebuild', async () => {
  const office = opened()
  importAll(office, family())
  const id = personOf(office, '1110000001')
  does(office, id, { act: 'invite' }, { act: 'record_answer', via: 'email', path: 'portal' })
  unwrap(
    office.store.transact({ actor: office.officer.id }, (tx) => {
      const application = photoApplicationOf(tx, unwrap(findConfirmation(tx, id)))
      orderErasure(tx, [application], 'retention')
      return ok(null)
    }),
  )
  expect(numbers(office)).toMatchObject({ steps: [], invitations: { sent: 0, answered: 0 } })
  const live = office.store.dumpProjections()
  unwrap(await office.store.rebuild())
  expect(office.store.dumpProjections()).toEqual(live)
})

test('a long import adds nothing to them before somebody goes on', () => {
  const office = opened()
  importAll(office, crowd(50))
  expect(numbers(office).steps).toEqual([])
})

test('the numbers of a month are read along the key, however many years there are', () => {
  const asked: Query<unknown> = tallyRows({ from: '2026-11-01', to: '2026-11-30' })
  const { sql, parameters } = asked.compile(query)
  const plan = fileAt(currentVersion)
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH confirmation_tally USING PRIMARY KEY (name=? AND to_day>? AND to_day<?)',
  ])
})

test('0024-confirmation-tally counts what the rows of an older file already say', () => {
  const sqlite = fileAt(23)
  const person = sqlite.prepare(`INSERT INTO confirmation
    (n, id, office, client_id, application_number, family, sort_name, step, facts, touched_ms)
    VALUES (?, ?, 'o', ?, 'E1', 'f', 'haddad rana', 'invited', ?, 7)`)
  person.run(
    1,
    'a',
    '1110000001',
    JSON.stringify({ invitation: { on: '2026-11-24', answeredOn: '2026-11-25' }, card: {} }),
  )
  person.run(
    2,
    'b',
    '1110000002',
    JSON.stringify({ invitation: { on: '2026-11-24' }, card: { returnedOn: '2026-11-26' } }),
  )
  person.run(3, 'c', '1110000003', JSON.stringify({ invitation: {}, card: {} }))
  migrate(sqlite, plain, 24)
  expect(versionOf(sqlite)).toBe(24)
  expect(
    sqlite.prepare('SELECT name, to_day, from_day, count FROM confirmation_tally ORDER BY name').raw().all(),
  ).toEqual([
    ['answered', '2026-11-24', '2026-11-24', 1],
    ['card_returned', '2026-11-26', '2026-11-26', 1],
    ['invited', '2026-11-24', '2026-11-24', 2],
  ])
})
