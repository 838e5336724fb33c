import { useEffect, useRef } from 'react'
import { chordOf, pauseKeys } from '../../app/keyboard.ts'

/** After a plain letter a second one may follow for this long. */
const secondKeyWithin = 900
const modifiers = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock'])

/** Waits for the keys of an action, while `on`; Escape and Tab give none. No key acts meanwhile. */
export function useKeyCapture(on: boolean, give: (keys: string | undefined) => void): void {
  const latest = useRef(give)
  latest.current = give
  useEffect(() => {
    if (!on) return
    let first: string | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const done = (keys: string | undefined) => {
      clearTimeout(timer)
      latest.current(keys)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Tab') return done(undefined)
      event.preventDefault()
      event.stopImmediatePropagation()
      if (event.repeat || modifiers.has(event.key)) return
      if (event.key === 'Escape') return done(undefined)
      const chord = chordOf(event)
      if (first !== undefined) return done(`${first} ${chord}`)
      if (!/^[a-z]$/.test(chord)) return done(chord)
      first = chord
      timer = setTimeout(() => done(first), secondKeyWithin)
    }
    pauseKeys(true)
    window.addEventListener('keydown', onKey, true)
    return () => {
      clearTimeout(timer)
      pauseKeys(false)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [on])
}
