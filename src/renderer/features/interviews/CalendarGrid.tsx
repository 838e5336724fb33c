import { type DragEvent, type KeyboardEvent, memo, useMemo, useRef, useState } from 'react'
import type { AppointmentView, CalendarView, SlotView } from '../../../shared/contract/views.ts'
import { minuteOf, timeOf } from '../../../shared/domain/appointments.ts'
import { announce } from '../../app/announce.tsx'
import { weekdayOf } from '../../app/dates.ts'
import { useKeys } from '../../app/keyboard.ts'
import { useLanguage } from '../../app/language.tsx'
import { useDrawnRows } from '../../components/drawn-rows.ts'
import css from './Interviews.module.css'
import { spanText } from './slot-words.tsx'

/** Where an appointment is put: a time, on a day or with an officer. */
export interface Target {
  readonly date: string
  readonly time: string
  readonly officer?: string
}

interface Props {
  readonly view: 'day' | 'week'
  readonly data: CalendarView
  readonly chosen: AppointmentView | undefined
  readonly onChoose: (id: string) => void
  /** Undefined: the officer may not move any. */
  readonly onMove: ((target: Target) => void) | undefined
}

interface Line {
  readonly key: string
  readonly label: string
  readonly note?: string
  readonly date: string
  readonly officer?: string | null
  readonly closed: boolean
  readonly today: boolean
}

const half = 30
/** Pixels of height that an appointment takes in its cell at least. */
const chipTakes = 24

/**
 * Half-hours down, days or officers across. Arrows go from cell to cell; Enter chooses the next appointment in it; M
 * takes the chosen one along, Enter puts it down. A mouse drags.
 */
export function CalendarGrid({ view, data, chosen, onChoose, onMove }: Props) {
  const { t } = useLanguage()
  const lines = useLines(view, data)
  const body = useRef<HTMLTableSectionElement>(null)
  const [at, setAt] = useState({ row: 0, line: 0 })
  const [moving, setMoving] = useState(false)
  const halves = Array.from({ length: (data.to - data.from) / half }, (_, i) => data.from + i * half)
  const startingIn = useMemo(() => startsOf(data.rows), [data.rows])
  const room = halves.map((start) => Math.max(...lines.map((line) => startingIn(line, start).length), 1) * chipTakes)
  const { drawn } = useDrawnRows(halves, at.row, fitting(room))
  const movable = onMove && chosen?.allowed.includes('move') ? chosen : undefined
  const begin = () => {
    if (!movable) return
    setMoving(true)
    announce(t('interviews.moving', { name: movable.name }))
    focusCell(body.current, at)
  }
  useKeys([{ keys: 'm', label: 'interviews.move', where: 'here', run: begin }])
  const put = (row: number, line: number) => {
    const to = lines[line]
    const start = halves[row]
    if (!to || start === undefined || !onMove) return
    setMoving(false)
    onMove({ date: to.date, time: timeOf(start), ...(to.officer ? { officer: to.officer } : {}) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepFrom(event.key, at, { rows: halves.length, lines: lines.length })
    if (next) {
      event.preventDefault()
      setAt(next)
      focusCell(body.current, next)
    } else if (event.key === 'Escape' && moving) {
      event.preventDefault()
      setMoving(false)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (moving) put(at.row, at.line)
      else {
        const here = startingIn(lines[at.line], halves[at.row])
        const now = here.findIndex(({ view: { appointmentId } }) => appointmentId === chosen?.appointmentId)
        const following = here[(now + 1) % Math.max(here.length, 1)]
        if (following) onChoose(following.view.appointmentId)
      }
    }
  }
  const onDrop = (event: DragEvent, row: number, line: number) => {
    event.preventDefault()
    put(row, line)
  }
  return (
    <div>
      <p className={css.quiet}>
        {moving && movable ? t('interviews.moving', { name: movable.name }) : t('interviews.calendar_keys')}
      </p>
      <div className={css.frame} style={drawn === halves ? undefined : { minHeight: sum(room) }}>
        <table className={css.grid} role={lines.length > 0 ? 'grid' : undefined} aria-label={t('interviews.calendar')}>
          <thead>
            <tr>
              <th scope="col">{t('interviews.time')}</th>
              {lines.map((line) => (
                <th key={line.key} scope="col" className={line.today ? css.today : undefined}>
                  {line.label}
                  {line.closed && <div className={css.quiet}>{line.note ?? t('interviews.closed')}</div>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} onKeyDown={onKeyDown}>
            {drawn.map((start, row) => (
              <tr key={start}>
                <th scope="row">{timeOf(start)}</th>
                {lines.map((line, index) => (
                  <td
                    key={line.key}
                    tabIndex={at.row === row && at.line === index ? 0 : -1}
                    data-cell={`${row} ${index}`}
                    data-closed={line.closed || undefined}
                    data-aim={(moving && at.row === row && at.line === index) || undefined}
                    onFocus={() => setAt({ row, line: index })}
                    onDragOver={(event) => movable && event.preventDefault()}
                    onDrop={(event) => onDrop(event, row, index)}
                  >
                    {startingIn(line, start).map(({ view: one, slot }) => (
                      <Chip
                        key={`${one.appointmentId} ${slot.date} ${slot.time}`}
                        one={one}
                        slot={slot}
                        chosen={one.appointmentId === chosen?.appointmentId}
                        draggable={onMove !== undefined && one.allowed.includes('move')}
                        onChoose={onChoose}
                      />
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

interface ChipProps {
  readonly one: AppointmentView
  readonly slot: SlotView
  readonly chosen: boolean
  readonly draggable: boolean
  readonly onChoose: (id: string) => void
}

/** Drawn anew only for what changes in itself: a large office has hundreds in a week. */
const Chip = memo(function Chip({ one, slot, chosen, draggable, onChoose }: ChipProps) {
  const { t } = useLanguage()
  const state = t(`interviews.state_${one.state}`)
  return (
    <button
      type="button"
      tabIndex={-1}
      className={css.chip}
      data-state={one.state}
      data-chosen={chosen || undefined}
      aria-pressed={chosen}
      draggable={draggable}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', one.appointmentId)
        onChoose(one.appointmentId)
      }}
      onClick={() => onChoose(one.appointmentId)}
      title={`${spanText(slot)} ${one.name}, ${t(`kind.${one.kind}`)}, ${state}`}
    >
      <bdi>
        {spanText(slot)} {one.name}
      </bdi>
      {one.state !== 'booked' && ` (${state})`}
      {one.provisional && ` (${t('interviews.provisional')})`}
    </button>
  )
})

/** Days across, or on one day those who conduct interviews, and what nobody conducts. */
function useLines(view: 'day' | 'week', data: CalendarView): readonly Line[] {
  const { t, say, language } = useLanguage()
  const [day] = data.days
  if (view === 'day' && day) {
    const of = { date: day.date, closed: !day.open, today: day.date === data.today }
    const officers = data.officers.map(({ id, name }) => ({ key: id, label: name, officer: id, ...of }))
    return [...officers, { key: 'nobody', label: t('interviews.nobody'), officer: null, ...of }]
  }
  return data.days.map(({ date, open, name }) => ({
    key: date,
    date,
    label: `${weekdayOf(date, language)?.slice(0, 3)} ${date.slice(5)}`,
    closed: !open,
    today: date === data.today,
    ...(name ? { note: say(name) } : {}),
  }))
}

interface Start {
  readonly view: AppointmentView
  readonly slot: SlotView
}

/** What begins in a half-hour of a line, sorted once for the whole grid. */
function startsOf(rows: readonly AppointmentView[]) {
  const starts = rows.flatMap((view) =>
    (view.slot ? [view.slot] : (view.offered ?? [])).map((slot) => ({ view, slot })),
  )
  const at = Map.groupBy(starts, ({ slot }) => `${slot.date} ${Math.floor(minuteOf(slot.time) / half) * half}`)
  return (line: Line | undefined, start: number | undefined): readonly Start[] => {
    const here = (line && at.get(`${line.date} ${start}`)) ?? []
    return line?.officer === undefined ? here : here.filter(({ slot }) => slot.officer === line.officer)
  }
}

/** How many rows that take so many pixels each fit into the window. */
function fitting(room: readonly number[]): number {
  const over = room.findIndex((_, row) => sum(room.slice(0, row + 1)) > innerHeight)
  return over < 0 ? room.length : over + 1
}

const sum = (pixels: readonly number[]) => pixels.reduce((all, each) => all + each, 0)

interface Place {
  readonly row: number
  readonly line: number
}

function stepFrom(key: string, { row, line }: Place, { rows, lines }: { rows: number; lines: number }) {
  const moved: Readonly<Record<string, Place>> = {
    ArrowDown: { row: Math.min(row + 1, rows - 1), line },
    ArrowUp: { row: Math.max(row - 1, 0), line },
    ArrowRight: { row, line: Math.min(line + 1, lines - 1) },
    ArrowLeft: { row, line: Math.max(line - 1, 0) },
    Home: { row, line: 0 },
    End: { row, line: lines - 1 },
  }
  return moved[key]
}

const focusCell = (body: HTMLElement | null, { row, line }: Place) =>
  body?.querySelector<HTMLElement>(`[data-cell="${row} ${line}"]`)?.focus()
