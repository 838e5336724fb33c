import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type BrowserWindow, dialog, safeStorage } from 'electron'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Delivery, Dialogs, Keychain, NamedFile, Ports } from '../../ports/types.ts'
import { electronPractice } from './practice.ts'
import { electronPrinting } from './printing.ts'

/** What Electron's main process does for the desk. `window` gives the window that dialogs belong to, if it is open. */
export const electronPorts = (window: () => BrowserWindow | undefined, dataDir: string, kiosk = false): Ports => ({
  dialogs: kiosk
    ? { ...electronDialogs(window), saveFile: async () => fail('host.no_files_at_kiosk') }
    : electronDialogs(window),
  printing: electronPrinting(window),
  keychain: systemKeychain,
  practice: electronPractice(dataDir),
})

const largestFile = 25_000_000
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown'

const electronDialogs = (window: () => BrowserWindow | undefined): Dialogs => ({
  async saveFile(file): Promise<Result<Delivery>> {
    const owner = window()
    const options = { defaultPath: basename(file.name) }
    const { canceled, filePath } = await (owner
      ? dialog.showSaveDialog(owner, options)
      : dialog.showSaveDialog(options))
    if (canceled || !filePath) return ok({ by: 'cancelled' })
    try {
      await writeFile(filePath, file.bytes, { mode: 0o600, flush: true }) // a USB stick is pulled out at once
      return ok({ by: 'done' })
    } catch (error) {
      return fail('host.save_failed', { reason: codeOf(error) })
    }
  },
  async openFile(extensions): Promise<Result<NamedFile | null>> {
    const owner = window()
    const filters = [{ name: extensions.map((end) => `.${end}`).join(', '), extensions: [...extensions] }]
    const options = { properties: ['openFile' as const], filters }
    const { filePaths } = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options))
    const [path] = filePaths
    if (!path) return ok(null)
    try {
      if ((await stat(path)).size > largestFile) return fail('host.open_failed', { reason: 'EFBIG' })
      const bytes = new Uint8Array(await readFile(path))
      return ok({ name: basename(path), type: 'application/octet-stream', bytes })
    } catch (error) {
      return fail('host.open_failed', { reason: codeOf(error) })
    }
  },
  async openFolder(): Promise<Result<string | null>> {
    const owner = window()
    const options = { properties: ['openDirectory' as const, 'createDirectory' as const] }
    const { filePaths } = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options))
    return ok(filePaths[0] ?? null)
  },
})

/** Backends of Linux that only hide a secret: `basic_text` seals with a password that is in Chromium's source. */
const openBackends = new Set(['basic_text', 'unknown'])

const systemKeychain: Keychain = {
  async available() {
    if (process.platform === 'linux' && openBackends.has(safeStorage.getSelectedStorageBackend())) return false
    return safeStorage.isAsyncEncryptionAvailable()
  },
  async protect(secret) {
    if (secret.length > 4096 || !(await this.available())) return fail('host.keychain_unavailable')
    const text = Buffer.from(secret).toString('base64') // safeStorage seals text only
    return ok(new Uint8Array(await safeStorage.encryptStringAsync(text)))
  },
  async unprotect(sealed) {
    if (!(await this.available())) return fail('host.keychain_unavailable')
    try {
      const { result } = await safeStorage.decryptStringAsync(Buffer.from(sealed))
      return ok(new Uint8Array(Buffer.from(result, 'base64')))
    } catch {
      return fail('host.keychain_refused')
    }
  },
}
