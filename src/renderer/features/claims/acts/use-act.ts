import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldView } from '../../../../shared/contract/views.ts'
import type { ActName, Acts, RecordedAct } from '../../../../shared/domain/acts.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useMay } from '../../../app/may.ts'
import { useClaim } from '../claim.tsx'

/** An act of law: what is recorded, the form that is half filled, and how to record it or set it aside. */
export interface BoundAct<Act> {
  readonly value: Act | undefined
  readonly conflict: FieldView<Act>['conflict']
  readonly disabled: boolean
  readonly pending: boolean
  readonly error: unknown
  readonly record: (value: Act, then?: () => void) => void
  readonly withdraw: (reason: string, then: () => void) => void
  /** Half a form, kept from before. */
  readonly draft: Partial<Act> | undefined
  readonly keep: (form: Partial<Act>) => void
}

export function useAct<Name extends ActName>(name: Name): BoundAct<NonNullable<Acts[Name]>> {
  type Act = NonNullable<Acts[Name]>
  const { claimId, view, take, inTurn } = useClaim()
  const desk = useDesk()
  const may = useMay()
  const options = { ...inTurn, onSuccess: take }
  const recording = useMutation(desk.claims.recordAct.mutationOptions(options))
  const withdrawing = useMutation(desk.claims.withdrawAct.mutationOptions(options))
  const drafting = useMutation(desk.claims.keepDraft.mutationOptions(inTurn))
  const held = view.acts[name] as FieldView<Act> | undefined
  const bases = [...(held?.heads ?? [])]
  // The form as it was found: what is typed since lives in the form.
  const [draft] = useState(() => readDraft<Act>(view.drafts[name]))
  return {
    value: held?.value,
    conflict: held?.conflict,
    disabled: !may('claim.record_act') || !view.allowed.includes('record_act'),
    pending: recording.isPending || withdrawing.isPending,
    error: recording.error ?? withdrawing.error,
    record: (value, then) =>
      recording.mutate({ claimId, act: { [name]: value } as RecordedAct, bases }, { onSuccess: () => then?.() }),
    withdraw: (reason, then) => withdrawing.mutate({ claimId, act: name, reason, bases }, { onSuccess: then }),
    draft,
    keep: (form) => drafting.mutate({ claimId, field: name, text: JSON.stringify(form) }),
  }
}

function readDraft<Act>(text: string | undefined): Partial<Act> | undefined {
  if (!text) return undefined
  try {
    const form: unknown = JSON.parse(text)
    return typeof form === 'object' && form !== null ? (form as Partial<Act>) : undefined
  } catch {
    return undefined
  }
}
