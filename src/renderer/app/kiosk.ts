import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { DeskStatus } from '../../shared/contract/views.ts'
import { setKiosk } from './delivery.ts'

/** What a kiosk does with its window: fills the screen, and forgets what it read while it is locked. */
export function useKiosk(status: DeskStatus | undefined): void {
  const queries = useQueryClient()
  const kiosk = status?.kiosk === true
  const locked = kiosk && status?.phase === 'locked'
  useEffect(() => setKiosk(kiosk), [kiosk])
  useEffect(() => (kiosk && status?.host === 'browser' ? fillTheScreen() : undefined), [kiosk, status?.host])
  useEffect(() => {
    if (locked) queries.removeQueries({ predicate: ({ queryKey }) => String(queryKey[0]) !== 'status' })
  }, [locked, queries])
}

/** A browser lets a page fill the screen only when somebody acts on it: the first key or touch, and again after leaving. */
function fillTheScreen(): () => void {
  const fill = () => {
    // A browser that was started full screen, or that refuses, goes on as it is.
    if (!document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => undefined)
  }
  const kinds = ['pointerdown', 'keydown'] as const
  for (const kind of kinds) window.addEventListener(kind, fill, { capture: true, passive: true })
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, fill, { capture: true })
  }
}
