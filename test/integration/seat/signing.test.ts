import { expect, test } from 'vitest'
import { codeFor } from '../../support/set-up.ts'
import { codeOf, enrol, firstSignIn, hour, minute, openSeat, ownPassword, seatOfGwen, temporary } from './kit.ts'

test('wrong passwords wait longer and longer, also after the program was started again', async () => {
  const { seat, desk, password } = await seatOfGwen()
  await desk.seat.signOut()
  const guess = (at: typeof desk) => codeOf(at.seat.signIn({ userName: 'gwen', password: 'not the password' }))
  expect(await guess(desk)).toBe('officers.wrong_credentials')
  expect(await guess(desk)).toBe('officers.wrong_credentials')
  expect(await guess(desk)).toBe('officers.wrong_credentials')
  expect(await guess(desk)).toBe('officers.wait')
  seat.advance(6_000)
  expect(await guess(desk)).toBe('officers.wrong_credentials')
  const again = await seat.restart()
  expect(await codeOf(again.desk.seat.signIn({ userName: 'gwen', password }))).toBe('officers.wait')
  again.advance(11_000)
  expect((await again.desk.seat.signIn({ userName: 'gwen', password })).phase).toBe('active')
})

test('a name that nobody has is answered and delayed like a wrong password', async () => {
  const { desk } = await seatOfGwen()
  await desk.seat.signOut()
  const answers = async (userName: string) => {
    const failures: unknown[] = []
    for (let attempt = 0; attempt < 4; attempt++)
      failures.push(
        await desk.seat.signIn({ userName, password: 'not the password' }).catch(({ data }: { data: unknown }) => data),
      )
    return failures
  }
  expect(await answers('nobody')).toEqual(await answers('gwen'))
})

test('a code counts once, also after the program was started again', async () => {
  const { seat, desk, secrets, password } = await seatOfGwen()
  seat.time.now += 13 * hour
  const code = codeFor(secrets.totpSecret, seat.time.now)
  await desk.seat.signOut()
  await desk.seat.signIn({ userName: 'gwen', password })
  expect((await desk.seat.secondFactor({ code })).phase).toBe('active')
  // The recovery key makes the code due again within its own half minute.
  const again = await seat.restart()
  await again.desk.seat.recover({ userName: 'gwen', recoveryKey: secrets.recoveryKey, next: ownPassword })
  expect(await codeOf(again.desk.seat.secondFactor({ code }))).toBe('officers.code_replayed')
  again.advance(30_000)
  const next = codeFor(secrets.totpSecret, again.time.now)
  expect((await again.desk.seat.secondFactor({ code: next })).phase).toBe('active')
})

test('the code that set the desk up is used up too', async () => {
  const { seat, desk, secrets } = await seatOfGwen()
  const code = codeFor(secrets.totpSecret, seat.time.now)
  await desk.seat.recover({ userName: 'gwen', recoveryKey: secrets.recoveryKey, next: ownPassword })
  expect(await codeOf(desk.seat.secondFactor({ code }))).toBe('officers.code_replayed')
})

test('a recovery code opens once', async () => {
  const { seat, secrets, password } = await seatOfGwen()
  const [code = ''] = secrets.recoveryCodes
  const comeBack = async () => {
    seat.time.now += 13 * hour
    await seat.desk.seat.signOut()
    await seat.desk.seat.signIn({ userName: 'gwen', password })
  }
  await comeBack()
  expect((await seat.desk.seat.secondFactor({ code })).phase).toBe('active')
  await comeBack()
  expect(await codeOf(seat.desk.seat.secondFactor({ code }))).toBe('officers.recovery_code_wrong')
})

test('the second factor is asked for once a shift', async () => {
  const { seat, desk, password } = await seatOfGwen()
  const signInAgain = async () => {
    await desk.seat.signOut()
    return (await desk.seat.signIn({ userName: 'gwen', password })).phase
  }
  seat.time.now += 11 * hour
  expect(await signInAgain()).toBe('active')
  seat.time.now += 2 * hour
  expect(await signInAgain()).toBe('needs_second_factor')
})

test('the shift also ends for an officer who goes on working', async () => {
  const { seat, desk } = await seatOfGwen()
  for (let worked = 0; worked < 12 * hour; worked += 5 * minute) {
    seat.advance(5 * minute)
    await desk.seat.touch()
  }
  expect((await desk.status()).phase).toBe('needs_second_factor')
  expect(await codeOf(desk.officers.list())).toBe('officers.second_factor_due')
})

test('a clock set back after the code asks for another one instead of a longer shift', async () => {
  const { seat, desk, password } = await seatOfGwen()
  seat.time.now -= 3 * hour
  await desk.seat.signOut()
  expect((await desk.seat.signIn({ userName: 'gwen', password })).phase).toBe('needs_second_factor')
})

test('before the code nothing works, not even a new password', async () => {
  const { seat, desk, password } = await seatOfGwen()
  seat.time.now += 13 * hour
  await desk.seat.signOut()
  await desk.seat.signIn({ userName: 'gwen', password })
  expect(await codeOf(desk.seat.changePassword({ current: password, next: ownPassword }))).toBe(
    'officers.second_factor_due',
  )
  expect(await codeOf(desk.today())).toBe('officers.second_factor_due')
})

test('a temporary password lets the officer do nothing but change it, and only after the code', async () => {
  const { seat, desk } = await seatOfGwen()
  const { secrets } = await enrol(seat, 'amelie', 'border_officer')
  expect((await desk.seat.signIn({ userName: 'amelie', password: temporary })).phase).toBe('needs_second_factor')
  expect(await codeOf(desk.seat.changePassword({ current: temporary, next: ownPassword }))).toBe(
    'officers.second_factor_due',
  )
  const status = await desk.seat.secondFactor({ code: codeFor(secrets.totpSecret, seat.time.now) })
  expect(status.phase).toBe('must_change_password')
  expect(await codeOf(desk.claims.search({ text: 'a' }))).toBe('officers.must_change_password')
  expect(await codeOf(desk.seat.changePassword({ current: temporary, next: temporary }))).toBe('officers.password_same')
  expect((await desk.seat.changePassword({ current: temporary, next: ownPassword })).phase).toBe('active')
  await desk.seat.signOut()
  expect(await codeOf(desk.seat.signIn({ userName: 'amelie', password: temporary }))).toBe('officers.wrong_credentials')
})

test('two sign-ins at once: each officer is judged by their own password, the last one sits', async () => {
  const { seat, desk, password } = await seatOfGwen()
  const { secrets } = await enrol(seat, 'amelie', 'border_officer')
  await firstSignIn(seat, 'amelie', secrets.totpSecret)
  const [first, second] = await Promise.all([
    desk.seat.signIn({ userName: 'gwen', password }),
    desk.seat.signIn({ userName: 'amelie', password: ownPassword }),
  ])
  expect([first.officer?.userName, second.officer?.userName]).toEqual(['gwen', 'amelie'])
  expect((await desk.status()).officer?.userName).toBe('amelie')
})

test('a change of password under way does not free the officer who takes the seat meanwhile', async () => {
  const { seat, desk, password } = await seatOfGwen()
  const { secrets } = await enrol(seat, 'amelie', 'border_officer')
  await desk.seat.signIn({ userName: 'amelie', password: temporary })
  await desk.seat.secondFactor({ code: codeFor(secrets.totpSecret, seat.time.now) })
  await desk.seat.signOut()
  await desk.seat.signIn({ userName: 'gwen', password })
  const changing = desk.seat.changePassword({ current: password, next: 'the administrator anew' })
  const arriving = desk.seat.signIn({ userName: 'amelie', password: temporary })
  await changing
  expect((await arriving).phase).toBe('must_change_password')
})

test('signing in at a desk that is not set up counts against nobody', async () => {
  const seat = await openSeat()
  expect(await codeOf(seat.desk.seat.signIn({ userName: 'gwen', password: 'whatever' }))).toBe(
    'officers.key_file_missing',
  )
  expect((await seat.desk.status()).phase).toBe('needs_setup')
})

test('the recovery key gives a new password, is on the record, and still asks for the code', async () => {
  const { desk, secrets, password } = await seatOfGwen()
  await desk.seat.signOut()
  const wrong = secrets.recoveryKey.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  const recover = (recoveryKey: string) =>
    desk.seat.recover({ userName: 'gwen', recoveryKey, next: 'another long sentence' })
  expect(String(await codeOf(recover(wrong)))).toMatch(/^officers\.recovery_key/)
  expect((await recover(secrets.recoveryKey)).phase).toBe('needs_second_factor')
  await desk.seat.signOut()
  // Signing in again with the new password does not get around the code either.
  expect((await desk.seat.signIn({ userName: 'gwen', password: 'another long sentence' })).phase).toBe(
    'needs_second_factor',
  )
  expect(await codeOf(desk.seat.signIn({ userName: 'gwen', password }))).toBe('officers.wrong_credentials')
})

test('refused sign-ins are in the access log once somebody is in', async () => {
  const { seat, desk } = await seatOfGwen()
  const { secrets } = await enrol(seat, 'claire', 'supervisor')
  await desk.seat.signOut()
  await codeOf(desk.seat.signIn({ userName: 'claire', password: 'not the password' }))
  await codeOf(desk.seat.signIn({ userName: 'nobody', password: 'not the password' }))
  await firstSignIn(seat, 'claire', secrets.totpSecret)
  const { rows } = await desk.store.accesses({})
  const refused = rows.filter(({ kind }) => kind === 'refused')
  expect(refused).toHaveLength(2)
  expect(refused.map(({ subject }) => subject !== undefined).sort()).toEqual([false, true])
  expect(JSON.stringify(rows)).not.toContain('nobody')
  const kinds = rows.map(({ kind }) => kind)
  for (const kind of ['signed_in', 'signed_out', 'second_factor_accepted', 'password_changed'])
    expect(kinds).toContain(kind)
})
