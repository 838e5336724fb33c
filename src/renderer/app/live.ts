import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { concerns } from './changes.ts'
import { useClient } from './desk.tsx'
import { isLocked } from './lock.ts'
import { inRounds } from './rounds.ts'
import type { DeskClient } from './transport.ts'

/**
 * Live updates: the desk names what changed and the window re-reads what it shows of it.
 * The same stream tells whether the desk answers at all.
 */

export type Connection = 'connecting' | 'open' | 'lost'

let connection: Connection = 'connecting'
const listeners = new Set<() => void>()

function setConnection(next: Connection) {
  if (next === connection) return
  connection = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => connection)

/** Keeps the stream open for as long as the window is. */
export function useLiveUpdates() {
  const client = useClient()
  const queries = useQueryClient()
  useEffect(() => {
    const stop = new AbortController()
    void follow(client, queries, stop.signal)
    return () => stop.abort()
  }, [client, queries])
}

const waits = [500, 1000, 2000, 5000, 10_000]

async function follow(client: DeskClient, queries: QueryClient, signal: AbortSignal) {
  const reread = rereading(queries)
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      const changes = await client.watch(undefined, { signal })
      // What changed before the stream was open was told to nobody: of the door that is the status, which was asked first.
      if (connection === 'lost') void queries.invalidateQueries()
      else reread(['status'])
      setConnection('open')
      failures = 0
      for await (const { changed } of changes) reread(changed)
    } catch {
      // Whatever ended the stream, the answer is the same: say so below and open it again.
    }
    if (signal.aborted) return
    if (failures > 0) setConnection('lost')
    await pause(waits[Math.min(failures, waits.length - 1)] ?? 0, signal)
  }
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      done()
    })
  })

/**
 * Behind the lock only the status is read: an answer refused there would replace what the officer sees after it. Where the
 * desk stands has rounds of its own, so that a lock never waits behind a list.
 */
function rereading(queries: QueryClient): (changed: readonly string[]) => void {
  const read = async (changed: readonly string[]) => {
    const keys = isLocked() ? changed.filter(isStatus) : changed
    await queries.invalidateQueries({ predicate: (query) => keys.some((key) => concerns(query, key)) })
  }
  const status = inRounds(read)
  const rest = inRounds(read)
  return (changed) => {
    status(changed.filter(isStatus))
    if (!isLocked()) rest(changed.filter((key) => !isStatus(key)))
  }
}

const isStatus = (key: string) => key === 'status'
