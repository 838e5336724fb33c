import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DeskStatus } from '../../../src/shared/contract/views.ts'
import { codeFor } from '../../support/set-up.ts'
import { codeOf, enrol, firstSignIn, ownPassword, type Seat, seatOfGwen } from '../seat/kit.ts'

const reason = 'The disk failed; the copy of this morning was put back'

/** A desk whose officer Amélie took in three claims after its database had been copied. */
async function deskWithOldCopy() {
  const { seat, secrets, password } = await seatOfGwen()
  const amelie = await enrol(seat, 'amelie', 'border_officer')
  await seat.desk.seat.signOut()
  await firstSignIn(seat, 'amelie', amelie.secrets.totpSecret)
  const first = await openClaim(seat)
  await seat.close()
  const database = join(seat.dataDir, 'store', 'desk.db')
  const copy = `${database}.copy`
  copyFileSync(database, copy)

  const day = await seat.restart()
  await comeIn(day, 'amelie', ownPassword, amelie.secrets.totpSecret)
  const lost = [await openClaim(day), await openClaim(day), await openClaim(day)]
  await day.close()
  copyFileSync(copy, database)
  for (const beside of ['-wal', '-shm']) rmSync(database + beside, { force: true })
  const gwenAt = (at: Seat) => comeIn(at, 'gwen', password, secrets.totpSecret)
  const amelieAt = (at: Seat) => comeIn(at, 'amelie', ownPassword, amelie.secrets.totpSecret)
  return { day, first, lost, mark: join(seat.dataDir, 'store', 'high-water'), gwenAt, amelieAt }
}

async function comeIn(seat: Seat, userName: string, password: string, totpSecret: string): Promise<DeskStatus> {
  seat.time.now += 60_000
  const status = await seat.desk.seat.signIn({ userName, password })
  if (status.phase !== 'needs_second_factor') return status
  return seat.desk.seat.secondFactor({ code: codeFor(totpSecret, seat.time.now) })
}

const openClaim = async ({ desk }: Seat) => (await desk.claims.open({ channel: 'port_of_entry' })).row.applicationNumber

const codesOf = ({ warnings }: DeskStatus) => warnings.map(({ code }) => code)
const leftOf = async ({ desk }: Seat) =>
  Object.fromEntries((await desk.numbers.blocks()).map(({ series, left }) => [series, left]))

test('a database copied back gives out no number until an administrator settles it, and then none twice', async () => {
  const { day, first, lost, gwenAt, amelieAt } = await deskWithOldCopy()
  const seat = await day.restart()
  await amelieAt(seat)
  expect(await codeOf(openClaim(seat))).toBe('store.behind')
  expect(await codeOf(seat.desk.store.settle({ reason }))).toBe('officers.not_your_role')

  expect(codesOf(await gwenAt(seat))).toContain('store.behind')
  const before = await leftOf(seat)
  expect(codesOf(await seat.desk.store.settle({ reason }))).not.toContain('store.behind')
  const after = await leftOf(seat)
  expect(after).toEqual({ ...before, application: (before.application ?? 0) - 3 })
  // A file that may have been taken over and used before the copy was put back does not say when it was made.
  const block = { series: 'document', prefix: 'R', first: 500_001, last: 500_100, width: 9 }
  const text = JSON.stringify({ format: 'passerelle-numbers-1', office: 'lacolle-15', blocks: [block] })
  expect(await codeOf(seat.desk.numbers.import({ text }))).toBe('claims.numbers_before_restore')

  await amelieAt(seat)
  const next = await openClaim(seat)
  expect([first, ...lost].every((number) => number < next)).toBe(true)
})

test('the settling is in the logs, which stay whole, and nothing of it is asked for again', async () => {
  const { day, gwenAt } = await deskWithOldCopy()
  const seat = await day.restart()
  await gwenAt(seat)
  await seat.desk.store.settle({ reason })
  const left = await leftOf(seat)
  const again = await seat.restart()
  expect(codesOf(await gwenAt(again))).not.toContain('store.behind')
  expect(await leftOf(again)).toEqual(left)
  expect(await again.desk.store.verify()).toMatchObject({ ok: true })
  await again.desk.store.settle({ reason })
  expect(await leftOf(again)).toEqual(left)
  const auditor = await enrol(again, 'audrey', 'auditor')
  await again.desk.seat.signOut()
  await firstSignIn(again, 'audrey', auditor.secrets.totpSecret)
  const { rows } = await again.desk.store.accesses({ limit: 200 })
  expect(rows.filter(({ kind }) => kind === 'settled')).toHaveLength(1)
})

test.each([
  ['missing', (mark: string) => rmSync(mark)],
  ['damaged', (mark: string) => writeFileSync(mark, `${readFileSync(mark, 'utf8').slice(0, -8)}AAAAAAA=`)],
])('with the mark %s every unused number is voided, as after a restore', async (_, spoil) => {
  const { day, mark, gwenAt, amelieAt } = await deskWithOldCopy()
  expect(existsSync(mark)).toBe(true)
  spoil(mark)
  const seat = await day.restart()
  expect(codesOf(await gwenAt(seat))).toContain('store.behind')
  expect(codesOf(await seat.desk.store.settle({ reason }))).not.toContain('store.behind')
  expect(await leftOf(seat)).toEqual({ application: 0, client: 0, document: 0 })
  const again = await seat.restart()
  expect(codesOf(await gwenAt(again))).not.toContain('store.behind')
  await amelieAt(again)
  expect(await codeOf(openClaim(again))).toBe('claims.numbers_exhausted')
})
