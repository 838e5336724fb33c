import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { DeskStatus } from '../../shared/contract/views.ts'
import { useDesk } from './desk.tsx'

/** Puts a status that a command gave onto the screen at once, without asking the desk again. */
export function useTakeStatus(): (status: DeskStatus) => void {
  const queries = useQueryClient()
  const desk = useDesk()
  return (status) => {
    const key = desk.status.queryKey()
    const before = queries.getQueryData<DeskStatus>(key)
    const samePerson = before?.officer?.id === status.officer?.id
    queries.setQueryData(key, status)
    // What one officer saw is not left in memory for the next.
    if (!samePerson) queries.removeQueries({ predicate: ({ queryKey }) => String(queryKey[0]) !== 'status' })
  }
}

/** Asks the desk anew where it stands: a refusal at the door may mean that its store cannot be opened. */
export function useAskStatus(): () => void {
  const queries = useQueryClient()
  const desk = useDesk()
  return () => void queries.invalidateQueries({ queryKey: desk.status.key() })
}

/** What the officer does with the seat from anywhere: lock it, leave it. */
export function useSeat() {
  const desk = useDesk()
  const takeStatus = useTakeStatus()
  const lock = useMutation(desk.seat.lock.mutationOptions({ onSuccess: takeStatus }))
  const signOut = useMutation(desk.seat.signOut.mutationOptions({ onSuccess: takeStatus }))
  return { lock: () => lock.mutate(undefined), signOut, lockError: lock.error }
}
