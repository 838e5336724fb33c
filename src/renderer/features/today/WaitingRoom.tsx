import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import css from './Today.module.css'

/** Who waits to be seen and is with nobody: how many parties, the longest since when. */
export function WaitingRoom() {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const { data } = useQuery({ ...useDesk().hall.list.queryOptions(), enabled: useMay()('hall.view') })
  const waiting = data?.rows.filter(({ holder }) => !holder) ?? []
  if (!data || waiting.length === 0) return null
  const since = waiting.map((row) => row.since).sort()[0] ?? data.now
  return (
    <section>
      <h2 className={css.heading}>{t('shell.hall')}</h2>
      <p>
        <Link to="/hall">{t('today.hall', { count: waiting.length + data.more, at: instantText(since, zone) })}</Link>
      </p>
    </section>
  )
}
