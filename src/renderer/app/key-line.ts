import { readerGap } from '../../shared/reader/burst.ts'

/**
 * The way of a single key from the keyboard to its action. No document and no React: time comes with the keys. First a
 * key is held back until it is sure that no passport reader sent it. Then it stands in line: an officer types ahead of a
 * slow window, so a key that comes while an answer is on its way, or while the next screen is drawn, waits in order until
 * it is known what it means. A key that cannot act is dropped with all behind it, and the officer is told: what came after
 * was meant for a screen that did not come.
 */

/** More keys than this are nobody's plan ... */
export const mostKeys = 8
/** ... and after so many milliseconds nobody remembers having pressed them. */
export const longestWait = 10_000
const lookAgain = 20

export interface LineWorld<Key> {
  /** Can the key act now, must it wait, or is there nothing left for it to act on? */
  readonly judge: (key: Key) => 'act' | 'wait' | 'drop'
  readonly act: (key: Key) => void
  /** Keys were dropped that the officer counts on. */
  readonly tell: () => void
}

export interface KeyLine<Key> {
  /** Acts at once when nothing is before it and nothing has to be waited for. */
  readonly add: (key: Key) => void
  readonly waiting: () => readonly Key[]
  /** An answer failed: what waits for it was meant otherwise. */
  readonly drop: () => void
  /** The window goes: nobody is told. */
  readonly stop: () => void
}

export function keyLine<Key>({ judge, act, tell }: LineWorld<Key>): KeyLine<Key> {
  let line: readonly { readonly key: Key; readonly since: number }[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = () => {
    clearTimeout(timer)
    timer = undefined
    line = []
  }
  const drop = () => {
    if (line.length > 0) tell()
    stop()
  }
  /** One key at a look: what it does must be on the screen before the next one is judged. */
  const look = () => {
    timer = undefined
    const [first] = line
    if (!first) return
    const judged = judge(first.key)
    if (judged === 'drop' || (judged === 'wait' && Date.now() - first.since > longestWait)) return drop()
    if (judged === 'act') {
      line = line.slice(1)
      act(first.key)
    }
    if (line.length > 0) timer ??= setTimeout(look, lookAgain)
  }
  return {
    add(key) {
      if (line.length >= mostKeys) return tell()
      line = [...line, { key, since: Date.now() }]
      if (timer === undefined) look()
    },
    waiting: () => line.map(({ key }) => key),
    drop,
    stop,
  }
}

export interface HoldWorld<Key> {
  /** No reader sent it. */
  readonly pass: (key: Key) => void
  /** The window knows of a key that it has not handled yet: it may be the reader's next. */
  readonly isKeyWaiting: () => boolean
}

export interface HoldBack<Key> {
  /** A key came at this time of the keyboard's clock, in milliseconds. Gives whether it may be a person's. */
  readonly came: (at: number) => boolean
  /** The key that just came has an action; `late`: how late the window heard of it, in milliseconds. */
  readonly hold: (key: Key, late?: number) => void
  /** What is held passes now: no reader sends what comes next. */
  readonly pass: () => void
  readonly stop: () => void
}

/** Only a key that another follows within the reader's gap is called off; a slower one lets the first pass at once. */
export function holdBack<Key>({ pass, isKeyWaiting }: HoldWorld<Key>): HoldBack<Key> {
  let held: { readonly key: Key } | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Number.NEGATIVE_INFINITY
  const stop = () => {
    clearTimeout(timer)
    held = undefined
  }
  const release = () => {
    const it = held
    stop()
    if (it) pass(it.key)
  }
  // A window that was busy may not have seen yet that a reader goes on.
  const wait = (pause: number) => {
    timer = setTimeout(() => (isKeyWaiting() ? wait(0) : release()), pause)
  }
  return {
    came(at) {
      // Keys of another clock, as of a screen that is steered from afar, may bear an earlier time: none is a reader's next.
      const alone = at < last || at - last > readerGap
      last = at
      if (alone) release()
      else stop()
      return alone
    },
    hold(key, late = 0) {
      held = { key }
      wait(readerGap + late)
    },
    pass: release,
    stop,
  }
}
