import { IconCircleX } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type FocusEvent, type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { ClaimRow, SearchPage } from '../../../shared/contract/views.ts'
import { instantText, relativeDay } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useLanguage } from '../../app/language.tsx'
import { useMay } from '../../app/may.ts'
import { countryName } from '../../app/names.ts'
import { groupSerial } from '../../app/numbers.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { ClaimStatePill } from '../../components/StatePill.tsx'
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

/** An intake opens where it stands; any other claim, and where only the photo is seen, with its overview. */
export function useOpenClaim() {
  const navigate = useNavigate()
  const whole = useMay()('claim.view_file')
  return ({ claimId, state }: Pick<ClaimRow, 'claimId' | 'state'>) =>
    void (state === 'intake' && whole
      ? navigate({ to: '/claims/$claimId/intake/$step', params: { claimId, step: 'continue' } })
      : navigate({ to: '/claims/$claimId', params: { claimId } }))
}

function useColumns(matched: boolean): Column<Row>[] {
  const { t, language } = useLanguage()
  const zone = useStatus()?.office?.zone
  // The same columns draw no row anew that stayed as it was.
  return useMemo(() => {
    const how: Column<Row> = {
      key: 'matched',
      header: t('claims.matched'),
      tight: true,
      cell: (row) => row.matched && <span className={css.chip}>{t(`claims.matched_${row.matched}`)}</span>,
    }
    const owner: Column<Row> = {
      key: 'owner',
      header: t('claims.owner_changed'),
      tight: true,
      cell: (row) => <Two first={row.ownerName ?? '–'} second={instantText(row.updatedAt, zone)} />,
    }
    return [
      { key: 'name', header: t('claims.name'), cell: (row) => <PersonName person={row} /> },
      {
        key: 'number',
        header: t('claims.number_date'),
        tight: true,
        cell: (row) => <Two first={groupSerial(row.applicationNumber)} second={row.claimDate} />,
      },
      {
        key: 'citizenship',
        header: t('claims.citizenship'),
        cell: (row) => row.citizenships.map((code) => countryName(code, language)).join(', ') || '–',
      },
      { key: 'state', header: t('claims.state'), tight: true, cell: (row) => <State row={row} /> },
      {
        key: 'deadline',
        header: t('claims.deadline'),
        tight: true,
        cell: (row) => <Deadline due={row.nextDeadline} />,
      },
      // Who found somebody wants to know how, more than who works on it.
      matched ? how : owner,
    ]
  }, [t, language, zone, matched])
}

/** The state, and below it the lane and how many came together. */
function State({ row }: { row: Row }) {
  const { t } = useLanguage()
  const more = [
    row.portal && t('portal.channel'),
    row.oneTouch && t('lane.one_touch'),
    row.family && t('family.count', { count: row.family }),
  ]
  const words = more.filter(Boolean).join(' · ')
  return <Two first={<ClaimStatePill state={row.state} />} second={words} />
}

/** A value with a lesser one below it: a row has two lines anyway, for names in their own script. */
function Two({ first, second }: { first: ReactNode; second: ReactNode }) {
  return (
    <span className={css.two}>
      <span>{first}</span>
      <span className={css.second}>{second}</span>
    </span>
  )
}

/** The day, and below it how far it is; late in a word with its icon. */
function Deadline({ due }: { due: string | undefined }) {
  const { t, language } = useLanguage()
  const today = useStatus()?.today
  if (!due || !today) return '–'
  const late = due < today
  const near = relativeDay(due, today, language)
  return (
    <Two
      first={due}
      second={
        late ? (
          <span className={css.late}>
            <IconCircleX size={16} aria-hidden /> {t('today.overdue')}, {near}
          </span>
        ) : (
          near
        )
      }
    />
  )
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
