import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CorrectionView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { useClaim } from '../claims/claim.tsx'
import { useFieldName, useSayValue } from '../claims/values.ts'
import css from '../messages/Messages.module.css'

/** What the person says is wrong: each answered once, by an officer. */
export function Corrections({ corrections }: { corrections: readonly CorrectionView[] }) {
  const { t } = useLanguage()
  return (
    <section className={css.section}>
      <h2>{t('portal.corrections')}</h2>
      <ol className={css.thread}>
        {corrections.map((correction) => (
          <Correction key={correction.correction} correction={correction} />
        ))}
      </ol>
    </section>
  )
}

function Correction({ correction }: { correction: CorrectionView }) {
  const { t } = useLanguage()
  const may = useMay()('claim.amend')
  const { claimId, inTurn } = useClaim()
  const desk = useDesk()
  const queries = useQueryClient()
  const [declining, setDeclining] = useState(false)
  const answer = useMutation(
    desk.portal.answer.mutationOptions({
      ...inTurn,
      onSuccess: (view) => {
        queries.setQueryData(desk.portal.get.queryKey({ input: { claimId } }), view)
        setDeclining(false)
      },
    }),
  )
  const nameOf = useFieldName()
  const say = useSayValue()
  const { on, reason, changes, state, answeredOn, answeredBy } = correction
  const told = state === 'waiting' ? undefined : t(`portal.${state}_on`, { date: answeredOn ?? '' })
  return (
    <li className={css.message}>
      <div className={css.line}>
        <time dateTime={on}>{on}</time>
        {told && <span>{[told, answeredBy, correction.answer].filter(Boolean).join(', ')}</span>}
      </div>
      <p className={css.text} dir="auto">
        {reason}
      </p>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('timeline.field')}</th>
            <th scope="col">{t('portal.held')}</th>
            <th scope="col">{t('portal.proposed')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ of, field, held, proposed }) => (
            <tr key={`${of}.${field}`}>
              <th scope="row">{nameOf(field)}</th>
              <td dir="auto">{say(field, held) || t('timeline.empty')}</td>
              <td dir="auto">{say(field, proposed) || t('timeline.empty')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {state === 'waiting' && may && (
        <div className={css.foot}>
          <Button
            size="compact-sm"
            loading={answer.isPending}
            onClick={() => answer.mutate({ claimId, correction: correction.correction, answer: 'accepted' })}
          >
            {t('portal.accept')}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => setDeclining(true)}>
            {t('portal.decline')}
          </Button>
        </div>
      )}
      {!declining && <FailureNotice error={answer.error} />}
      {declining && (
        <ConfirmDialog
          opened
          onClose={() => setDeclining(false)}
          title={t('portal.decline_title')}
          body={t('portal.decline_body')}
          confirmLabel={t('portal.decline')}
          withReason
          pending={answer.isPending}
          error={answer.error}
          onConfirm={(why) =>
            answer.mutate({ claimId, correction: correction.correction, answer: 'declined', reason: why })
          }
        />
      )}
    </li>
  )
}
