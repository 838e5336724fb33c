import { app, type Session, type WebContents } from 'electron'
import { isOurs } from './origin.ts'
import { isPrinting, isPrintViewer } from './printing.ts'

/** Before the app is ready: every WebContents that is ever made stays where it is and opens nothing. */
export function guardEveryPage(): void {
  app.enableSandbox()
  if (app.isPackaged && debugSwitches.some((name) => app.commandLine.hasSwitch(name))) app.exit(1)
  app.on('web-contents-created', (_event, contents) => {
    const mayGo = isPrinting(contents) ? isPrintViewer : isOurs
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', stopUnless(mayGo))
    contents.on('will-redirect', stopUnless(mayGo))
    contents.on('will-frame-navigate', stopUnless(mayGo))
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

/** Fuses close Node's inspector, but not Chromium's: with one of these anybody at the computer could drive the window. */
const debugSwitches = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address']

const stopUnless = (mayGo: (url: string) => boolean) => (event: { url: string; preventDefault(): void }) => {
  if (!mayGo(event.url)) event.preventDefault()
}

/** The window's session may use the camera, and fetch nothing but the window's own files. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const onlyVideo = kinds.length > 0 && kinds.every((kind) => kind === 'video')
    answer(permission === 'media' && onlyVideo && fromWindow(contents, details.requestingUrl, details.isMainFrame))
  })
  session.setPermissionCheckHandler((contents, permission, origin, { mediaType, isMainFrame }) => {
    return permission === 'media' && mediaType === 'video' && fromWindow(contents, origin, isMainFrame)
  })
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocal(url) }))
  session.on('will-download', (event, item) => {
    if (!isLocal(item.getURL())) event.preventDefault()
  })
}

const fromWindow = (contents: WebContents | null, url: string, isMainFrame: boolean): boolean =>
  contents !== null && isMainFrame && isOurs(url)

/** Our own files, and what the window made itself. DevTools of a development build count too. */
function isLocal(address: string): boolean {
  const inner = address.startsWith('blob:') ? address.slice('blob:'.length) : address
  return isOurs(inner) || inner.startsWith('data:') || (!app.isPackaged && inner.startsWith('devtools:'))
}
