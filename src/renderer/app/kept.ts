import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

/**
 * What an officer chose on a screen (a filter, a period, a text to look for), as they left it: kept until the window
 * closes or another officer takes the seat, beside what that officer was shown (`seat.ts`) and nowhere else.
 */
export function useKept<Value>(name: string, initial: Value): readonly [Value, (value: Value) => void] {
  const queries = useQueryClient()
  const [value, set] = useState<Value>(() => keptIn(queries, name, initial))
  const keep = (next: Value) => {
    queries.setQueryDefaults(kept, { gcTime: Number.POSITIVE_INFINITY })
    queries.setQueryData(keyOf(name), next)
    set(() => next)
  }
  return [value, keep]
}

/** The same, for what is asked before the screen is drawn. */
export const keptIn = <Value>(queries: QueryClient, name: string, initial: Value): Value =>
  queries.getQueryData<Value>(keyOf(name)) ?? initial

const kept = [['kept']] as const
const keyOf = (name: string) => [...kept, name] as const
