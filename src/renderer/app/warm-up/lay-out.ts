import { whenIdle } from '../later.ts'

/**
 * Has the browser lay out what was drawn ahead: it finds the styles of the screens and reads the letters that they are
 * written in before an officer waits for it. A copy stands in the page for one task and is gone before the next frame: it
 * is never painted, focused or heard, and nothing runs in it. Part by part, each when there is nothing else to do, then
 * `done`. Gives back how to call it off.
 */
export function layOutAhead(drawn: Element, done: () => void): () => void {
  const parts = [...drawn.children]
  let callOff = () => {}
  let height = 0
  const next = () => {
    const part = parts.shift()
    if (part) {
      height += layOut(part)
      callOff = whenIdle(next)
      return
    }
    // Where profilers and tests see it.
    performance.mark('laid out ahead', { detail: height })
    done()
  }
  callOff = whenIdle(next)
  return () => callOff()
}

/** The height that it takes in pixels; 0 where there is no screen to lay it out in. */
function layOut(part: Element): number {
  const screen = document.querySelector('main')
  const copy = part.cloneNode(true)
  if (!screen || !(copy instanceof HTMLElement)) return 0
  // What is drawn in a hidden Activity is hidden by its own style.
  copy.style.removeProperty('display')
  const frame = document.createElement('div')
  frame.inert = true
  frame.ariaHidden = 'true'
  Object.assign(frame.style, { position: 'fixed', inset: '0', overflow: 'hidden', visibility: 'hidden' })
  frame.append(copy)
  screen.append(frame)
  const { height } = copy.getBoundingClientRect()
  frame.remove()
  return height
}
