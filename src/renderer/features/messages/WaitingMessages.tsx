import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WaitingMessage } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { groupSerial } from '../../app/numbers.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import css from './Messages.module.css'

/** The queue of messages that nobody has read. Nothing is shown where there is none. */
export function WaitingMessages() {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const may = useMay()('message.send')
  const query = useQuery({ ...useDesk().messages.waiting.queryOptions({ input: {} }), enabled: may })
  const rows = query.data?.rows ?? []
  if (rows.length === 0) return null
  const columns: Column<WaitingMessage>[] = [
    {
      key: 'subject',
      header: t('messages.subject'),
      cell: ({ claimId, subject }) => (
        <Link to="/claims/$claimId/$tab" params={{ claimId, tab: 'messages' }}>
          {subject}
        </Link>
      ),
    },
    {
      key: 'who',
      header: t('claims.name'),
      cell: ({ person, applicationNumber }) => person ?? groupSerial(applicationNumber),
    },
    { key: 'since', header: t('attention.since'), tight: true, cell: ({ at }) => instantText(at, zone) },
    { key: 'owner', header: t('shift.owner'), tight: true, cell: ({ ownerName }) => ownerName ?? '–' },
  ]
  return (
    <section className={css.section}>
      <h2>{t('messages.waiting')}</h2>
      <p className={css.quiet}>{t('messages.waiting_about')}</p>
      <DataTable
        label={t('messages.waiting')}
        columns={columns}
        rows={rows}
        rowKey={({ claimId, at }) => claimId + at}
      />
    </section>
  )
}
