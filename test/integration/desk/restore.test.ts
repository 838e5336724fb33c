import { cpSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Step } from '../../../src/shared/ports.ts'
import { codeFor } from '../../support/set-up.ts'
import { tempFolder } from '../../support/store.ts'
import { codeOf, enrol, firstSignIn, openSeat, type Seat, seatOfGwen } from '../seat/kit.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'passerelle-backup-'))

/** A desk with one backup in a folder of its own. */
async function deskWithBackup() {
  const made = await seatOfGwen()
  const folder = newFolder()
  await made.desk.settings.set({ backupFolder: folder })
  const backup = await made.desk.store.backup()
  return { ...made, folder, backup }
}

/** Gwen at a restored desk: the code given at set-up is used up, the next half minute has another. */
async function gwenComesIn(seat: Seat, totpSecret: string, password = 'correct horse battery') {
  const status = await seat.desk.seat.signIn({ userName: 'gwen', password })
  if (status.phase !== 'needs_second_factor') return status
  seat.time.now += 60_000
  return seat.desk.seat.secondFactor({ code: codeFor(totpSecret, seat.time.now) })
}

test('a backup becomes a new device on another computer: same people, unused numbers voided', async () => {
  const first = await deskWithBackup()
  expect(first.backup.events).toBeGreaterThan(5)
  const second = await openSeat()
  expect((await second.desk.status()).phase).toBe('needs_setup')
  const { recoveryKey, totpSecret } = first.secrets
  const status = await second.desk.setup.restore({ folder: first.folder, recoveryKey })
  expect(status.phase).toBe('signed_out')
  const here = await gwenComesIn(second, totpSecret)
  expect(here.phase).toBe('active')
  expect(here.warnings).toContainEqual({ code: 'numbers.documents_low', params: { left: 0 } })
  const blocks = await second.desk.numbers.blocks()
  expect(blocks.map(({ series, left }) => [series, left])).toEqual([
    ['application', 0],
    ['client', 0],
    ['document', 0],
  ])
  expect(await second.desk.store.verify()).toMatchObject({ ok: true })
})

test.each(['another computer', 'the desk itself'])(
  'a shift that the backup holds does not open the restored desk: on %s the second factor is asked for again',
  async (where) => {
    const { seat, desk, secrets, folder, password } = await deskWithBackup()
    await desk.seat.signOut()
    expect((await desk.seat.signIn({ userName: 'gwen', password })).phase).toBe('active')
    const restored = where === 'the desk itself' ? seat : await openSeat({}, seat.time)
    await restored.desk.setup.restore({ folder, recoveryKey: secrets.recoveryKey })
    expect((await restored.desk.seat.signIn({ userName: 'gwen', password })).phase).toBe('needs_second_factor')
    seat.time.now += 60_000
    const code = codeFor(secrets.totpSecret, seat.time.now)
    expect((await restored.desk.seat.secondFactor({ code })).phase).toBe('active')
    await restored.desk.seat.signOut()
    expect((await restored.desk.seat.signIn({ userName: 'gwen', password })).phase).toBe('active')
  },
)

test('a wrong recovery key and a folder without a backup change nothing', async () => {
  const { secrets, folder } = await deskWithBackup()
  const stranger = await seatOfGwen()
  const other = await openSeat()
  const restore = (from: string, recoveryKey: string) => codeOf(other.desk.setup.restore({ folder: from, recoveryKey }))
  expect(await restore(newFolder(), secrets.recoveryKey)).toBe('store.backup_damaged')
  expect(await restore(join(folder, 'not-there'), secrets.recoveryKey)).toBe('store.backup_damaged')
  expect(await restore(folder, stranger.secrets.recoveryKey)).toBe('officers.recovery_key_wrong')
  expect((await other.desk.status()).phase).toBe('needs_setup')
})

test('a damaged backup is refused, and the desk can still be set up or restored from a good one', async () => {
  const { secrets, folder, backup } = await deskWithBackup()
  const copy = newFolder()
  cpSync(folder, copy, { recursive: true })
  const database = join(copy, ...backup.folder.split('/').slice(-2), 'desk.db')
  truncateSync(database, 4096)
  const other = await openSeat()
  const { recoveryKey } = secrets
  expect(await codeOf(other.desk.setup.restore({ folder: copy, recoveryKey }))).toBe('store.backup_damaged')
  expect((await other.desk.status()).phase).toBe('needs_setup')
  expect((await other.desk.setup.restore({ folder, recoveryKey })).phase).toBe('signed_out')
})

test('of the backups of several desks on one disk, the recovery key finds its own', async () => {
  const shared = newFolder()
  const desks = [await seatOfGwen(), await seatOfGwen()]
  for (const { seat, desk } of desks) {
    seat.time.now += 1000
    await desk.settings.set({ backupFolder: shared })
    await desk.store.backup()
  }
  for (const { secrets } of desks) {
    const other = await openSeat()
    await other.desk.setup.restore({ folder: shared, recoveryKey: secrets.recoveryKey })
    expect((await gwenComesIn(other, secrets.totpSecret)).phase).toBe('active')
  }
})

test('on a desk in use only an administrator puts a backup in its place', async () => {
  const { seat, desk, secrets, folder, password } = await deskWithBackup()
  const { recoveryKey } = secrets
  const claire = await enrol(seat, 'claire', 'supervisor')
  await desk.seat.signOut()
  expect(await codeOf(desk.setup.restore({ folder, recoveryKey }))).toBe('officers.not_signed_in')
  await firstSignIn(seat, 'claire', claire.secrets.totpSecret)
  expect(await codeOf(desk.setup.restore({ folder, recoveryKey }))).toBe('officers.not_your_role')
  await desk.seat.signIn({ userName: 'gwen', password })
  expect((await desk.setup.restore({ folder, recoveryKey })).phase).toBe('signed_out')
  expect((await gwenComesIn(seat, secrets.totpSecret)).phase).toBe('active')
  expect((await desk.officers.list()).map(({ userName }) => userName)).toEqual(['gwen'])
  expect(readdirSync(join(seat.dataDir, 'store'))).toContain('quarantine')
})

test('a restore keeps the waits of wrong passwords', async () => {
  const { seat, desk, secrets, folder, password } = await deskWithBackup()
  for (let guess = 0; guess < 3; guess++)
    await codeOf(desk.seat.signIn({ userName: 'gwen', password: 'not the password' }))
  await desk.setup.restore({ folder, recoveryKey: secrets.recoveryKey })
  expect(await codeOf(desk.seat.signIn({ userName: 'gwen', password }))).toBe('officers.wait')
  seat.advance(6_000)
  expect((await desk.seat.signIn({ userName: 'gwen', password })).phase).toBe('needs_second_factor')
})

test('a ruined desk is restored with the printed key alone', async () => {
  const { seat, secrets, folder, password } = await deskWithBackup()
  await seat.close()
  writeFileSync(join(seat.dataDir, 'store', 'desk.db'), Buffer.alloc(8192, 7))
  const again = await seat.restart()
  expect(await codeOf(again.desk.seat.signIn({ userName: 'gwen', password }))).toBe('store.damaged')
  const status = await again.desk.setup.restore({ folder, recoveryKey: secrets.recoveryKey })
  expect(status.phase).toBe('signed_out')
  expect((await gwenComesIn(again, secrets.totpSecret)).phase).toBe('active')
})

test.each(['another computer', 'the desk itself'])(
  'a restore on %s, killed at any step, is done again',
  async (where) => {
    const { seat, secrets, folder, password } = await deskWithBackup()
    const { recoveryKey, totpSecret } = secrets
    const { folder: root } = tempFolder()
    const dataDir = where === 'the desk itself' ? seat.dataDir : newFolder()
    const shots = new Map<string, string>()
    let armed = false
    // What the disk holds at the step is what a killed program leaves: once a name, the last time that it comes.
    const step: Step = (name, fn) => {
      if (armed) {
        rmSync(join(root, name), { recursive: true, force: true })
        cpSync(dataDir, join(root, name), { recursive: true })
        shots.set(name, join(root, name))
      }
      return fn()
    }
    if (where === 'the desk itself') await seat.close()
    const killed = await openSeat({ dataDir, step })
    if (where === 'the desk itself') await killed.desk.seat.signIn({ userName: 'gwen', password })
    armed = true
    await killed.desk.setup.restore({ folder, recoveryKey })
    armed = false
    await killed.close()
    expect(shots.size).toBeGreaterThan(5)
    for (const [at, shot] of shots) {
      const again = await openSeat({ dataDir: shot })
      const arrive = () => codeOf(gwenComesIn(again, totpSecret).then(({ phase }) => phase))
      const first = await arrive()
      if (typeof first === 'string') {
        const { phase } = await again.desk.status()
        expect([at, first, phase]).toEqual([at, first, expect.stringMatching(/^(needs_setup|refused)$/)])
        await again.desk.setup.restore({ folder, recoveryKey })
      }
      const status =
        first && typeof first === 'object' ? await again.desk.status() : await gwenComesIn(again, totpSecret)
      expect([at, status.phase]).toEqual([at, 'active'])
      expect(await again.desk.store.verify()).toMatchObject({ ok: true })
      await again.close()
    }
  },
  60_000,
)

test('a disk that is full while the restored desk becomes a new device leaves nothing open, and it goes on later', async () => {
  const { secrets, folder } = await deskWithBackup()
  let full = true
  const other = await openSeat({
    step(name, fn) {
      if (!full || name !== 'commit') return fn()
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' })
    },
  })
  const restoring = other.desk.setup.restore({ folder, recoveryKey: secrets.recoveryKey })
  expect(await codeOf(restoring)).toBe('store.full')
  expect(await other.desk.status()).toMatchObject({ phase: 'refused', problem: { code: 'store.full' } })
  full = false
  expect((await other.desk.status()).phase).toBe('signed_out')
  expect((await gwenComesIn(other, secrets.totpSecret)).phase).toBe('active')
  expect((await other.desk.numbers.blocks()).every(({ left }) => left === 0)).toBe(true)
})

const blocksFrom = (first: number, issued?: string) =>
  JSON.stringify({
    format: 'passerelle-numbers-1',
    office: 'lacolle-15',
    ...(issued ? { issued } : {}),
    blocks: [{ series: 'document', prefix: 'R', first, last: first + 99, width: 9 }],
  })

test('a restored desk takes no numbers that the lost one may have had, and new ones it does', async () => {
  const first = await deskWithBackup()
  // After the backup: the lost desk takes these over and may give them out. The restored one cannot know.
  const [undated, dated] = [blocksFrom(500_001), blocksFrom(600_001, '2026-11-23T12:30:00-05:00')]
  await first.desk.numbers.import({ text: undated })
  await first.desk.numbers.import({ text: dated })
  const second = await openSeat()
  second.time.now += 2 * 3_600_000
  const { recoveryKey, totpSecret } = first.secrets
  await second.desk.setup.restore({ folder: first.folder, recoveryKey })
  await gwenComesIn(second, totpSecret)
  const take = (text: string) => codeOf(second.desk.numbers.import({ text }))
  expect(await take(undated)).toBe('claims.numbers_before_restore')
  expect(await take(dated)).toBe('claims.numbers_before_restore')
  expect(await take(blocksFrom(100_001, '2026-11-24T09:00:00-05:00'))).toBe('claims.numbers_already_held')
  const left = async () => (await second.desk.numbers.blocks()).reduce((sum, block) => sum + block.left, 0)
  expect(await left()).toBe(0)
  await second.desk.numbers.import({ text: blocksFrom(700_001, '2026-11-24T09:00:00-05:00') })
  expect(await left()).toBe(100)
})
