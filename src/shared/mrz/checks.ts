import { checkDigit } from './check-digit.ts'
import { type CheckedField, cut, type MrzLayout, type Span } from './layout.ts'
import type { MrzSuggestion } from './warnings.ts'

/** One check digit: what the field asks for and what the document shows. */
export interface MrzCheck {
  readonly field: CheckedField
  readonly expected: string
  readonly found: string
  readonly ok: boolean
}

/** A check digit's place and the ways to compute it: documents disagree about one case (long numbers). */
interface Rule {
  readonly field: CheckedField
  readonly ways: readonly (readonly Span[])[]
  readonly digit: Span
}

/** Every check digit of the zone, in the order of the fields. */
export const runChecks = (layout: MrzLayout, lines: readonly string[]): readonly MrzCheck[] =>
  rulesOf(layout, lines).map((rule) => runRule(rule, lines))

/**
 * Readings of the zone that make a failed check agree by swapping characters that look alike (O/0, I/1, B/8, S/5, Z/2),
 * without breaking a check that agreed. Best first: those that put most checks right.
 */
export function suggestFor(layout: MrzLayout, lines: readonly string[], field: CheckedField): readonly MrzSuggestion[] {
  const rule = rulesOf(layout, lines).find((r) => r.field === field)
  if (!rule) return []
  const before = runChecks(layout, lines)
  const scored = attempts(rule, lines).flatMap((changes) => {
    const corrected = applyChanges(lines, changes)
    const after = runChecks(layout, corrected)
    const kept = before.every((check) => !check.ok || after.some((c) => c.field === check.field && c.ok))
    const fixed = after.some((check) => check.field === field && check.ok)
    return kept && fixed ? [{ changes, text: corrected.join('\n'), right: after.filter((c) => c.ok).length }] : []
  })
  return scored.sort((a, b) => b.right - a.right).map(({ changes, text }) => ({ changes, text }))
}

/** The rest of a document number over nine characters, if this zone has one: spans of rest, and of its check digit. */
export function longNumber(layout: MrzLayout, lines: readonly string[]): { rest: Span; digit: Span } | null {
  const mark = layout.checks.find((check) => check.field === 'documentNumber')
  const optional = layout.optionalData[0]
  if (!layout.longNumbers || !mark || !optional || cut(lines, mark.digit) !== '<') return null
  if (cut(lines, layout.documentNumber).includes('<')) return null
  const length = /^[A-Z0-9]*/.exec(cut(lines, optional))?.[0].length ?? 0
  if (length < 2) return null
  const { line, start } = optional
  return {
    rest: { line, start, end: start + length - 1 },
    digit: { line, start: start + length - 1, end: start + length },
  }
}

export type MrzChange = MrzSuggestion['changes'][number]

/** The lines with characters replaced. */
export function applyChanges(lines: readonly string[], changes: readonly MrzChange[]): readonly string[] {
  return lines.map((text, line) =>
    changes
      .filter((change) => change.line === line)
      .reduce((done, { column, to }) => done.slice(0, column) + to + done.slice(column + 1), text),
  )
}

const lookAlikes = [
  ['O', '0'],
  ['I', '1'],
  ['B', '8'],
  ['S', '5'],
  ['Z', '2'],
] as const

/** The digit that a letter is mistaken for. */
export const digitFor: ReadonlyMap<string, string> = new Map(lookAlikes)
/** The letter that a digit is mistaken for. */
export const letterFor: ReadonlyMap<string, string> = new Map(lookAlikes.map(([letter, digit]) => [digit, letter]))

function rulesOf(layout: MrzLayout, lines: readonly string[]): readonly Rule[] {
  const long = longNumber(layout, lines)
  return layout.checks.map(({ field, over, digit }): Rule => {
    if (field !== 'documentNumber' || !long) return { field, ways: [over], digit }
    // Doc 9303-11, appendix D.2 leaves the filler out; cards in circulation (Belgium) are found with and without it.
    return {
      field,
      ways: [
        [...over, long.rest],
        [...over, digit, long.rest],
      ],
      digit: long.digit,
    }
  })
}

function runRule({ field, ways, digit }: Rule, lines: readonly string[]): MrzCheck {
  const found = cut(lines, digit)
  const fields = ways.map((way) => way.map((span) => cut(lines, span)).join(''))
  const digits = fields.map(checkDigit)
  // A field left empty may leave its check digit empty too (9303-4, 4.2.2.2, personal number).
  const empty = found === '<' && fields.every((text) => /^<*$/.test(text))
  const ok = empty || digits.includes(found)
  return { field, expected: ok && !empty ? found : (digits[0] ?? '0'), found, ok }
}

function attempts({ field, ways, digit }: Rule, lines: readonly string[]): readonly (readonly MrzChange[])[] {
  const inField = (ways[0] ?? []).flatMap((span) => swaps(lines, span, field.endsWith('Date')))
  const inDigit = swaps(lines, digit, true)
  const singles = [...inField, ...inDigit].map((change) => [change])
  const letters = [...inField, ...inDigit].filter((change) => digitFor.has(change.from))
  return field.endsWith('Date') && letters.length > 1 ? [letters, ...singles] : singles
}

/** The look-alike swaps possible in a span; where only digits may stand, only letters are swapped. */
function swaps(lines: readonly string[], span: Span, digitsOnly: boolean): readonly MrzChange[] {
  return [...cut(lines, span)].flatMap((from, index) => {
    const to = digitFor.get(from) ?? (digitsOnly ? undefined : letterFor.get(from))
    return to === undefined ? [] : [{ line: span.line, column: span.start + index, from, to }]
  })
}
