import { Button } from '@mantine/core'
import { IconCalendarCheck } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { QueueRow, ScheduleQueueView } from '../../../shared/contract/views.ts'
import { interviewReasonWords } from '../../../shared/domain/confirmation/words.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { languageName } from '../../app/names.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { StatePill } from '../../components/StatePill.tsx'
import { Empty, Loaded, NoPermission } from '../../components/states.tsx'
import css from './Interviews.module.css'
import { InterviewTabs } from './InterviewTabs.tsx'
import { Offers } from './Offers.tsx'
import { ProposalPanel } from './ProposalPanel.tsx'
import { Reviews } from './Reviews.tsx'

/** Who is to be called: the longest wait first, red past the standard, one key books the first time that suits. */
export function InterviewsScreen() {
  const t = useText()
  const open = useMay()('interview.view')
  const { about }: { about?: string } = useSearch({ strict: false })
  const [limit, setLimit] = useState(about ? largest : page)
  const query = useQuery({
    ...useDesk().appointments.queue.queryOptions({ input: { limit } }),
    placeholderData: keepPreviousData,
    enabled: open,
  })
  if (!open) return <NoPermission />
  const { data } = query
  return (
    <>
      <PageHeader
        title={t('interviews.title')}
        subtitle={data && t('interviews.queue_summary', { total: data.total, days: data.withinDays })}
        actions={<InterviewTabs current="queue" />}
      />
      <Loaded query={query}>
        {(view) => (
          <Room view={view} about={about} onMore={view.next && limit < largest ? () => setLimit(largest) : undefined} />
        )}
      </Loaded>
    </>
  )
}

const page = 50
const largest = 200

const keyOf = ({ about, kind }: QueueRow) => `${about.id} ${kind}`

interface RoomProps {
  readonly view: ScheduleQueueView
  /** Who is to be called, where a person's page led here; else whoever waits longest. */
  readonly about: string | undefined
  readonly onMore: (() => void) | undefined
}

function Room({ view, about, onMore }: RoomProps) {
  const t = useText()
  const schedules = useMay()('interview.schedule')
  const [chosen, setChosen] = useState<string>()
  const wanted = about && !chosen ? view.rows.find(({ together }) => together.includes(about)) : view.rows[0]
  const row = view.rows.find((each) => keyOf(each) === chosen) ?? wanted
  return (
    <>
      <div className={css.columns}>
        <div>
          <QueueTable view={view} selected={row && keyOf(row)} onSelect={(next) => setChosen(keyOf(next))} />
          {onMore && (
            <Button variant="default" mt="sm" onClick={onMore}>
              {t('interviews.more')}
            </Button>
          )}
        </div>
        {row && schedules && <ProposalPanel key={keyOf(row)} row={row} />}
      </div>
      <Offers offers={view.offers} />
      <Reviews reviews={view.reviews} />
    </>
  )
}

interface TableProps {
  readonly view: ScheduleQueueView
  readonly selected: string | undefined
  readonly onSelect: (row: QueueRow) => void
}

function QueueTable({ view, selected, onSelect }: TableProps) {
  const t = useText()
  const columns: Column<QueueRow>[] = [
    { key: 'person', header: t('interviews.person'), cell: (row) => <Person row={row} /> },
    { key: 'kind', header: t('interviews.kind'), cell: (row) => <Kind row={row} /> },
    { key: 'waited', header: t('interviews.waited'), tight: true, cell: (row) => <Waited row={row} /> },
    { key: 'needs', header: t('interviews.needs'), cell: (row) => <Needs row={row} /> },
  ]
  return (
    <DataTable
      label={t('interviews.queue')}
      columns={columns}
      rows={view.rows}
      rowKey={keyOf}
      onOpen={onSelect}
      onSelect={onSelect}
      {...(selected ? { selectedKey: selected } : {})}
      empty={
        <Empty icon={<IconCalendarCheck aria-hidden />} title={t('interviews.none')} next={t('interviews.none_next')} />
      }
    />
  )
}

function Person({ row }: { row: QueueRow }) {
  const t = useText()
  return (
    <span className={css.two}>
      <bdi className={css.strong}>{row.name}</bdi>
      {row.members > 1 && <span className={css.quiet}>{t('interviews.family_count', { count: row.members })}</span>}
    </span>
  )
}

function Kind({ row }: { row: QueueRow }) {
  const { t, say } = useLanguage()
  return (
    <span className={css.two}>
      <span>{t(`kind.${row.kind}`)}</span>
      {row.declined ? (
        <span className={css.quiet}>{t('interviews.why_declined')}</span>
      ) : (
        row.why !== 'filed' && <span className={css.quiet}>{t(`interviews.why_${row.why}`)}</span>
      )}
      {row.reason && <span className={css.quiet}>{say(interviewReasonWords[row.reason])}</span>}
    </span>
  )
}

function Waited({ row }: { row: QueueRow }) {
  const t = useText()
  const days = t('interviews.waited_days', { count: row.waited })
  return (
    <span className={css.two}>
      {row.late ? <StatePill tone="bad">{days}</StatePill> : <span>{days}</span>}
      <span className={css.quiet}>{t('interviews.since', { date: row.since })}</span>
      {row.late && <span className={css.bad}>{t('interviews.late')}</span>}
    </span>
  )
}

function Needs({ row }: { row: QueueRow }) {
  const { t, language } = useLanguage()
  const spoken = row.language && [languageName(row.language, language), row.dialect].filter(Boolean).join(', ')
  const needs = [
    spoken && t('interviews.interpreter_of', { language: spoken }),
    row.accessible && t('interviews.accessible'),
  ]
  return <bdi>{needs.filter(Boolean).join(' · ') || '–'}</bdi>
}
