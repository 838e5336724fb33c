import type { DeadlineView } from '../../../../shared/contract/views.ts'
import { weekdayOf } from '../../../app/dates.ts'
import { useLanguage } from '../../../app/language.tsx'
import { DueDate } from '../../today/Lists.tsx'
import css from './Overview.module.css'

const sources = ['LAW', 'SEED', 'PRACTICE'] as const

/** Deadlines, the earliest first, each with its day, what it is counted from and by which source. */
export function DeadlineList({ deadlines }: { deadlines: readonly DeadlineView[] }) {
  const { t, say, language } = useLanguage()
  const sorted = [...deadlines].sort((a, b) => a.due.localeCompare(b.due))
  return (
    <ul className={css.deadlines}>
      {sorted.map((deadline) => {
        const source = sources.find((each) => each === deadline.source)
        return (
          <li key={`${deadline.rule}${deadline.due}`}>
            <DueDate date={deadline.due} />
            <span>
              {say(deadline.label)}
              <span className={css.quiet}>
                {weekdayOf(deadline.due, language)} · {t('overview.counted_from', { date: deadline.trigger })} ·{' '}
                {say(deadline.citation)}
                {source && ` (${t(`overview.source_${source}`)})`}
              </span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
