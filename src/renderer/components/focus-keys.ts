import type { KeyboardEvent } from 'react'
import { chordOf } from '../app/keyboard.ts'

/**
 * Keys of a thing in a dialog, where the keys of screens are still: they act while the focus is in it and not in a field
 * (WCAG 2.1.4 asks for no way to turn such keys off). Gives what its outermost element listens with.
 */
export function focusKeys(keys: Readonly<Record<string, () => void>>) {
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select')) return
    const run = keys[chordOf(event.nativeEvent)]
    if (!run) return
    event.preventDefault()
    run()
  }
}
