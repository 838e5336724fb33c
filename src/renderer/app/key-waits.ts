import type { QueryClient } from '@tanstack/react-query'

/**
 * What a key that is typed ahead waits for: an answer of the desk that decides what the key means, or a screen that is on
 * its way. See `key-line.ts`.
 */

let answers = 0
const gates = new Set<() => boolean>()
const channel = new EventTarget()

/** Keys wait for this answer. When it fails, what was typed ahead of it is dropped, and the officer is told. */
export function keysWaitFor(answer: Promise<unknown>): void {
  answers++
  answer.then(
    () => {
      answers--
    },
    // The screen that asked shows why.
    () => {
      answers--
      channel.dispatchEvent(new Event('failed'))
    },
  )
}

/** Keys wait for as long as this holds; gives back how to end it. */
export function keysWaitWhile(gate: () => boolean): () => void {
  gates.add(gate)
  return () => void gates.delete(gate)
}

export const isAwaited = (): boolean => answers > 0 || [...gates].some((gate) => gate())

/** Hears that an answer failed for which keys may wait. */
export const onAnswerFailed = (listener: () => void): (() => void) => listenTo('failed', listener)

/** Says that keys were pressed which did nothing. */
export const tellKeysLost = (): void => void channel.dispatchEvent(new Event('lost'))
export const onKeysLost = (listener: () => void): (() => void) => listenTo('lost', listener)

function listenTo(name: 'failed' | 'lost', listener: () => void): () => void {
  channel.addEventListener(name, listener)
  return () => channel.removeEventListener(name, listener)
}

/** The window draws what an answer gave at the latest after so many milliseconds: until then a dialog may still stand. */
const drawn = 100

/** Is a command under way, or its answer not drawn yet? */
export function answeringOf(queries: QueryClient): () => boolean {
  const mutations = queries.getMutationCache()
  let ended = Number.NEGATIVE_INFINITY
  mutations.subscribe(({ mutation }) => {
    if (mutation && mutation.state.status !== 'pending') ended = Date.now()
  })
  return () => queries.isMutating() > 0 || Date.now() - ended < drawn
}
