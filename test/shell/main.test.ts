import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DeskContract } from '../../src/shared/contract/desk.ts'
import { boot } from './boot.ts'
import type { UtilityProcess, WebContents } from './electron.ts'

const home = 'app://desk/'
const strangers = ['https://example.org/', 'app://desk.evil/', 'app://desk@evil/', 'file:///etc/passwd', 'blob:null/1']
let electron: typeof import('./electron.ts')
let page: WebContents
let desk: UtilityProcess

beforeAll(async () => {
  electron = await boot()
  page = electron.BrowserWindow.all[0]!.webContents
  desk = electron.UtilityProcess.all[0]!
})

const clientOn = (port: import('node:worker_threads').MessagePort): ContractRouterClient<DeskContract> => {
  const client = createORPCClient(new RPCLink({ port: port as unknown as globalThis.MessagePort }))
  port.ref()
  return client as ContractRouterClient<DeskContract>
}

describe('the window', () => {
  test('is sandboxed, isolated, without Node, and its preload script exists', () => {
    const preferences = electron.BrowserWindow.all[0]?.options.webPreferences
    expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
    expect(preferences).toMatchObject({ webviewTag: false, spellcheck: false })
    expect(preferences.webSecurity).not.toBe(false)
    expect(existsSync(preferences.preload)).toBe(true)
    expect(electron.calls).toContain('enableSandbox()')
  })

  test('belongs to one instance for each data folder', () => {
    const path = electron.calls.findIndex((call) => call.startsWith('setPath("userData"'))
    expect(electron.calls[path]).toContain(electron.userData)
    expect(electron.calls.indexOf('requestSingleInstanceLock()')).toBeGreaterThan(path)
    electron.app.emit('second-instance')
    expect(electron.calls).toContain('focus()')
  })

  test('has a menu in the language of the system', () => {
    expect(electron.Menu.shown.map((menu: { label: string }) => menu.label)).toEqual([
      'Passerelle',
      'Édition',
      'Affichage',
    ])
    expect(JSON.stringify(electron.Menu.shown)).not.toContain('toggleDevTools')
  })
})

describe('pages', () => {
  const get = (path: string, method = 'GET') => page.session.pages.get('app')!(new Request(home + path, { method }))

  test('come with a strict policy and a nonce of their own', async () => {
    const [one, two] = [await get(''), await get('')]
    expect(one.status).toBe(200)
    const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(one.headers.get('content-security-policy') ?? '')?.[1]
    expect(one.headers.get('content-security-policy')).toMatch(
      /default-src 'none'.*script-src 'self' 'wasm-unsafe-eval'/,
    )
    expect(await one.text()).toContain(`<meta property="csp-nonce" nonce="${nonce}">`)
    expect(two.headers.get('content-security-policy')).not.toContain(nonce)
  })

  test.each([
    '../main/electron.js',
    '%2e%2e/main/electron.js',
    '..%2fmain/electron.js',
    '..%5cmain%5celectron.js',
    '%00',
    '%',
  ])('outside the folder of the window are not served: %s', async (path) => expect((await get(path)).status).toBe(404))

  test('are only read', async () => expect((await get('', 'POST')).status).toBe(404))
})

describe('a page', () => {
  test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('stays at home: %s', (event) => {
    expect(page.may(event, home)).toBe(true)
    for (const url of strangers) expect(page.may(event, url), url).toBe(false)
  })

  test('opens no window and no webview', () => {
    expect(page.openHandler?.({ url: home })).toEqual({ action: 'deny' })
    expect(page.may('will-attach-webview', home)).toBe(false)
  })

  test('may use the camera, in its main frame, and nothing else', () => {
    const camera = { requestingUrl: home, mediaTypes: ['video'], isMainFrame: true }
    expect(page.session.asks('media', camera)).toBe(true)
    expect(page.session.asks('media', { ...camera, mediaTypes: ['video', 'audio'] })).toBe(false)
    expect(page.session.asks('media', { ...camera, isMainFrame: false })).toBe(false)
    expect(page.session.asks('media', { ...camera, mediaTypes: [] })).toBe(false)
    expect(page.session.asks('geolocation', camera)).toBe(false)
    for (const url of strangers) expect(page.session.asks('media', { ...camera, requestingUrl: url })).toBe(false)
    expect(page.session.set.permissionCheck(page, 'media', home, { mediaType: 'video', isMainFrame: true })).toBe(true)
    expect(page.session.set.permissionCheck(page, 'media', home, { mediaType: 'audio', isMainFrame: true })).toBe(false)
    expect(page.session.set.device()).toBe(false)
  })

  test('fetches its own files and nothing of the network', () => {
    for (const url of [home, `${home}assets/x.js`, `blob:${home}1`, 'data:,'])
      expect(page.session.lets(url), url).toBe(true)
    for (const url of ['https://example.org/', 'ws://127.0.0.1/', 'file:///etc/passwd', 'blob:https://example.org/1'])
      expect(page.session.lets(url), url).toBe(false)
  })
})

describe('the desk’s process', () => {
  test('is forked from the built program and serves the contract to our own page', async () => {
    expect(existsSync(desk.file)).toBe(true)
    const client = clientOn(electron.handOver(page, page.mainFrame))
    expect(await client.status()).toMatchObject({ host: 'electron', version: '0.0.0', demo: false })
  })

  test('is given no port by another page, another frame or another address', async () => {
    const foreign = new electron.WebContents(page.session)
    const wrong = [
      electron.handOver(foreign, { url: home }),
      electron.handOver(page, { url: home }), // a subframe
      electron.handOver(page, null), // the frame is gone
      electron.handOver(page, page.mainFrame, 2),
    ]
    const before = page.mainFrame.url
    page.mainFrame.url = 'app://desk.evil/'
    wrong.push(electron.handOver(page, page.mainFrame))
    page.mainFrame.url = before
    await Promise.all(wrong.map((port) => once(port, 'close')))
  })

  test('ends the old port when the page was loaded again', async () => {
    const old = electron.handOver(page, page.mainFrame)
    await clientOn(old).status()
    const closed = once(old, 'close')
    const client = clientOn(electron.handOver(page, page.mainFrame))
    await closed
    expect(await client.status()).toMatchObject({ host: 'electron' })
  })
})

describe('the ports that the main process hands to the desk', () => {
  let last = 1000
  const ask = async (port: string, name: string, ...args: unknown[]) => {
    const call = ++last
    desk.emit('message', { kind: 'call', call, port, name, args })
    await expect.poll(() => desk.sent.some((message) => message.call === call)).toBe(true)
    return desk.sent.find((message) => message.call === call)
  }
  beforeEach(() => {
    electron.answers.save = ''
    electron.answers.open = []
    electron.safeStorage.backend = 'gnome_libsecret'
  })

  test('refuse a keychain that keeps secrets in the clear', async () => {
    electron.safeStorage.backend = 'basic_text'
    expect(await ask('keychain', 'available')).toMatchObject({ value: process.platform !== 'linux' })
  })

  test('seal a secret and open it again', async () => {
    const secret = Uint8Array.of(0, 255, 7)
    const sealed = await ask('keychain', 'protect', secret)
    expect(Buffer.from(sealed.value.value)).not.toEqual(Buffer.from(secret))
    expect((await ask('keychain', 'unprotect', sealed.value.value)).value).toEqual({ ok: true, value: secret })
    const refused = await ask('keychain', 'unprotect', new Uint8Array())
    expect(refused.value).toMatchObject({ ok: false, failure: { code: 'host.keychain_refused' } })
  })

  test('save a file where the officer says, for its owner only', async () => {
    const file = { name: 'key.txt', type: 'text/plain', bytes: Buffer.from('one two') }
    expect((await ask('dialogs', 'saveFile', file)).value).toEqual({ ok: true, value: { by: 'cancelled' } })
    electron.answers.save = join(electron.userData, 'key.txt')
    expect((await ask('dialogs', 'saveFile', file)).value).toEqual({ ok: true, value: { by: 'done' } })
    expect(readFileSync(electron.answers.save, 'utf8')).toBe('one two')
    if (process.platform !== 'win32') expect(statSync(electron.answers.save).mode & 0o077).toBe(0)
    electron.answers.save = join(electron.userData, 'no-such-folder', 'key.txt')
    const failed = { ok: false, failure: { code: 'host.save_failed', params: { reason: 'ENOENT' } } }
    expect((await ask('dialogs', 'saveFile', file)).value).toEqual(failed)
  })

  test('read the file that the officer picks', async () => {
    expect((await ask('dialogs', 'openFile', ['csv'])).value).toEqual({ ok: true, value: null })
    electron.answers.open = [join(process.cwd(), 'package.json')]
    expect((await ask('dialogs', 'openFile', ['json'])).value).toMatchObject({
      ok: true,
      value: { name: 'package.json' },
    })
  })

  test('print a PDF at its size in a hidden window that is then gone, with its file', async () => {
    let file = ''
    electron.BrowserWindow.onLoad = (window) => {
      file = new URL(window.url).pathname
      expect(window.options).toMatchObject({ show: false, webPreferences: { sandbox: true, plugins: true } })
      expect(window.webContents.may('will-frame-navigate', 'https://example.org/')).toBe(false)
      window.webContents.emit('-pdf-ready-to-print')
    }
    const answer = await ask('printing', 'printPdf', Buffer.from('%PDF-'), { title: 'X', printer: 'Front desk' })
    expect(answer.value).toEqual({ ok: true, value: { by: 'done' } })
    const hidden = electron.BrowserWindow.all.at(-1)!
    expect(hidden.webContents.printed).toMatchObject({
      silent: true,
      deviceName: 'Front desk',
      pageSize: 'Letter',
      scaleFactor: 100,
    })
    expect(hidden.destroyed).toBe(true)
    expect(file).toMatch(/\.pdf$/)
    expect(existsSync(file)).toBe(false)
  })

  test('name the printers of the system', async () =>
    expect((await ask('printing', 'listPrinters')).value).toEqual(['Front desk']))

  test('do nothing that has no name among them', async () => {
    expect(await ask('keychain', 'constructor')).toMatchObject({ kind: 'broken' })
    expect(await ask('app', 'quit')).toMatchObject({ kind: 'broken' })
  })
})

test('quitting waits until the desk has closed its store', async () => {
  const ended = once(desk, 'exit')
  expect(electron.app.quit()).toBe(false)
  await ended
  await expect.poll(() => electron.calls.at(-1)).toBe('quit')
  expect(desk.sent.at(-1)).toEqual({ kind: 'close' })
  expect(electron.calls.some((call) => call.startsWith('showMessageBox'))).toBe(false)
})
