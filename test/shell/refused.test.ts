import { expect, test } from 'vitest'
import { lockFolder } from '../../src/main/hosts/lock.ts'
import { boot } from './boot.ts'
import { userData } from './electron.ts'

test('a desk whose folder another Passerelle has says so and ends, without offering a new start', async () => {
  const lock = await lockFolder(userData)
  const electron = await boot()
  expect(await electron.exitStatus).toBe(1)
  expect(electron.calls).toContain('showErrorBox("Passerelle ne peut pas démarrer")')
  expect(electron.calls.some((call) => call.startsWith('showMessageBox'))).toBe(false)
  await lock?.release()
})
