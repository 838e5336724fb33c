import { useQuery } from '@tanstack/react-query'
import { useDesk } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { QueueLinks } from '../queues/QueueLinks.tsx'
import css from './Today.module.css'

/** The queues that this officer works in which something is late, and the appointments of the week: by role. */
export function Pressing() {
  const t = useText()
  const { data = [] } = useQuery({ ...useDesk().queues.counts.queryOptions(), enabled: useMay()('today.view') })
  const pressing = data.filter(({ queue, count, late }) => late > 0 || (queue === 'interview_week' && count > 0))
  if (pressing.length === 0) return null
  return (
    <section>
      <h2 className={css.heading}>{t('today.pressing')}</h2>
      <QueueLinks label={t('today.pressing')} counts={pressing} />
    </section>
  )
}
