import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useClient, useStatus } from './desk.tsx'
import { isLocked } from './lock.ts'
import { type Rereading, rereading } from './reread.ts'
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
  const reread = useMemo(() => rereading(queries, isLocked), [queries])
  const isOpen = useStatus()?.phase === 'active'
  useEffect(() => {
    const stop = new AbortController()
    void follow(client, reread, stop.signal)
    return () => stop.abort()
  }, [client, reread])
  // After the cover went, which goes with the same status.
  useEffect(() => {
    if (isOpen) reread.opened()
  }, [isOpen, reread])
}

const waits = [500, 1000, 2000, 5000, 10_000]

async function follow(client: DeskClient, reread: Rereading, signal: AbortSignal) {
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      const changes = await client.watch(undefined, { signal })
      // What changed before the stream was open was told to nobody: of the door that is the status, which was asked first.
      if (connection === 'connecting') reread.changed(['status'])
      else reread.everything()
      setConnection('open')
      failures = 0
      for await (const { changed } of changes) reread.changed(changed)
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
