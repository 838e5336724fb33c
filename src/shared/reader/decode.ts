import { paperLetters } from '../domain/vocabulary.ts'
import { runChecks } from '../mrz/checks.ts'
import { findLines, type MrzLines } from '../mrz/lines.ts'
import { type Chord, characterOf, type ReaderLayout, readerLayouts } from './layouts.ts'

/** A key as it reached the window: its place, what this computer made of it (KeyboardEvent.key), when (milliseconds). */
export interface Keystroke extends Chord {
  readonly key: string
  readonly at: number
}

/** What a burst of keys of a typing reader means. */
export interface Scan {
  /** A machine-readable zone; a number as on sheets, documents and files; anything else. */
  readonly kind: 'passport' | 'number' | 'text'
  /** What the reader meant: the lines of a zone parted by a line feed, a number in capitals without spaces, the text. */
  readonly text: string
  /** What this computer's layout typed, line ends as line feeds. */
  readonly raw: string
  /** Layouts that the reader may be set for: empty where none of those known gives the text. */
  readonly reader: readonly ReaderLayout[]
  /** Layouts that this computer may have: empty where none of those known types what arrived. */
  readonly computer: readonly ReaderLayout[]
  /** A text that is part of a zone: the reader lost some of it, or the page lay askew. */
  readonly broken: boolean
  readonly strokes: readonly Keystroke[]
}

/** Ends a line: Enter, Tab, or the control characters that some readers send for them. */
export const endsLine = ({ code, key }: Pick<Keystroke, 'code' | 'key'>): boolean =>
  key === 'Enter' || key === 'Tab' || code === 'NumpadEnter'

/**
 * Decodes a burst. Every layout that the reader may be set for is tried on the places of the keys, and the characters
 * that the computer made of them too; the reading wins whose zone has most check digits right. Never throws.
 */
export function decodeBurst(strokes: readonly Keystroke[]): Scan {
  const readings = [asTyped(strokes), ...readerLayouts.map((layout) => asMeant(strokes, layout))]
  const raw = readings[0] ?? ''
  const computer = readerLayouts.filter((layout) => strokes.every((stroke) => typesAs(layout, stroke)))
  const made = (text: string, same: (reading: string) => boolean) => ({
    text,
    raw,
    computer,
    strokes,
    broken: false,
    reader: readerLayouts.filter((_, at) => same(readings[at + 1] ?? '')),
  })
  const zone = bestZone(readings)
  if (zone) {
    const text = zone.lines.join('\n')
    const same = (reading: string) => {
      // What only comes to the same because it is forgiven was not what the reader meant.
      const plain = /^[A-Z0-9<\s]*$/i.test(reading)
      return plain && findLines(reading)?.lines.join('\n') === text
    }
    return { kind: 'passport', ...made(text, same) }
  }
  const number = readings.map(numberIn).find(Boolean)
  if (number) return { kind: 'number', ...made(number, (reading) => numberIn(reading) === number) }
  const text = raw.trim()
  return { kind: 'text', ...made(text, (reading) => reading.trim() === text), broken: readings.some(isPartOfZone) }
}

/**
 * A serial, a document number, a client id: some letters at most, then digits; spaces and hyphens parting them. A plain
 * paper of a claim has a letter and a count more: E000482193S1.
 */
const numberPattern = new RegExp(`^[A-Z]{0,4}\\d{3,14}([${Object.values(paperLetters).join('')}]\\d{1,3})?$`)

function numberIn(reading: string): string | undefined {
  const bare = reading.toUpperCase().replace(/[\s-]/g, '')
  return numberPattern.test(bare) ? bare : undefined
}

const isPartOfZone = (reading: string): boolean => reading.length >= 28 && reading.includes('<')

/**
 * The zone that most check digits speak for; then the one with most fillers, since a key that types `<` under one layout
 * types a letter under another and an A counts as much as a filler; then the one where least had to be guessed.
 */
function bestZone(readings: readonly string[]): MrzLines | undefined {
  const scored = [...new Set(readings)].flatMap((reading) => {
    const zone = findLines(reading)
    if (!zone) return []
    const fillers = zone.lines.join('').split('<').length - 1
    const right = runChecks(zone.layout, zone.lines).filter(({ ok }) => ok).length
    return right > 0 || fillers > 1 ? [{ zone, rank: [right, fillers, -zone.foreign, -zone.repaired] }] : []
  })
  return scored.sort((a, b) => byRank(b.rank, a.rank))[0]?.zone
}

function byRank(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, place) => each !== b[place])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

const asMeant = (strokes: readonly Keystroke[], layout: ReaderLayout): string =>
  strokes.map((stroke) => (endsLine(stroke) ? '\n' : characterOf(layout, stroke))).join('')

const asTyped = (strokes: readonly Keystroke[]): string =>
  strokes.map((stroke) => (endsLine(stroke) ? '\n' : stroke.key.length === 1 ? stroke.key : '')).join('')

/** Could this layout have made that character of that key? A dead key says no more than that it is dead. */
function typesAs(layout: ReaderLayout, stroke: Keystroke): boolean {
  if (endsLine(stroke) || stroke.code === '') return true
  const typed = characterOf(layout, stroke)
  if (stroke.key === 'Dead') return /^[\^¸¨`´~]$/.test(typed)
  // Alt where the layout has no AltGr: the computer names the key, and nothing is typed.
  if (stroke.altGr && typed === '')
    return stroke.key === characterOf(layout, { ...stroke, altGr: false }) || stroke.key.length > 1
  return stroke.key.toUpperCase() === typed.toUpperCase()
}
