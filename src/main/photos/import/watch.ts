import type { ImportFile } from './disk.ts'
import { manifestName } from './manifest.ts'

/**
 * Which files of the folder are whole, and which sidecar belongs to which picture. A file is whole when two looks in a
 * row saw the same size and time; names that programs give to half-written files are left alone.
 */

const halfWritten = /(\.part|\.partial|\.tmp|\.crdownload|\.download|~)$/i
const isSidecar = (name: string) => name.toLowerCase().endsWith('.json')
/** How long a picture waits for its sidecar. */
const patienceMs = 60_000

export interface Found {
  readonly picture: ImportFile
  /** Undefined: there is none, and there was time enough. */
  readonly sidecar: ImportFile | undefined
}

export interface Look {
  readonly ready: readonly Found[]
  /** Sidecars whose picture is not there. */
  readonly orphans: readonly ImportFile[]
  /** Files that are not whole, or wait for their sidecar. */
  readonly waiting: number
}

/** What is in the folder now. */
export interface Seen {
  /** The table of pictures, once it is whole, and whether it has been as it is for as long as a picture waits. */
  readonly manifest: { readonly file: ImportFile; readonly old: boolean } | undefined
  /** `isSpoken`: the table says whose picture of that name is. */
  look(isSpoken: (name: string) => boolean): Look
}

/** Remembers from look to look; a program that starts again looks twice again. */
export function createWatch(): { see(files: readonly ImportFile[], now: number): Seen } {
  let before = new Map<string, ImportFile & { readonly since: number }>()
  return {
    see(files, now) {
      const seen = new Map(
        files.filter(({ name }) => !halfWritten.test(name)).map((file) => [file.name, { ...file, since: now }]),
      )
      for (const [name, file] of seen) {
        const last = before.get(name)
        if (last && last.bytes === file.bytes && last.changedMs === file.changedMs)
          seen.set(name, { ...file, since: last.since })
      }
      const known = before
      before = seen
      const isWhole = (name: string) => known.has(name) && (seen.get(name)?.since ?? now) < now
      const isOld = (name: string) => now - (seen.get(name)?.since ?? now) >= patienceMs
      const table = isWhole(manifestName) ? seen.get(manifestName) : undefined
      return {
        manifest: table && { file: table, old: isOld(manifestName) },
        look: (isSpoken) => lookAt(seen, { isWhole, isOld, isSpoken }),
      }
    },
  }
}

type Asked = Readonly<Record<'isWhole' | 'isOld' | 'isSpoken', (name: string) => boolean>>

function lookAt(seen: ReadonlyMap<string, ImportFile>, { isWhole, isOld, isSpoken }: Asked): Look {
  const pictures = [...seen.values()].filter(({ name }) => !isSidecar(name) && name !== manifestName)
  const taken = new Set<string>()
  const ready: Found[] = []
  for (const picture of pictures) {
    const beside = sidecarNames(picture.name).find((name) => seen.has(name))
    if (beside) taken.add(beside)
    if (!isWhole(picture.name) || (beside && !isWhole(beside))) continue
    const sidecar = beside ? seen.get(beside) : undefined
    if (sidecar || isSpoken(picture.name) || isOld(picture.name)) ready.push({ picture, sidecar })
  }
  const orphans = [...seen.values()].filter(({ name }) => isSidecar(name) && !taken.has(name) && isWhole(name))
  return { ready, orphans, waiting: pictures.length - ready.length }
}

/** `anna.jpg` is spoken of by `anna.jpg.json` or `anna.json`. */
export const sidecarNames = (picture: string): string[] => {
  const dot = picture.lastIndexOf('.')
  return [`${picture}.json`, ...(dot > 0 ? [`${picture.slice(0, dot)}.json`] : [])]
}
