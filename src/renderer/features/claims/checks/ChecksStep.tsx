import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { CheckView } from '../../../../shared/contract/views.ts'
import { looksForSomething } from '../../../../shared/domain/checks.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
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
  const { record, recording, error, mayRecord } = useRecording()
  const [asking, setAsking] = useState<{ readonly check: CheckView; readonly said: Said }>()
  const current = view.checks.find(({ settled, result }) => !settled && result === undefined)
  const choose = (check: CheckView, said: Said) => {
    if (needsNote(said)) setAsking({ check, said })
    else record(check, said, undefined)
  }
  // While an answer is on its way the next check is not known yet: a key would say it of the last one again.
  const act = (said: Said) => () => {
    if (current && !recording) choose(current, said)
  }
  useKeys(
    current && mayRecord
      ? [
          { keys: 'd', label: 'check.key_done', where: 'here', run: act('clear') },
          ...(looksForSomething(current.name)
            ? [{ keys: 'f', label: 'check.key_found', where: 'here' as const, run: act('found') } as const]
            : []),
          { keys: 'u', label: 'check.key_unavailable', where: 'here', run: act('unavailable') },
          { keys: 'p', label: 'check.key_pending', where: 'here', run: act('pending') },
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

function useRecording() {
  const t = useText()
  const may = useMay()
  const { claimId, view, take, inTurn } = useClaim()
  const recording = useMutation(useDesk().claims.setCheck.mutationOptions({ ...inTurn, onSuccess: take }))
  const record = (check: CheckView, said: Said, note: string | undefined, then?: () => void) => {
    const { name } = check
    const onSuccess = () => {
      announce(`${t(`check.${name}`)}: ${t(`check.said_${said}`)}`)
      then?.()
    }
    recording.mutate({ claimId, check: name, ...bodyOf(check, said), ...(note ? { note } : {}) }, { onSuccess })
  }
  const mayRecord = may('claim.edit') && view.allowed.includes('check')
  return { record, recording: recording.isPending, error: recording.error, mayRecord }
}

function bodyOf({ name }: CheckView, said: Said) {
  if (said === 'unavailable' || said === 'pending') return { result: said }
  return { result: 'done' as const, ...(looksForSomething(name) ? { found: said === 'found' } : {}) }
}
