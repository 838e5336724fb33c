import { IconFingerprint, IconStethoscope } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { stillCalled } from '../../../../shared/domain/states.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { keysWaitFor } from '../../../app/key-waits.ts'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import type { Acts } from '../ClaimMenu.tsx'
import { useClaim } from '../claim.tsx'

const kinds = [
  { kind: 'biometrics', label: 'call.biometrics', icon: IconFingerprint },
  { kind: 'medical', label: 'call.medical', icon: IconStethoscope },
] as const

/** Asks for what the person is called to beside the interview, which waits by itself: it stands in “To schedule” then. */
export function useCallActs(): Acts {
  const t = useText()
  const may = useMay()
  const { claimId, view } = useClaim()
  const desk = useDesk()
  const queries = useQueryClient()
  const request = useMutation(
    desk.appointments.request.mutationOptions({
      onSuccess: () => {
        announce(t('call.asked'))
        return queries.invalidateQueries({ queryKey: desk.appointments.key() })
      },
    }),
  )
  if (!may('interview.schedule') || !stillCalled(view.row.state, 'other')) return { acts: [], dialogs: null }
  return {
    acts: kinds.map(({ kind, label, icon }) => ({
      label: t(label),
      icon,
      run: () => {
        if (!request.isPending) keysWaitFor(request.mutateAsync({ about: { kind: 'claim', id: claimId }, kind }))
      },
    })),
    dialogs: <FailureNotice error={request.error} />,
  }
}
