import { join } from 'node:path'
import { app, BrowserWindow, protocol, type Session } from 'electron'
import { builtPages, commonHeaders, randomNonce, readPage } from '../pages.ts'
import { home, isOurs, scheme } from './origin.ts'

/** Before the app is ready: the window's scheme is an origin like https, with fetch for its own files. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

/** Answers the window's scheme with the built files and nothing else. */
export function servePages(session: Session): void {
  session.protocol.handle(scheme, async ({ method, url }) => {
    const page = method === 'GET' && isOurs(url) ? await readPage(builtPages, new URL(url).pathname) : undefined
    if (!page) return new Response('', { status: 404, headers: commonHeaders(randomNonce()) })
    return new Response(new Uint8Array(page.body), { headers: page.headers })
  })
}

/** The one window, not yet loaded. At a kiosk it fills the screen and stays there. */
export function createWindow(session: Session, kiosk: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#26374a',
    autoHideMenuBar: true,
    ...(kiosk ? { kiosk: true, fullscreen: true, minimizable: false, closable: false } : {}),
    webPreferences: {
      session,
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      devTools: !app.isPackaged && !kiosk,
      spellcheck: false, // it would fetch dictionaries, and learn names
    },
  })
  window.once('ready-to-show', () => window.show())
  return window
}

export const loadWindow = (window: BrowserWindow): Promise<void> => window.loadURL(home)
