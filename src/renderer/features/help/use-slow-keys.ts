import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Keystroke } from '../../../shared/reader/decode.ts'

/** So many keys, and this silence after them, were meant as a scan. */
const least = 6
const silence = 1200

/** Collects keys that came too slowly to be known as a reader's. Tab is left to who works the window by keys. */
export function useSlowKeys(take: (strokes: readonly Keystroke[]) => void) {
  const strokes = useRef<Keystroke[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return (event: KeyboardEvent) => {
    const { code, key, shiftKey: shift, nativeEvent } = event
    if ((key.length > 1 && key !== 'Enter' && key !== 'Dead') || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const altGr = event.getModifierState('AltGraph') || event.altKey
    strokes.current.push({ code, key, shift, altGr, at: nativeEvent.timeStamp })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const all = strokes.current
      strokes.current = []
      if (all.length >= least) take(all)
    }, silence)
  }
}
