import { useCallback, useMemo, useState } from 'react'
import type { QueuedClaim } from '../../../shared/contract/views.ts'

/** Which row has the focus, and which claims are selected. What left the queue is selected no more. */
export function useChoice(rows: readonly QueuedClaim[]) {
  const [chosen, setChosen] = useState<string>()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  // The same sets and functions until something was chosen: rows are drawn by them.
  const selected = useMemo(
    () => new Set(rows.map(({ claimId }) => claimId).filter((claimId) => marked.has(claimId))),
    [rows, marked],
  )
  const toggle = useCallback(
    (claimId: string) =>
      setMarked((before) => {
        const next = new Set(before)
        if (!next.delete(claimId)) next.add(claimId)
        return next
      }),
    [],
  )
  const current = rows.find(({ key }) => key === chosen)
  return {
    chosen,
    setChosen,
    selected,
    /** What an action is done to: what is selected, else the row that has the focus. */
    targets: selected.size > 0 ? [...selected] : current ? [current.claimId] : [],
    toggle,
    all: () => setMarked(new Set(rows.map(({ claimId }) => claimId))),
    none: () => setMarked(new Set()),
  }
}
export type Choice = ReturnType<typeof useChoice>
