import type { LoggedEvent } from '../../shared/domain/event.ts'

/** Windows that want to know what changed, so that they re-read what they show. */
export interface Watchers {
  /** Tells every window; keys such as `status`, `claims`, `claim:<id>`, `stock`. */
  tell(changed: readonly string[]): void
  /**
   * The changes from now on, several at once when they come fast; ends with the desk or with `signal`. While nobody may
   * look (signed out, locked) only `status` is told; the rest is kept until the lock opens.
   */
  watch(signal?: AbortSignal): AsyncGenerator<{ changed: string[] }>
  /** Another officer comes: what was kept for the one before is nobody's business any more. */
  forget(): void
  close(): void
}

interface Watcher {
  readonly changed: Set<string>
  wake: () => void
}

/** What a window may hear now: everything, later (the desk is locked), or nothing but where the desk stands. */
export type Sight = 'open' | 'covered' | 'nobody'

export function createWatchers(sight: () => Sight): Watchers {
  const watchers = new Set<Watcher>()
  let closed = false
  return {
    tell(changed) {
      const keys = changed.filter((key) => key === 'status' || sight() !== 'nobody')
      for (const watcher of watchers) {
        for (const key of keys) watcher.changed.add(key)
        watcher.wake()
      }
    },
    async *watch(signal) {
      const watcher: Watcher = { changed: new Set(), wake: () => {} }
      watchers.add(watcher)
      signal?.addEventListener('abort', () => watcher.wake())
      try {
        while (!closed && !signal?.aborted) {
          const changed = [...watcher.changed].filter((key) => key === 'status' || sight() === 'open')
          if (changed.length === 0) await next(watcher)
          else {
            for (const key of changed) watcher.changed.delete(key)
            yield { changed }
          }
        }
      } finally {
        watchers.delete(watcher)
      }
    },
    forget() {
      for (const { changed } of watchers) changed.clear()
    },
    close() {
      closed = true
      for (const watcher of watchers) watcher.wake()
    },
  }
}

const next = (watcher: Watcher): Promise<void> =>
  new Promise((wake) => {
    watcher.wake = wake
  })

/** The log is another one: whatever a window shows is to be read again. */
export const everything: readonly string[] = [
  ...['status', 'today', 'attention', 'hall', 'shift', 'claims', 'claim', 'photos', 'confirmations', 'stock'],
  ...['numbers', 'officers', 'settings', 'roster', 'appointments', 'cards', 'paperPacks'],
]

/** Which queries an event makes stale. */
export function changedBy(events: readonly LoggedEvent[]): string[] {
  const keys = new Set<string>(['today', 'attention', 'hall', 'shift'])
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
    if (subject.kind === 'photo') keys.add('photos').add('claim').add('confirmations').add(`photo:${subject.id}`)
    if (subject.kind === 'photo_application') keys.add('photos')
    if (subject.kind === 'card_file') keys.add('cards')
    if (subject.kind === 'confirmation') keys.add('confirmations').add(`confirmation:${subject.id}`)
    if (subject.kind === 'device') keys.add('shift').add('paperPacks')
    if (type.startsWith('claim.paper_')) keys.add('paperPacks')
    if (subject.kind === 'appointment') {
      const { about } = (body ?? {}) as { about?: { kind: string; id: string } }
      keys.add('appointments').add(about ? `${about.kind}:${about.id}` : 'claim')
    }
    if (subject.kind === 'room' || subject.kind === 'interpreter') keys.add('roster').add('appointments')
    if (type === 'officer.hours_set' || type === 'office.day_set') keys.add('roster').add('appointments')
    if (subject.kind === 'stock') keys.add('stock').add('status')
    if (subject.kind === 'lease') keys.add('numbers').add('status')
    if (subject.kind === 'officer') keys.add('officers').add('status')
    if (type === 'policy.set') keys.add('settings').add('status')
  }
  return [...keys]
}
