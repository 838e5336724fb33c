import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The Electron program if it is on this disk. Never require('electron') for this: that starts a download. */
export function electronPath() {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  try {
    const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist')
    const program = join(dist, readFileSync(join(folder, 'path.txt'), 'utf8'))
    const have = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
    return have === version && existsSync(program) ? program : undefined
  } catch {
    return undefined // no path.txt or no version: it was never downloaded
  }
}
