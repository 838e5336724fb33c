import { VisuallyHidden } from '@mantine/core'
import { IconCircleX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { QueueCount } from '../../../shared/contract/views.ts'
import type { QueueName } from '../../../shared/domain/queues.ts'
import { useLanguage } from '../../app/language.tsx'
import css from './Queues.module.css'

/** A queue, and how many stand in it once the desk has answered. */
export type Listed = Pick<QueueCount, 'queue'> & Partial<QueueCount>

interface Props {
  readonly counts: readonly Listed[]
  readonly current?: QueueName
  readonly label: string
}

/** The queues with how many wait in each and how many of them are late. */
export function QueueLinks({ label, counts, current }: Props) {
  const { t } = useLanguage()
  return (
    <nav aria-label={label} aria-busy={counts.some(({ count = null }) => count === null)}>
      <ul className={css.links}>
        {counts.map((each) => (
          <li key={each.queue}>
            <Link
              to="/queues/{-$queue}"
              params={{ queue: each.queue }}
              className={css.link}
              data-empty={each.count === 0 || undefined}
              aria-current={each.queue === current ? 'page' : undefined}
            >
              <span>{t(`queue.${each.queue}`)}</span>
              <Beside queue={each} />
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Beside({ queue: { count, late, more = false } }: { queue: Listed }) {
  if (count === undefined || late === undefined) return null
  return count === null || late === null ? <NotCounted /> : <Numbers {...{ count, late, more }} />
}

/** In the place of a number that the desk does not know yet. */
function NotCounted() {
  const { t } = useLanguage()
  return (
    <span className={css.numbers}>
      <span aria-hidden>…</span>
      <VisuallyHidden component="span">{t('queues.not_counted')}</VisuallyHidden>
    </span>
  )
}

interface Counted {
  readonly count: number
  readonly late: number
  readonly more: boolean
}

function Numbers({ count, late, more }: Counted) {
  const { t, language } = useLanguage()
  const format = numbers[language]
  const lateMore = more && late === count
  return (
    <span className={css.numbers}>
      <span>{t(more ? 'queues.count_more' : 'queues.count', { n: format.format(count) })}</span>
      {late > 0 && (
        <span className={css.late}>
          <IconCircleX size={14} aria-hidden />
          {t(lateMore ? 'queues.late_more' : 'queues.late', { n: format.format(late) })}
        </span>
      )}
    </span>
  )
}

const numbers = { en: new Intl.NumberFormat('en-CA'), fr: new Intl.NumberFormat('fr-CA') }
