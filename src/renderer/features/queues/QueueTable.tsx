import { useNavigate } from '@tanstack/react-router'
import { type MouseEvent, useCallback, useMemo, useRef } from 'react'
import type { QueuedClaim } from '../../../shared/contract/views.ts'
import { type QueueName, queueOf } from '../../../shared/domain/queues.ts'
import { deadlineName } from '../../../shared/domain/timeline/casework.ts'
import { nameLine } from '../../../shared/names/name-line.ts'
import { partnerWords, purposeWords } from '../../../shared/partners/names.ts'
import { relativeDay } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useKeys } from '../../app/keyboard.ts'
import { useLanguage, useText } from '../../app/language.tsx'
import { groupSerial } from '../../app/numbers.ts'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { ClaimStatePill, StatePill } from '../../components/StatePill.tsx'
import { useOpenClaim } from '../claims/ClaimTable.tsx'
import { PersonName } from '../claims/name.tsx'
import css from './Queues.module.css'
import type { Choice } from './use-choice.ts'

interface Props {
  readonly queue: QueueName
  readonly rows: readonly QueuedClaim[]
  readonly choice: Choice
}

/** The claims of a queue: J and K go from one to the next, Enter opens it. */
export function QueueTable({ queue, rows, choice: { chosen, setChosen, selected, toggle } }: Props) {
  const t = useText()
  const open = useOpenClaim()
  const frame = useRef<HTMLDivElement>(null)
  const current = rows.find(({ key }) => key === chosen)
  const columns = useColumns(queue, rows, selected, toggle)
  const go = (by: 1 | -1) => {
    const at = rows.findIndex(({ key }) => key === chosen)
    const next = rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)]
    if (!next) return
    setChosen(next.key)
    frame.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus()
  }
  useKeys([
    { keys: 'j', label: 'queues.key_next', run: () => go(1) },
    { keys: 'k', label: 'queues.key_previous', run: () => go(-1) },
    { keys: 'x', label: 'bulk.key_select', run: () => current && toggle(current.claimId) },
  ])
  return (
    <div ref={frame}>
      <DataTable
        label={t('queues.claims')}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        onOpen={open}
        onSelect={({ key }) => setChosen(key)}
        {...(chosen ? { selectedKey: chosen } : {})}
      />
    </div>
  )
}

/** The same columns as long as the rows are the same: numbers that come to the queues beside draw none of them anew. */
function useColumns(
  queue: QueueName,
  rows: readonly QueuedClaim[],
  selected: Choice['selected'],
  toggle: Choice['toggle'],
): Column<QueuedClaim>[] {
  const t = useText()
  const openOverview = useOverview()
  const aboutOne = rows.some(({ matter }) => matter)
  return useMemo(
    () => [
      {
        key: 'select',
        header: t('bulk.column'),
        tight: true,
        cell: (row) => <Select row={row} checked={selected.has(row.claimId)} onChange={() => toggle(row.claimId)} />,
      },
      { key: 'name', header: t('claims.name'), cell: (row) => <Person row={row} onOpen={openOverview} /> },
      ...(aboutOne
        ? [{ key: 'matter', header: t('queues.matter'), cell: (row: QueuedClaim) => <Matter row={row} /> }]
        : []),
      {
        key: 'day',
        header: t(queueOf(queue).by === 'day' ? 'queues.day' : 'queues.since'),
        tight: true,
        cell: (row) => <Day row={row} />,
      },
      // Beside the one matter and its day, where the claim stands and its own next day would only be in the way.
      ...(aboutOne ? [] : whereItStands(t)),
      { key: 'owner', header: t('queues.owner'), tight: true, cell: (row) => row.ownerName ?? t('queues.no_owner') },
    ],
    [queue, aboutOne, selected, toggle, openOverview, t],
  )
}

const whereItStands = (t: ReturnType<typeof useText>): Column<QueuedClaim>[] => [
  { key: 'state', header: t('claims.state'), tight: true, cell: ({ state }) => <ClaimStatePill state={state} /> },
  { key: 'deadline', header: t('claims.deadline'), tight: true, cell: ({ nextDeadline }) => nextDeadline ?? '–' },
]

interface SelectProps {
  readonly row: QueuedClaim
  readonly checked: boolean
  readonly onChange: () => void
}

/** A box of the browser's own, fifty of which cost a fraction of the library's. */
function Select({ row, checked, onChange }: SelectProps) {
  const t = useText()
  return (
    <input
      type="checkbox"
      className={css.select}
      aria-label={t('bulk.select', { name: nameLine(row) || row.applicationNumber })}
      checked={checked}
      tabIndex={-1}
      onChange={onChange}
      onClick={(event) => event.stopPropagation()}
    />
  )
}

type OpenOverview = (event: MouseEvent, claimId: string) => void

/** Goes to a claim's overview on a plain click; with Ctrl or the middle button the link is the browser's. */
function useOverview(): OpenOverview {
  const navigate = useNavigate()
  return useCallback(
    (event, claimId) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      void navigate({ to: '/claims/$claimId', params: { claimId } })
    },
    [navigate],
  )
}

/**
 * The name leads to the claim; below it the number and how many came together. A plain link: the router's own listens
 * to the address, and there are fifty of them.
 */
function Person({ row, onOpen }: { row: QueuedClaim; onOpen: OpenOverview }) {
  const t = useText()
  const { claimId } = row
  return (
    <span className={css.two}>
      <a href={`#/claims/${claimId}`} tabIndex={-1} className={css.name} onClick={(event) => onOpen(event, claimId)}>
        <PersonName person={row} />
      </a>
      <span className={css.quiet}>
        {groupSerial(row.applicationNumber)}
        {row.family && ` · ${t('family.count', { count: row.family })}`}
      </span>
    </span>
  )
}

/** What is awaited of whom and since when, or what more time is asked for and by whom. */
function Matter({ row: { matter } }: { row: QueuedClaim }) {
  const { t, say } = useLanguage()
  if (!matter) return null
  const [what, more] =
    matter.kind === 'partner'
      ? [
          t('queues.of_partner', {
            partner: say(partnerWords[matter.partner]),
            purpose: say(purposeWords[matter.purpose]),
          }),
          t('queues.asked_on', { day: matter.since }),
        ]
      : [say(deadlineName(matter.rule)), t(`queues.by_${matter.asker}`, { day: matter.due })]
  return (
    <span className={css.two}>
      <span>{what}</span>
      <span className={css.quiet}>{more}</span>
    </span>
  )
}

/** The day, how far it is, and a word when it is late. */
function Day({ row: { day, late } }: { row: QueuedClaim }) {
  const { t, language } = useLanguage()
  const today = useStatus()?.today ?? day
  return (
    <span className={css.two}>
      <span>{day}</span>
      {late ? (
        <StatePill tone="bad">{`${t('queues.is_late')}, ${relativeDay(day, today, language)}`}</StatePill>
      ) : (
        <span className={css.quiet}>{relativeDay(day, today, language)}</span>
      )}
    </span>
  )
}
