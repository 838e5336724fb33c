import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { TextKey } from '../../shared/i18n/index.ts'

/**
 * Keys. A screen says which keys it has (`useKeys`); the help dialog lists what is registered at that moment.
 * A plain letter never acts in a text field, nor while keys arrive as fast as only a passport reader types.
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
const listeners = new Set<() => void>()
const changed = () => {
  for (const listener of listeners) listener()
}

export const setSingleKeys = (on: boolean) => {
  singleKeysOn = on
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

/** Every key that acts now. */
export const useRegisteredKeys = () => useSyncExternalStore(subscribe, () => registered).flat()

/** A reader sends a letter every few milliseconds; the fastest typist needs about 40. */
const readerGap = 35
const sequenceGap = 1500

/** Listens for the whole window; gives back how to stop. */
export function listenForKeys(): () => void {
  let before = 0
  let prefix = { key: '', at: 0 }
  let waiting: ReturnType<typeof setTimeout> | undefined

  /** Before any control sees them: a list that opens with Enter must not swallow Ctrl+Enter. */
  const onChord = (event: KeyboardEvent) => {
    if (event.isComposing || event.repeat || !(event.ctrlKey || event.metaKey)) return
    const found = find(chordOf(event))
    // Under an open dialog a screen's own action must not happen unseen.
    if (!found || (found.where === 'here' && inDialog() && !found.ofDialog)) return
    event.preventDefault()
    event.stopPropagation()
    found.run?.()
  }
  const onKey = (event: KeyboardEvent) => {
    const sinceLast = event.timeStamp - before
    before = event.timeStamp
    clearTimeout(waiting)
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    const chord = chordOf(event)
    if (chord.includes('ctrl+')) return
    if (!singleKeysOn || sinceLast < readerGap || typesInto(event.target) || inDialog()) return
    const whole = event.timeStamp - prefix.at < sequenceGap ? `${prefix.key} ${chord}` : chord
    prefix = { key: chord, at: event.timeStamp }
    const found = find(whole) ?? find(chord)
    if (found) waiting = setTimeout(() => found.run?.(), readerGap)
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
const find = (keys: string) => registered.flat().findLast((each) => each.keys === keys)

function chordOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const control = event.ctrlKey || event.metaKey
  if (event.altKey) return `alt+${key}`
  return control ? `ctrl+${event.shiftKey ? 'shift+' : ''}${key}` : key
}

const typesInto = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"], [role="listbox"]') !== null)

const inDialog = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null
