import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useText } from '../app/language.tsx'
import css from './DataTable.module.css'
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
  const current = focused ?? left
  if (rows.length === 0) return empty ?? null
  const wanted = selectedKey ?? current
  const stop = rows.some((row) => rowKey(row) === wanted) ? wanted : rows[0] && rowKey(rows[0])
  const open = (row: Row) => {
    leaveRow(label, rowKey(row))
    onOpen?.(row)
  }
  const move = (event: KeyboardEvent<HTMLTableSectionElement>) => moveFocus(event, body.current)
  return (
    <div className={css.frame} ref={frame}>
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
          {rows.map((row) => {
            const key = rowKey(row)
            const opens = onOpen && {
              tabIndex: key === stop ? 0 : -1,
              'aria-selected': key === (selectedKey ?? current),
              'data-row': '',
              'data-key': key,
              onFocus: () => {
                setCurrent(key)
                onSelect?.(row)
              },
              onClick: () => (onSelect ?? open)(row),
              onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => {
                if (event.key !== 'Enter' || event.target !== event.currentTarget) return
                event.preventDefault()
                open(row)
              },
            }
            return (
              <tr key={key} {...opens}>
                {columns.map((column) => (
                  <td key={column.key} data-align={column.align} data-tight={column.tight || undefined}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

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
