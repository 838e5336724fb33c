import { IconArrowBackUp, IconArrowRight, IconBan, IconPencilCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { ClaimView, DocumentView } from '../../../../shared/contract/views.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { ReplaceDialog } from '../../documents/ReplaceDialog.tsx'
import type { Acts } from '../ClaimMenu.tsx'
import { useClaim } from '../claim.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { MoveDialog } from './MoveDialog.tsx'
import { ReopenDialog } from './ReopenDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** What is done to a claim after the counter: correct what is settled, reopen a decision, note that it was withdrawn, give it to another office. */
export function useAfterActs(): Acts {
  const t = useText()
  const may = useMay()
  const { view, mayCorrect } = useClaim()
  const [open, setOpen] = useState<'correct' | 'reopen' | 'withdraw' | 'move'>()
  const [outdated, setOutdated] = useState<DocumentView>()
  const mayReopen = view.allowed.includes('reopen') && may('claim.reopen')
  const mayWithdraw = view.allowed.includes('withdraw') && may('claim.decide')
  const central = useStatus()?.sync.state ?? 'no_central'
  // A desk without a central has nobody to bring it there.
  const mayMove = view.allowed.includes('move') && may('claim.move') && central !== 'no_central'
  const close = () => setOpen(undefined)
  const correct = () => setOpen('correct')
  useKeys(mayCorrect ? [{ keys: 'm', label: 'correct.key', where: 'here', run: correct }] : [])
  /** A document that now says otherwise is replaced next, unless the officer leaves it. */
  const corrected = (after: ClaimView) => {
    close()
    if (may('document.replace')) setOutdated(after.documents.find((paper) => (paper.corrected?.length ?? 0) > 0))
  }
  return {
    acts: [
      ...(mayCorrect ? [{ label: t('correct.open'), icon: IconPencilCheck, keys: 'm', run: correct }] : []),
      ...(mayReopen ? [{ label: t('reopen.open'), icon: IconArrowBackUp, run: () => setOpen('reopen') }] : []),
      ...(mayWithdraw ? [{ label: t('withdraw.open'), icon: IconBan, run: () => setOpen('withdraw') }] : []),
      ...(mayMove ? [{ label: t('move.open'), icon: IconArrowRight, run: () => setOpen('move') }] : []),
    ],
    dialogs: (
      <>
        {open === 'move' && <MoveDialog onClose={close} />}
        {open === 'withdraw' && <WithdrawDialog onClose={close} />}
        {open === 'correct' && <CorrectDialog onClose={close} onCorrected={corrected} />}
        {open === 'reopen' && <ReopenDialog onClose={close} />}
        {outdated && <ReplaceDialog paper={outdated} why="error" onClose={() => setOutdated(undefined)} />}
      </>
    ),
  }
}
