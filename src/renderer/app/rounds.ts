import { atLatest } from './later.ts'

/** A round that takes longer is not waited for: one slow answer does not keep the others old, ms. */
const longest = 2000

export interface Pace {
  readonly now: () => number
  readonly rest: (ms: number) => Promise<unknown>
}

const usual: Pace = {
  now: () => performance.now(),
  rest: (ms) => new Promise((done) => setTimeout(done, ms)),
}

/**
 * Reads again what changed: the first change at once, those that come meanwhile all together in the next round, after a
 * rest as long as the round took. However fast changes come (a pull of thousands, a colleague's bulk, a past that is
 * played), the desk spends at most half its time on them, and an answer that is on its way arrives instead of being
 * asked for anew. Whoever works alone notices nothing of it.
 */
export function inRounds(
  read: (changed: readonly string[]) => Promise<unknown>,
  { now, rest }: Pace = usual,
): (changed: readonly string[]) => void {
  const waiting = new Set<string>()
  let busy = false
  const go = async () => {
    while (waiting.size > 0) {
      const changed = [...waiting]
      waiting.clear()
      const began = now()
      await atLatest(longest, read(changed))
      // A computer that slept meanwhile did not read all night.
      await rest(Math.min(now() - began, longest))
    }
    busy = false
  }
  return (changed) => {
    for (const key of changed) waiting.add(key)
    if (busy || waiting.size === 0) return
    busy = true
    void go()
  }
}
