import type { DeskStatus } from '../../shared/contract/views.ts'

/** Whether the lock covers the screen, for code outside React (keys, live updates). Set by the cover itself. */
let locked = false
export const isLocked = () => locked
export const setLocked = (next: boolean) => {
  locked = next
}

/** Is the shell on the screen (under the lock or not)? */
export const isInside = (phase: DeskStatus['phase'] | undefined) => phase === 'active' || phase === 'locked'

/** Id of the element outside the page's root that holds the cover. */
export const coverId = 'cover'

/**
 * Under the lock no key reaches what lies below: not Escape (it would close a half-filled dialog), not a shortcut.
 * Registered when the program loads, so before any dialog's own listener.
 */
export function guardKeysUnderLock() {
  const guard = (event: KeyboardEvent) => {
    if (!locked) return
    const inCover = event.target instanceof Element && event.target.closest(`#${coverId}`) !== null
    if (!inCover || event.key === 'Escape') event.stopImmediatePropagation()
  }
  window.addEventListener('keydown', guard, true)
  window.addEventListener('keyup', guard, true)
}
