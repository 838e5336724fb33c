import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addPortrait, referredClaim } from '../../support/claims.ts'
import { borderDesk } from '../../support/set-up.ts'
import { codeOf, day, hour, minute, openSeat, type Seat, seatOfGwen, turns } from './kit.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'passerelle-stick-'))

/** Finished backups under a folder of backups. */
function backupsIn(folder: string): string[] {
  return readdirSync(folder).flatMap((own) => readdirSync(join(folder, own)).filter((name) => /^\d{4}-/.test(name)))
}

/** Waits until there are so many, for work that the desk does by itself. */
async function untilThereAre(count: number, folder: string): Promise<number> {
  for (let wait = 0; wait < 200 && backupsIn(folder).length < count; wait++) await pause()
  return backupsIn(folder).length
}
const pause = () => new Promise((done) => setTimeout(done, 20))

/** So many quarters of an hour, each with its turn for the jobs. */
async function quarters(seat: Seat, count: number): Promise<void> {
  for (let quarter = 0; quarter < count; quarter++) {
    seat.advance(15 * minute)
    await turns()
  }
}
const warningsOf = async ({ desk }: Seat) => (await desk.status()).warnings.map(({ code }) => code)

test('a backup is made without being asked, once a day, also while nobody is there and when the clock jumps', async () => {
  const { seat, desk, password } = await seatOfGwen()
  const folder = newFolder()
  await desk.settings.set({ backupFolder: folder })
  await desk.seat.signOut()
  seat.advance(15 * minute)
  expect(await untilThereAre(1, folder)).toBe(1)
  const [own = ''] = readdirSync(folder)
  const [made = ''] = backupsIn(folder)
  expect(existsSync(join(folder, own, made, 'keys.json'))).toBe(true)
  await quarters(seat, 8)
  expect(backupsIn(folder)).toHaveLength(1)
  await quarters(seat, 96 - 8)
  expect(await untilThereAre(2, folder)).toBe(2)
  await quarters(seat, 1)
  // Set back behind the last backup, the clock says nothing of its age.
  seat.time.now -= 2 * hour
  await desk.seat.signIn({ userName: 'gwen', password })
  await quarters(seat, 9)
  expect(await untilThereAre(3, folder)).toBe(3)
})

test('a backup asked for twice at once is made once', async () => {
  const { desk } = await seatOfGwen()
  const folder = newFolder()
  await desk.settings.set({ backupFolder: folder })
  const [first, second] = await Promise.all([desk.store.backup(), desk.store.backup()])
  expect(second.folder).toBe(first.folder)
  expect(backupsIn(folder)).toHaveLength(1)
})

test('signing out while a backup is made does not spoil it, and closing the desk waits for it', async () => {
  const { seat, desk, password } = await seatOfGwen()
  const folder = newFolder()
  await desk.settings.set({ backupFolder: folder })
  const making = desk.store.backup()
  await desk.seat.signOut()
  expect((await making).events).toBeGreaterThan(5)
  await desk.seat.signIn({ userName: 'gwen', password })
  const cut = desk.store.backup().then(
    () => 'made',
    ({ data }: { data?: { code: string } }) => data?.code,
  )
  const again = await seat.restart()
  expect(['made', 'store.cancelled']).toContain(await cut)
  expect((await again.desk.seat.signIn({ userName: 'gwen', password })).phase).toBe('active')
  for (const own of readdirSync(folder))
    expect(readdirSync(join(folder, own)).filter((name) => name.startsWith('.partial'))).toEqual([])
})

test('a stick that is not plugged in is a warning until it is back', async () => {
  const { seat, desk } = await seatOfGwen()
  const folder = newFolder()
  await desk.settings.set({ backupFolder: folder, idleLockMinutes: 60 })
  await desk.seat.touch()
  renameSync(folder, `${folder}-away`)
  expect(await codeOf(desk.store.backup())).toBe('store.backup_folder')
  expect(await warningsOf(seat)).toContain('store.backup_folder')
  expect((await desk.settings.get()).lastBackup).toMatchObject({ ok: false })
  renameSync(`${folder}-away`, folder)
  seat.advance(15 * minute)
  expect(await untilThereAre(1, folder)).toBe(1)
  for (let wait = 0; wait < 50 && !(await desk.settings.get()).lastBackup?.ok; wait++) await pause()
  expect(await warningsOf(seat)).not.toContain('store.backup_folder')
})

test('a folder that cannot hold a backup is refused when it is chosen, and the one before stays', async () => {
  const { seat, desk } = await seatOfGwen()
  const choose = (backupFolder: string) => codeOf(desk.settings.set({ backupFolder, idleLockMinutes: 30 }))
  expect(await choose('/proc/nowhere')).toBe('backup.folder_missing')
  expect(await choose('not/from/the/root')).toBe('backup.folder_missing')
  expect(await choose(join(import.meta.dirname, 'jobs.test.ts'))).toBe('backup.folder_missing')
  expect(await choose('/proc')).toMatch(/^backup\.folder_(missing|refused)$/)
  expect(await warningsOf(seat)).toContain('backup.no_folder')
  expect((await desk.settings.get()).idleLockMinutes).toBe(10)
  const folder = newFolder()
  expect((await desk.settings.set({ backupFolder: folder })).backupFolder).toBe(folder)
  expect(readdirSync(folder)).toEqual([])
  expect(await choose(`${folder}-not-there`)).toBe('backup.folder_missing')
  expect((await desk.settings.get()).backupFolder).toBe(folder)
})

test('a folder on the disk of the data is said to be so', async () => {
  const { seat, desk } = await seatOfGwen()
  const own = join(seat.dataDir, 'backups')
  mkdirSync(own)
  expect(await desk.settings.set({ backupFolder: own })).toMatchObject({ backupOnSameDisk: true })
})

test('a backup that is days old is overdue', async () => {
  const { seat, desk } = await seatOfGwen()
  const folder = newFolder()
  await desk.settings.set({ backupFolder: folder })
  await desk.store.backup()
  expect(await warningsOf(seat)).not.toContain('backup.overdue')
  renameSync(folder, `${folder}-away`)
  seat.time.now += 5 * day
  expect((await desk.status()).warnings).toContainEqual({ code: 'backup.overdue', params: { days: 5 } })
})

test('a new desk warns of what it lacks', async () => {
  const { seat } = await seatOfGwen()
  expect(await warningsOf(seat)).toEqual(['backup.no_folder', 'stock.low'])
})

test('a clock set back is a warning', async () => {
  const { seat } = await seatOfGwen()
  seat.time.now -= 2 * hour
  expect((await seat.desk.status()).warnings).toContainEqual({ code: 'desk.clock_behind', params: { minutes: 120 } })
})

test('a picture of a refused command goes after a day, by itself; pictures and papers that are named stay', async () => {
  const seat = await openSeat()
  const { desk } = await borderDesk(seat)
  const folder = join(seat.dataDir, 'store', 'blobs')
  const files = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const { claimId } = await referredClaim(seat, 'Osman')
  // Once decided a photo is taken again only for a document that replaces one.
  const before = files().length
  expect(await codeOf(addPortrait(seat, claimId, 9))).toBe('claims.not_in_this_state')
  expect(files()).toHaveLength(before + 2)
  await desk.documents.issue({ claimId, kind: 'RPID' })
  const named = before + 1
  const again = await seat.restart()
  await again.desk.seat.signIn({ userName: 'amelie', password: 'mine alone forever' })
  await quarters(again, 97)
  for (let wait = 0; wait < 200 && files().length > named; wait++) await pause()
  expect(files()).toHaveLength(named)
})
