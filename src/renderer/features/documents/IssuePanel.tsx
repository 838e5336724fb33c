import { Button } from '@mantine/core'
import { IconRosette } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DocumentKind } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { useClaim } from '../claims/claim.tsx'
import css from './Documents.module.css'
import { SerialField } from './SerialField.tsx'
import { useSerial } from './use-serial.ts'

/** Takes number and sheet and stores the page: one key, and one more where a sheet is used up. */
export function IssuePanel({ kind }: { kind: DocumentKind }) {
  const t = useText()
  const may = useMay()
  const { claimId, view, take, inTurn } = useClaim()
  const sheet = useSerial()
  const [asking, setAsking] = useState(false)
  const issuing = useMutation(
    useDesk().documents.issue.mutationOptions({ ...inTurn, onSuccess: take, onSettled: () => setAsking(false) }),
  )
  const letter = kind === 'acknowledgement'
  const lacking = !letter && view.bars.length > 0
  const barred = lacking || (!letter && sheet.none) || !may('document.issue')
  const issue = () => {
    if (barred || issuing.isPending) return
    issuing.mutate({ claimId, kind, ...(letter || !sheet.serial ? {} : { stockSerial: sheet.serial }) })
  }
  const ask = () => {
    if (letter) issue()
    else if (!barred && !issuing.isPending) setAsking(true)
  }
  useKeys([{ keys: 'ctrl+Enter', label: 'paper.key_issue', where: 'here', run: ask }])
  return (
    <div className={css.act}>
      {!letter && <SerialField sheet={sheet} label={t('paper.sheet')} />}
      <Button
        size="md"
        leftSection={<IconRosette size={20} aria-hidden />}
        rightSection={<KeyHint keys="ctrl+Enter" />}
        disabled={barred}
        loading={issuing.isPending}
        onClick={ask}
      >
        {t(letter ? 'paper.issue_letter' : 'paper.issue')}
      </Button>
      <FailureNotice error={issuing.error} />
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('paper.issue_title')}
        body={t('paper.issue_body', { kind: t(`paper.kind_${kind}`), serial: sheet.serial })}
        confirmLabel={t('paper.issue')}
        pending={issuing.isPending}
        onConfirm={issue}
      />
    </div>
  )
}
