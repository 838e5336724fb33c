import { IconClockPause, IconClockPlay } from '@tabler/icons-react'
import { useLanguage } from '../../../app/language.tsx'
import css from './Record.module.css'
import { useRecord } from './record.tsx'

/** Where the review stands: its last day, or what it waits for and how much longer that takes. */
export function ReviewLine() {
  const { t, say } = useLanguage()
  const { review } = useRecord().view
  if (!review.receivedOn) return null
  const { paused } = review
  if (!paused)
    return (
      <p className={css.review}>
        <IconClockPlay size={18} aria-hidden />
        {t('record.review_due', { on: review.receivedOn, due: review.due ?? '' })}
      </p>
    )
  return (
    <p className={css.review} data-paused>
      <IconClockPause size={18} aria-hidden />
      <span>
        <strong>{t('record.paused', { what: paused.missing.map(({ name }) => say(name)).join(', ') })}</strong>{' '}
        {t('record.paused_since', {
          on: paused.on,
          left: review.left ?? 0,
          from: paused.weeks.from,
          to: paused.weeks.to,
        })}
      </span>
    </p>
  )
}
