import { Button } from '@mantine/core'
import { IconArrowBackUp, IconBan, IconPencilCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { ClaimView, DocumentView } from '../../../../shared/contract/views.ts'
import { useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { ReplaceDialog } from '../../documents/ReplaceDialog.tsx'
import { useClaim } from '../claim.tsx'
import css from './After.module.css'
import { CorrectDialog } from './CorrectDialog.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** What is done to a claim after the counter, from every screen of it: correct what is settled, reopen a decision. */
export function ClaimActions() {
  const t = useText()
  const may = useMay()
  const { view, mayCorrect } = useClaim()
  const [open, setOpen] = useState<'correct' | 'reopen' | 'withdraw'>()
  const [outdated, setOutdated] = useState<DocumentView>()
  const mayReopen = view.allowed.includes('reopen') && may('claim.reopen')
  const mayWithdraw = view.allowed.includes('withdraw') && may('claim.decide')
  const close = () => setOpen(undefined)
  useKeys(mayCorrect ? [{ keys: 'm', label: 'correct.key', where: 'here', run: () => setOpen('correct') }] : [])
  /** A document that now says otherwise is replaced next, unless the officer leaves it. */
  const corrected = (after: ClaimView) => {
    close()
    if (may('document.replace')) setOutdated(after.documents.find((paper) => (paper.corrected?.length ?? 0) > 0))
  }
  if (!mayCorrect && !mayReopen && !mayWithdraw) return null
  return (
    <div className={css.actions}>
      {mayCorrect && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPencilCheck size={16} aria-hidden />}
          rightSection={<KeyHint keys="m" />}
          onClick={() => setOpen('correct')}
        >
          {t('correct.open')}
        </Button>
      )}
      {mayReopen && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => setOpen('reopen')}
        >
          {t('reopen.open')}
        </Button>
      )}
      {mayWithdraw && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconBan size={16} aria-hidden />}
          onClick={() => setOpen('withdraw')}
        >
          {t('withdraw.open')}
        </Button>
      )}
      {open === 'withdraw' && <WithdrawDialog onClose={close} />}
      {open === 'correct' && <CorrectDialog onClose={close} onCorrected={corrected} />}
      {open === 'reopen' && <ReopenDialog onClose={close} />}
      {outdated && <ReplaceDialog paper={outdated} why="error" onClose={() => setOutdated(undefined)} />}
    </div>
  )
}
