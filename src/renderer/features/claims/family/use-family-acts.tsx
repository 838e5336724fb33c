import { IconLink, IconStar, IconUnlink, IconUserPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ClaimView } from '../../../../shared/contract/views.ts'
import { useDesk } from '../../../app/desk.tsx'
import { keysWaitFor } from '../../../app/key-waits.ts'
import { useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import type { Acts } from '../ClaimMenu.tsx'
import { useClaim } from '../claim.tsx'
import { LinkDialog } from './LinkDialog.tsx'

/** What changes who belongs together: one more member, a link, its end, who is the principal claimant. */
export function useFamilyActs(): Acts {
  const t = useText()
  const may = useMay()
  const { claimId, view, take, inTurn } = useClaim()
  const desk = useDesk()
  const [dialog, setDialog] = useState<'link' | 'unlink'>()
  const add = useAddMember()
  const close = () => setDialog(undefined)
  const principal = useMutation(desk.families.principal.mutationOptions({ ...inTurn, onSuccess: take }))
  const unlink = useMutation(
    desk.families.unlink.mutationOptions({
      ...inTurn,
      onSuccess: async (next: ClaimView) => {
        await take(next)
        close()
      },
    }),
  )
  const mayLink = may('family.link')
  useKeys(mayLink ? [{ keys: 'ctrl+b', label: 'family.add', where: 'here', run: add.run }] : [])
  if (!mayLink) return { acts: [], dialogs: null }
  const members = view.family?.members ?? []
  const linked = members.length > 1
  const isPrincipal = members.some((member) => member.claimId === claimId && member.principal)
  const ends = { label: t('family.unlink'), icon: IconUnlink, run: () => setDialog('unlink') }
  const leads = { label: t('family.make_principal'), icon: IconStar, run: () => principal.mutate({ claimId }) }
  const links = { label: t('family.link'), icon: IconLink, run: () => setDialog('link') }
  return {
    acts: [
      { label: t('family.add'), icon: IconUserPlus, keys: 'ctrl+b', run: add.run },
      ...(linked ? [...(isPrincipal ? [] : [leads]), ends] : [links]),
    ],
    dialogs: (
      <>
        <FailureNotice error={add.error ?? principal.error} />
        <LinkDialog opened={dialog === 'link'} onClose={close} />
        <ConfirmDialog
          opened={dialog === 'unlink'}
          onClose={close}
          title={t('family.unlink')}
          body={t('family.unlink_body')}
          confirmLabel={t('family.unlink')}
          withReason
          pending={unlink.isPending}
          error={unlink.error}
          onConfirm={(reason) => unlink.mutate({ claimId, reason })}
        />
      </>
    ),
  }
}

/** Opens a claim for one more member: of the party in the waiting room, if somebody of it has none yet. */
function useAddMember() {
  const { claimId, view } = useClaim()
  const desk = useDesk()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const onSuccess = (opened: ClaimView) => {
    const next = opened.row.claimId
    queries.setQueryData(desk.claims.get.queryKey({ input: { claimId: next } }), opened)
    void navigate({ to: '/claims/$claimId/intake/$step', params: { claimId: next, step: 'passport' } })
  }
  const member = useMutation(desk.families.openMember.mutationOptions({ onSuccess }))
  const ofParty = useMutation(desk.hall.openClaim.mutationOptions({ onSuccess }))
  const arrival = view.family?.arrival
  return {
    run: () => {
      if (member.isPending || ofParty.isPending) return
      keysWaitFor(arrival?.unopened ? ofParty.mutateAsync({ arrivalId: arrival.id }) : member.mutateAsync({ claimId }))
    },
    error: member.error ?? ofParty.error,
  }
}
