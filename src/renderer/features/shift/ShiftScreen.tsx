import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HandoverRow, ShiftView } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Notice } from '../../components/Notice.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { StatePill } from '../../components/StatePill.tsx'
import { Empty, Loaded, NoPermission } from '../../components/states.tsx'
import { AcceptShift } from './AcceptShift.tsx'
import { Brief } from './Brief.tsx'
import { HandOver } from './HandOver.tsx'
import { PastBrief } from './PastBrief.tsx'
import css from './Shift.module.css'

/** What this shift leaves to the next: read and accept the one before, hand over one's own, look at those of before. */
export function ShiftScreen() {
  const t = useText()
  const open = useMay()('shift.work')
  const query = useQuery({ ...useDesk().shift.view.queryOptions(), enabled: open })
  if (!open) return <NoPermission />
  return (
    <>
      <PageHeader title={t('shift.title')} subtitle={query.data && <Since since={query.data.now.since} />} />
      <Loaded query={query}>{(view) => <Shift view={view} />}</Loaded>
    </>
  )
}

function Since({ since }: { since: string }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  return t('shift.since', { time: instantText(since, zone) })
}

function Shift({ view: { now, pending, history } }: { view: ShiftView }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  return (
    <div className={css.screen}>
      {pending && !pending.mine && <AcceptShift handover={pending} />}
      {pending?.mine && (
        <Notice tone="good" title={t('shift.pending_mine', { time: instantText(pending.at, zone) })} role="status" />
      )}
      <section className={css.part} aria-labelledby="shift-now">
        <h2 id="shift-now" className={css.title}>
          {t('shift.now')}
        </h2>
        <p className={css.quiet}>{t('shift.about')}</p>
        <Brief brief={now} />
        <HandOver />
      </section>
      <History rows={history} />
    </div>
  )
}

function History({ rows }: { rows: readonly HandoverRow[] }) {
  const t = useText()
  const zone = useStatus()?.office?.zone
  const [shown, show] = useState<HandoverRow>()
  const columns: Column<HandoverRow>[] = [
    {
      key: 'when',
      header: t('shift.when'),
      tight: true,
      cell: (row) => (
        <Button variant="subtle" size="compact-sm" onClick={() => show(row)}>
          {instantText(row.at, zone)}
        </Button>
      ),
    },
    { key: 'by', header: t('shift.by'), cell: ({ by }) => by },
    {
      key: 'accepted',
      header: t('shift.accepted_by'),
      cell: ({ acceptedBy }) => acceptedBy ?? <StatePill tone="attention">{t('shift.not_accepted')}</StatePill>,
    },
    { key: 'intakes', header: t('shift.intakes'), align: 'right', cell: ({ intakes }) => intakes },
    { key: 'waiting', header: t('shift.waiting'), align: 'right', cell: ({ waiting }) => waiting },
  ]
  return (
    <section className={css.part}>
      <h2 className={css.title}>{t('shift.history')}</h2>
      <DataTable
        label={t('shift.history')}
        columns={columns}
        rows={rows}
        rowKey={({ handoverId }) => handoverId}
        empty={<Empty title={t('shift.history_none')} />}
      />
      {shown && <PastBrief row={shown} onClose={() => show(undefined)} />}
    </section>
  )
}
