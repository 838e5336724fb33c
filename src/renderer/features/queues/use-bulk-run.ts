import { useRef, useState } from 'react'
import type { BulkAct } from '../../../shared/domain/bulk.ts'
import type { Bilingual } from '../../../shared/language.ts'
import { useClient } from '../../app/desk.tsx'

/** One command after the other, each claim for itself: what was done stays done, whatever stops the rest. */

export type Done = { readonly done: Bilingual } | { readonly error: unknown }

export interface BulkRun {
  readonly state: 'idle' | 'running' | 'ended'
  readonly all: number
  readonly done: ReadonlyMap<string, Done>
  start(act: BulkAct, rows: readonly { readonly claimId: string }[]): void
  /** After the command that is under way. */
  stop(): void
}

export function useBulkRun(): BulkRun {
  const client = useClient()
  const [state, setState] = useState<BulkRun['state']>('idle')
  const [all, setAll] = useState(0)
  const [done, setDone] = useState<ReadonlyMap<string, Done>>(new Map())
  const stopped = useRef(false)
  const run = async (act: BulkAct, rows: readonly { readonly claimId: string }[]) => {
    for (const { claimId } of rows) {
      if (stopped.current) break
      const outcome = await client.casework.act({ claimId, act }).then(
        ({ text }): Done => ({ done: text }),
        (error: unknown): Done => ({ error }),
      )
      setDone((before) => new Map(before).set(claimId, outcome))
    }
    setState('ended')
  }
  return {
    state,
    all,
    done,
    start(act, rows) {
      stopped.current = false
      setAll(rows.length)
      setState('running')
      void run(act, rows)
    },
    stop() {
      stopped.current = true
    },
  }
}
