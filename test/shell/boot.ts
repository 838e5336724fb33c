// Starts the built main process in this Node process, with the stand-in in Electron's place.
import { existsSync, mkdtempSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

const standIn = new URL('./electron.ts', import.meta.url).href

const main = 'out/main/electron.js'

/** @param packaged play an installed program instead of a checkout */
export async function boot({
  packaged = false,
  args = [] as readonly string[],
} = {}): Promise<typeof import('./electron.ts')> {
  if (!existsSync(main)) throw new Error(`${main} is missing: build first, with 'npm run build' or 'npm test'`)
  registerHooks({
    resolve: (name, context, next) =>
      name === 'electron' ? { url: standIn, shortCircuit: true } : next(name, context),
  })
  const electron = (await import(standIn)) as typeof import('./electron.ts')
  electron.app.isPackaged = packaged
  if (packaged) Object.assign(process, { resourcesPath: process.cwd() })
  process.argv = [process.argv[0] ?? 'electron', '.', '--data', electron.userData, ...args]
  process.env.PATH = mkdtempSync(join(tmpdir(), 'no-programs-')) // no test may reach a real printer
  const late = setTimeout(5000, 'late', { ref: false })
  if ((await Promise.race([import(pathToFileURL(main).href), late])) === 'late')
    throw new Error(`${main} does not run to its end: does it await app.whenReady() at the top level?`)
  electron.becomeReady()
  await electron.firstWindow
  return electron
}
