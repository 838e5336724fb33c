import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BrowserWindow, session, type WebContents } from 'electron'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Delivery, Printing, PrintOptions } from '../../ports/types.ts'
import { cupsPrinters, printWithCups } from '../cups.ts'

const partition = 'passerelle-printing'
/** Chromium's own PDF viewer, which draws inside the hidden window. */
const viewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/'
const viewerPatienceMs = 10_000

/** Does this page belong to the hidden window of a print job? */
export const isPrinting = (contents: WebContents): boolean => contents.session === session.fromPartition(partition)
/** The only place to which such a page may go on its own. */
export const isPrintViewer = (url: string): boolean => url.startsWith(viewer)

/**
 * Prints through CUPS where it has a printer (its `print-scaling=none` is exact), else through Chromium's PDF viewer in
 * a hidden window, with the system's dialog when no printer is named.
 */
export const electronPrinting = (window: () => BrowserWindow | undefined): Printing => ({
  async listPrinters() {
    const cups = await cupsPrinters()
    if (cups.length > 0) return cups
    const printers = await window()?.webContents.getPrintersAsync()
    return (printers ?? []).map(({ name }) => name)
  },
  async printPdf(pdf, options) {
    const cups = await cupsPrinters()
    return cups.length > 0 ? printWithCups(pdf, options, cups) : printInHiddenWindow(pdf, options)
  },
})

/** The PDF lies in a folder of its own, open to its owner only, for as long as the job takes. */
async function printInHiddenWindow(pdf: Uint8Array, options: PrintOptions): Promise<Result<Delivery>> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-print-'))
  const file = join(folder, 'page.pdf')
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition, plugins: true, sandbox: true, contextIsolation: true, javascript: true },
  })
  try {
    await writeFile(file, pdf, { mode: 0o600 })
    const drawn = pdfIsDrawn(window.webContents)
    await window.loadURL(pathToFileURL(file).href)
    if (!(await drawn)) return fail('host.print_failed', { reason: 'viewer' })
    return await print(window.webContents, options)
  } finally {
    window.destroy()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Waits for Electron's (undocumented) event: printing before the viewer has drawn gives a blank page.
 * Its own tests of printing wait for the same event.
 */
async function pdfIsDrawn(contents: NodeJS.EventEmitter): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), viewerPatienceMs)
  contents.once('-pdf-ready-to-print', () => resolve(true))
  return promise.finally(() => clearTimeout(timer))
}

function print(contents: WebContents, { printer, copies = 1 }: PrintOptions): Promise<Result<Delivery>> {
  const { promise, resolve } = Promise.withResolvers<Result<Delivery>>()
  const to = printer === undefined ? { silent: false } : { silent: true, deviceName: printer }
  const page = { pageSize: 'Letter', scaleFactor: 100, margins: { marginType: 'none' } } as const
  contents.print({ ...to, ...page, copies, printBackground: true }, (done, reason) => {
    if (done) resolve(ok({ by: 'done' }))
    else if (/cancel/i.test(reason)) resolve(ok({ by: 'cancelled' }))
    else resolve(fail('host.print_failed', { reason: reason || 'unknown' }))
  })
  return promise
}
