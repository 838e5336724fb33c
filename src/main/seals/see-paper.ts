import { ok, type Result } from '../../shared/result.ts'
import { type SealFinding, sealFinding } from '../../shared/seal/findings.ts'
import { readMessages } from '../../shared/seal/messages.ts'
import { ourCategory, type Profile, profileOf } from '../../shared/seal/profiles.ts'
import { readSeal } from '../../shared/seal/read.ts'
import { sealMark } from '../../shared/seal/seal.ts'
import type { GreyPage } from '../documents/page-picture.ts'
import { pagesOf } from './pages.ts'
import { type FoundSymbol, findSymbols } from './symbols.ts'

/** What is to be seen on a paper, whoever signed it: the part of verifying that takes long, done in a worker. */

export interface SeeTools {
  readonly profiles: readonly Profile[]
  /** ISO date. */
  readonly today: string
  /** One of many pictures of a camera: looked at quickly, for the next one comes at once. */
  readonly frame?: boolean | undefined
  /** The bytes of the font in which our papers print their zone. */
  ocrb(): Uint8Array
}

export type SeenPaper =
  | {
      readonly seal: Uint8Array
      /** Where the paper differs from its seal; undefined where nobody knows where things stand on it. */
      readonly printed: readonly SealFinding[] | undefined
      readonly missing?: never
    }
  | { readonly seal?: never; readonly printed?: never; readonly missing: SealFinding }

/**
 * Finds the seal of the paper in a file (PDF, PNG or JPEG) and compares a paper of ours with it.
 * Errors are of the file alone: `seal.file_kind`, `seal.file_damaged`.
 */
export async function seePaper(file: Uint8Array, tools: SeeTools): Promise<Result<SeenPaper>> {
  const found = await findSeal(file, tools.frame)
  if (!found.ok) return found
  const { seal, page, symbol, missing } = found.value
  if (!seal) return ok({ missing })
  const read = readSeal(seal)
  const profile = read.ok ? profileOf(read.value.header, tools.profiles) : undefined
  // Where things stand is known of our own papers alone.
  if (!read.ok || profile?.category !== ourCategory) return ok({ seal, printed: undefined })
  const [{ comparePaper }, { drawLetters }] = await Promise.all([
    import('./compare-paper.ts'),
    import('./zone-letters.ts'),
  ])
  letters ??= drawLetters(tools.ocrb())
  const sealed = { profile, messages: readMessages(read.value.messages, profile) }
  return ok({ seal, printed: await comparePaper(sealed, page, symbol, await letters, tools.today) })
}

let letters: ReturnType<typeof import('./zone-letters.ts').drawLetters> | undefined

export type FoundSeal =
  | { readonly seal: Uint8Array; readonly page: GreyPage; readonly symbol: FoundSymbol; readonly missing?: never }
  | { readonly seal?: never; readonly page?: never; readonly symbol?: never; readonly missing: SealFinding }

/** The first seal in a file, with the page that bears it. Errors: `seal.file_kind`, `seal.file_damaged`. */
export async function findSeal(file: Uint8Array, frame = false): Promise<Result<FoundSeal>> {
  const pages = await pagesOf(file)
  if (!pages.ok) return pages
  let other = false
  for (const page of pages.value) {
    const symbols = await findSymbols(page, frame)
    const symbol = symbols.find(({ bytes }) => bytes[0] === sealMark)
    // Bytes of their own: those of a symbol may be a view of the reader's whole memory.
    if (symbol) return ok({ seal: symbol.bytes.slice(), page, symbol })
    other ||= symbols.length > 0
  }
  return ok({ missing: other ? sealFinding('WRONG_FORMAT', { reason: 'mark' }) : sealFinding('READ_ERROR') })
}
