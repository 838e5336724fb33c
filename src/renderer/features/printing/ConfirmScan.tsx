import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { PrintQueueView } from '../../../shared/contract/views.ts'
import { announce } from '../../app/announce.tsx'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useScanTarget } from '../../app/reader/targets.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextField } from '../../components/fields.tsx'

/** A sheet under the reader, by its bar code or its seal: the proof that it came out, and whose it is. */
export function ConfirmScan({ take }: { take: (view: PrintQueueView) => void }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const confirming = useMutation(
    useDesk().printQueue.confirm.mutationOptions({
      onSuccess: (view) => {
        take(view)
        setTyped('')
        announce(t('printing.state_confirmed'))
      },
    }),
  )
  const confirm = (scanned: string) => {
    if (scanned.trim()) confirming.mutate({ scanned: scanned.trim().slice(0, 4000) })
  }
  useScanTarget('number', ({ text }) => confirm(text), { level: 'screen' })
  useScanTarget('text', ({ text }) => confirm(text), { level: 'screen' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm(typed)
  }
  return (
    <form onSubmit={submit}>
      <TextField
        label={t('printing.scan')}
        help={t('printing.scan_help')}
        value={typed}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <FailureNotice error={confirming.error} />
    </form>
  )
}
