import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PhotoReview, PhotoRow } from '../../../shared/contract/views.ts'
import { undoMs } from '../../../shared/domain/photo-states.ts'
import type { ReasonCode, ReturnReason } from '../../../shared/photos/reasons.ts'
import { useDesk } from '../../app/desk.tsx'
import { keysWaitFor } from '../../app/key-waits.ts'
import { useReread, useTakeReview } from './review.tsx'

export interface Returned {
  readonly reasons: readonly ReturnReason[]
  readonly codes: readonly ReasonCode[]
  readonly words: { readonly en?: string; readonly fr?: string }
}

/** A decision taken in this window. */
export interface Taken {
  readonly row: PhotoRow
  readonly outcome: 'approved' | 'returned'
  /** Of this computer's clock, milliseconds. */
  readonly at: number
  /** Refused, it comes when the photo was read again. */
  readonly answer: Promise<PhotoReview>
}

/** A decision or its undoing that the desk refused. */
export interface Refused {
  readonly row: PhotoRow
  readonly what: 'decision' | 'undo'
  readonly error: unknown
}

/** Decisions are shown at once and told to the desk meanwhile; one that is refused comes back with its reason. */
export function useDecisions() {
  const { approve, giveBack, undo } = useCommands()
  const take = useTakeReview()
  const reread = useReread()
  const [taken, setTaken] = useState<readonly Taken[]>([])
  const [refused, setRefused] = useState<Refused>()
  const decide = (row: PhotoRow, outcome: Taken['outcome'], answer: Promise<PhotoReview>) => {
    // What was decided on and refused is out of date: no key must fall on it again before it was read again.
    const settled = answer.catch((error: unknown) =>
      reread(row.photoId).then(() => {
        throw error
      }),
    )
    const one: Taken = { row, outcome, at: Date.now(), answer: settled }
    const forget = () => setTaken((all) => all.filter((each) => each !== one))
    setTaken((all) => [...all, one])
    one.answer.then(
      (view) => {
        take(view)
        // By then the desk's list knows it; kept longer, it would hide the photo when a supervisor opens it again.
        setTimeout(forget, undoMs)
      },
      (error: unknown) => {
        forget()
        setRefused({ row, what: 'decision', error })
      },
    )
  }
  return {
    /** Newest last. */
    taken,
    refused,
    dismiss: () => setRefused(undefined),
    approve: ({ row, reportEvent }: PhotoReview) =>
      decide(row, 'approved', approve.mutateAsync({ photoId: row.photoId, ...seen(reportEvent) })),
    giveBack({ row, reportEvent }: PhotoReview, { reasons, codes, words }: Returned) {
      const input = { photoId: row.photoId, ...seen(reportEvent), reasons: [...reasons], codes: [...codes], words }
      decide(row, 'returned', giveBack.mutateAsync(input))
    },
    undo(one: Taken) {
      setTaken((all) => all.filter((each) => each !== one))
      const { row } = one
      const undoIt = () =>
        undo.mutateAsync({ photoId: row.photoId }).then(take, (error: unknown) => {
          setRefused({ row, what: 'undo', error })
          throw error
        })
      // A decision that was refused has nothing to undo. What is typed next is for the photo as it then stands.
      keysWaitFor(one.answer.then(undoIt, () => undefined))
    },
  }
}
export type Decisions = ReturnType<typeof useDecisions>

const seen = (report: string | undefined) => (report ? { report } : {})

function useCommands() {
  const { photoReview } = useDesk()
  return {
    approve: useMutation(photoReview.approve.mutationOptions()),
    giveBack: useMutation(photoReview.return.mutationOptions()),
    undo: useMutation(photoReview.undo.mutationOptions()),
  }
}

/** The last decision that can still be undone, and the whole seconds left for it. */
export function useUndoable(taken: readonly Taken[]): { readonly one: Taken; readonly seconds: number } | undefined {
  const [now, setNow] = useState(Date.now)
  const newest = taken.at(-1)
  useEffect(() => {
    setNow(Date.now())
    if (!newest) return
    const timer = setInterval(() => {
      setNow(Date.now())
      if (secondsLeft(newest, Date.now()) <= 0) clearInterval(timer)
    }, 250)
    return () => clearInterval(timer)
  }, [newest])
  const seconds = newest ? secondsLeft(newest, Math.max(now, newest.at)) : 0
  return newest && seconds > 0 ? { one: newest, seconds } : undefined
}

/** Whole seconds in which a decision can be undone; none when this computer's clock was set back. */
export function secondsLeft({ at }: Pick<Taken, 'at'>, now: number): number {
  return now < at ? 0 : Math.max(0, Math.ceil((at + undoMs - now) / 1000))
}
