import { type MrzRecord, readMrz } from '../mrz/read.ts'
import { readerGap } from './burst.ts'
import { decodeBurst, endsLine, type Keystroke, type Scan } from './decode.ts'
import { type ReaderLayout, readerLayouts } from './layouts.ts'

/** What the test of a reader tells: how the keys came, what they mean, and what to set. */
export interface ReaderReport {
  readonly scan: Scan
  readonly zone: MrzRecord | undefined
  /** Characters and line ends. */
  readonly keys: number
  readonly keysPerSecond: number
  /** The longest time from key to key within a line, in milliseconds. */
  readonly slowest: number
  readonly lineEnds: readonly ('Enter' | 'Tab')[]
  /** Passerelle takes what this reader sends. */
  readonly works: boolean
  /** What to look at, the gravest first. */
  readonly advice: readonly ReaderAdvice[]
}

export const readerAdvice = [
  'too_slow',
  'character_codes',
  'part_of_zone',
  'no_zone',
  'check_digits',
  'layouts_differ',
  'layout_unknown',
  'no_line_end',
] as const
export type ReaderAdvice = (typeof readerAdvice)[number]

/** Judges what a reader sent. `today` (`2026-11-22`) is for the dates in a zone. */
export function reportOn(strokes: readonly Keystroke[], today: string): ReaderReport {
  const scan = decodeBurst(strokes)
  const read = scan.kind === 'passport' ? readMrz(scan.text, today) : undefined
  const zone = read?.ok ? read.value : undefined
  const gaps = strokes.slice(1).flatMap((stroke, at) => {
    const before = strokes[at]
    return before && !endsLine(before) ? [stroke.at - before.at] : []
  })
  const slowest = Math.max(0, ...gaps)
  const sum = gaps.reduce((all, gap) => all + gap, 0)
  const lineEnds = strokes.filter(endsLine).map(({ key }) => (key === 'Tab' ? 'Tab' : 'Enter'))
  const wrong: Readonly<Record<ReaderAdvice, boolean>> = {
    too_slow: slowest > readerGap,
    character_codes: strokes.some(({ altGr, code }) => altGr && code.startsWith('Numpad')),
    part_of_zone: scan.broken,
    no_zone: scan.kind === 'text' && !scan.broken,
    check_digits: zone?.checks.some(({ ok }) => !ok) ?? false,
    layouts_differ: differ(scan),
    layout_unknown: scan.kind === 'passport' && scan.reader.length === 0,
    no_line_end: lineEnds.length === 0,
  }
  const advice = readerAdvice.filter((each) => wrong[each])
  return {
    scan,
    zone,
    keys: strokes.length,
    keysPerSecond: sum > 0 ? Math.round((gaps.length * 1000) / sum) : 0,
    slowest: Math.round(slowest),
    lineEnds,
    works: scan.kind !== 'text' && !wrong.too_slow,
    advice,
  }
}

/** The reader is set for a layout that the computer cannot have. */
const differ = ({ reader, computer }: Scan): boolean =>
  reader.length > 0 && computer.length > 0 && !reader.some((layout) => computer.includes(layout))

/** Layouts worth naming: nothing is told by what all of them would have typed. */
export const tellingLayouts = (layouts: readonly ReaderLayout[]): readonly ReaderLayout[] =>
  layouts.length === readerLayouts.length ? [] : layouts
