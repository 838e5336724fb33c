import { chmodSync, copyFileSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeOf, openSeat, seatOfGwen } from './kit.ts'

const database = (dataDir: string) => join(dataDir, 'store', 'desk.db')
const signIn = (desk: Awaited<ReturnType<typeof seatOfGwen>>['desk'], password: string) =>
  desk.seat.signIn({ userName: 'gwen', password })

test('a store that is gone refuses, says why, and opens without a restart once it is back', async () => {
  const { seat, password } = await seatOfGwen()
  await seat.close()
  renameSync(database(seat.dataDir), `${database(seat.dataDir)}.away`)
  const again = await seat.restart()
  expect(await codeOf(signIn(again.desk, password))).toBe('store.missing')
  expect(await again.desk.status()).toMatchObject({ phase: 'refused', problem: { code: 'store.missing' } })
  renameSync(`${database(seat.dataDir)}.away`, database(seat.dataDir))
  const back = await again.desk.status()
  expect(back.phase).toBe('signed_out')
  expect(back.problem).toBeUndefined()
  expect((await signIn(again.desk, password)).phase).toBe('active')
})

test('a damaged store refuses; a good copy in its place is taken', async () => {
  const { seat, password } = await seatOfGwen()
  await seat.close()
  copyFileSync(database(seat.dataDir), `${database(seat.dataDir)}.good`)
  truncateSync(database(seat.dataDir), 4096)
  const again = await seat.restart()
  expect(await codeOf(signIn(again.desk, password))).toBe('store.damaged')
  expect((await again.desk.status()).phase).toBe('refused')
  copyFileSync(`${database(seat.dataDir)}.good`, database(seat.dataDir))
  expect((await again.desk.status()).phase).toBe('signed_out')
})

test('a store in use elsewhere is taken once the other lets go', async () => {
  const { seat, password } = await seatOfGwen()
  const other = await openSeat({ dataDir: seat.dataDir })
  expect(await codeOf(signIn(other.desk, password))).toBe('store.in_use')
  expect(await other.desk.status()).toMatchObject({ phase: 'refused', problem: { code: 'store.in_use' } })
  // Not ruined, only busy: no backup takes its place without an administrator.
  expect(await codeOf(other.desk.setup.restore({ folder: '/', recoveryKey: 'x' }))).toBe('officers.not_signed_in')
  await seat.close()
  expect((await other.desk.status()).phase).toBe('signed_out')
  expect((await signIn(other.desk, password)).phase).toBe('active')
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be written refuses until it may', async () => {
  const { seat, password } = await seatOfGwen()
  await seat.close()
  chmodSync(join(seat.dataDir, 'store'), 0o500)
  const again = await seat.restart()
  expect(await codeOf(signIn(again.desk, password))).toBe('store.read_only')
  chmodSync(join(seat.dataDir, 'store'), 0o700)
  expect((await again.desk.status()).phase).toBe('signed_out')
})

test('a key file of another desk does not open the store; the right one put back does', async () => {
  const { seat, password } = await seatOfGwen()
  const { seat: stranger } = await seatOfGwen()
  await seat.close()
  const keys = join(seat.dataDir, 'keys.json')
  const own = readFileSync(keys)
  writeFileSync(keys, readFileSync(join(stranger.dataDir, 'keys.json')))
  const again = await seat.restart()
  expect(await codeOf(signIn(again.desk, password))).toBe('store.wrong_key')
  expect((await again.desk.status()).phase).toBe('refused')
  writeFileSync(keys, own)
  expect((await again.desk.status()).phase).toBe('signed_out')
  expect((await signIn(again.desk, password)).phase).toBe('active')
})

test('a desk that lost its key file is never taken for a new one', async () => {
  const { seat } = await seatOfGwen()
  await seat.close()
  rmSync(join(seat.dataDir, 'keys.json'))
  const again = await seat.restart()
  expect(await again.desk.status()).toMatchObject({
    phase: 'refused',
    problem: { code: 'officers.key_file_missing' },
  })
  const numbers = readFileSync('assets/samples/numbers-lacolle-15.json', 'utf8')
  const wish = { office: 'lacolle-15', displayName: 'X Y', userName: 'xy', password: 'correct horse battery', numbers }
  expect(await codeOf(again.desk.setup.begin(wish))).toBe('officers.key_file_missing')
})

test('an officer at work keeps the desk when the key file goes, and is warned', async () => {
  const { seat, desk } = await seatOfGwen()
  rmSync(join(seat.dataDir, 'keys.json'))
  const status = await desk.status()
  expect(status.phase).toBe('active')
  expect(status.warnings.map(({ code }) => code)).toContain('officers.key_file_missing')
  expect((await desk.officers.list()).length).toBe(1)
})

test('the closed desk lets go of the store and opens it no more', async () => {
  const { seat, desk, password } = await seatOfGwen()
  await seat.close()
  expect(await codeOf(signIn(desk, password))).toBe('store.cancelled')
  const again = await openSeat({ dataDir: seat.dataDir })
  expect((await signIn(again.desk, password)).phase).toBe('active')
})
