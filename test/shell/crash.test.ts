import { expect, test } from 'vitest'
import { boot } from './boot.ts'

test('a desk whose process dies tells the officer and starts again when asked', async () => {
  const electron = await boot()
  electron.answers.box = 0 // the first button: start again
  electron.UtilityProcess.all[0]?.kill()
  expect(await electron.exitStatus).toBe(1)
  const told = electron.calls.findIndex((call) => call.startsWith('showMessageBox("Passerelle doit redémarrer"'))
  expect(told).toBeGreaterThan(-1)
  expect(electron.calls.indexOf('relaunch()')).toBeGreaterThan(told)
})
