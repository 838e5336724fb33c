import { useEffect, useRef, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import type { TextKey } from '../../shared/i18n/index.ts'
import { type ChangedKeys, keysNow } from '../../shared/keys/actions.ts'
import { holdBack, keyLine } from './key-line.ts'
import { isAwaited, onAnswerFailed, tellKeysLost } from './key-waits.ts'
import { isKeyWaiting, lateness, watchTakenKeys } from './reader/listen.ts'

/**
 * Keys. A screen says which keys it has (`useKeys`); the help dialog lists what is registered at that moment.
 * A plain letter never acts in a text field, nor while keys arrive as fast as only a passport reader types. Keys that are
 * typed ahead wait their turn (`key-line.ts`). An officer may give an action another key or none; a screen names the key
 * that it comes with.
 */

export interface Shortcut {
  /** `n`, `?`, `g t` (one after the other), `ctrl+k`, `ctrl+shift+l`, `ArrowDown`. */
  readonly keys: string
  readonly label: Extract<TextKey, string>
  readonly where?: 'everywhere' | 'here'
  /** Left out for keys that a control handles itself and that the help only lists. */
  readonly run?: () => void
  /**
   * What the key will act on with so many keys of this kind before it. A key acts only if that is still the same when its
   * turn comes: it must not be said of something that the officer could not foresee.
   */
  readonly aim?: (ahead: number) => string | undefined
}

/** `ofDialog`: registered by a dialog that was open then. */
interface Registered extends Shortcut {
  readonly ofDialog: boolean
}

let registered: readonly (readonly Registered[])[] = []
let singleKeysOn = true
let changedKeys: ChangedKeys = {}
let paused = false
const listeners = new Set<() => void>()
const changed = () => {
  for (const listener of listeners) listener()
}

/** What the officers of this desk chose. */
export function setKeys(single: boolean, changes: ChangedKeys) {
  singleKeysOn = single
  changedKeys = changes
  registered = [...registered]
  changed()
}

/** While a new key is being chosen no key acts. */
export const pauseKeys = (on: boolean) => {
  paused = on
}

/** Registers keys for as long as the component is on the screen. */
export function useKeys(shortcuts: readonly Shortcut[]) {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  const signature = shortcuts.map(({ keys, label }) => `${keys}:${label}`).join('|')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the list; `run` is read when the key comes
  useEffect(() => {
    const ofDialog = inDialog()
    const mine = latest.current.map((shortcut): Registered => {
      // By its name and not by its place: the list may have changed when the key's turn comes.
      const now = () => latest.current.find(({ keys, label }) => keys === shortcut.keys && label === shortcut.label)
      const aim = shortcut.aim && { aim: (ahead: number) => now()?.aim?.(ahead) }
      return { ...shortcut, ofDialog, run: () => now()?.run?.(), ...aim }
    })
    registered = [...registered, mine]
    changed()
    return () => {
      registered = registered.filter((each) => each !== mine)
      changed()
    }
  }, [signature])
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** An action on the screen with its key now, empty when it has none; `comesWith`: as its screen names it. */
export interface ActingKey extends Shortcut {
  readonly comesWith: string
}

/** Every action that has a key on this screen. */
export const useRegisteredKeys = (): readonly ActingKey[] =>
  useSyncExternalStore(subscribe, () => registered)
    .flat()
    .map((each) => ({ ...each, comesWith: each.keys, keys: keysNow(each, changedKeys) }))

/**
 * The key of what a screen names by the key that it comes with; undefined when it has none or single keys are off. Drawn
 * anew only when that key changes, not whenever some screen registers its own.
 */
export const useKeyNow = (comesWith: string): string | undefined =>
  useSyncExternalStore(subscribe, () => keyNow(comesWith))

function keyNow(comesWith: string): string | undefined {
  const action = registered.flat().findLast((each) => each.keys === comesWith)
  const keys = action ? keysNow(action, changedKeys) : comesWith
  return keys === '' || (!singleKeysOn && !keys.includes('+')) ? undefined : keys
}

/** The same for `aria-keyshortcuts`. */
export function useAriaKeys(comesWith: string): string | undefined {
  const keys = useKeyNow(comesWith)
  // The attribute knows no keys that follow one another.
  if (!keys || keys.includes(' ')) return undefined
  const names: Readonly<Record<string, string>> = { ctrl: 'Control', shift: 'Shift', alt: 'Alt' }
  return keys
    .split('+')
    .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join('+')
}

const sequenceGap = 1500

/** A key that was pressed, by itself and after the one before it, and what it was aimed at then. */
interface Pressed {
  readonly whole: string
  readonly chord: string
  readonly aims: boolean
  readonly aim: string | undefined
}

/** Listens for the whole window; `isAnswering`: a command is under way. Gives back how to stop. */
export function listenForKeys(isAnswering: () => boolean): () => void {
  let prefix = { key: '', at: 0 }
  const line = keyLine<Pressed>({ judge: (pressed) => judge(pressed, isAnswering), act, tell: tellKeysLost })
  const hold = holdBack<Pressed>({ pass: line.add, isKeyWaiting })
  const pressed = (whole: string, chord: string): Pressed => {
    const found = find(whole) ?? find(chord)
    const ahead = line.waiting().filter(({ aims }) => aims).length
    return { whole, chord, aims: found?.aim !== undefined, aim: found?.aim?.(ahead) }
  }

  /** Before any control sees them: a list that opens with Enter must not swallow Ctrl+Enter. */
  const onChord = (event: KeyboardEvent) => {
    if (paused || event.isComposing || event.repeat || !(event.ctrlKey || event.metaKey)) return
    const chord = chordOf(event)
    if (!find(chord)) return
    hold.pass()
    const found = find(chord)
    // Under an open dialog a screen's own action must not happen unseen.
    if (!found || (found.where === 'here' && inDialog() && !found.ofDialog)) {
      // It may have been meant for what comes after the dialog; twice by mistake it would print.
      if (isAnswering()) tellKeysLost()
      return
    }
    event.preventDefault()
    event.stopPropagation()
    // What acts everywhere, such as the lock, waits for nothing.
    if (found.where === 'here' && line.waiting().length > 0) line.add(pressed(chord, chord))
    else found.run?.()
  }
  const onKey = (event: KeyboardEvent) => {
    if (modifiers.has(event.key)) return
    const at = event.timeStamp
    const chord = chordOf(event)
    // What comes before acts first: it may open a dialog or a field that this key is for.
    const alone = hold.came(at)
    if (event.defaultPrevented || event.isComposing || event.repeat || chord.includes('ctrl+')) return
    if (paused || !singleKeysOn || !alone || types(event) || (inDialog() && !isAnswering())) return
    const whole = at - prefix.at < sequenceGap ? `${prefix.key} ${chord}` : chord
    prefix = { key: chord, at }
    if (find(whole) || find(chord) || line.waiting().length > 0 || isAwaited())
      hold.hold(pressed(whole, chord), lateness(event))
  }
  const stops = [watchTakenKeys(hold.came), onAnswerFailed(line.drop), hold.stop, line.stop]
  window.addEventListener('keydown', onChord, true)
  window.addEventListener('keydown', onKey)
  return () => {
    for (const stop of stops) stop()
    window.removeEventListener('keydown', onChord, true)
    window.removeEventListener('keydown', onKey)
  }
}

const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Fn'])

function judge({ whole, chord, aim }: Pressed, isAnswering: () => boolean): 'act' | 'wait' | 'drop' {
  if (isAwaited()) return 'wait'
  // A dialog that is decided goes with the answer; one that stays is for the officer to look at.
  if (inDialog()) return isAnswering() ? 'wait' : 'drop'
  const found = find(whole) ?? find(chord)
  return found?.aim && found.aim(0) !== aim ? 'drop' : 'act'
}

/** On the screen before anything else happens: the next key is judged by what this one did. */
const act = ({ whole, chord }: Pressed) => flushSync(() => (find(whole) ?? find(chord))?.run?.())

/** The newest registration wins: a screen may take a key of the shell. */
const find = (keys: string) => registered.flat().findLast((each) => keysNow(each, changedKeys) === keys)

/** A key as `Shortcut` writes it. */
export function chordOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key
  const control = event.ctrlKey || event.metaKey
  // The sign joins the keys of a chord; without Shift many keyboards give the other sign of that key.
  if (!control && (key === '+' || key === '=')) return 'Plus'
  if (event.altKey) return `alt+${key}`
  return control ? `ctrl+${event.shiftKey ? 'shift+' : ''}${key}` : key
}

/** The key before may just have put the focus into a field. */
const types = ({ target }: KeyboardEvent) => typesInto(target) || typesInto(document.activeElement)

const typesInto = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  // Letters do nothing in it.
  !target.matches('input[type="checkbox"]') &&
  !target.closest('[data-decided]') &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"], [role="listbox"]') !== null)

const inDialog = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null
