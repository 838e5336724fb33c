import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { later, whenIdle } from '../later.ts'
import { layOutAhead } from './lay-out.ts'

/** How often: the browser compiles what ran once, and makes it fast when it ran again. More than these gain nothing. */
const rounds = 3

const samples = later(() => import('./Samples.tsx'))
let isWarm = false

/**
 * Draws the screens of the day's work while the window is idle, with made-up answers and into an element that is no part
 * of the page, and has them laid out: the first one that the officer opens is then drawn as quickly as the tenth. Nothing
 * is asked of the desk, no key is registered, nothing can be seen, focused or heard. Once for as long as the window is open.
 */
export function WarmUp() {
  const [host] = useState(() => document.createElement('div'))
  const [round, setRound] = useState(0)
  const [part, setPart] = useState(samples.atHand)
  const over = isWarm || round > rounds
  useEffect(() => {
    if (over) return
    const next = () => setRound((before) => before + 1)
    const begin = (fetched: typeof part) => {
      setPart(fetched)
      next()
    }
    // What cannot be fetched now is not drawn ahead.
    const fetch = () => void samples.fetch().then(begin, () => undefined)
    if (round === 0) return whenIdle(fetch)
    let callOff = () => {}
    const watcher = new MutationObserver((changes) => {
      if (changes.every(({ addedNodes }) => addedNodes.length === 0)) return
      watcher.disconnect()
      // Where profilers and tests see it: nothing else tells that it was done.
      performance.mark('drawn ahead', { detail: host.querySelectorAll('[data-row]').length })
      callOff = round === rounds ? layOutAhead(host, next) : whenIdle(next)
    })
    watcher.observe(host, { childList: true })
    return () => {
      watcher.disconnect()
      callOff()
    }
  }, [over, round, host])
  useEffect(() => {
    if (round > rounds) isWarm = true
  }, [round])
  if (over || round === 0 || !part) return null
  return createPortal(<part.Samples key={round} />, host)
}
