import { useNavigate } from '@tanstack/react-router'
import { type FocusEvent, type ReactNode, useEffect, useRef } from 'react'
import type { ClaimRow, SearchPage } from '../../../shared/contract/views.ts'
import { instantText } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { countryName } from '../../app/names.ts'
import { groupSerial } from '../../app/numbers.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { ClaimStatePill } from '../../components/StatePill.tsx'
import { DueDate } from '../today/Lists.tsx'
import css from './Claims.module.css'
import { PersonName } from './name.tsx'

type Row = ClaimRow & Partial<Pick<SearchPage['rows'][number], 'matched'>>

interface Props {
  readonly label: string
  readonly rows: readonly Row[]
  readonly empty: ReactNode
  /** Asked for when the officer comes near the end of the list. */
  readonly onEnd?: (() => void) | undefined
}

/** Rows before the end at which the next page is asked for. */
const near = 8

/** Claims as a table; more rows come as its end comes near, by scrolling or by keys. */
export function ClaimTable({ label, rows, empty, onEnd }: Props) {
  const open = useOpenClaim()
  const matched = rows.some((row) => row.matched)
  const columns = useColumns(matched)
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const row = event.target.closest('[data-row]')
    const index = row?.parentElement ? [...row.parentElement.children].indexOf(row) : 0
    if (rows.length - index <= near) onEnd?.()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only watches where the focus of its rows goes
    <section onFocus={onFocus}>
      <DataTable
        label={label}
        columns={columns}
        rows={rows}
        rowKey={({ claimId }) => claimId}
        onOpen={open}
        empty={empty}
      />
      {onEnd && <EndOfRows onSeen={onEnd} />}
    </section>
  )
}

/** An intake opens where it stands, any other claim with its overview. */
export function useOpenClaim() {
  const navigate = useNavigate()
  return ({ claimId, state }: Pick<ClaimRow, 'claimId' | 'state'>) =>
    void (state === 'intake'
      ? navigate({ to: '/claims/$claimId/intake/$step', params: { claimId, step: 'continue' } })
      : navigate({ to: '/claims/$claimId', params: { claimId } }))
}

function useColumns(matched: boolean): Column<Row>[] {
  const { t, language } = useLanguage()
  const zone = useStatus()?.office?.zone
  const how: Column<Row> = {
    key: 'matched',
    header: t('claims.matched'),
    tight: true,
    cell: (row) => row.matched && <span className={css.chip}>{t(`claims.matched_${row.matched}`)}</span>,
  }
  return [
    { key: 'name', header: t('claims.name'), cell: (row) => <PersonName person={row} /> },
    ...(matched ? [how] : []),
    { key: 'number', header: t('claims.number'), tight: true, cell: (row) => groupSerial(row.applicationNumber) },
    {
      key: 'citizenship',
      header: t('claims.citizenship'),
      cell: (row) => row.citizenships.map((code) => countryName(code, language)).join(', ') || '–',
    },
    { key: 'state', header: t('claims.state'), tight: true, cell: (row) => <ClaimStatePill state={row.state} /> },
    { key: 'date', header: t('claims.date'), tight: true, cell: (row) => row.claimDate },
    {
      key: 'deadline',
      header: t('claims.deadline'),
      tight: true,
      cell: (row) => (row.nextDeadline ? <DueDate date={row.nextDeadline} /> : '–'),
    },
    { key: 'owner', header: t('claims.owner'), cell: (row) => row.ownerName ?? '–' },
    { key: 'updated', header: t('claims.updated'), tight: true, cell: (row) => instantText(row.updatedAt, zone) },
  ]
}

function EndOfRows({ onSeen }: { onSeen: () => void }) {
  const mark = useRef<HTMLDivElement>(null)
  const latest = useRef(onSeen)
  latest.current = onSeen
  useEffect(() => {
    if (!mark.current) return
    const watcher = new IntersectionObserver(([seen]) => seen?.isIntersecting && latest.current(), {
      rootMargin: '400px',
    })
    watcher.observe(mark.current)
    return () => watcher.disconnect()
  }, [])
  return <div ref={mark} />
}
