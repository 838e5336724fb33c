import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Candidate } from '../../../../shared/contract/views.ts'
import { nameLine } from '../../../../shared/names/name-line.ts'
import { announce } from '../../../app/announce.tsx'
import { useDesk } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { useClaim } from '../claim.tsx'
import { useGoStep } from '../StepRail.tsx'
import { CandidateCard, PersonCard } from './Cards.tsx'
import css from './Match.module.css'

/** This claim's person beside everybody who may be the same; those ruled out last, with the reason. */
export function CandidateList({ candidates }: { candidates: readonly Candidate[] }) {
  const [asked, setAsked] = useState<{ candidate: Candidate; same: boolean }>()
  const open = candidates.filter(({ ruledOut }) => ruledOut === undefined)
  const closed = candidates.filter(({ ruledOut }) => ruledOut !== undefined)
  return (
    <div className={css.sides}>
      <PersonCard />
      <div className={css.candidates}>
        {[...open, ...closed].map((candidate, at) => (
          <CandidateCard
            key={candidate.personId}
            candidate={candidate}
            number={at + 1}
            onAnswer={(same) => setAsked({ candidate, same })}
          />
        ))}
      </div>
      {asked && <Answer {...asked} onClose={() => setAsked(undefined)} />}
    </div>
  )
}

/** Asks for the reason of "same" or "not the same", and records it. */
function Answer({ candidate, same, onClose }: { candidate: Candidate; same: boolean; onClose: () => void }) {
  const t = useText()
  const go = useGoStep()
  const { claimId, take, inTurn } = useClaim()
  const desk = useDesk()
  const queries = useQueryClient()
  const join = useMutation(
    desk.claims.samePerson.mutationOptions({
      ...inTurn,
      onSuccess: async (view) => {
        await take(view)
        announce(t('common.saved'))
        go('identity')
      },
    }),
  )
  const ruleOut = useMutation(
    desk.claims.notSamePerson.mutationOptions({
      ...inTurn,
      onSuccess: (found) => {
        queries.setQueryData(['search', claimId], found)
        announce(t('common.saved'))
        onClose()
      },
    }),
  )
  const name = nameLine(candidate) || t('claims.no_name')
  const command = same ? join : ruleOut
  const kind = same ? 'same' : 'not_same'
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`match.${kind}_title`)}
      body={t(`match.${kind}_body`, { name })}
      confirmLabel={t(`match.${kind}`)}
      withReason
      pending={command.isPending}
      error={command.error}
      onConfirm={(reason) => command.mutate({ claimId, personId: candidate.personId, reason })}
    />
  )
}
