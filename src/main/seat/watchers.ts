import type { LoggedEvent } from '../../shared/domain/event.ts'

/** Windows that want to know what changed, so that they re-read what they show. */
export interface Watchers {
  /** Tells every window; keys such as `status`, `claims`, `claim:<id>`, `stock`. */
  tell(changed: readonly string[]): void
  /** The changes from now on, several at once when they come fast; ends with the desk or with `signal`. */
  watch(signal?: AbortSignal): AsyncGenerator<{ changed: string[] }>
  close(): void
}

export function createWatchers(): Watchers {
  const waiting = new Set<{ changed: Set<string>; wake: () => void }>()
  let closed = false
  return {
    tell(changed) {
      for (const watcher of waiting) {
        for (const key of changed) watcher.changed.add(key)
        watcher.wake()
      }
    },
    async *watch(signal) {
      const watcher = { changed: new Set<string>(), wake: () => {} }
      waiting.add(watcher)
      signal?.addEventListener('abort', () => watcher.wake())
      try {
        while (!closed && !signal?.aborted) {
          if (watcher.changed.size === 0)
            await new Promise<void>((wake) => {
              watcher.wake = wake
            })
          if (watcher.changed.size === 0) continue
          const changed = [...watcher.changed]
          watcher.changed.clear()
          yield { changed }
        }
      } finally {
        waiting.delete(watcher)
      }
    },
    close() {
      closed = true
      for (const watcher of waiting) watcher.wake()
    },
  }
}

/** Which queries an event makes stale. */
export function changedBy(events: readonly LoggedEvent[]): string[] {
  const keys = new Set<string>(['today', 'attention'])
  for (const { subject, type, body } of events) {
    if (subject.kind === 'claim') keys.add('claims').add(`claim:${subject.id}`)
    if (subject.kind === 'person') keys.add('claims').add('claim')
    if (subject.kind === 'document') {
      const claim = (body as { claim?: string } | null)?.claim
      keys
        .add('claims')
        .add('stock')
        .add('numbers')
        .add(claim ? `claim:${claim}` : 'claim')
    }
    if (subject.kind === 'stock') keys.add('stock').add('status')
    if (subject.kind === 'lease') keys.add('numbers').add('status')
    if (subject.kind === 'officer') keys.add('officers').add('status')
    if (type === 'policy.set') keys.add('settings').add('status')
  }
  return [...keys]
}
