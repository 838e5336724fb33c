import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { TextKey } from '../../shared/i18n/index.ts'
import { type ChangedKeys, keysNow } from '../../shared/keys/actions.ts'
import { readerGap } from '../../shared/reader/burst.ts'
import { isKeyWaiting } from './reader/listen.ts'

/**
 * Keys. A screen says which keys it has (`useKeys`); the help dialog lists what is registered at that moment.
 * A plain letter never acts in a text field, nor while keys arrive as fast as only a passport reader types. An officer may
 * give an action another key or none; a screen names the key that it comes with.
 */

export interface Shortcut {
  /** `n`, `?`, `g t` (one after the other), `ctrl+k`, `ctrl+shift+l`, `ArrowDown`. */
  readonly keys: string
  readonly label: Extract<TextKey, string>
  readonly where?: 'everywhere' | 'here'
  /** Left out for keys that a control handles itself and that the help only lists. */
  readonly run?: () => void
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
    const mine = latest.current.map((shortcut, at) => {
      return { ...shortcut, ofDialog, run: () => latest.current[at]?.run?.() }
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

/** The key of what a screen names by the key that it comes with; undefined when it has none or single keys are off. */
export function useKeyNow(comesWith: string): string | undefined {
  const action = useRegisteredKeys().findLast((each) => each.comesWith === comesWith)
  const keys = action ? action.keys : comesWith
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

/** Listens for the whole window; gives back how to stop. */
export function listenForKeys(): () => void {
  let before = 0
  let prefix = { key: '', at: 0 }
  let waiting: ReturnType<typeof setTimeout> | undefined

  /** Before any control sees them: a list that opens with Enter must not swallow Ctrl+Enter. */
  const onChord = (event: KeyboardEvent) => {
    if (paused || event.isComposing || event.repeat || !(event.ctrlKey || event.metaKey)) return
    const found = find(chordOf(event))
    // Under an open dialog a screen's own action must not happen unseen.
    if (!found || (found.where === 'here' && inDialog() && !found.ofDialog)) return
    event.preventDefault()
    event.stopPropagation()
    found.run?.()
  }
  /** A window that was busy may not have seen yet that a reader goes on: the next key would call this off. */
  const runAfter = (found: Shortcut, pause: number) => {
    waiting = setTimeout(() => (isKeyWaiting() ? runAfter(found, 0) : found.run?.()), pause)
  }
  const onKey = (event: KeyboardEvent) => {
    const sinceLast = event.timeStamp - before
    before = event.timeStamp
    clearTimeout(waiting)
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    const chord = chordOf(event)
    if (chord.includes('ctrl+')) return
    if (paused || !singleKeysOn || sinceLast < readerGap || typesInto(event.target) || inDialog()) return
    const whole = event.timeStamp - prefix.at < sequenceGap ? `${prefix.key} ${chord}` : chord
    prefix = { key: chord, at: event.timeStamp }
    const found = find(whole) ?? find(chord)
    if (found) runAfter(found, readerGap)
  }
  window.addEventListener('keydown', onChord, true)
  window.addEventListener('keydown', onKey)
  return () => {
    clearTimeout(waiting)
    window.removeEventListener('keydown', onChord, true)
    window.removeEventListener('keydown', onKey)
  }
}

/** The newest registration wins: a screen may take a key of the shell. */
const find = (keys: string) => registered.flat().findLast((each) => keysNow(each, changedKeys) === keys)

/** A key as `Shortcut` writes it. */
export function chordOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key
  const control = event.ctrlKey || event.metaKey
  if (event.altKey) return `alt+${key}`
  return control ? `ctrl+${event.shiftKey ? 'shift+' : ''}${key}` : key
}

const typesInto = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"], [role="listbox"]') !== null)

const inDialog = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null
