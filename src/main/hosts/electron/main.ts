// Electron's main process: windows, dialogs, printing, the keychain. The desk runs in a process of its own.
import { join } from 'node:path'
import { app, type BrowserWindow, dialog, powerMonitor, session } from 'electron'
import type { Language } from '../../../shared/language.ts'
import { reportBug } from '../bugs.ts'
import { makeDataDir, readHostOptions } from '../options.ts'
import { checkoutAssets } from '../pages.ts'
import { type DeskLink, startDesk } from './desk-link.ts'
import { guardEveryPage, guardSession } from './guards.ts'
import { setMenu } from './menu.ts'
import { electronPorts } from './ports.ts'
import { texts } from './texts.ts'
import { createWindow, loadWindow, registerScheme, servePages } from './window.ts'

const options = readHostOptions(process.argv.slice(1))
let window: BrowserWindow | undefined
let desk: DeskLink | undefined

registerScheme()
guardEveryPage()
makeDataDir(options.dataDir)
app.setPath('userData', join(options.dataDir, 'window')) // one instance a data folder, not a computer

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow)
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', closeDeskFirst)
  // Never 'await app.whenReady()' at the top level: Electron is ready only once this module has run to its end.
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => stopWith('startBug', error))
} else {
  app.quit() // the first instance shows its window
}

async function start(): Promise<void> {
  setMenu(language(), options.kiosk)
  const own = session.fromPartition('passerelle') // in memory: Chromium writes no picture or paper to the disk
  guardSession(own)
  servePages(own)
  const assetsDir = app.isPackaged ? join(process.resourcesPath, 'assets') : checkoutAssets
  const { dataDir, demo, kiosk } = options
  desk = startDesk(
    { dataDir, demo, kiosk, version: app.getVersion(), assetsDir },
    electronPorts(() => window, dataDir, kiosk),
    {
      refused: (reason) => stopWith(reason === 'folder_in_use' ? 'folderInUse' : 'startBug'),
      crashed: offerRestart,
    },
  )
  lockWithComputer()
  const shown = createWindow(own, kiosk)
  window = shown
  desk.admit(shown.webContents)
  shown.once('closed', () => {
    window = undefined
  })
  shown.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void loadWindow(shown).catch(reportBug)
  })
  await loadWindow(shown)
}

/** Whoever locks the computer or closes its lid leaves the desk. */
function lockWithComputer(): void {
  powerMonitor.on('lock-screen', () => desk?.lock())
  powerMonitor.on('suspend', () => desk?.lock())
}

function showWindow(): void {
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

/** Holds the quit until the desk has closed its store. */
function closeDeskFirst(event: { preventDefault(): void }): void {
  if (!desk) return
  event.preventDefault()
  const closing = desk
  desk = undefined
  void closing
    .close()
    .catch(reportBug)
    .finally(() => app.quit())
}

function offerRestart(): void {
  desk = undefined
  const { restart, quit, crashed, crashedDetail } = texts
  const say = language()
  const buttons = [restart[say], quit[say]]
  const box = { type: 'error' as const, message: crashed[say], detail: crashedDetail[say], buttons, cancelId: 1 }
  void dialog
    .showMessageBox(box)
    .then(({ response }) => {
      if (response === 0) app.relaunch()
      app.exit(1)
    })
    .catch(reportBug)
}

function stopWith(text: 'startBug' | 'folderInUse', error?: unknown): void {
  if (error !== undefined) reportBug(error)
  dialog.showErrorBox(texts.cannotStart[language()], texts[text][language()])
  app.exit(1)
}

function language(): Language {
  return app.getLocale().startsWith('fr') ? 'fr' : 'en'
}
