import { Button } from '@mantine/core'
import { IconCalendarDue, IconFiles } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { ClaimRow, TodayView } from '../../../shared/contract/views.ts'
import { nameLine } from '../../../shared/names/name-line.ts'
import { daysBetween, relativeDay } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { groupSerial } from '../../app/numbers.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { ClaimStatePill, StatePill } from '../../components/StatePill.tsx'
import { Empty } from '../../components/states.tsx'
import css from './Today.module.css'

function useOpenClaim() {
  const navigate = useNavigate()
  return ({ claimId }: { claimId: string }) => void navigate({ to: '/claims/$claimId', params: { claimId } })
}

/** Rows of Due before the officer asks for the rest: what is mine stays in sight. */
const shortly = 6

/** Deadlines that still count, the earliest first. */
export function Due({ due }: { due: TodayView['due'] }) {
  const { t, say } = useLanguage()
  const open = useOpenClaim()
  const [all, setAll] = useState(false)
  type Row = TodayView['due'][number]
  const columns: Column<Row>[] = [
    { key: 'when', header: t('today.when'), tight: true, cell: (row) => <DueDate date={row.due} /> },
    { key: 'what', header: t('today.what'), cell: (row) => say(row.label) },
    { key: 'name', header: t('today.name'), cell: (row) => row.name || t('claims.no_name') },
  ]
  return (
    <section>
      <h2 className={css.heading}>{t('today.due')}</h2>
      <DataTable
        label={t('today.due')}
        columns={columns}
        rows={all ? due : due.slice(0, shortly)}
        rowKey={(row) => `${row.claimId}${row.due}${row.label.en}`}
        onOpen={open}
        empty={<Empty icon={<IconCalendarDue aria-hidden />} title={t('today.due_none')} />}
      />
      {!all && due.length > shortly && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          {t('today.due_all', { count: due.length })}
        </Button>
      )}
    </section>
  )
}

/** Days before a deadline from which it is called near. */
const near = 3

/** The date itself, how far it is, and a word when it presses. */
export function DueDate({ date }: { date: string }) {
  const { t, language } = useLanguage()
  const today = useStatus()?.today ?? date
  const days = daysBetween(today, date)
  return (
    <span className={css.due}>
      <span>{date}</span>
      {days !== 0 && <span className={css.quiet}>{relativeDay(date, today, language)}</span>}
      {days < 0 && <StatePill tone="bad">{t('today.overdue')}</StatePill>}
      {days === 0 && <StatePill tone="attention">{t('today.due_today')}</StatePill>}
      {days > 0 && days <= near && <StatePill tone="attention">{t('today.due_soon')}</StatePill>}
    </span>
  )
}

/** Open claims of this officer. */
export function Mine({ rows }: { rows: readonly ClaimRow[] }) {
  const t = useText()
  return (
    <Claims
      title={t('today.mine')}
      rows={rows}
      empty={<Empty icon={<IconFiles aria-hidden />} title={t('today.mine_none')} next={t('today.mine_none_next')} />}
    />
  )
}

/** Claims proposed ineligible: a second officer confirms or returns them. */
export function Awaiting({ rows }: { rows: readonly ClaimRow[] }) {
  const t = useText()
  return <Claims title={t('today.awaiting')} rows={rows} />
}

function Claims({ title, rows, empty }: { title: string; rows: readonly ClaimRow[]; empty?: ReactNode }) {
  const t = useText()
  const open = useOpenClaim()
  const columns: Column<ClaimRow>[] = [
    { key: 'name', header: t('today.name'), cell: (row) => nameLine(row) || t('claims.no_name') },
    { key: 'number', header: t('today.number'), tight: true, cell: (row) => groupSerial(row.applicationNumber) },
    { key: 'state', header: t('today.state'), tight: true, cell: (row) => <ClaimStatePill state={row.state} /> },
    { key: 'deadline', header: t('today.deadline'), tight: true, cell: (row) => row.nextDeadline ?? '–' },
  ]
  return (
    <section>
      <h2 className={css.heading}>{title}</h2>
      <DataTable
        label={title}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.claimId}
        onOpen={open}
        empty={empty}
      />
    </section>
  )
}
