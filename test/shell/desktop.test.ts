// The built main process, desk, preload script and window together. Only Electron itself is a stand-in: Chromium shows
// the page, and what its preload script sends goes to the main process here.
import { readFileSync } from 'node:fs'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { Browser, Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, showsSomething, watchProblems } from '../support/browser.ts'
import { boot } from './boot.ts'
import { MessagePortMain } from './message-port-main.ts'

const home = 'app://desk/'
const shown = 'https://local.test/' // Chromium has no app: scheme; https is a secure context too
let browser: Browser
let electron: typeof import('./electron.ts')

beforeAll(async () => {
  electron = await boot()
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test('the window talks to the desk through the preload script, also after a reload', async () => {
  const page = await browser.newPage()
  const problems = watchProblems(page)
  await serveFromMainProcess(page)
  const heard = await carryPorts(page)
  await page.addInitScript(preloadInPage())

  await page.goto(shown)
  await showsSomething(page)
  await expect.poll(() => heard.fromDesk).toBeGreaterThan(0)
  const before = heard.fromDesk
  await page.reload()
  await showsSomething(page)
  await expect.poll(() => heard.fromDesk).toBeGreaterThan(before)

  expect(heard.ports).toBe(2)
  expect(await page.evaluate(() => 'passerelleShell' in window)).toBe(true)
  expect(await page.evaluate(() => ['require', 'process', 'ipcRenderer'].filter((name) => name in window))).toEqual([])
  expect(problems).toEqual([])
})

/** The page's requests are answered by the protocol handler of the main process. */
async function serveFromMainProcess(page: Page): Promise<void> {
  const { session } = electron.BrowserWindow.all[0]!.webContents
  await page.route('**/*', async (route) => {
    const answer = await session.pages.get('app')!(new Request(route.request().url().replace(shown, home)))
    const body = Buffer.from(await answer.arrayBuffer())
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body })
  })
}

/** What crosses between the page and here: text as it is, bytes in base64. */
interface Parcel {
  text?: string
  bytes?: string
}
const pack = (data: string | Uint8Array): Parcel =>
  typeof data === 'string' ? { text: data } : { bytes: Buffer.from(data).toString('base64') }
const unpack = ({ text, bytes }: Parcel) => text ?? new Uint8Array(Buffer.from(bytes ?? '', 'base64'))

/** A port that the page hands over becomes a port here; messages go by hand in both directions. */
async function carryPorts(page: Page): Promise<{ ports: number; fromDesk: number }> {
  const heard = { ports: 0, fromDesk: 0 }
  const near = new Map<number, MessagePort>()
  await page.exposeBinding('carryPort', ({ frame }, id: number) => {
    const { port1, port2 } = new MessageChannel()
    near.set(id, port1)
    port1.on('message', (data) => {
      heard.fromDesk += 1
      // The page may be gone by a reload: its port is then closed too.
      page.evaluate(([to, parcel]) => window.toPage(to, parcel), [id, pack(data)] as const).catch(() => port1.close())
    })
    heard.ports += 1
    sendAs(frame, new MessagePortMain(port2))
  })
  await page.exposeBinding('carryMessage', (_source, id: number, parcel: Parcel) =>
    near.get(id)?.postMessage(unpack(parcel)),
  )
  return heard
}

function sendAs(frame: Frame, port: MessagePortMain): void {
  const { webContents } = electron.BrowserWindow.all[0]!
  const ours = frame === frame.page().mainFrame() ? webContents.mainFrame : { url: '' }
  ours.url = frame.url().replace(shown, home)
  electron.ipcMain.emit('desk:port', { sender: webContents, senderFrame: ours, ports: [port] })
}

declare global {
  interface Window {
    toPage(id: number, parcel: Parcel): void
  }
}

/** The built preload script with what Electron gives it. A sandboxed one may require 'electron' and little else. */
function preloadInPage(): string {
  const { preload } = electron.BrowserWindow.all[0]!.options.webPreferences
  return `(() => {
    const { carryPort, carryMessage } = window
    const ports = new Map()
    window.toPage = (id, { text, bytes }) => ports.get(id)?.postMessage(text ?? Uint8Array.fromBase64(bytes))
    const contextBridge = { exposeInMainWorld: (name, value) => Object.defineProperty(window, name, { value }) }
    const ipcRenderer = {
      postMessage(channel, message, [port]) {
        const id = Date.now() * 1000 + ports.size
        ports.set(id, port)
        const ready = carryPort(id)
        port.onmessage = ({ data }) =>
          ready.then(() => carryMessage(id, typeof data === 'string' ? { text: data } : { bytes: new Uint8Array(data).toBase64() }))
      },
    }
    const require = (name) => {
      if (name === 'electron') return { contextBridge, ipcRenderer }
      throw new Error('module not found: ' + name)
    }
    const module = { exports: {} };
    ((require, module, exports, process) => { ${readFileSync(preload, 'utf8')}
    })(require, module, module.exports, undefined)
  })()`
}
