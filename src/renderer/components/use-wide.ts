import { type RefObject, useEffect, useRef } from 'react'

/** For a frame around a wide table: `data-scrolls` as long as the table is wider than it. */
export function useWideFrame(): RefObject<HTMLDivElement | null> {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const { current } = frame
    if (!current) return
    const look = () => current.toggleAttribute('data-scrolls', current.scrollWidth > current.clientWidth)
    const watcher = new ResizeObserver(look)
    watcher.observe(current)
    if (current.firstElementChild) watcher.observe(current.firstElementChild)
    return () => watcher.disconnect()
  })
  return frame
}
