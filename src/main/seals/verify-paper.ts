import { ok, type Result } from '../../shared/result.ts'
import { type SealFinding, sealFinding } from '../../shared/seal/findings.ts'
import { type Judgement, judgeSeal, type Trust, withFindings } from '../../shared/seal/judge.ts'
import { isWordsOnly, sealedZone } from '../../shared/seal/messages.ts'
import { ourCategory } from '../../shared/seal/profiles.ts'
import { sealMark } from '../../shared/seal/seal.ts'
import type { GreyPage } from '../documents/page-picture.ts'
import { pagesOf } from './pages.ts'
import { type FoundSymbol, findSymbols } from './symbols.ts'

export interface VerifyTools {
  readonly trust: Trust
  /** ISO date. */
  readonly today: string
  /** The bytes of the font in which our papers print their zone. */
  ocrb(): Uint8Array
}

/**
 * Verifies the paper in a file (PDF, PNG or JPEG) by its seal, and compares a paper of ours with it. Whatever the paper
 * is, there is a judgement; errors are of the file alone: `seal.file_kind`, `seal.file_damaged`.
 */
export async function verifyPaper(file: Uint8Array, tools: VerifyTools): Promise<Result<Judgement>> {
  const found = await findSeal(file)
  if (!found.ok) return found
  const { seal, page, symbol, missing } = found.value
  if (!seal) return ok({ status: missing.code, findings: [missing], messages: [] })
  const judged = judgeSeal(seal, tools.trust, tools.today)
  // Where things stand is known of our own papers alone.
  if (judged.profile?.category !== ourCategory) return ok(unseen(judged))
  const [{ comparePaper }, { drawLetters }] = await Promise.all([
    import('./compare-paper.ts'),
    import('./zone-letters.ts'),
  ])
  letters ??= drawLetters(tools.ocrb())
  const compared = await comparePaper(judged, page, symbol, await letters, tools.today)
  return ok(withFindings(judged, [...compared, ...wordsFindings(judged)]))
}

let letters: ReturnType<typeof import('./zone-letters.ts').drawLetters> | undefined

export type FoundSeal =
  | { readonly seal: Uint8Array; readonly page: GreyPage; readonly symbol: FoundSymbol; readonly missing?: never }
  | { readonly seal?: never; readonly page?: never; readonly symbol?: never; readonly missing: SealFinding }

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
  return withFindings(judged, [...zone, ...portrait, ...wordsFindings(judged)])
}

/** Of a paper of ours without a zone nothing but the seal was read: an officer compares. */
export const wordsFindings = ({ profile, messages }: Judgement): readonly SealFinding[] =>
  profile?.category === ourCategory && isWordsOnly(messages) ? [sealFinding('WORDS_NOT_COMPARED')] : []
