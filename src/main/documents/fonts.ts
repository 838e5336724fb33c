import { createHash } from 'node:crypto'
import type { FontFace, TextMetrics } from '../../shared/documents/display-list.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type FontFile, fontFiles } from './font-files.ts'
import { type Run, type Shaper, shaperOf } from './pdf/shaping.ts'

/** The faces of the printed papers: verified, parsed at their first use, every string shaped once. */

export interface LoadedFace extends FontFile {
  readonly bytes: Uint8Array
  readonly shaper: Shaper
  /** Glyphs of `text`, remembered. */
  run(text: string): Run
}

export interface DocumentFonts {
  readonly faces: Readonly<Record<FontFace, LoadedFace>>
  readonly metrics: TextMetrics
}

/**
 * Reads and verifies every face; `read` gives the bytes of a file of `assets/fonts` and throws if it is not there.
 * Load once for the life of a worker. Fails with `documents.font_damaged`.
 */
export function loadDocumentFonts(read: (file: string) => Uint8Array): Result<DocumentFonts> {
  const faces: Partial<Record<FontFace, LoadedFace>> = {}
  for (const [face, file] of Object.entries(fontFiles) as [FontFace, FontFile][]) {
    const bytes = readVerified(read, file)
    if (!bytes) return fail('documents.font_damaged', { file: file.file })
    faces[face] = loadFace(file, bytes)
  }
  const loaded = faces as Record<FontFace, LoadedFace>
  return ok({ faces: loaded, metrics: metricsOf(loaded) })
}

function readVerified(read: (file: string) => Uint8Array, { file, sha256 }: FontFile): Uint8Array | undefined {
  let bytes: Uint8Array
  try {
    bytes = read(file)
  } catch {
    return undefined // the failure names the file
  }
  return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined
}

/** More strings than a page holds: those of a few pages ago that none has used since, names mostly, are forgotten. */
const rememberedRuns = 1000

function loadFace(file: FontFile, bytes: Uint8Array): LoadedFace {
  // Most papers need three of the faces.
  let shaper: Shaper | undefined
  const shaperNow = () => {
    shaper ??= shaperOf(bytes, file.off)
    return shaper
  }
  return {
    ...file,
    bytes,
    get shaper() {
      return shaperNow()
    },
    run: remembered((text) => shaperNow().shape(text)),
  }
}

function remembered<T>(make: (text: string) => T): (text: string) => T {
  let [recent, older] = [new Map<string, T>(), new Map<string, T>()]
  return (text) => {
    const known = recent.get(text)
    if (known) return known
    if (recent.size >= rememberedRuns) [recent, older] = [new Map(), recent]
    const value = older.get(text) ?? make(text)
    recent.set(text, value)
    return value
  }
}

function metricsOf(faces: Readonly<Record<FontFace, LoadedFace>>): TextMetrics {
  return {
    width: (face, text, size) => (faces[face].run(text).advance * size) / faces[face].shaper.unitsPerEm,
    covers: (face, codePoint) => faces[face].shaper.covers(codePoint),
    reach: (face, text, size) => reachOf(faces[face], text, size),
    sound: (face, text) => faces[face].run(text).sound,
  }
}

function reachOf({ run, shaper }: LoadedFace, text: string, size: number) {
  const scale = size / shaper.unitsPerEm
  const each = run(text).glyphs.map(({ id, y }) => ({ y, ...shaper.reach(id) }))
  return {
    above: scale * Math.max(0, ...each.map(({ y, top }) => y + top)),
    below: scale * Math.max(0, ...each.map(({ y, bottom }) => -y - bottom)),
  }
}
