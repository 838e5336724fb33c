/** What is said of a file without a number to judge: it is so, or it is not. Absent when there is nothing to say. */
import type { CheckId, Level } from '../checks.ts'
import type { Measures } from '../measures.ts'
import type { FileFacts } from '../report.ts'

/** Trailing bytes that look like this were hidden on purpose or by malice. */
const foreign: ReadonlySet<string> = new Set(['archive', 'executable', 'pdf', 'html', 'svg'])

/** The level of each statement that holds of the file. */
export function statements(file: FileFacts, { decoded, turn }: Measures): Partial<Record<CheckId, Level>> {
  const trailing = file.trailingBytes > 0
  const hidden = trailing && foreign.has(file.trailingKind)
  const all: [CheckId, boolean, Level][] = [
    ['format', true, 'ok'],
    ['transparency', decoded.transparent, 'review'],
    ['damaged', decoded.damaged, 'review'],
    ['cmyk', file.colourSpace === 'cmyk', 'review'],
    // How the camera was held (TIFF 6.0 orientation): the picture is shown upright all the same.
    ['upside_down', file.orientation === 3, 'review'],
    ['mirrored', [2, 4, 5, 7].includes(file.orientation), 'review'],
    // The face lies on its side or its head although the file says that it stands.
    ['turned', turn !== 0, 'review'],
    ['moving', file.animated, 'review'],
    ['trailing_file', hidden, 'review'],
    // Phones append a second picture (HDR, depth) to nearly every JPEG.
    ['trailing_bytes', trailing && !hidden, 'ok'],
    ['place_removed', file.hadGps, 'ok'],
  ]
  return Object.fromEntries(all.filter(([, holds]) => holds).map(([id, , level]) => [id, level]))
}
