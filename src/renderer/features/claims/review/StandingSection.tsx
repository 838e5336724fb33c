import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { benefitWords, type StandingState, standingWords } from '../../../../shared/domain/standing.ts'
import { useDesk } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { useMay } from '../../../app/may.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { FailureNotice } from '../../../components/FailureNotice.tsx'
import { StatePill, type Tone } from '../../../components/StatePill.tsx'
import messages from '../../messages/Messages.module.css'
import { useClaim } from '../claim.tsx'
import css from './Review.module.css'
import type { ReviewProps } from './ReviewTab.tsx'

export const standingTones: Readonly<Record<StandingState, Tone>> = {
  none: 'neutral',
  open: 'good',
  suspended: 'attention',
  ended: 'bad',
}

/** What the preliminary review opens: work permit, study permit, health coverage; since when and by what rule. */
export function StandingSection({ review, take }: ReviewProps) {
  const { t, say } = useLanguage()
  const desk = useDesk()
  const { claimId, view, inTurn } = useClaim()
  const mayDecide = useMay()('claim.decide') && view.allowed.includes('decide')
  const [taking, setTaking] = useState(false)
  const pass = useMutation(desk.review.pass.mutationOptions({ ...inTurn, onSuccess: take }))
  const takeBack = useMutation(
    desk.review.takeBack.mutationOptions({
      ...inTurn,
      onSuccess: (after) => {
        take(after)
        setTaking(false)
      },
    }),
  )
  const isOpen = review.standing.some(({ state }) => state !== 'none')
  return (
    <section className={messages.section} aria-label={t('review.standing')}>
      <h2>{t('review.standing')}</h2>
      <ul className={css.lines}>
        {review.standing.map(({ benefit, state, since, rule }) => (
          <li key={benefit}>
            <span>{say(benefitWords[benefit])}</span>
            <span className={css.what}>
              {[since && t('review.since', { date: since }), say(rule)].filter(Boolean).join(', ')}
            </span>
            <StatePill tone={standingTones[state]}>{say(standingWords[state])}</StatePill>
          </li>
        ))}
      </ul>
      <FailureNotice error={pass.error} />
      {mayDecide && (
        <Group mt="sm">
          {isOpen ? (
            <Button variant="default" size="compact-sm" onClick={() => setTaking(true)}>
              {t('review.take_back')}
            </Button>
          ) : (
            <Button
              size="compact-sm"
              disabled={!review.mayPass}
              loading={pass.isPending}
              onClick={() => pass.mutate({ claimId })}
            >
              {t('review.pass')}
            </Button>
          )}
          {!isOpen && !review.mayPass && <span className={css.what}>{t('review.pass_not_yet')}</span>}
        </Group>
      )}
      {taking && (
        <ConfirmDialog
          opened
          onClose={() => setTaking(false)}
          title={t('review.take_back')}
          body={t('review.take_back_body')}
          confirmLabel={t('review.take_back')}
          withReason
          pending={takeBack.isPending}
          error={takeBack.error}
          onConfirm={(reason) => takeBack.mutate({ claimId, reason })}
        />
      )}
    </section>
  )
}
