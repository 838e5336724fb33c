import { Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { DecisionOutcome, EligibilityWorksheet } from '../../../../shared/contract/views.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { useClaim } from '../claim.tsx'
import { useGoStep } from '../StepRail.tsx'
import { decisionFor } from './Decision.tsx'

interface Props {
  readonly outcome: DecisionOutcome
  readonly sheet: EligibilityWorksheet
  readonly onClose: () => void
}

/** Asks before a decision, and for the reason when it is not the one proposed. */
export function DecideDialog({ outcome, sheet, onClose }: Props) {
  const t = useText()
  const go = useGoStep()
  const { claimId, take, inTurn } = useClaim()
  // The worksheet on which the dialog was opened: one that changes beneath it is not what the officer saw.
  const [seen] = useState(sheet.digest)
  const decide = useMutation(
    useDesk().eligibility.decide.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        announce(t(view.proposal ? 'elig.waits_for_second' : `elig.outcome_${outcome}`))
        onClose()
        if (!view.proposal) go('document')
      },
    }),
  )
  // Leaving a claim undecided never needs a reason; every other decision against the rules does.
  const differs = outcome !== 'undecided' && decisionFor[sheet.evaluation.outcome.kind] !== outcome
  const takesTwo = outcome === 'ineligible' && sheet.takesTwo
  const stays = outcome === 'undecided' || outcome === 'suspended'
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('elig.decide_title', { outcome: t(`elig.outcome_${outcome}`) })}
      body={
        <Stack gap="xs">
          <Text>{t(takesTwo ? 'elig.decide_two' : stays ? 'elig.decide_open' : 'elig.decide_final')}</Text>
          {differs && <Text fw={650}>{t('elig.decide_differs')}</Text>}
        </Stack>
      }
      confirmLabel={t(takesTwo ? 'elig.decide_proposed' : `elig.decide_${outcome}`)}
      tone={outcome === 'ineligible' ? 'bad' : 'action'}
      withReason={differs}
      pending={decide.isPending}
      error={decide.error}
      onConfirm={(reason) => decide.mutate({ claimId, outcome, seen, ...(reason ? { reason } : {}) })}
    />
  )
}
