import type { PictureFacts } from './picture.ts'
import type { FileFacts } from './report.ts'

/** What a report keeps of a walked file: SHA-256 (hex) and size of what arrived, SHA-256 of the cleaned original. */
export const fileFactsOf = (
  facts: PictureFacts,
  arrived: { readonly sha256: string; readonly bytes: number },
  cleanSha256: string,
): FileFacts => ({
  sha256: arrived.sha256,
  bytes: arrived.bytes,
  cleanSha256,
  format: facts.format,
  width: facts.width,
  height: facts.height,
  orientation: facts.orientation,
  colourSpace: facts.colour,
  bitDepth: facts.bitDepth,
  hasAlpha: facts.hasAlpha,
  hasColourProfile: facts.hasColourProfile,
  animated: facts.animated,
  takenOn: facts.takenOn,
  hadGps: facts.hadGps,
  trailingBytes: facts.trailingBytes,
  trailingKind: facts.trailingKind,
})
