import { z } from 'zod'
import { fail, ok, type Result } from '../result.ts'
import { numberSeries } from './vocabulary.ts'

/**
 * Numbers that Passerelle may hand out: blocks leased to an office for documents, clients and applications, and
 * ranges of pre-printed sheets. A number is a prefix and digits of a fixed width, such as `R000123456`.
 */

export interface Block {
  readonly series: (typeof numberSeries)[number]
  readonly prefix: string
  readonly first: number
  readonly last: number
  /** Digits after the prefix. */
  readonly width: number
}

/** A file of numbers as a desk reads it. */
export interface NumbersFile {
  readonly blocks: readonly Block[]
  /** When it was made, ISO with its offset; files of an earlier kind do not say. */
  readonly issued?: string | undefined
}

export interface SheetRange {
  readonly prefix: string
  readonly first: number
  readonly last: number
  readonly width: number
}

const prefix = z.string().regex(/^[A-Z]{0,4}$/)
const range = {
  prefix,
  first: z.number().int().nonnegative(),
  last: z.number().int().nonnegative(),
  width: z.number().int().min(1).max(12),
}
const numbersFile = z.strictObject({
  format: z.literal('passerelle-numbers-1'),
  /** Key of the office in ports-of-entry.ts. */
  office: z.string().max(60),
  issued: z.iso.datetime({ offset: true }).optional(),
  blocks: z
    .array(z.strictObject({ series: z.enum(numberSeries), ...range }))
    .min(1)
    .max(100),
})

/**
 * Reads the file with the office's blocks. Fails with `claims.numbers_file_invalid` and changes nothing:
 * a block that is empty, wider than its width or overlapping another of its series could give one number to two people.
 */
export function readNumbersFile(text: string, office?: string): Result<NumbersFile> {
  const refuse = (where: string) => fail('claims.numbers_file_invalid', { where })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return refuse('JSON')
  }
  const parsed = numbersFile.safeParse(json)
  if (!parsed.success) return refuse(parsed.error.issues[0]?.path.join('.') || 'format')
  if (office && parsed.data.office !== office)
    return fail('claims.numbers_other_office', { office: parsed.data.office })
  const { blocks, issued } = parsed.data
  for (const [at, block] of blocks.entries()) {
    if (block.last < block.first || String(block.last).length > block.width) return refuse(`blocks.${at}`)
    if (blocks.slice(0, at).some((other) => overlaps(other, block))) return refuse(`blocks.${at}`)
  }
  return ok({ blocks, ...(issued ? { issued } : {}) })
}

/** Could one number come out of both blocks? */
export const overlaps = (a: Block, b: Block): boolean =>
  a.series === b.series && a.prefix === b.prefix && a.width === b.width && a.first <= b.last && b.first <= a.last

/** The number as it is printed: prefix and zero-padded digits. */
export const writeNumber = (block: Pick<Block, 'prefix' | 'width'>, value: number): string =>
  block.prefix + String(value).padStart(block.width, '0')

/** The digits of a number if it belongs to the block, else undefined. */
export function valueIn(block: Block, number: string): number | undefined {
  const digits = number.slice(block.prefix.length)
  if (!number.startsWith(block.prefix) || digits.length !== block.width || !/^\d+$/.test(digits)) return undefined
  const value = Number(digits)
  return value >= block.first && value <= block.last ? value : undefined
}

/** Letters and digits only, upper case: how numbers are stored for search and compared when typed or scanned. */
export const bareNumber = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** Papers that are one person's: two who carry the same are looked at. A marriage certificate is of two. */
const ownPapers: ReadonlySet<string> = new Set([
  'passport',
  'identity_card',
  'travel_document',
  'residence_permit',
  'driving_licence',
])

/** The number by which the same paper is found in another claim; undefined for a paper that does not say who somebody is, or words such as "none". */
export function paperNumber(paper: {
  readonly kind: string
  readonly number?: string | undefined
}): string | undefined {
  const number = ownPapers.has(paper.kind) ? bareNumber(paper.number ?? '') : ''
  return /\d/.test(number) ? number : undefined
}

/**
 * A range of sheets from its first and last serial, as printed on them (`A0001001` to `A0001500`).
 * Fails with `stock.range_invalid` when prefix or width differ, the order is wrong or over 10,000 sheets.
 */
export function readSheetRange(first: string, last: string): Result<SheetRange> {
  const pattern = /^([A-Z]{0,4})(\d{1,12})$/
  const [from, to] = [pattern.exec(bareNumber(first)), pattern.exec(bareNumber(last))]
  const refused = fail('stock.range_invalid')
  if (!from || !to || from[1] !== to[1] || from[2]?.length !== to[2]?.length) return refused
  const range = { prefix: from[1] ?? '', first: Number(from[2]), last: Number(to[2]), width: from[2]?.length ?? 0 }
  return range.last < range.first || range.last - range.first >= 10_000 ? refused : ok(range)
}

/** Every serial of a range, in order. */
export const serialsOf = (range: SheetRange): string[] =>
  Array.from({ length: range.last - range.first + 1 }, (_, i) => writeNumber(range, range.first + i))

/** `00-0000-0000` or `0000-0000`: how a client id is read aloud and printed. */
export const groupClientId = (id: string): string =>
  id.length === 10 ? `${id.slice(0, 2)}-${id.slice(2, 6)}-${id.slice(6)}` : `${id.slice(0, 4)}-${id.slice(4)}`

/** Letters, then digits in threes: `A 000 101`. The spaces do not break a line. */
export function groupSerial(serial: string): string {
  const [, prefix = '', digits = ''] = /^(\D*)(\d*)$/.exec(serial) ?? []
  if (!digits) return serial
  return [prefix, digits.replace(/\B(?=(\d{3})+$)/g, '\u00a0')].filter(Boolean).join('\u00a0')
}
