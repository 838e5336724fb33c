import { expect, test } from 'vitest'
import { boot } from './boot.ts'
import { switches } from './electron.ts'

test('an installed Passerelle has no developer tools, in the window or from outside', async () => {
  switches.add('remote-debugging-port')
  const electron = await boot({ packaged: true })
  expect(electron.BrowserWindow.all[0]?.options.webPreferences.devTools).toBe(false)
  expect(electron.session.fromPartition('passerelle').lets('devtools://devtools/bundled/inspector.html')).toBe(false)
  expect(await electron.exitStatus).toBe(1)
})
