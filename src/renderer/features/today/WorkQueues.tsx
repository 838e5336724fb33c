import { useQuery } from '@tanstack/react-query'
import type { QueueCount } from '../../../shared/contract/views.ts'
import { queuesOfToday } from '../../../shared/domain/today-lists.ts'
import { useDesk, useOfficer } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { QueueLinks } from '../queues/QueueLinks.tsx'
import css from './Today.module.css'

/** The queues of this officer's roles in which somebody waits, and the others in which something is late. */
export function WorkQueues() {
  const { roles } = useOfficer()
  const { data = [] } = useQuery({ ...useDesk().queues.counts.queryOptions(), enabled: useMay()('today.view') })
  const { own, late } = queuesOfToday(roles, data)
  return (
    <>
      <Links title="today.queues" counts={own} />
      <Links title="today.late" counts={late} />
    </>
  )
}

function Links({ title, counts }: { title: 'today.queues' | 'today.late'; counts: readonly QueueCount[] }) {
  const t = useText()
  if (counts.length === 0) return null
  return (
    <section>
      <h2 className={css.heading}>{t(title)}</h2>
      <QueueLinks label={t(title)} counts={counts} />
    </section>
  )
}
