import { Button, SegmentedControl, Switch } from '@mantine/core'
import { IconCalendarOff, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Temporal } from 'temporal-polyfill'
import type { AppointmentView, CalendarView } from '../../../shared/contract/views.ts'
import { withWeekday } from '../../app/dates.ts'
import { useDesk, useStatus } from '../../app/desk.tsx'
import { useKept } from '../../app/kept.ts'
import { useKeys } from '../../app/keyboard.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { PageHeader } from '../../components/PageHeader.tsx'
import { Empty, Loaded, NoPermission } from '../../components/states.tsx'
import { AppointmentPanel, StateWord } from './AppointmentPanel.tsx'
import { CalendarGrid, type Target } from './CalendarGrid.tsx'
import { calendarOf, type View } from './calendar.ts'
import css from './Interviews.module.css'
import { InterviewTabs } from './InterviewTabs.tsx'
import { spanText } from './slot-words.tsx'

const views = ['day', 'week', 'agenda'] as const
const step = { day: 1, week: 7, agenda: 28 }

/** The appointments of a day by officer, of a week by day, or the next four weeks as a list. */
export function CalendarScreen() {
  const t = useText()
  if (!useMay()('interview.view')) return <NoPermission />
  return (
    <>
      <PageHeader title={t('interviews.title')} actions={<InterviewTabs current="calendar" />} />
      <Room />
    </>
  )
}

function Room() {
  const t = useText()
  const status = useStatus()
  const today = status?.today ?? '2026-01-01'
  const me = status?.officer?.id
  const [view, setView] = useKept<View>('calendar.view', 'week')
  const [date, setDate] = useKept('calendar.date', today)
  const [mine, setMine] = useKept('calendar.mine', false)
  const officer = mine ? me : undefined
  const query = useQuery({ ...calendarOf(useDesk(), { date, view, officer }), placeholderData: keepPreviousData })
  const go = (by: number) =>
    setDate(
      Temporal.PlainDate.from(date)
        .add({ days: by * step[view] })
        .toString(),
    )
  useKeys([
    { keys: 'd', label: 'interviews.day', where: 'here', run: () => setView('day') },
    { keys: 'w', label: 'interviews.week', where: 'here', run: () => setView('week') },
    { keys: 'e', label: 'interviews.agenda', where: 'here', run: () => setView('agenda') },
    { keys: 'j', label: 'interviews.later', where: 'here', run: () => go(1) },
    { keys: 'k', label: 'interviews.earlier', where: 'here', run: () => go(-1) },
    { keys: 't', label: 'interviews.to_today', where: 'here', run: () => setDate(today) },
  ])
  return (
    <>
      <div className={css.tools}>
        <SegmentedControl
          aria-label={t('interviews.view')}
          value={view}
          onChange={(next) => setView(views.find((each) => each === next) ?? view)}
          data={views.map((value) => ({ value, label: t(`interviews.${value}`) }))}
        />
        <Button
          variant="default"
          px="xs"
          aria-label={t('interviews.earlier')}
          aria-keyshortcuts="K"
          onClick={() => go(-1)}
        >
          <IconChevronLeft size={18} aria-hidden />
        </Button>
        <Button
          variant="default"
          px="xs"
          aria-label={t('interviews.later')}
          aria-keyshortcuts="J"
          onClick={() => go(1)}
        >
          <IconChevronRight size={18} aria-hidden />
        </Button>
        <Button variant="default" aria-keyshortcuts="T" onClick={() => setDate(today)}>
          {t('interviews.to_today')}
        </Button>
        <Period view={query.data} />
        <Switch label={t('interviews.only_mine')} checked={mine} onChange={() => setMine(!mine)} />
      </div>
      <Loaded query={query}>{(data) => <Shown key={view} view={view} data={data} />}</Loaded>
    </>
  )
}

function Period({ view }: { view: CalendarView | undefined }) {
  const { language } = useLanguage()
  const [first, last] = [view?.days[0], view?.days.at(-1)]
  if (!first || !last) return null
  return (
    <span className={css.period} aria-live="polite">
      {first === last ? withWeekday(first.date, language) : `${first.date} – ${last.date}`}
    </span>
  )
}

function Shown({ view, data }: { view: View; data: CalendarView }) {
  const may = useMay()
  const [chosen, setChosen] = useState<string>()
  const [target, setTarget] = useState<Target>()
  const row = data.rows.find(({ appointmentId }) => appointmentId === chosen)
  return (
    <div className={css.columns}>
      {view === 'agenda' ? (
        <Agenda data={data} chosen={chosen} onChoose={setChosen} />
      ) : (
        <CalendarGrid
          view={view}
          data={data}
          chosen={row}
          onChoose={setChosen}
          onMove={may('interview.schedule') ? setTarget : undefined}
        />
      )}
      {row && <AppointmentPanel row={row} target={target} onTarget={setTarget} />}
    </div>
  )
}

interface AgendaProps {
  readonly data: CalendarView
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

function Agenda({ data, chosen, onChoose }: AgendaProps) {
  const { t, language } = useLanguage()
  const rows = data.rows.filter(({ slot }) => slot)
  const columns: Column<AppointmentView>[] = [
    {
      key: 'date',
      header: t('interviews.date'),
      tight: true,
      cell: ({ slot }) => slot && withWeekday(slot.date, language),
    },
    { key: 'time', header: t('interviews.time'), tight: true, cell: ({ slot }) => slot && spanText(slot) },
    { key: 'person', header: t('interviews.person'), cell: ({ name }) => <bdi>{name}</bdi> },
    { key: 'kind', header: t('interviews.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'officer', header: t('interviews.officer'), cell: ({ slot }) => slot?.officerName ?? '–' },
    { key: 'state', header: t('roster.day_state'), tight: true, cell: (row) => <StateWord row={row} /> },
  ]
  return (
    <DataTable
      label={t('interviews.calendar')}
      columns={columns}
      rows={rows}
      rowKey={({ appointmentId }) => appointmentId}
      onOpen={({ appointmentId }) => onChoose(appointmentId)}
      onSelect={({ appointmentId }) => onChoose(appointmentId)}
      {...(chosen ? { selectedKey: chosen } : {})}
      empty={
        <Empty
          icon={<IconCalendarOff aria-hidden />}
          title={t('interviews.none_here')}
          next={t('interviews.none_here_next')}
        />
      }
    />
  )
}
