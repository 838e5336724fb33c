import { Link } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import css from './Interviews.module.css'

/** The parts of the room. Links and no ARIA tabs: each is a screen with an address. */
export function InterviewTabs({ current }: { current: 'queue' | 'calendar' }) {
  const t = useText()
  const page = (tab: typeof current) => (tab === current ? ('page' as const) : undefined)
  return (
    <nav className={css.tabs} aria-label={t('interviews.tabs')}>
      <Link to="/interviews" className={css.tab} aria-current={page('queue')} activeOptions={{ exact: true }}>
        {t('interviews.tab_queue')}
      </Link>
      <Link to="/interviews/calendar" className={css.tab} aria-current={page('calendar')}>
        {t('interviews.tab_calendar')}
      </Link>
    </nav>
  )
}
