import { expect, test } from 'vitest'
import { NotADemoFolder } from '../../../src/main/demo/not-a-demo.ts'
import { roles } from '../../../src/shared/domain/vocabulary.ts'
import { codeOf, openSeat, seatOfGwen } from './kit.ts'

test('in the demo every role sits down without a password, and the lock opens with any', async () => {
  const { desk } = await openSeat({ demo: true, demoClaims: 1 })
  for (const role of roles) {
    const status = await desk.seat.demo({ role })
    expect(status).toMatchObject({ phase: 'active', demo: true, officer: { roles: [role] } })
  }
  expect((await desk.seat.lock()).phase).toBe('locked')
  expect((await desk.seat.unlock({ password: 'anything' })).phase).toBe('active')
})

test('the demo has no passwords, no recovery and takes no backup of a real desk', async () => {
  const { desk } = await openSeat({ demo: true, demoClaims: 1 })
  await desk.seat.demo({ role: 'administrator' })
  expect(await codeOf(desk.seat.signIn({ userName: 'demo.auditor', password: 'x' }))).toBe('desk.not_allowed')
  expect(await codeOf(desk.seat.changePassword({ current: 'x', next: 'correct horse battery' }))).toBe(
    'desk.not_allowed',
  )
  expect(await codeOf(desk.seat.recover({ userName: 'x1', recoveryKey: 'x', next: 'x' }))).toBe('desk.not_allowed')
  expect(await codeOf(desk.setup.restore({ folder: '/', recoveryKey: 'x' }))).toBe('desk.not_allowed')
})

test('outside the demo no role sits down unasked', async () => {
  const { desk } = await seatOfGwen()
  expect(await codeOf(desk.seat.demo({ role: 'supervisor' }))).toBe('desk.not_allowed')
  await desk.seat.signOut()
  expect(await codeOf(desk.seat.demo({ role: 'administrator' }))).toBe('desk.not_allowed')
  expect((await desk.status()).phase).toBe('signed_out')
})

test('the demo touches no folder that holds a real desk', async () => {
  const { seat, password } = await seatOfGwen()
  await expect(seat.restart({ demo: true })).rejects.toThrow(NotADemoFolder)
  const again = await openSeat({ dataDir: seat.dataDir }, seat.time)
  expect((await again.desk.seat.signIn({ userName: 'gwen', password })).officer?.userName).toBe('gwen')
})
