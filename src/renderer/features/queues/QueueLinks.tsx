import { IconCircleX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { QueueCount } from '../../../shared/contract/views.ts'
import type { QueueName } from '../../../shared/domain/queues.ts'
import { useLanguage } from '../../app/language.tsx'
import css from './Queues.module.css'

/** A queue, and how many stand in it once that is known. */
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
    <nav aria-label={label} aria-busy={counts.some(({ count }) => count === undefined)}>
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
              {isCounted(each) && <Numbers count={each} />}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const isCounted = (each: Listed): each is QueueCount => each.count !== undefined

function Numbers({ count: { count, late, more } }: { count: QueueCount }) {
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
