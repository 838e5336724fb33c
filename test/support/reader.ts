/** A typing reader: the keys that it sends for a text, and what a computer makes of them. */

import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { selectableStates } from '../../src/shared/mrz/states.ts'
import type { MrzContent } from '../../src/shared/mrz/write.ts'
import { characterOf, chordFor, type ReaderLayout } from '../../src/shared/reader/layouts.ts'

export interface SentKey {
  readonly code: string
  readonly key: string
  readonly shift: boolean
  readonly altGr: boolean
}

export interface ReaderSetting {
  /** What the reader is set for ... */
  readonly reader: ReaderLayout
  /** ... and what the computer has. */
  readonly computer: ReaderLayout
  readonly capsLock?: boolean
  /** After each line. */
  readonly lineEnd?: readonly ('Enter' | 'Tab' | 'NumpadEnter')[]
}

/** The keys of lines, in order. */
export function keysOf(lines: readonly string[], setting: ReaderSetting): SentKey[] {
  const ends = (setting.lineEnd ?? ['Enter']).map((code) => ({
    code,
    key: code === 'Tab' ? 'Tab' : 'Enter',
    shift: false,
    altGr: false,
  }))
  return lines.flatMap((line) => [...[...line].map((character) => keyOf(character, setting)), ...ends])
}

function keyOf(character: string, { reader, computer, capsLock = false }: ReaderSetting): SentKey {
  const chord = chordFor(reader, character)
  if (!chord) throw new Error(`A reader that is set for ${reader} cannot send ${character}`)
  // Without an AltGr the computer sees Alt, and names what the key types alone.
  const made = characterOf(computer, chord) || characterOf(computer, { ...chord, altGr: false })
  return { ...chord, key: keyName(made, chord.code, computer, capsLock) }
}

function keyName(made: string, code: string, computer: ReaderLayout, capsLock: boolean): string {
  if (computer !== 'us' && '^¨¸`'.includes(made)) return 'Dead'
  if (!capsLock || !code.startsWith('Key')) return made
  return made === made.toLowerCase() ? made.toUpperCase() : made.toLowerCase()
}

const states = selectableStates('en').map(({ code }) => code)

/** Anything that the zone of a document can hold. */
export const mrzContent = (documentCode: 'P' | 'I'): fc.Arbitrary<MrzContent> =>
  fc.record({
    documentCode: fc.constant(documentCode),
    issuer: fc.constantFrom(...states),
    documentNumber: fc.stringMatching(/^[A-Z0-9]{5,9}$/),
    familyName: fc.stringMatching(/^[A-Z]{1,14}( [A-Z]{1,9})?$/),
    givenNames: fc.stringMatching(/^[A-Z]{0,14}( [A-Z]{1,9})?$/),
    nationality: fc.constantFrom(...states),
    birthDate: fc.constantFrom('1990-05-17', '2001-12-31', '1960', null),
    sex: fc.constantFrom('M', 'F', 'X'),
    expiryDate: fc.constantFrom('2028-01-31', '2030-11-02', null),
  })

const virtualKeys: Readonly<Record<string, number>> = {
  Enter: 13,
  NumpadEnter: 13,
  Tab: 9,
  Space: 32,
  Comma: 188,
  Minus: 189,
  Backslash: 220,
  ShiftLeft: 16,
  AltRight: 18,
}
const virtualKeyOf = (code: string): number => virtualKeys[code] ?? code.charCodeAt(code.length - 1)

/** Sends keys to a page as a reader does: a few milliseconds apart by the clock of the keyboard. */
export async function scan(page: Page, lines: readonly string[], setting: ReaderSetting, gap = 8): Promise<void> {
  const session = await page.context().newCDPSession(page)
  let timestamp = Date.now() / 1000
  const sent: Promise<unknown>[] = []
  const send = (type: 'rawKeyDown' | 'keyDown' | 'keyUp', key: SentKey) => {
    const typed = type === 'keyDown' && !key.altGr && key.key.length === 1 ? key.key : undefined
    const text = key.key === 'Enter' ? '\r' : typed
    const modifiers = (key.shift ? 8 : 0) + (key.altGr ? 1 : 0)
    const { code } = key
    const event = { type, code, key: key.key, modifiers, timestamp, windowsVirtualKeyCode: virtualKeyOf(code) }
    sent.push(session.send('Input.dispatchKeyEvent', { ...event, ...(type !== 'keyUp' && text ? { text } : {}) }))
  }
  const held = (code: string, key: string): SentKey => ({ code, key, shift: false, altGr: false })
  for (const key of keysOf(lines, setting)) {
    const modifier = key.shift ? held('ShiftLeft', 'Shift') : key.altGr ? held('AltRight', 'Alt') : undefined
    timestamp += gap / 1000
    if (modifier) send('rawKeyDown', modifier)
    send('keyDown', key)
    send('keyUp', key)
    if (modifier) send('keyUp', modifier)
  }
  await Promise.all(sent)
  await session.detach()
}
