import { type KeyboardEvent, memo, type ReactNode, type RefObject, useMemo, useRef, useState } from 'react'
import { useText } from '../app/language.tsx'
import css from './DataTable.module.css'
import { roomFor, useDrawnRows } from './drawn-rows.ts'
import { leaveRow, useRowLeft } from './row-left.ts'
import { useWideFrame } from './use-wide.ts'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers at the right. */
  readonly align?: 'left' | 'right'
  /** Keep on one line, as narrow as the content allows. */
  readonly tight?: boolean
}

interface Props<Row> {
  /** What the list is, for screen readers. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Enter or a click opens a row. Without it rows are read-only and take no focus. */
  readonly onOpen?: (row: Row) => void
  /** A row took the focus: for lists that show more of one row beside them. A click then only chooses, Enter opens. */
  readonly onSelect?: (row: Row) => void
  readonly selectedKey?: string
  /** Shown in place of the table when there is no row. */
  readonly empty?: ReactNode
}

/** A list of records: up, down, Home, End move, Enter opens; a screen reader hears a grid. */
export function DataTable<Row>({ label, columns, rows, rowKey, onOpen, onSelect, selectedKey, empty }: Props<Row>) {
  const t = useText()
  const body = useRef<HTMLTableSectionElement>(null)
  const frame = useWideFrame()
  const left = useRowLeft(label, body)
  const [focused, setCurrent] = useState<string>()
  const wanted = selectedKey ?? focused ?? left
  const at = rows.findIndex((row) => rowKey(row) === wanted)
  const { drawn, drawAll } = useDrawnRows(rows, at)
  const opens = onOpen !== undefined
  const given = useRef<Given<Row>>(nothing)
  given.current = { label, onOpen, onSelect }
  // One and the same for as long as rows can be opened: a table that is drawn again draws no row that stayed as it was.
  const acts = useMemo(() => (opens ? actsOf(given, setCurrent) : undefined), [opens])
  if (rows.length === 0) return empty ?? null
  const stop = Math.max(at, 0)
  const move = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    if (event.key === 'End') drawAll()
    moveFocus(event, body.current)
  }
  return (
    <div className={css.frame} ref={frame} style={drawn === rows ? undefined : { minHeight: roomFor(rows.length) }}>
      <table className={css.table} role={onOpen ? 'grid' : undefined} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, header, align = 'left', tight }) => (
              <th key={key} scope="col" data-align={align} data-tight={tight || undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onOpen && move} aria-description={onOpen && t('common.list_keys')}>
          {drawn.map((row, index) => (
            <OneRow
              key={rowKey(row)}
              id={rowKey(row)}
              row={row}
              columns={columns}
              acts={acts}
              isStop={index === stop}
              isSelected={index === at}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What can be done with a row, alike for all of them. */
interface Acts<Row> {
  focus(row: Row, key: string): void
  click(row: Row, key: string): void
  open(row: Row, key: string): void
}

/** As the table was drawn last. */
interface Given<Row> {
  readonly label: string
  readonly onOpen: ((row: Row) => void) | undefined
  readonly onSelect: ((row: Row) => void) | undefined
}

const nothing = { label: '', onOpen: undefined, onSelect: undefined }

function actsOf<Row>(given: RefObject<Given<Row>>, setCurrent: (key: string) => void): Acts<Row> {
  const open = (row: Row, key: string) => {
    leaveRow(given.current.label, key)
    given.current.onOpen?.(row)
  }
  return {
    open,
    click: (row, key) => (given.current.onSelect ? given.current.onSelect(row) : open(row, key)),
    focus(row, key) {
      setCurrent(key)
      given.current.onSelect?.(row)
    },
  }
}

interface RowProps<Row> {
  readonly id: string
  readonly row: Row
  readonly columns: readonly Column<Row>[]
  /** Undefined where rows are only read. */
  readonly acts: Acts<Row> | undefined
  /** The Tab key stops here. */
  readonly isStop: boolean
  readonly isSelected: boolean
}

/** Drawn anew only for what changes in itself: going from row to row touches two of them. */
const OneRow = memo(function OneRow<Row>({ id, row, columns, acts, isStop, isSelected }: RowProps<Row>) {
  const opens = acts && {
    tabIndex: isStop ? 0 : -1,
    'aria-selected': isSelected,
    'data-row': '',
    'data-key': id,
    onFocus: () => acts.focus(row, id),
    onClick: () => acts.click(row, id),
    onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => {
      if (event.key !== 'Enter' || event.target !== event.currentTarget) return
      event.preventDefault()
      acts.open(row, id)
    },
  }
  return (
    <tr {...opens}>
      {columns.map((column) => (
        <td key={column.key} data-align={column.align} data-tight={column.tight || undefined}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}) as <Row>(props: RowProps<Row>) => ReactNode

function moveFocus(event: KeyboardEvent, body: HTMLElement | null) {
  const rows = [...(body?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const at = rows.indexOf(event.target as HTMLElement)
  if (at < 0) return
  const last = rows.length - 1
  const to = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key]
  if (to === undefined) return
  event.preventDefault()
  rows[to]?.focus()
}
