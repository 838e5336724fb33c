import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSeat } from './kit.ts'

test('the looks of the window survive a restart before anybody has signed in', async () => {
  const seat = await openSeat()
  expect(await seat.desk.preferences.get()).toEqual({})
  await seat.desk.preferences.set({ language: 'fr', scheme: 'dark' })
  await seat.desk.preferences.set({ density: 'compact' })
  const again = await seat.restart()
  expect(await again.desk.preferences.get()).toEqual({ language: 'fr', scheme: 'dark', density: 'compact' })
  expect((await again.desk.status()).phase).toBe('needs_setup')
})

test('changed keys are kept whole, and refused when they are none', async () => {
  const seat = await openSeat()
  await seat.desk.preferences.set({ keys: { 'shell.new_claim:n': 'q', 'shell.lock:ctrl+shift+l': '' } })
  await seat.desk.preferences.set({ language: 'fr' })
  const again = await seat.restart()
  const kept = { language: 'fr', keys: { 'shell.new_claim:n': 'q', 'shell.lock:ctrl+shift+l': '' } }
  expect(await again.desk.preferences.get()).toEqual(kept)
  await expect(again.desk.preferences.set({ keys: { a: 'x'.repeat(41) } })).rejects.toThrow()
  await expect(again.desk.preferences.set({ keys: { '': 'x' } })).rejects.toThrow()
  expect(await again.desk.preferences.get()).toEqual(kept)
  await again.desk.preferences.set({ keys: {} })
  expect((await again.desk.preferences.get()).keys).toEqual({})
})

test('a damaged file counts as nothing chosen, and can be chosen anew', async () => {
  const seat = await openSeat()
  await seat.desk.preferences.set({ language: 'fr' })
  const [name = ''] = readdirSync(seat.dataDir)
  writeFileSync(join(seat.dataDir, name), '{"language":')
  const again = await seat.restart()
  expect(await again.desk.preferences.get()).toEqual({})
  expect(await again.desk.preferences.set({ language: 'en' })).toEqual({ language: 'en' })
})
