import type { Timers } from '../../shared/ports.ts'
import type { Database } from '../storage/database.ts'
import { headsOf } from '../storage/streams.ts'

/** A hint: this stream has grown up to here. */
export interface Hint {
  readonly stream: string
  readonly head: number
}

export interface Watcher {
  tell(hint: Hint): void
  /** The central stops. */
  end(): void
}

export interface Watch {
  /** Tells of every growth of an office's streams until the returned function is called. */
  subscribe(office: string, watcher: Watcher): () => void
  /** This node has just placed events: said at once. What other nodes place is seen within a second. */
  grew(office: string, hint: Hint): void
  readonly watchers: number
  close(): void
}

const pollMs = 1000

/**
 * Only hints: a desk that misses one asks by itself soon enough. One look a second at the heads serves everybody here,
 * on any engine; nobody looks while nobody listens.
 */
export function createWatch({ db }: Database, timers: Timers, onError: (error: unknown) => void): Watch {
  const watchers = new Map<string, Set<Watcher>>()
  const told = new Map<string, number>()
  let cancel: (() => void) | undefined
  const grew = (office: string, { stream, head }: Hint) => {
    if ((told.get(stream) ?? -1) >= head) return
    told.set(stream, head)
    for (const watcher of watchers.get(office) ?? []) watcher.tell({ stream, head })
  }
  const look = async () => {
    for (const { office, stream, head } of await headsOf(db, [...watchers.keys()])) grew(office, { stream, head })
  }
  const plan = () => {
    cancel = timers.after(pollMs, () => {
      if (watchers.size === 0) cancel = undefined
      else
        void look()
          .catch(onError)
          .finally(() => cancel && plan())
    })
  }
  return {
    grew,
    subscribe(office, watcher) {
      const mine = watchers.get(office) ?? new Set<Watcher>()
      watchers.set(office, mine.add(watcher))
      if (!cancel) plan()
      return () => {
        mine.delete(watcher)
        if (mine.size === 0 && watchers.get(office) === mine) watchers.delete(office)
      }
    },
    get watchers() {
      return [...watchers.values()].reduce((sum, { size }) => sum + size, 0)
    },
    close() {
      cancel?.()
      cancel = undefined
      for (const watcher of [...watchers.values()].flatMap((some) => [...some])) watcher.end()
      watchers.clear()
    },
  }
}
