import { endsLine, type Keystroke } from './decode.ts'
import { characterOf, readerLayouts } from './layouts.ts'

/**
 * Tells the bursts of a typing reader from people at a keyboard. Pure: time comes with the keys.
 *
 * A reader sends a key every few milliseconds; the fastest typist needs 40 from key to key. A few keys pass before a burst
 * is sure (they are taken back by the caller); from then on all keys are taken until the reader is silent.
 */

/** The reader's slowest key, in milliseconds; a person's fastest is 40. */
export const readerGap = 35
/** So many characters one after the other are a burst ... */
const surely = 6
/** ... or so many and a line end; in a field of secrets, which programs may fill as fast as a reader, more. */
const shortest = 4
const surelySecret = 20
/** A burst is over after this silence ... */
const silence = 150
/** ... and after a line of a zone, when the next line may follow, after this. */
const linePause = 300
/**
 * ... and in the midst of a text longer than any zone, such as the bytes of a seal in hex, after this: so many keys are no
 * person's, and a busy computer may hold those of the reader back. Its line end ends it at once.
 */
const longPause = 1000
const longText = 100

export interface Press extends Keystroke {
  readonly repeat: boolean
  readonly composing: boolean
  /** Held with Ctrl or the system's key: an action and no character. */
  readonly command: boolean
  /** Where the key would go. */
  readonly field: 'none' | 'text' | 'secret'
}

export interface Burst {
  /** Characters and line ends, the newest last. */
  readonly strokes: readonly Keystroke[]
  /** When the last key came. */
  readonly last: number
  /** It is a reader. */
  readonly sure: boolean
  /** All of it may be a scan: no small letters where text is typed, which other programs also type fast. */
  readonly scanLike: boolean
}

export const noBurst: Burst = { strokes: [], last: Number.NEGATIVE_INFINITY, sure: false, scanLike: true }

export interface Step {
  readonly burst: Burst
  /** `take`: the key must reach nothing else. */
  readonly act: 'pass' | 'take'
  /** This key made it sure: what passed before must be taken back. */
  readonly began?: true
  /** An earlier burst was over before this key. */
  readonly ended?: readonly Keystroke[]
}

/** A key went down. */
export function press(before: Burst, key: Press): Step {
  if (before.sure && key.at - before.last > pauseAfter(before)) return { ...press(noBurst, key), ended: before.strokes }
  const kind = kindOf(key)
  if (before.sure) return { burst: withKey(before, key, kind), act: 'take' }
  if (kind === 'modifier') return { burst: before, act: 'pass' }
  if (kind === 'other') return { burst: noBurst, act: 'pass' }
  const run = key.at - before.last <= readerGap ? before : noBurst
  return kind === 'end' ? pressEnd(run, key) : pressCharacter(run, key)
}

/** How long after the last key the burst is over, in milliseconds; undefined while there is none. */
export const quietAfter = (burst: Burst): number | undefined => (burst.sure ? pauseAfter(burst) : undefined)

function pressCharacter(run: Burst, key: Press): Step {
  const burst = withKey({ ...run, scanLike: run.scanLike && isScanLike(key) }, key, 'character')
  const enough = key.field === 'secret' ? surelySecret : surely
  if (burst.scanLike && burst.strokes.length >= enough)
    return { burst: { ...burst, sure: true }, act: 'take', began: true }
  // Beside a text field the second key in a burst can only do harm: a space presses a button.
  return { burst, act: key.field === 'none' && run.strokes.length > 0 ? 'take' : 'pass' }
}

function pressEnd(run: Burst, key: Press): Step {
  const count = run.strokes.length
  if (key.field === 'secret' || count === 0) return { burst: noBurst, act: 'pass' }
  if (run.scanLike && count >= shortest)
    return { burst: { ...withKey(run, key, 'end'), sure: true }, act: 'take', began: true }
  // Too short or no scan: it still must not press a button or submit a form.
  const typed = key.field === 'none' || count >= surely
  return { burst: noBurst, act: typed ? 'take' : 'pass' }
}

type Kind = 'character' | 'end' | 'modifier' | 'other'

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'CapsLock', 'NumLock', 'Meta', 'Fn'])

function kindOf(key: Press): Kind {
  if (modifiers.has(key.key)) return 'modifier'
  if (key.repeat || key.composing) return 'other'
  if (key.command) return key.code === 'KeyJ' || key.code === 'KeyM' ? 'end' : 'other'
  if (endsLine(key)) return 'end'
  return key.key.length === 1 || key.key === 'Dead' ? 'character' : 'other'
}

function withKey(burst: Burst, { code, key, shift, altGr, at, command }: Press, kind: Kind): Burst {
  if (kind === 'modifier' || kind === 'other') return { ...burst, last: Math.max(burst.last, at) }
  // Line feed and carriage return as control characters: Ctrl+J, Ctrl+M.
  const stroke = { code, key: command ? 'Enter' : key, shift, altGr, at }
  return { ...burst, strokes: [...burst.strokes, stroke], last: at }
}

/** A capital, a digit, what is `<` under any layout, a hyphen, a space. */
function isScanLike(key: Press): boolean {
  if (key.field === 'none') return true
  if (/^Key[A-Z]$/.test(key.code) && key.shift) return true
  return /^[A-Z0-9< -]$/.test(key.key) || readerLayouts.some((layout) => characterOf(layout, key) === '<')
}

/** After a line that may be the first of a zone, or the second of three, the next one may take its time. */
function pauseAfter({ strokes }: Burst): number {
  const last = strokes.at(-1)
  if (strokes.length > longText && last && !endsLine(last)) return longPause
  const lengths = strokes
    .map((stroke) => (endsLine(stroke) ? ' ' : 'x'))
    .join('')
    .split(' ')
    .map(({ length }) => length)
  const done = lengths.filter((length) => length > 0)
  const [first = 0] = done
  const between = lengths.at(-1) === 0 && first >= 28 && first <= longText
  return between && done.length < (first <= 31 ? 3 : 2) ? linePause : silence
}
