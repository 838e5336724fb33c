import { beforeAll, describe, expect, test } from 'vitest'
import { boot } from './boot.ts'

let electron: typeof import('./electron.ts')
beforeAll(async () => {
  electron = await boot({ args: ['--kiosk'] })
})

describe('a kiosk in Electron', () => {
  test('has one window that fills the screen, cannot be closed or looked into, and has no menu', () => {
    expect(electron.BrowserWindow.all).toHaveLength(1)
    const { options } = electron.BrowserWindow.all[0] ?? {}
    expect(options).toMatchObject({ kiosk: true, fullscreen: true, closable: false, minimizable: false })
    expect(options.webPreferences.devTools).toBe(false)
    expect(electron.Menu.shown).toBeNull()
  })

  test('opens nothing else', () => {
    const [window] = electron.BrowserWindow.all
    expect(window?.webContents.openHandler?.({ url: 'app://desk/' })).toEqual({ action: 'deny' })
  })

  test('tells its desk that it is one', () => {
    const [desk] = electron.UtilityProcess.all
    expect(JSON.parse(desk?.args.at(-1) ?? '{}')).toMatchObject({ kiosk: true })
  })
})
