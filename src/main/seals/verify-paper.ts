import { ok, type Result } from '../../shared/result.ts'
import { type SealFinding, sealFinding } from '../../shared/seal/findings.ts'
import { type Judgement, judgeSeal, type Trust, withFindings } from '../../shared/seal/judge.ts'
import { sealedZone } from '../../shared/seal/messages.ts'
import { sealMark } from '../../shared/seal/seal.ts'
import type { GreyPage } from '../documents/page-picture.ts'
import { pagesOf } from './pages.ts'
import { type FoundSymbol, findSymbols } from './symbols.ts'

/**
 * Verifies the paper in a file (PDF, PNG or JPEG) by its seal. Whatever the paper is, there is a judgement; errors are of
 * the file alone: `seal.file_kind`, `seal.file_damaged`.
 */
export async function verifyPaper(file: Uint8Array, trust: Trust, today: string): Promise<Result<Judgement>> {
  const found = await findSeal(file)
  if (!found.ok) return found
  const { seal, missing } = found.value
  return ok(seal ? unseen(judgeSeal(seal, trust, today)) : { status: missing.code, findings: [missing], messages: [] })
}

export type FoundSeal =
  | { readonly seal: Uint8Array; readonly page: GreyPage; readonly symbol: FoundSymbol; readonly missing?: never }
  | { readonly seal?: never; readonly missing: SealFinding }

/** The first seal in a file, with the page that bears it. Errors: `seal.file_kind`, `seal.file_damaged`. */
export async function findSeal(file: Uint8Array): Promise<Result<FoundSeal>> {
  const pages = await pagesOf(file)
  if (!pages.ok) return pages
  let other = false
  for (const page of pages.value) {
    const symbols = await findSymbols(page)
    const symbol = symbols.find(({ bytes }) => bytes[0] === sealMark)
    if (symbol) return ok({ seal: symbol.bytes, page, symbol })
    other ||= symbols.length > 0
  }
  return ok({ missing: other ? sealFinding('WRONG_FORMAT', { reason: 'mark' }) : sealFinding('READ_ERROR') })
}

/** What nobody compared with the paper is said. */
export function unseen(judged: Judgement): Judgement {
  const zone = sealedZone(judged.messages) ? [sealFinding('ZONE_NOT_READ')] : []
  const portrait = judged.messages.some(({ feature }) => feature?.coding === 'portrait')
    ? [sealFinding('PORTRAIT_NOT_COMPARED')]
    : []
  return withFindings(judged, [...zone, ...portrait])
}
