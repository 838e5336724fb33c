import { runChecks } from './checks.ts'
import { layouts, type MrzFormat, type MrzLayout } from './layout.ts'

/** A zone brought into its lines of A-Z, 0-9 and filler. */
export interface MrzLines {
  readonly layout: MrzLayout
  readonly lines: readonly string[]
  /** Characters that no zone can hold and that were taken for fillers. */
  readonly foreign: number
  /** Lines whose fillers at the end were missing or too many. */
  readonly repaired: number
}

/** What was typed, counted, for the message that it is no zone. */
export interface MrzShape {
  readonly lines: number
  readonly characters: number
}

/** Readers and hands send at most a few spare characters; anything longer is not a zone. */
const longest = 400

/**
 * Finds the zone in what a passport reader sent or a hand typed: any line ends or none, spaces and tabs between groups
 * or in place of fillers, lower case, « for <<, fillers left out at the end of a line. Of the readings that fit a kind
 * of zone, the one whose check digits agree best. Null if none fits.
 */
export function findLines(text: string): MrzLines | null {
  if (text.length > longest) return null
  const typed = normalise(text)
  const fits = groupings(typed).flatMap((group) => Object.values(layouts).flatMap((layout) => fitGroup(group, layout)))
  const scored = fits.map((found) => ({ found, score: scoreOf(found) }))
  const best = scored.reduce<(typeof scored)[number] | null>((a, b) => (a && a.score >= b.score ? a : b), null)
  return best?.found ?? null
}

/** Agreeing check digits decide; among equals, the reading whose lines had their width from the start. */
const scoreOf = ({ layout, lines, repaired }: MrzLines): number =>
  runChecks(layout, lines).reduce((sum, check) => sum + (check.ok ? 1 : -1), -repaired / 10)

/** The shape of a text for a message: lines that hold anything, characters that are no space. */
export const shapeOf = (text: string): MrzShape => ({
  lines: text.split(/[\r\n]+/).filter((line) => line.trim() !== '').length,
  characters: text.replace(/\s/g, '').length,
})

/** Lines in capitals without accents and without the control characters that readers add. */
function normalise(text: string): readonly string[] {
  return text
    .replaceAll('«', '<<')
    .replaceAll('‹', '<')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[\n\r\v\f\u0085\u2028\u2029]+/)
    .map((line) => line.replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === '\t' ? ' ' : '')))
    .filter((line) => line.trim() !== '')
}

/** Every way to take the text as lines: as typed, or run together and cut anew. */
function groupings(typed: readonly string[]): readonly (readonly string[])[] {
  if (typed.length === 0) return []
  const joined = [...new Set(variants(typed.join(' ')).concat(typed.map(withoutSpaces).join('')))]
  const cutAnew = joined.flatMap((all) =>
    Object.values(layouts)
      .filter(({ lineCount, width }) => all.length === lineCount * width)
      .map(({ lineCount, width }) =>
        Array.from({ length: lineCount }, (_, at) => all.slice(at * width, (at + 1) * width)),
      ),
  )
  const asTyped = [2, 3].filter((count) => typed.length >= count).flatMap((count) => combine(typed.slice(-count)))
  return [...asTyped, ...cutAnew]
}

const withoutSpaces = (line: string): string => line.replace(/\s/g, '')

/** Spaces may be fillers, or noise between groups; noise first in a line that has fillers of its own. */
function variants(line: string): string[] {
  const both = [line.trim().replace(/\s/g, '<'), withoutSpaces(line)]
  return [...new Set(line.includes('<') ? both.reverse() : both)]
}

function combine(lines: readonly string[]): readonly (readonly string[])[] {
  return lines.reduce<readonly (readonly string[])[]>(
    (groups, line) => groups.flatMap((group) => variants(line).map((variant) => [...group, variant])),
    [[]],
  )
}

function fitGroup(group: readonly string[], layout: MrzLayout): readonly MrzLines[] {
  if (group.length !== layout.lineCount || !suits(group[0] ?? '', layout.format)) return []
  const fitted = group.map((line, at) => fitLine(line, layout, at))
  if (!fitted.every((line) => line !== null)) return []
  const foreign = fitted.join('').match(/[^A-Z0-9<]/g)?.length ?? 0
  const repaired = group.filter((line) => line.length !== layout.width).length
  return [{ layout, lines: fitted.map((line) => line.replace(/[^A-Z0-9<]/g, '<')), foreign, repaired }]
}

/** Visas begin with V and nothing else does (9303-7, 4.2.2.1; 9303-4, -5, -6 exclude V). */
const suits = (first: string, format: MrzFormat): boolean =>
  /^[A-Z]/.test(first) && first.startsWith('V') === format.startsWith('MRV')

/** The line at its full width, or null: fillers at its end may be missing or too many. */
function fitLine(line: string, { width, endsInFillers }: MrzLayout, at: number): string | null {
  const single = line.replace(/[\u{10000}-\u{10FFFF}]/gu, '?')
  if (single.length === width) return single
  if (!endsInFillers.includes(at) || single.length < 6) return null
  if (single.length < width) return single.padEnd(width, '<')
  return /^<+$/.test(single.slice(width)) ? single.slice(0, width) : null
}
