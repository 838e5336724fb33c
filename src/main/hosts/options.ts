import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

/** What a person may say at the start of either host. */
export interface HostOptions {
  readonly demo: boolean
  readonly kiosk: boolean
  /** Absolute path of the folder of the store. */
  readonly dataDir: string
  /** Loopback port of the browser host; 0 takes any free one. */
  readonly port: number
}

/**
 * Reads `--demo`, `--kiosk`, `--data DIR` and `--port N`. Other options are left alone: Chromium has its own.
 * @throws if the port is not a number from 0 to 65535
 */
export function readHostOptions(args: readonly string[]): HostOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      demo: { type: 'boolean' },
      kiosk: { type: 'boolean' },
      data: { type: 'string' },
      port: { type: 'string' },
    },
    strict: false,
  })
  const demo = values.demo === true
  const port = typeof values.port === 'string' ? Number(values.port) : 0
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port takes a number from 0 to 65535`)
  const data = typeof values.data === 'string' ? values.data : defaultDataDir(demo)
  return { demo, kiosk: values.kiosk === true, dataDir: resolve(data), port }
}

/** The folder for a person's data on this system, named `passerelle`, or `passerelle-demo` for the demo. */
export function defaultDataDir(demo: boolean, platform: NodeJS.Platform = process.platform, env = process.env): string {
  const home = homedir()
  const bases: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(home, 'Library', 'Application Support'),
    win32: env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'),
  }
  const base = bases[platform] ?? env.XDG_DATA_HOME ?? join(home, '.local', 'share')
  return join(base, demo ? 'passerelle-demo' : 'passerelle')
}

/** Makes the folder of the store, open to its owner only. */
export function makeDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
}
