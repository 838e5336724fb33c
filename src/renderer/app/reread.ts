import type { QueryClient } from '@tanstack/react-query'
import { concerns } from './changes.ts'
import { inRounds, type Pace } from './rounds.ts'

/** What of the window is read again, and when. */
export interface Rereading {
  /** The desk named these as changed. */
  readonly changed: (keys: readonly string[]) => void
  /** Anything may have changed, and nobody was told what. */
  readonly everything: () => void
  /** The lock opened. */
  readonly opened: () => void
}

/**
 * Behind the lock only the status is read: an answer refused there would replace what the officer sees after it. The desk
 * names a change once, and the lock may close or open while it waits for its round: it is kept, and read when the lock has
 * opened. Where the desk stands has rounds of its own, so that a lock never waits behind a list.
 */
export function rereading(queries: QueryClient, isLocked: () => boolean, pace?: Pace): Rereading {
  const kept = new Set<string>()
  const read = (keys: readonly string[]) =>
    queries.invalidateQueries({
      predicate: (query) =>
        keys.some((key) => key === any || (key === refused && query.state.status === 'error') || concerns(query, key)),
    })
  const status = inRounds(read, pace)
  const rest = inRounds(async (keys) => {
    if (!isLocked()) return read(keys)
    for (const key of keys) kept.add(key)
  }, pace)
  return {
    changed(keys) {
      status(keys.filter(isStatus))
      rest(keys.filter((key) => !isStatus(key)))
    },
    everything() {
      status(['status'])
      rest([any])
    },
    opened() {
      const keys = [...kept]
      kept.clear()
      // The desk locks before the window hears of it: what was read between was refused.
      rest([...keys, refused])
    },
  }
}

const any = '*'
const refused = 'refused'
const isStatus = (key: string) => key === 'status'
