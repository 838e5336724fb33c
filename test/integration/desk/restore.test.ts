import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TOTP } from 'otpauth'
import { afterEach, expect, test } from 'vitest'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'
import { administratorDesk } from '../../support/set-up.ts'

const open: TestDesk[] = []
afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close()
})

test('a backup becomes a new device on another computer: same people, unused numbers voided', async () => {
  const first = await administratorDesk()
  open.push(first.test)
  const backupFolder = mkdtempSync(join(tmpdir(), 'passerelle-backup-'))
  await first.test.desk.settings.set({ backupFolder })
  const made = await first.test.desk.store.backup()
  expect(made.events).toBeGreaterThan(5)

  const second = await openTestDesk()
  open.push(second)
  expect((await second.desk.status()).phase).toBe('needs_setup')
  const status = await second.desk.setup.restore({ folder: backupFolder, recoveryKey: first.secrets.recoveryKey })
  expect(status.phase).toBe('signed_out')
  await second.desk.seat.signIn({ userName: 'gwen', password: first.password })
  // The code given at set-up is used up; the next half minute has another.
  second.time.now += 60_000
  const code = new TOTP({ secret: first.secrets.totpSecret }).generate({ timestamp: second.time.now })
  if ((await second.desk.status()).phase === 'needs_second_factor') await second.desk.seat.secondFactor({ code })
  const blocks = await second.desk.numbers.blocks()
  expect(blocks.map(({ series, left }) => [series, left])).toEqual([
    ['application', 0],
    ['client', 0],
    ['document', 0],
  ])
  expect(await second.desk.store.verify()).toMatchObject({ ok: true })
})

test('a wrong recovery key and a folder without a backup change nothing', async () => {
  const { test: desk, secrets } = await administratorDesk()
  open.push(desk)
  const empty = mkdtempSync(join(tmpdir(), 'passerelle-empty-'))
  const other = await openTestDesk()
  open.push(other)
  await expect(other.desk.setup.restore({ folder: empty, recoveryKey: secrets.recoveryKey })).rejects.toMatchObject({
    data: { code: 'store.backup_damaged' },
  })
  expect((await other.desk.status()).phase).toBe('needs_setup')
})

test('an abandoned set-up leaves no trace and can be done again', async () => {
  const desk = await openTestDesk()
  open.push(desk)
  const again = await administratorDesk(desk)
  expect((await again.test.desk.status()).phase).toBe('active')
})
