import { layoutPaperPack, type PaperPackData } from '../../shared/documents/layout/paper-pack.ts'
import { packPages } from '../../shared/domain/paper-pack.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { DocumentFonts } from '../documents/fonts.ts'
import { mergePapers } from '../documents/merge.ts'
import { writePdf } from '../documents/pdf/engine.ts'

interface Printing extends Omit<PaperPackData, 'number' | 'page'> {
  readonly numbers: readonly string[]
  readonly specimen: boolean
  /** Ms since epoch: the dates inside the file. */
  readonly at: number
}

/** Packs as one PDF, pack after pack. */
export async function packsPdf(
  { numbers, specimen, at, ...data }: Printing,
  fonts: DocumentFonts,
): Promise<Result<Uint8Array>> {
  const parts: Uint8Array[] = []
  for (const number of numbers)
    for (let page = 1; page <= packPages; page++) {
      const laidOut = layoutPaperPack({ ...data, number, page }, fonts.metrics, { specimen })
      if (!laidOut.ok) return laidOut
      parts.push(writePdf(laidOut.value.list, undefined, fonts, { issuedAt: at }))
    }
  return ok(await mergePapers(parts))
}
