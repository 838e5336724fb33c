import { type RefObject, useEffect, useState } from 'react'

/**
 * The row that was opened last, of whatever list: whoever comes back to that list finds it chosen, in sight and with the
 * focus. Ids only, and no longer than the window is open.
 */
interface Left {
  readonly place: string
  readonly list: string
  readonly key: string
}

let last: Left | undefined

/** Remembers, as a row of the list on the screen is opened. */
export const leaveRow = (list: string, key: string): void => {
  last = { place: place(), list, key }
}

/**
 * The row that this list was left by, once its rows are there; and puts the focus on it, if nothing on the screen has the
 * focus but its heading.
 */
export function useRowLeft(list: string, body: RefObject<HTMLElement | null>): string | undefined {
  const [left, setLeft] = useState(() => (last?.place === place() && last.list === list ? last.key : undefined))
  const [came, setCame] = useState(false)
  useEffect(() => {
    if (!left || came) return
    const row = body.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(left)}"]`)
    if (!row) return
    setCame(true)
    if (!isUntouched()) return setLeft(undefined)
    row.focus({ preventScroll: true })
    // After the router, which brings every new screen to its top.
    requestAnimationFrame(() => row.scrollIntoView({ block: isSeen(row) ? 'nearest' : 'center' }))
  })
  return left
}

const place = () => location.hash.split('?', 1)[0] ?? ''

const isUntouched = () => {
  const focused = document.activeElement
  return !focused || focused.matches('body, main, h1')
}

/** Fully on the screen, below what sticks to its top. */
function isSeen(row: HTMLElement): boolean {
  const { top, bottom } = row.getBoundingClientRect()
  return top > 120 && bottom < innerHeight
}
