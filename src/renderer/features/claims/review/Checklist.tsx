import type { ClaimReviewView } from '../../../../shared/contract/views.ts'
import type { ChecklistLine } from '../../../../shared/domain/review-checklist.ts'
import { instantText } from '../../../app/dates.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useText } from '../../../app/language.tsx'
import { StatePill, type Tone } from '../../../components/StatePill.tsx'
import messages from '../../messages/Messages.module.css'
import { NextStep, ToItem } from '../head/NextStep.tsx'
import { useHead } from '../head/use-head.ts'
import css from './Review.module.css'

const tones: Readonly<Record<ChecklistLine['state'], Tone>> = {
  done: 'good',
  missing: 'attention',
  waiting: 'info',
  not_needed: 'neutral',
}

/** What is done, what is missing, by whom and since when; the next action stands above. It fills itself. */
export function Checklist({ review: { checklist } }: { review: ClaimReviewView }) {
  const t = useText()
  const next = useHead().data?.next
  return (
    <section className={messages.section} aria-label={t('review.checklist')}>
      <h2>{t('review.checklist')}</h2>
      {next && (
        <p className={css.next}>
          <strong>{t('review.next')}</strong> <NextStep next={next} here="review" />
        </p>
      )}
      <ul className={css.lines}>
        {checklist.map((line) => (
          <Line key={line.item} line={line} />
        ))}
      </ul>
    </section>
  )
}

function Line({ line: { item, state, count, by, since } }: { line: ChecklistLine }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const when = since && (since.length > 10 ? instantText(since, zone) : since)
  const words = [
    count !== undefined && count > 0 && t('review.open_count', { count }),
    when && state !== 'done' ? t('review.since', { date: when }) : when,
    by,
  ].filter(Boolean)
  return (
    <li>
      <ToItem item={item} here="review">
        {t(`review.item_${item}`)}
      </ToItem>
      <span className={css.what}>{words.join(', ')}</span>
      <StatePill tone={tones[state]}>{t(`review.state_${state}`)}</StatePill>
    </li>
  )
}
