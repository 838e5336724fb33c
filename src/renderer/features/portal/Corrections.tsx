import { Button } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CorrectionEffects, CorrectionView } from '../../../shared/contract/views.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../components/FailureNotice.tsx'
import { StatePill } from '../../components/StatePill.tsx'
import { useClaim } from '../claims/claim.tsx'
import { useFieldName, useSayValue } from '../claims/values.ts'
import css from '../messages/Messages.module.css'

/** What the person says is wrong: each answered once, by an officer. */
export function Corrections({ corrections }: { corrections: readonly CorrectionView[] }) {
  const { t } = useLanguage()
  return (
    <section className={css.section} aria-label={t('portal.corrections')}>
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
  const { t, say: inWords } = useLanguage()
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
  const { on, reason, form, lateSince, changes, effects, state, answeredOn, answeredBy } = correction
  const told = state === 'waiting' ? undefined : t(`portal.${state}_on`, { date: answeredOn ?? '' })
  return (
    <li className={css.message}>
      {form && <h3>{t('portal.corrected_form', { title: inWords(form.title), number: form.number })}</h3>}
      <div className={css.line}>
        <span>{t('portal.received_on', { date: on })}</span>
        {lateSince && (
          <StatePill tone="attention" icon={IconClockExclamation}>
            {t('portal.late_since', { date: lateSince })}
          </StatePill>
        )}
        {told && <span>{[told, answeredBy, correction.answer].filter(Boolean).join(', ')}</span>}
      </div>
      <p className={css.text} dir="auto">
        {reason}
      </p>
      <table className={css.table} data-thirds>
        <thead>
          <tr>
            <th scope="col">{t('timeline.field')}</th>
            <th scope="col">{t(state === 'accepted' ? 'portal.before' : 'portal.held')}</th>
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
      {effects && <Effects effects={effects} />}
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

/** The checks, run over the claim as it would be. */
function Effects({ effects: { brings, settles } }: { effects: CorrectionEffects }) {
  const { t, say } = useLanguage()
  if (brings.length + settles.length === 0) return <p className={css.quiet}>{t('portal.effects_none')}</p>
  return (
    <>
      {[
        { title: t('portal.effects_brings'), findings: brings },
        { title: t('portal.effects_settles'), findings: settles },
      ].map(
        ({ title, findings }) =>
          findings.length > 0 && (
            <div key={title}>
              <strong>{title}</strong>
              <ul>
                {findings.map(({ key, severity, message }) => (
                  <li key={key}>{`${t(`record.severity_${severity}`)}. ${say(message)}`}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </>
  )
}
