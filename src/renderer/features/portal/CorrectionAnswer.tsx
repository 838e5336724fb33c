import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CorrectionEffects, CorrectionView } from '../../../shared/contract/views.ts'
import { changeKey } from '../../../shared/portal/correction.ts'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { useClaim } from '../claims/claim.tsx'
import { useFieldName } from '../claims/values.ts'
import css from '../messages/Messages.module.css'

interface Props {
  readonly correction: CorrectionView
  /** Changes that are left out, by `changeKey`. */
  readonly except: readonly string[]
}

/** Accepts a correction, as a whole or in part, or declines it; whatever is not accepted has its reason. */
export function CorrectionAnswer({ correction: { correction, changes }, except }: Props) {
  const t = useText()
  const nameOf = useFieldName()
  const { claimId } = useClaim()
  const [asking, setAsking] = useState<'part' | 'decline'>()
  const answer = useAnswer(() => setAsking(undefined))
  const own = { claimId, correction }
  const left = changes.filter((change) => except.includes(changeKey(change)))
  const taken = changes.length - left.length
  const ask = (what: typeof asking) => {
    answer.reset()
    setAsking(what)
  }
  const dialog = { opened: true, onClose: () => setAsking(undefined), withReason: true } as const
  const outcome = { pending: answer.isPending, error: answer.error }
  return (
    <>
      <div className={css.foot}>
        <Button
          size="compact-sm"
          loading={answer.isPending}
          disabled={taken === 0}
          onClick={() => (left.length > 0 ? ask('part') : answer.mutate({ ...own, answer: 'accepted' }))}
        >
          {left.length > 0 ? t('portal.accept_some', { n: taken, all: changes.length }) : t('portal.accept')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => ask('decline')}>
          {t('portal.decline')}
        </Button>
      </div>
      {!asking && <FailureNotice error={answer.error} />}
      {asking === 'part' && (
        <ConfirmDialog
          {...dialog}
          {...outcome}
          title={t('portal.accept_some_title')}
          body={t('portal.accept_some_body', { fields: left.map(({ field }) => nameOf(field)).join(', ') })}
          confirmLabel={t('portal.accept_some', { n: taken, all: changes.length })}
          onConfirm={(reason) => answer.mutate({ ...own, answer: 'accepted', except: left.map(changeKey), reason })}
        />
      )}
      {asking === 'decline' && (
        <ConfirmDialog
          {...dialog}
          {...outcome}
          title={t('portal.decline_title')}
          body={t('portal.decline_body')}
          confirmLabel={t('portal.decline')}
          onConfirm={(reason) => answer.mutate({ ...own, answer: 'declined', reason })}
        />
      )}
    </>
  )
}

function useAnswer(onAnswered: () => void) {
  const { claimId, inTurn } = useClaim()
  const desk = useDesk()
  const queries = useQueryClient()
  return useMutation(
    desk.portal.answer.mutationOptions({
      ...inTurn,
      onSuccess: (view) => {
        queries.setQueryData(desk.portal.get.queryKey({ input: { claimId } }), view)
        onAnswered()
      },
    }),
  )
}

interface Effects {
  /** Undefined once it is answered, while they are checked, and where nothing is left. */
  readonly effects?: CorrectionEffects | undefined
  readonly checking: boolean
  readonly error: unknown
}

/** What accepting the correction without these changes would do to the findings: never what another choice would do. */
export function useEffectsWithout(
  { correction, changes, effects }: CorrectionView,
  except: readonly string[],
): Effects {
  const { claimId } = useClaim()
  const inPart = effects !== undefined && except.length > 0 && except.length < changes.length
  const input = { claimId, correction, except: except.toSorted() }
  const query = useQuery({ ...useDesk().portal.effects.queryOptions({ input }), enabled: inPart })
  if (!inPart) return { effects, checking: false, error: null }
  return { effects: query.data, checking: query.isLoading, error: query.error }
}
