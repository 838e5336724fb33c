import { expect, test } from 'vitest'
import { codeOf, enrol, firstSignIn, hour, minute, ownPassword, seatOfGwen, turns } from './kit.ts'

test('an idle desk locks, keeps the officer, and refuses everything but the way back', async () => {
  const { seat, desk, password } = await seatOfGwen()
  seat.advance(9 * minute)
  await desk.seat.touch()
  seat.advance(9 * minute)
  expect((await desk.status()).phase).toBe('active')
  seat.advance(2 * minute)
  const locked = await desk.status()
  expect(locked).toMatchObject({ phase: 'locked', officer: { userName: 'gwen' }, warnings: [] })
  expect(await codeOf(desk.officers.list())).toBe('officers.locked')
  expect(await codeOf(desk.today())).toBe('officers.locked')
  expect(await codeOf(desk.store.backup())).toBe('officers.locked')
  expect(await codeOf(desk.setup.restore({ folder: '/', recoveryKey: 'x' }))).toBe('officers.locked')
  expect(await codeOf(desk.seat.changePassword({ current: password, next: ownPassword }))).toBe('officers.locked')
  expect(await desk.seat.touch()).toBeNull()
  expect((await desk.status()).phase).toBe('locked')
  expect(await desk.preferences.set({ language: 'fr' })).toEqual({ language: 'fr' })
  expect(await codeOf(desk.seat.unlock({ password: 'not the password' }))).toBe('officers.wrong_credentials')
  expect((await desk.seat.unlock({ password })).phase).toBe('active')
})

test('the idle time of the settings counts from the next key on', async () => {
  const { seat, desk } = await seatOfGwen()
  await desk.settings.set({ idleLockMinutes: 2 })
  await desk.seat.touch()
  seat.advance(3 * minute)
  expect((await desk.status()).phase).toBe('locked')
})

test('the desk locks with the screen of the computer, and only where somebody sits', async () => {
  const { seat, desk } = await seatOfGwen()
  seat.lockScreen()
  expect((await desk.status()).phase).toBe('locked')
  await desk.seat.signOut()
  seat.lockScreen()
  expect((await desk.status()).phase).toBe('signed_out')
})

test('a computer that slept locks at the first key', async () => {
  const { seat, desk } = await seatOfGwen()
  seat.time.now += hour
  await desk.seat.touch()
  expect((await desk.status()).phase).toBe('locked')
})

test('unlocking after the shift asks for the code, and a code behind the lock is not taken', async () => {
  const { seat, desk, password } = await seatOfGwen()
  await desk.seat.lock()
  seat.time.now += 13 * hour
  expect(await codeOf(desk.seat.secondFactor({ code: '000000' }))).toBe('officers.locked')
  expect((await desk.seat.unlock({ password })).phase).toBe('needs_second_factor')
})

test('whoever signs out while the lock is being opened is not put back', async () => {
  const { desk, password } = await seatOfGwen()
  await desk.seat.lock()
  const unlocking = codeOf(desk.seat.unlock({ password }))
  await turns(1) // The password is being checked.
  await desk.seat.signOut()
  expect(await unlocking).toBe('officers.not_signed_in')
  expect((await desk.status()).phase).toBe('signed_out')
})

test('an idle lock that falls while the password is checked still opens', async () => {
  const { seat, desk, password } = await seatOfGwen()
  await desk.seat.lock()
  const unlocking = desk.seat.unlock({ password })
  seat.advance(11 * minute)
  expect((await unlocking).phase).toBe('active')
  seat.advance(9 * minute)
  expect((await desk.status()).phase).toBe('active')
})

test('a colleague takes the seat from the lock screen; the first one is out', async () => {
  const { seat, desk } = await seatOfGwen()
  const { secrets } = await enrol(seat, 'claire', 'supervisor')
  await desk.seat.lock()
  await firstSignIn(seat, 'claire', secrets.totpSecret)
  expect((await desk.status()).officer?.userName).toBe('claire')
  const [taken] = (await desk.store.accesses({})).rows.filter(({ kind }) => kind === 'switched')
  expect(JSON.parse(taken?.detail ?? '')).toEqual({ from: 'Gwen Fitzgerald' }) // by name: an id says nothing
  expect((await desk.seat.signOut()).phase).toBe('signed_out')
  expect(await codeOf(desk.seat.unlock({ password: ownPassword }))).toBe('officers.not_signed_in')
  expect((await desk.status()).officer).toBeUndefined()
})

test('a window hears of a lock, of a changed claim, and of nothing but the status while nobody may look', async () => {
  const { seat, desk, password } = await seatOfGwen()
  const { secrets } = await enrol(seat, 'amelie', 'border_officer')
  await firstSignIn(seat, 'amelie', secrets.totpSecret)
  const stop = new AbortController()
  const heard: string[][] = []
  const changes = await desk.watch(undefined, { signal: stop.signal })
  const listening = (async () => {
    for await (const { changed } of changes) heard.push([...changed])
  })().catch(() => {})
  await turns()
  const { row } = await desk.claims.open({ channel: 'port_of_entry' })
  await turns()
  expect(heard.flat()).toContain(`claim:${row.claimId}`)
  heard.length = 0
  // The lock falls before the change of the last field was told.
  await desk.claims.set({ claimId: row.claimId, fields: { spokenLanguage: 'ar' }, bases: [] })
  await desk.seat.lock()
  await turns()
  expect([...new Set(heard.flat())]).toEqual(['status'])
  await desk.seat.unlock({ password: ownPassword })
  await turns()
  expect(heard.flat()).toContain(`claim:${row.claimId}`)
  heard.length = 0
  // Told while locked or after the officer left: the next one hears nothing of it.
  for (const leaving of ['locked', 'at once']) {
    await desk.claims.set({
      claimId: row.claimId,
      fields: { spokenLanguage: leaving === 'locked' ? 'fa' : 'ar' },
      bases: [],
    })
    if (leaving === 'locked') {
      await desk.seat.lock()
      await turns()
    }
    await desk.seat.signOut()
    await turns()
    await desk.seat.signIn({ userName: 'gwen', password })
    await turns()
    expect([...new Set(heard.flat())]).toEqual(['status'])
    await desk.seat.signIn({ userName: 'amelie', password: ownPassword })
  }
  stop.abort()
  await listening
})
