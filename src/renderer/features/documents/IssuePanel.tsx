import { Button } from '@mantine/core'
import { IconRosette } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { DocumentKind } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { KeyHint } from '../../components/KeyHint.tsx'
import { useClaim } from '../claims/claim.tsx'
import css from './Documents.module.css'
import { SerialField } from './SerialField.tsx'
import { useSerial } from './use-serial.ts'

/** Takes number and sheet and stores the page: one button, one key. */
export function IssuePanel({ kind }: { kind: DocumentKind }) {
  const t = useText()
  const may = useMay()
  const { claimId, view, take, inTurn } = useClaim()
  const sheet = useSerial()
  const issuing = useMutation(useDesk().documents.issue.mutationOptions({ ...inTurn, onSuccess: take }))
  const letter = kind === 'acknowledgement'
  const lacking = !letter && view.bars.length > 0
  const barred = lacking || (!letter && sheet.none) || !may('document.issue')
  const issue = () => {
    if (barred || issuing.isPending) return
    issuing.mutate({ claimId, kind, ...(letter || !sheet.serial ? {} : { stockSerial: sheet.serial }) })
  }
  useKeys([{ keys: 'ctrl+Enter', label: 'paper.key_issue', where: 'here', run: issue }])
  return (
    <div className={css.act}>
      {!letter && <SerialField sheet={sheet} label={t('paper.sheet')} />}
      <Button
        size="md"
        leftSection={<IconRosette size={20} aria-hidden />}
        rightSection={<KeyHint keys="ctrl+Enter" />}
        disabled={barred}
        loading={issuing.isPending}
        onClick={issue}
      >
        {t(letter ? 'paper.issue_letter' : 'paper.issue')}
      </Button>
      <FailureNotice error={issuing.error} />
    </div>
  )
}
