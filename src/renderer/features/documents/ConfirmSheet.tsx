import { Button, Group } from '@mantine/core'
import { IconCheck, IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { DocumentView } from '../../../shared/contract/views.ts'
import { announce } from '../../app/announce.tsx'
import { useDesk } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { useScanTarget } from '../../app/reader/targets.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { TextField } from '../../components/fields.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { useClaim } from '../claims/claim.tsx'
import css from './Documents.module.css'
import { usePrinting } from './use-printing.ts'

/** The officer looks at the sheet and scans its number, which proves that it is this person's. */
export function ConfirmSheet({ paper }: { paper: DocumentView }) {
  const t = useText()
  const may = useMay()
  const { take, inTurn } = useClaim()
  const [scanned, setScanned] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const { print, printing, error, byWindow } = usePrinting(paper.documentId)
  const confirming = useMutation(
    useDesk().documents.confirm.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        announce(t('paper.confirmed'))
      },
    }),
  )
  useEffect(() => field.current?.focus(), [])
  const confirm = (number = scanned) => {
    if (confirming.isPending || !may('document.confirm')) return
    const given = number.trim()
    confirming.mutate({ documentId: paper.documentId, ...(given ? { scanned: given } : {}) })
  }
  useKeys([{ keys: 'ctrl+Enter', label: 'paper.confirm', where: 'here', run: () => confirm() }])
  // The scan is the proof: nothing more to press.
  useScanTarget('number', ({ text }) => {
    setScanned(text)
    confirm(text)
  })
  // The seal of the sheet: long, and nothing to read in the field.
  useScanTarget('text', ({ text }) => confirm(text))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm()
  }
  return (
    <form className={css.act} onSubmit={submit}>
      {byWindow && <p className={css.instruction}>{t('paper.opened')}</p>}
      <p className={css.instruction}>{t('paper.step_confirm')}</p>
      <TextField
        ref={field}
        label={t('paper.confirm_scan')}
        help={t('paper.confirm_scan_help')}
        value={scanned}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setScanned(event.currentTarget.value)}
      />
      <FailureNotice error={confirming.error ?? error} />
      <Group gap="xs">
        <Button
          type="submit"
          size="md"
          leftSection={<IconCheck size={20} aria-hidden />}
          rightSection={<KeyHint keys="ctrl+Enter" />}
          disabled={!may('document.confirm')}
          loading={confirming.isPending}
        >
          {t('paper.confirm')}
        </Button>
        <Button
          variant="default"
          size="md"
          leftSection={<IconPrinter size={20} aria-hidden />}
          loading={printing}
          onClick={() => print()}
        >
          {t('paper.print_again')}
        </Button>
      </Group>
    </form>
  )
}
