import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClaimView } from '../../../../shared/contract/views.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import type { Acts } from '../ClaimMenu.tsx'
import { useClaim } from '../claim.tsx'
import { TriageDialog } from './TriageDialog.tsx'

/** The way into the One Touch lane by a triage, and out of it for full intake. */
export function useLaneActs(): Acts {
  const t = useText()
  const may = useMay()
  const { view, mayEdit, mayComplete } = useClaim()
  const [dialog, setDialog] = useState<'triage' | 'leave'>()
  const { lane, triage } = view.lane
  const oneTouch = lane === 'one_touch'
  const act = oneTouch ? 'leave' : 'triage'
  const allowed = may('lane.triage') && (oneTouch ? mayComplete : mayEdit)
  const run = () => setDialog(act)
  useKeys(allowed ? [{ keys: 'r', label: `lane.${act}`, where: 'here', run }] : [])
  const close = () => setDialog(undefined)
  const label = t(oneTouch ? 'lane.leave' : triage ? 'lane.triage_again' : 'lane.triage')
  return {
    acts: allowed ? [{ label, icon: IconArrowsSplit2, keys: 'r', run }] : [],
    dialogs: (
      <>
        <TriageDialog opened={dialog === 'triage'} onClose={close} />
        <LeaveDialog opened={dialog === 'leave'} onClose={close} />
      </>
    ),
  }
}

function LeaveDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useText()
  const { claimId, take, inTurn } = useClaim()
  const leave = useMutation(
    useDesk().lanes.leave.mutationOptions({
      ...inTurn,
      onSuccess: async (view: ClaimView) => {
        await take(view)
        announce(t('lane.left'))
        onClose()
      },
    }),
  )
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('lane.leave')}
      body={t('lane.leave_body')}
      confirmLabel={t('lane.leave')}
      withReason
      pending={leave.isPending}
      error={leave.error}
      onConfirm={(reason) => leave.mutate({ claimId, reason })}
    />
  )
}
