import { type Burst, noBurst, type Press, press, quietAfter, type Step } from '../../../shared/reader/burst.ts'
import { endsLine, type Keystroke } from '../../../shared/reader/decode.ts'
import { type Held, hold, putBack } from './restore.ts'

/**
 * Listens to the keyboard for typing readers, before anything else in the window does: a burst reaches no field, no
 * button, no form and no shortcut. What the first keys typed before the burst was sure is taken back out of the field.
 */
export function listenForBursts(deliver: (strokes: readonly Keystroke[]) => void): () => void {
  let burst: Burst = noBurst
  let held: Held | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const taken = new Set<string>()

  const finish = () => {
    const { strokes } = burst
    burst = noBurst
    held = undefined
    deliver(strokes)
  }
  const waitForSilence = (late = 0) => {
    clearTimeout(timer)
    const after = quietAfter(burst)
    // A window that was busy may have keys of the reader waiting still.
    if (after !== undefined) timer = setTimeout(() => (isKeyWaiting() ? waitForSilence() : finish()), after + late)
  }
  const follow = (step: Step, event: KeyboardEvent) => {
    if (step.ended) deliver(step.ended)
    // The first character, and not the Shift that comes after it.
    if (step.burst !== burst && step.burst.strokes.length === 1) held = hold(event.target)
    burst = step.burst
    if (step.began && held) putBack(held)
    if (step.act === 'take') {
      taken.add(event.code)
      swallow(event)
      for (const watcher of watchers) watcher(event.timeStamp)
    }
    waitForSilence(lateness(event))
  }
  const onDown = (event: KeyboardEvent) => {
    if (event.isTrusted && !isExempt(event.target)) follow(press(burst, pressOf(event)), event)
  }
  const onUp = (event: KeyboardEvent) => {
    if (taken.delete(event.code)) swallow(event)
  }
  /** What comes without a key of its own: a dead key that found its letter, a character by its code. */
  const onInput = (event: InputEvent) => {
    if (burst.sure && event.isTrusted && event.inputType === 'insertText') swallow(event)
  }
  window.addEventListener('keydown', onDown, true)
  window.addEventListener('keyup', onUp, true)
  window.addEventListener('beforeinput', onInput, true)
  return () => {
    clearTimeout(timer)
    window.removeEventListener('keydown', onDown, true)
    window.removeEventListener('keyup', onUp, true)
    window.removeEventListener('beforeinput', onInput, true)
  }
}

const watchers = new Set<(at: number) => void>()

/** Hears when a key was taken that nothing else sees, in the time of its event; gives back how to stop. */
export function watchTakenKeys(watcher: (at: number) => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** More would keep a hand waiting. */
const latest = 300

/** How late a key reached the window, in milliseconds: on a busy computer the next one of a reader comes as late. */
export const lateness = (event: Pick<Event, 'timeStamp'>): number =>
  Math.min(Math.max(performance.now() - event.timeStamp, 0), latest)

function swallow(event: Event) {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** Chromium says whether a key waits to be handled; elsewhere none is known to. */
export function isKeyWaiting(): boolean {
  const { scheduling } = navigator as { scheduling?: { isInputPending?: () => boolean } }
  return scheduling?.isInputPending?.() ?? false
}

function pressOf(event: KeyboardEvent): Press {
  const altGr = event.getModifierState('AltGraph') || event.altKey
  return {
    code: event.code,
    key: event.key,
    shift: event.shiftKey,
    altGr,
    at: event.timeStamp,
    repeat: event.repeat,
    composing: event.isComposing,
    command: event.metaKey || (event.ctrlKey && !altGr),
    field: fieldOf(event.target, event),
  }
}

/** Fields that a scanner may fill as a hand would, such as that of a printed key. */
const isExempt = (target: EventTarget | null) => target instanceof Element && target.closest('[data-bursts="typed"]')

const textTypes = new Set(['text', 'search', 'email', 'tel', 'url', 'number', 'date', 'time', 'datetime-local'])

function fieldOf(target: EventTarget | null, key: Pick<KeyboardEvent, 'code' | 'key'>): Press['field'] {
  if (target instanceof HTMLTextAreaElement) return target.readOnly ? 'none' : 'text'
  if (target instanceof HTMLInputElement) {
    if (target.type === 'password' || /password|one-time-code/.test(target.autocomplete)) return 'secret'
    // A list that is chosen from takes no text, but Enter may mean one of its lines.
    return textTypes.has(target.type) && !target.readOnly ? 'text' : 'none'
  }
  return target instanceof HTMLElement && target.isContentEditable && !endsLine(key) ? 'text' : 'none'
}
