import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { DeskStatus } from '../../../shared/contract/views.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import type { BoundField } from './use-field.ts'

/** After this much silence half-typed text is kept ... */
const draftAfter = 400
/** ... and after this much it becomes a value, also without leaving the field. */
const saveAfter = 2000

interface Options {
  /** How a typed text becomes what is kept; called on leaving the field. */
  readonly tidy?: (text: string) => string
}

/**
 * A text field that is saved as it is typed: a draft within half a second, a value on leaving the field or after two
 * idle seconds. A lock, a reload or a crash loses nothing; what could not be saved is tried again after the lock.
 */
export function useTyped(field: BoundField<string>, { tidy = (text) => text.trim() }: Options = {}) {
  const held = field.draft ?? field.held ?? ''
  const [text, setText] = useState(held)
  const dirty = useRef(false)
  const focused = useRef(false)
  const timers = useRef<{ draft?: ReturnType<typeof setTimeout>; save?: ReturnType<typeof setTimeout> }>({})
  const latest = useRef({ field, text, tidy })
  latest.current = { field, text, tidy }

  const stop = () => {
    clearTimeout(timers.current.draft)
    clearTimeout(timers.current.save)
  }
  const settle = (leaving: boolean) => {
    stop()
    const now = latest.current
    if (!dirty.current) return
    const tidied = now.tidy(now.text)
    if (leaving) setText(tidied)
    dirty.current = !now.field.save(tidied === '' ? undefined : tidied)
    if (dirty.current) now.field.keep(now.text)
  }
  const change = (next: string) => {
    setText(next)
    latest.current.text = next
    dirty.current = true
    stop()
    timers.current = {
      draft: setTimeout(() => latest.current.field.keep(next), draftAfter),
      save: setTimeout(() => settle(false), saveAfter),
    }
  }

  // What another window or the passport reader put in is shown, but never over what is being typed.
  useEffect(() => {
    if (!dirty.current && !focused.current) setText(held)
  }, [held])
  const keepNow = () => dirty.current && latest.current.field.keep(latest.current.text)
  useRescue({ settle, stop, keepNow }, dirty, field.failed)

  return {
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => change(event.currentTarget.value),
    onFocus: () => {
      focused.current = true
    },
    onBlur: () => {
      focused.current = false
      settle(true)
    },
    onKeyDown: (event: KeyboardEvent) => {
      // A shortcut may lock the screen or leave it: what is half typed goes first.
      if ((event.ctrlKey || event.metaKey) && dirty.current) latest.current.field.keep(latest.current.text)
      if (event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement)) settle(true)
    },
  }
}

/** Saves what is left when the field goes from the screen, the page closes, or the lock opens again. */
function useRescue(
  ways: { readonly settle: (leaving: boolean) => void; readonly stop: () => void; readonly keepNow: () => void },
  dirty: { current: boolean },
  failed: boolean,
) {
  const latest = useRef(ways)
  latest.current = ways
  const phase = useStatus()?.phase
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the opening of the lock tries again
  useEffect(() => {
    if (phase === 'active' && (dirty.current || failed)) {
      dirty.current = true
      latest.current.settle(false)
    }
  }, [phase])
  const queries = useQueryClient()
  const { queryKey } = useDesk().status.queryOptions()
  const isLocked = () => queries.getQueryData<DeskStatus>(queryKey)?.phase === 'locked'
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the moment at which the field goes
  useEffect(() => {
    const leave = () => latest.current.keepNow()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      // A locked kiosk takes its screens away and would refuse: what is half typed was kept before.
      if (isLocked()) latest.current.stop()
      else latest.current.settle(false)
    }
  }, [])
}
