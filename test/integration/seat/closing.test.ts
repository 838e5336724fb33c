import { expect, test } from 'vitest'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { codeOf, openSeat, seatOfGwen, turns } from './kit.ts'

test('closing waits for what officers asked for, and for nothing that has ended', async () => {
  const { seat, desk } = await seatOfGwen()
  const checking = codeOf(desk.store.verify())
  await seat.close()
  // Ended whole or stopped; never a mistake on a closed store.
  expect([{ answered: expect.objectContaining({ ok: true }) }, 'store.cancelled']).toContainEqual(await checking)
  expect(await codeOf(desk.today())).toBe('officers.not_signed_in')
})

test('a sign-in under way when the desk closes opens no store', async () => {
  const { seat, desk, password } = await seatOfGwen()
  await desk.seat.signOut()
  const arriving = codeOf(desk.seat.signIn({ userName: 'gwen', password }))
  await seat.close()
  await arriving
  const next = await openSeat({ dataDir: seat.dataDir })
  expect((await next.desk.seat.signIn({ userName: 'gwen', password })).phase).toBe('active')
})

test('the streams of the windows end with the desk', async () => {
  const { seat, desk } = await seatOfGwen({ timers: nodeTimers })
  const changes = await desk.watch()
  const ended = (async () => {
    for await (const _ of changes);
    return 'ended'
  })()
  await turns()
  await seat.close()
  expect(await ended).toBe('ended')
})
