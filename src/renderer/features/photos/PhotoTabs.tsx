import { Link } from '@tanstack/react-router'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import css from './Photos.module.css'

/** The parts of the room. Links and no ARIA tabs: each is a screen with an address. */
export function PhotoTabs({ current }: { current: 'queue' | 'statistics' }) {
  const t = useText()
  const may = useMay()
  if (!may('photo.statistics')) return null
  const page = (tab: typeof current) => (tab === current ? ('page' as const) : undefined)
  return (
    <nav className={css.tabs} aria-label={t('photos.tabs')}>
      <Link
        to="/photos/{-$photoId}"
        params={{ photoId: undefined }}
        className={css.tab}
        aria-current={page('queue')}
        activeOptions={{ exact: true }}
      >
        {t('photos.tab_queue')}
      </Link>
      <Link to="/photos/statistics" className={css.tab} aria-current={page('statistics')}>
        {t('photos.tab_statistics')}
      </Link>
    </nav>
  )
}
