import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from '../../shared/result.ts'
import type { DocumentFonts } from './fonts.ts'

/** The fonts of the papers, read and parsed at their first use and kept for the life of the desk. */
export function loadFonts(assetsDir: string): () => Promise<Result<DocumentFonts>> {
  let loaded: Result<DocumentFonts> | undefined
  return async () => {
    // Only once a paper is made: the sign-in must not wait for the font engine.
    const { loadDocumentFonts } = await import('./fonts.ts')
    // A damaged file may be mended while the desk runs: a failure is not remembered.
    if (!loaded?.ok) loaded = loadDocumentFonts((file) => new Uint8Array(readFileSync(join(assetsDir, 'fonts', file))))
    return loaded
  }
}
