import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** What the import needs of a disk. Everything may throw an error of the system. */
export interface ImportDisk {
  /** Ordinary files of a folder, links and hidden ones left out; sorted by name. */
  list(folder: string): Promise<ImportFile[]>
  read(path: string): Promise<Uint8Array>
  /** Writes a text whole, in place of what was there. */
  write(path: string, text: string): Promise<void>
  /** Moves a file into a folder of the same disk, made if it is not there; under another name if its own is taken. */
  move(path: string, folder: string, name: string): Promise<void>
  has(path: string): Promise<boolean>
}

export interface ImportFile {
  readonly name: string
  readonly bytes: number
  readonly changedMs: number
}

export const nodeDisk: ImportDisk = {
  async list(folder) {
    const entries = await readdir(folder, { withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    const found: ImportFile[] = []
    for (const { name } of files) {
      const known = await stat(join(folder, name)).catch(gone)
      if (known) found.push({ name, bytes: known.size, changedMs: known.mtimeMs })
    }
    return found.sort((a, b) => (a.name < b.name ? -1 : 1))
  },
  read: async (path) => new Uint8Array(await readFile(path)),
  async write(path, text) {
    await mkdir(join(path, '..'), { recursive: true })
    const part = `${path}.part`
    await writeFile(part, text)
    const file = await open(part, 'r+')
    await file.sync().finally(() => file.close())
    await rename(part, path)
  },
  async move(path, folder, name) {
    await mkdir(folder, { recursive: true })
    await rename(path, await freeName(folder, name, path))
  },
  has: async (path) => (await stat(path).catch(gone)) !== undefined,
}

/** A name that is not taken; a file of the same bytes may take its own place again. */
async function freeName(folder: string, name: string, path: string): Promise<string> {
  const target = join(folder, name)
  if (!(await nodeDisk.has(target))) return target
  const [mine, theirs] = await Promise.all([digestOf(path), digestOf(target)])
  if (mine === theirs) return target
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  for (let n = 2; ; n++) {
    const other = join(folder, `${stem}-${n}${ending}`)
    if (!(await nodeDisk.has(other))) return other
  }
}

const digestOf = async (path: string) =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex')

/** A file that went meanwhile is no fault; anything else is. */
function gone(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
