import { startTransition, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Pixels of the window's height that each row, and whatever stands above the rows, takes at least. */
const rowTakes = 40
const aboveTakes = 160

/** As many as fit on the screen. */
const inSight = () => Math.max(Math.ceil((innerHeight - aboveTakes) / rowTakes), 8)

interface Drawn<Row> {
  /** The first rows, then `rows` itself. */
  readonly drawn: readonly Row[]
  /** Draws the others now: somebody goes there. */
  readonly drawAll: () => void
}

/**
 * The rows of a long list to draw: those in sight (`first` of them) at first, so that the officer reads while the browser
 * lays out the rest. Where the row at the place `at` is to be in sight too, all at once.
 */
export function useDrawnRows<Row>(rows: readonly Row[], at: number, first = inSight()): Drawn<Row> {
  const [all, setAll] = useState(false)
  const waits = !all && rows.length > first && at < first
  useEffect(() => {
    if (!waits) return
    let frame = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    // Behind the frame after the next: the first rows are then drawn and handed to the screen.
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => startTransition(() => setAll(true)))
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [waits])
  return { drawn: waits ? rows.slice(0, first) : rows, drawAll: () => waits && flushSync(() => setAll(true)) }
}

/** About as high as so many rows: the list keeps its place below what is drawn, and its end is not taken to be near. */
export const roomFor = (rows: number): string => `${rows * 2.5}rem`
