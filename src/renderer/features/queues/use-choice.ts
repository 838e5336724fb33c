import { useState } from 'react'
import type { QueuedClaim } from '../../../shared/contract/views.ts'

/** Which row has the focus, and which claims are selected. What left the queue is selected no more. */
export function useChoice(rows: readonly QueuedClaim[]) {
  const [chosen, setChosen] = useState<string>()
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const selected = new Set(rows.map(({ claimId }) => claimId).filter((claimId) => marked.has(claimId)))
  const current = rows.find(({ key }) => key === chosen)
  return {
    chosen,
    setChosen,
    selected,
    /** What an action is done to: what is selected, else the row that has the focus. */
    targets: selected.size > 0 ? [...selected] : current ? [current.claimId] : [],
    toggle(claimId: string) {
      const next = new Set(marked)
      if (!next.delete(claimId)) next.add(claimId)
      setMarked(next)
    },
    all: () => setMarked(new Set(rows.map(({ claimId }) => claimId))),
    none: () => setMarked(new Set()),
  }
}
export type Choice = ReturnType<typeof useChoice>
