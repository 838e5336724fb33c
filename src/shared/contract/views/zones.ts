import type { MrzFormat } from '../../mrz/layout.ts'
import type { File } from '../desk/call.ts'

/** A machine-readable zone as it was read in a picture. Nobody has confirmed it. */
export interface ZoneInPicture {
  readonly format: MrzFormat
  readonly lines: readonly string[]
  /** Letters that are near to others, or in a field whose check digit does not agree; lines and columns from 0. */
  readonly doubtful: readonly { readonly line: number; readonly column: number }[]
  /** Each line as it stands on the page, straightened, all letters of one width; PNG. */
  readonly strips: readonly File[]
}
