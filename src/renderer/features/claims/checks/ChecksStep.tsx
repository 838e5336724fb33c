import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { CheckView } from '../../../../shared/contract/views.ts'
import { looksForSomething } from '../../../../shared/domain/checks.ts'
import type { CheckName } from '../../../../shared/domain/vocabulary.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { keysWaitFor } from '../../../app/key-waits.ts'
import { type Shortcut, useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { useClaim } from '../claim.tsx'
import { Step } from '../Step.tsx'
import { CheckRow, type Said } from './CheckRow.tsx'
import css from './Checks.module.css'

/** The checks of the person, a removal order first: what each said, or that it cannot be made, or is still awaited. */
export function ChecksStep() {
  const t = useText()
  const { view } = useClaim()
  const { record, recording, open, error, mayRecord } = useRecording()
  const [asking, setAsking] = useState<{ readonly check: CheckView; readonly said: Said }>()
  const current = view.checks.find(isOpen)
  const choose = (check: CheckView, said: Said) => {
    if (needsNote(said)) setAsking({ check, said })
    else record(check, said, undefined)
  }
  const act = (said: Said) => () => {
    const [next] = open()
    if (next && (said !== 'found' || looksForSomething(next.name))) choose(next, said)
  }
  /** Typed ahead, a key is said of the check that comes in its turn, and of no other. */
  const key = (keys: string, label: Shortcut['label'], said: Said) =>
    ({ keys, label, where: 'here', run: act(said), aim: (ahead: number) => open()[ahead]?.name }) as const
  useKeys(
    current && mayRecord
      ? [
          key('d', 'check.key_done', 'clear'),
          key('f', 'check.key_found', 'found'),
          key('u', 'check.key_unavailable', 'unavailable'),
          key('p', 'check.key_pending', 'pending'),
        ]
      : [],
  )
  return (
    <Step step="checks" lead={t('check.lead')}>
      <ol className={css.checks} aria-label={t('step.checks')}>
        {view.checks.map((check) => (
          <CheckRow
            key={check.name}
            check={check}
            current={mayRecord && check === current}
            onSay={mayRecord ? (said) => choose(check, said) : undefined}
          />
        ))}
      </ol>
      <FailureNotice error={asking ? undefined : error} />
      {asking && (
        <ConfirmDialog
          opened
          onClose={() => setAsking(undefined)}
          title={t(`check.${asking.check.name}`)}
          body={t(asking.said === 'found' ? 'check.what_found' : 'check.why_unavailable')}
          confirmLabel={t('check.record')}
          withReason
          pending={recording}
          error={error}
          onConfirm={(note) => record(asking.check, asking.said, note, () => setAsking(undefined))}
        />
      )}
    </Step>
  )
}

/** What was found, or why a check cannot be made, is said in words. */
const needsNote = (said: Said) => said === 'found' || said === 'unavailable'

/** Nothing was said of it yet. */
const isOpen = ({ settled, result }: CheckView) => !settled && result === undefined

function useRecording() {
  const t = useText()
  const may = useMay()
  const { claimId, view, take, inTurn } = useClaim()
  const desk = useDesk()
  const queries = useQueryClient()
  const underWay = useRef(new Set<CheckName>())
  const recording = useMutation(desk.claims.setCheck.mutationOptions({ ...inTurn, onSuccess: take }))
  /** Those still to make, in order, as the desk said last: the screen may lag behind it. */
  const open = () => {
    const latest = queries.getQueryData(desk.claims.get.queryKey({ input: { claimId } }))
    return (latest?.checks ?? []).filter((check) => isOpen(check) && !underWay.current.has(check.name))
  }
  const record = (check: CheckView, said: Said, note: string | undefined, then?: () => void) => {
    const { name } = check
    const send = async () => {
      underWay.current.add(name)
      try {
        await recording.mutateAsync({ claimId, check: name, ...bodyOf(check, said), ...(note ? { note } : {}) })
        announce(`${t(`check.${name}`)}: ${t(`check.said_${said}`)}`)
        then?.()
      } finally {
        underWay.current.delete(name)
      }
    }
    keysWaitFor(send())
  }
  const mayRecord = may('claim.edit') && view.allowed.includes('check')
  return { record, recording: recording.isPending, open, error: recording.error, mayRecord }
}

function bodyOf({ name }: CheckView, said: Said) {
  if (said === 'unavailable' || said === 'pending') return { result: said }
  return { result: 'done' as const, ...(looksForSomething(name) ? { found: said === 'found' } : {}) }
}
