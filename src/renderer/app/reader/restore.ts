/** Takes back what the first keys of a burst typed into a field, as if they had never come. */

type Field = HTMLInputElement | HTMLTextAreaElement

/** A field as it was before a key. */
export interface Held {
  readonly field: Field
  readonly value: string
  readonly start: number | null
  readonly end: number | null
}

export function hold(target: EventTarget | null): Held | undefined {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return undefined
  return { field: target, value: target.value, start: target.selectionStart, end: target.selectionEnd }
}

/**
 * Text, caret and the officer's own undo are as before. The browser undoes typing by runs, which may reach back to what
 * the officer typed: that much is typed again, so that an undo later takes away the officer's text and nothing else.
 */
export function putBack(held: Held): void {
  const { field, value, start, end } = held
  if (field === document.activeElement && start !== null) {
    for (let runs = 0; runs < mostRuns && typedOnTop(held); runs++) document.execCommand('undo')
    if (field.value !== value) retype(field, value)
  }
  if (field.value !== value) setByForce(field, value)
  if (start !== null) field.setSelectionRange(start, end)
}

/** A burst is sure within twenty keys. */
const mostRuns = 20

/** Is there still something between what stood before and after the caret? */
function typedOnTop({ field, value, start, end }: Held): boolean {
  const [before, after] = [value.slice(0, start ?? 0), value.slice(end ?? 0)]
  const more = field.value.length > before.length + after.length
  return field.value !== value && more && field.value.startsWith(before) && field.value.endsWith(after)
}

function retype(field: Field, value: string) {
  const now = field.value
  const shorter = Math.min(now.length, value.length)
  let same = 0
  while (same < shorter && now[same] === value[same]) same++
  let tail = 0
  while (tail < shorter - same && now.at(-1 - tail) === value.at(-1 - tail)) tail++
  field.setSelectionRange(same, now.length - tail)
  const missing = value.slice(same, value.length - tail)
  if (missing) document.execCommand('insertText', false, missing)
  else if (now.length - tail > same) document.execCommand('delete')
}

/** Where the browser cannot: the value itself, in a way that React hears. */
function setByForce(field: Field, value: string) {
  const prototype = field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
