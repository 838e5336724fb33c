import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codeFor } from '../../support/set-up.ts'
import { codeOf, enrol, firstSignIn, openSeat, ownPassword, seatOfGwen, temporary } from './kit.ts'

const keyFileIn = (dataDir: string) => join(dataDir, 'keys.json')

test('a change of roles counts at once', async () => {
  const { seat, desk } = await seatOfGwen()
  const { officer, secrets } = await enrol(seat, 'amelie', 'border_officer')
  await desk.officers.setRoles({ officerId: officer.id, roles: ['photo_reviewer'], reason: 'moves to photos' })
  await firstSignIn(seat, 'amelie', secrets.totpSecret)
  expect((await desk.status()).officer?.roles).toEqual(['photo_reviewer'])
  expect(await codeOf(desk.claims.open({ channel: 'port_of_entry' }))).toBe('officers.not_your_role')
})

test('a disabled officer cannot come in, and the name is not given again', async () => {
  const { seat, desk } = await seatOfGwen()
  const { officer, secrets } = await enrol(seat, 'amelie', 'border_officer')
  await firstSignIn(seat, 'amelie', secrets.totpSecret)
  await desk.seat.signIn({ userName: 'gwen', password: 'correct horse battery' })
  expect((await desk.officers.disable({ officerId: officer.id, reason: 'left the office' })).disabled).toBe(true)
  // Twice is as good as once.
  expect((await desk.officers.disable({ officerId: officer.id, reason: 'left the office' })).disabled).toBe(true)
  expect(await codeOf(enrol(seat, 'amelie', 'border_officer'))).toBe('officers.user_name_taken')
  expect(await codeOf(desk.officers.resetPassword({ officerId: officer.id, temporary }))).toBe('officers.disabled')
  await desk.seat.signOut()
  expect(await codeOf(desk.seat.signIn({ userName: 'amelie', password: ownPassword }))).toBe(
    'officers.wrong_credentials',
  )
})

test('a key slot that a crash left behind lets a disabled officer see nothing', async () => {
  const { seat, desk } = await seatOfGwen()
  const { officer, secrets } = await enrol(seat, 'amelie', 'border_officer')
  await firstSignIn(seat, 'amelie', secrets.totpSecret)
  await desk.seat.signIn({ userName: 'gwen', password: 'correct horse battery' })
  const before = readFileSync(keyFileIn(seat.dataDir))
  await desk.officers.disable({ officerId: officer.id, reason: 'left the office' })
  writeFileSync(keyFileIn(seat.dataDir), before)
  await desk.seat.signOut()
  expect(await codeOf(desk.seat.signIn({ userName: 'amelie', password: ownPassword }))).toBe('officers.disabled')
  expect((await desk.status()).phase).toBe('signed_out')
})

test('nobody is enrolled with roles that one person may not hold, or disables themselves', async () => {
  const { desk } = await seatOfGwen()
  const wish = { userName: 'x1', displayName: 'X', password: temporary, jurisdiction: 'office' } as const
  expect(await codeOf(desk.officers.enrol({ ...wish, roles: ['administrator', 'auditor'] }))).toBe(
    'officers.roles_conflict',
  )
  const officerId = (await desk.status()).officer?.id ?? ''
  expect(await codeOf(desk.officers.disable({ officerId, reason: 'on a whim' }))).toBe('officers.not_yourself')
  expect(await codeOf(desk.officers.resetPassword({ officerId, temporary }))).toBe('officers.not_yourself')
})

test('a reset gives a temporary password and asks for the code that the officer has', async () => {
  const { seat, desk } = await seatOfGwen()
  const { officer, secrets } = await enrol(seat, 'amelie', 'border_officer')
  await firstSignIn(seat, 'amelie', secrets.totpSecret)
  await desk.seat.signIn({ userName: 'gwen', password: 'correct horse battery' })
  expect(await codeOf(desk.officers.resetPassword({ officerId: officer.id, temporary: 'short' }))).toBe(
    'officers.password_too_short',
  )
  const reset = await desk.officers.resetPassword({ officerId: officer.id, temporary: 'another temporary one' })
  expect(reset.secrets).toBeUndefined()
  seat.advance(30_000)
  expect((await desk.seat.signIn({ userName: 'amelie', password: 'another temporary one' })).phase).toBe(
    'needs_second_factor',
  )
  const status = await desk.seat.secondFactor({ code: codeFor(secrets.totpSecret, seat.time.now) })
  expect(status.phase).toBe('must_change_password')
})

test('a reset for a lost phone ends the old second factor and shows a new one', async () => {
  const { seat, desk } = await seatOfGwen()
  const { officer, secrets } = await enrol(seat, 'amelie', 'border_officer')
  const reset = await desk.officers.resetPassword({ officerId: officer.id, temporary, renewSecondFactor: true })
  await desk.seat.signIn({ userName: 'amelie', password: temporary })
  const [oldRecovery = ''] = secrets.recoveryCodes
  expect(await codeOf(desk.seat.secondFactor({ code: oldRecovery }))).toBe('officers.recovery_code_wrong')
  const code = codeFor(reset.secrets?.totpSecret ?? '', seat.time.now)
  expect((await desk.seat.secondFactor({ code })).phase).toBe('must_change_password')
})

test.each([
  ['leaves no key slot behind', ['insert.officer']],
  ['that leaves its key slot behind does not keep the name', ['insert.officer', 'file.write']],
])('an enrolment cut short %s', async (_, failing) => {
  const faults: string[] = []
  const { seat, desk } = await seatOfGwen({
    step(name, fn) {
      if (name !== faults[0]) return fn()
      faults.shift()
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' })
    },
  })
  faults.push(...failing)
  expect(await codeOf(enrol(seat, 'amelie', 'border_officer'))).toBe('store.full')
  expect(faults).toEqual([])
  const { secrets } = await enrol(seat, 'amelie', 'border_officer')
  await firstSignIn(seat, 'amelie', secrets.totpSecret)
  expect((await desk.status()).phase).toBe('active')
})

test('an older key file put back is reported and stands as a warning until an administrator writes it anew', async () => {
  const { seat, password } = await seatOfGwen()
  const before = readFileSync(keyFileIn(seat.dataDir))
  await enrol(seat, 'amelie', 'border_officer')
  await seat.close()
  writeFileSync(keyFileIn(seat.dataDir), before)
  const again = await seat.restart()
  await again.desk.seat.signIn({ userName: 'gwen', password })
  const codes = async () => (await again.desk.status()).warnings.map(({ code }) => code)
  expect(await codes()).toContain('officers.key_file_changed')
  const { secrets } = await enrol(again, 'claire', 'supervisor')
  expect(await codes()).not.toContain('officers.key_file_changed')
  await firstSignIn(again, 'claire', secrets.totpSecret)
  expect((await again.desk.store.accesses({})).rows.map(({ kind }) => kind)).toContain('key_file_changed')
})

test('the desk’s own changes of the key file raise no alarm', async () => {
  const { seat, desk, password } = await seatOfGwen()
  await enrol(seat, 'amelie', 'border_officer')
  await desk.seat.changePassword({ current: password, next: ownPassword })
  const again = await seat.restart()
  const status = await again.desk.seat.signIn({ userName: 'gwen', password: ownPassword })
  expect(status.warnings.map(({ code }) => code)).not.toContain('officers.key_file_changed')
})

test('a key file of another desk opens no open store, even with the officer’s own name in it', async () => {
  const { seat, desk } = await seatOfGwen()
  await desk.seat.lock()
  const stranger = await openSeat()
  const secrets = await stranger.desk.setup.begin({
    office: 'lacolle-15',
    displayName: 'A Stranger',
    userName: 'gwen',
    password: 'a stranger’s own words',
    numbers: readFileSync('assets/samples/numbers-lacolle-15.json', 'utf8'),
  })
  await stranger.desk.setup.finish({ code: codeFor(secrets.totpSecret, stranger.time.now), recoveryKeySaved: true })
  writeFileSync(keyFileIn(seat.dataDir), readFileSync(keyFileIn(stranger.dataDir)))
  expect(await codeOf(desk.seat.unlock({ password: 'a stranger’s own words' }))).toBe('officers.key_file_changed')
  expect((await desk.status()).phase).toBe('locked')
})
