import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RosterInterpreter, RosterOfficer, RosterRoom, RosterView } from '../../../shared/contract/views.ts'
import { type WeeklyHours, weekdays } from '../../../shared/domain/appointments.ts'
import { useDesk } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { languageName } from '../../app/names.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Empty, Loaded } from '../../components/states.tsx'
import css from './Administration.module.css'
import { RosterDialogs, type RosterEdit } from './RosterDialogs.tsx'

/** What can be booked: rooms, interpreters, officers' hours, and days on which the office differs from the calendar. */
export function Roster() {
  const query = useQuery(useDesk().roster.view.queryOptions())
  const [edit, setEdit] = useState<RosterEdit>()
  const onEdit = useMay()('roster.set') ? setEdit : undefined
  return (
    <Loaded query={query}>
      {(view) => (
        <>
          <Parts view={view} onEdit={onEdit} />
          <RosterDialogs edit={edit} onClose={() => setEdit(undefined)} />
        </>
      )}
    </Loaded>
  )
}

type OnEdit = ((edit: RosterEdit) => void) | undefined

function Parts({ view, onEdit }: { view: RosterView; onEdit: OnEdit }) {
  const { t, say, language } = useLanguage()
  const hours = useHoursText()
  const inUse = ({ active }: { active: boolean }) => t(active ? 'roster.active' : 'roster.not_active')
  const rooms: Column<RosterRoom>[] = [
    { key: 'name', header: t('roster.name'), cell: ({ name }) => <bdi>{name}</bdi> },
    { key: 'place', header: t('roster.place'), cell: ({ place }) => <bdi>{place}</bdi> },
    { key: 'accessible', header: t('roster.accessible'), tight: true, cell: (row) => (row.accessible ? '✓' : '–') },
    { key: 'hours', header: t('roster.hours'), cell: (row) => hours(row.hours) },
    { key: 'active', header: t('roster.active'), tight: true, cell: inUse },
  ]
  const languages = ({ languages: spoken }: RosterInterpreter) =>
    spoken.map((one) => [languageName(one.language, language), ...one.dialects].join(', ')).join(' · ')
  const interpreters: Column<RosterInterpreter>[] = [
    { key: 'name', header: t('roster.name'), cell: ({ name }) => <bdi>{name}</bdi> },
    { key: 'languages', header: t('roster.languages'), cell: languages },
    { key: 'hours', header: t('roster.hours'), cell: (row) => hours(row.hours) },
    { key: 'active', header: t('roster.active'), tight: true, cell: inUse },
  ]
  const officers: Column<RosterOfficer>[] = [
    { key: 'name', header: t('roster.name'), cell: ({ name }) => <bdi>{name}</bdi> },
    {
      key: 'hours',
      header: t('roster.hours'),
      cell: (row) => `${hours(row.hours)}${row.usual ? ` (${t('roster.usual')})` : ''}`,
    },
    {
      key: 'away',
      header: t('roster.away'),
      cell: ({ away }) => away.map(({ from, to }) => `${from} – ${to}`).join(', ') || '–',
    },
  ]
  const days: Column<RosterView['days'][number]>[] = [
    { key: 'date', header: t('roster.day'), tight: true, cell: ({ date }) => date },
    {
      key: 'open',
      header: t('roster.day_state'),
      tight: true,
      cell: ({ open }) => t(open ? 'roster.open' : 'roster.closed'),
    },
    {
      key: 'name',
      header: t('common.reason'),
      cell: ({ name, own }) => (name ? say(name) : own ? t('roster.own') : '–'),
    },
  ]
  return (
    <>
      <Part title={t('roster.rooms')} add={t('roster.add_room')} onAdd={onEdit && (() => onEdit({ what: 'room' }))}>
        <DataTable
          label={t('roster.rooms')}
          columns={rooms}
          rows={view.rooms}
          rowKey={({ id }) => id}
          {...(onEdit ? { onOpen: (row: RosterRoom) => onEdit({ what: 'room', row }) } : {})}
          empty={<Empty title={t('roster.none_rooms')} next={t('roster.none_rooms_next')} />}
        />
      </Part>
      <Part
        title={t('roster.interpreters')}
        add={t('roster.add_interpreter')}
        onAdd={onEdit && (() => onEdit({ what: 'interpreter' }))}
      >
        <DataTable
          label={t('roster.interpreters')}
          columns={interpreters}
          rows={view.interpreters}
          rowKey={({ id }) => id}
          {...(onEdit ? { onOpen: (row: RosterInterpreter) => onEdit({ what: 'interpreter', row }) } : {})}
          empty={<Empty title={t('roster.none_interpreters')} next={t('roster.none_interpreters_next')} />}
        />
      </Part>
      <Part title={t('roster.officers')}>
        <DataTable
          label={t('roster.officers')}
          columns={officers}
          rows={view.officers}
          rowKey={({ id }) => id}
          {...(onEdit ? { onOpen: (row: RosterOfficer) => onEdit({ what: 'officer', row }) } : {})}
        />
      </Part>
      <Part title={t('roster.days')} add={t('roster.add_day')} onAdd={onEdit && (() => onEdit({ what: 'day' }))}>
        <DataTable
          label={t('roster.days')}
          columns={days}
          rows={view.days}
          rowKey={({ date }) => date}
          {...(onEdit ? { onOpen: (row: RosterView['days'][number]) => onEdit({ what: 'day', row }) } : {})}
        />
      </Part>
    </>
  )
}

interface PartProps {
  readonly title: string
  readonly add?: string
  readonly onAdd?: (() => void) | undefined
  readonly children: React.ReactNode
}

function Part({ title, add, onAdd, children }: PartProps) {
  return (
    <section className={css.inline}>
      <h2>{title}</h2>
      {onAdd && (
        <Button variant="default" size="compact-sm" mb="xs" onClick={onAdd}>
          {add}
        </Button>
      )}
      {children}
    </section>
  )
}

/** `Mon–Fri 08:30-16:30`, days with the same hours together. */
function useHoursText(): (hours: WeeklyHours) => string {
  const t = useText()
  const { language } = useLanguage()
  const dayName = (day: string) =>
    // 2026-11-23 is a Monday.
    new Intl.DateTimeFormat(`${language}-CA`, { weekday: 'short', timeZone: 'UTC' }).format(
      Date.UTC(2026, 10, 22 + Number(day)),
    )
  return (hours) => {
    const spans = weekdays.flatMap((day) => {
      const text = (hours[day] ?? []).map(({ from, to }) => `${from}–${to}`).join(', ')
      return text ? [{ day, text }] : []
    })
    const groups = spans.reduce<{ first: string; last: string; text: string }[]>((all, { day, text }) => {
      const before = all.at(-1)
      if (before && before.text === text && Number(before.last) + 1 === Number(day)) before.last = day
      else all.push({ first: day, last: day, text })
      return all
    }, [])
    const said = groups.map(({ first, last, text }) =>
      first === last ? `${dayName(first)} ${text}` : `${dayName(first)}–${dayName(last)} ${text}`,
    )
    return said.join('; ') || t('interviews.closed')
  }
}
