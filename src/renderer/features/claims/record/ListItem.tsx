import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { v7 } from 'uuid'
import { type ListName, listOf } from '../../../../shared/record/lists.ts'
import { type RowValues, recordOf } from '../../../../shared/record/record.ts'
import { noneRegister, rowRegister } from '../../../../shared/record/registers.ts'
import { useLanguage } from '../../../app/language.tsx'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { useClaim } from '../claim.tsx'
import { AnswerControl, NoneBox } from './AnswerControl.tsx'
import { CoverageBars } from './CoverageBars.tsx'
import css from './Record.module.css'
import { RegisterNote } from './RegisterNote.tsx'
import { useRecord } from './record.tsx'
import { useRegisters } from './use-row-names.ts'

/** What the next row begins with, from the one before: whoever types a history types a country once. */
const carried: Partial<Record<ListName, readonly string[]>> = {
  addresses: ['country'],
  activities: ['country'],
  events: ['country'],
  risks: ['country'],
}

/** Rows of a list: each saved as it is typed, a new one by key, in the order in which they came onto the screen. */
export function ListItem({ list }: { readonly list: ListName }) {
  const { t, say } = useLanguage()
  const { shownIn, save, disabled } = useRecord()
  const { title, one, none, span } = listOf(list)
  const { rows, add, remove } = useListRows(list)
  const frame = useRef<HTMLElement>(null)
  const no = noneRegister(list)
  return (
    <section ref={frame} className={css.list} aria-label={say(title)} data-item={list}>
      <h4 className={css.listTitle}>{say(title)}</h4>
      {span && (list === 'addresses' || list === 'activities') && <CoverageBars list={list} />}
      <ol className={css.rows}>
        {rows.map(({ id, fresh, start }, at) => (
          <RowCard
            key={id}
            list={list}
            id={id}
            fresh={fresh}
            start={start}
            label={`${say(one)} ${at + 1}`}
            onRemove={() => {
              remove(id)
              frame.current?.querySelector<HTMLElement>('[data-add-row]')?.focus()
            }}
          />
        ))}
      </ol>
      <div className={css.below}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          rightSection={<KeyHint keys="ctrl+Enter" />}
          disabled={disabled}
          onClick={add}
          data-add-row
        >
          {t('record.add', { what: say(one) })}
        </Button>
        {rows.length === 0 && (
          <NoneBox
            label={say(none)}
            checked={shownIn(no) === true}
            disabled={disabled}
            onChange={(checked) => save(no, checked ? true : undefined)}
          />
        )}
      </div>
    </section>
  )
}

interface ShownRow {
  readonly id: string
  /** Just added by hand: takes the focus. */
  readonly fresh: boolean
  /** What it begins with before anything is typed. */
  readonly start: RowValues
}

function useListRows(list: ListName) {
  const { save, shownIn } = useRecord()
  const registers = useRegisters()
  const held = recordOf(registers).rows[list]
  // Rows that an officer has seen keep their place while their dates are typed; what comes from elsewhere goes below.
  const order = useRef<string[]>(held.map(({ id }) => id))
  const [fresh, setFresh] = useState<readonly ShownRow[]>([])
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const known = new Set(held.map(({ id }) => id))
  for (const { id } of held) if (!order.current.includes(id)) order.current.push(id)
  const shown = order.current
    .filter((id) => !gone.has(id) && (known.has(id) || fresh.some((row) => row.id === id)))
    .map((id): ShownRow => fresh.find((row) => row.id === id) ?? { id, fresh: false, start: {} })
  const add = () => {
    const id = v7()
    const last = shownIn(rowRegister(list, shown.at(-1)?.id ?? '')) as RowValues | undefined
    const start = Object.fromEntries(
      (carried[list] ?? []).flatMap((name) => (last?.[name] ? [[name, last[name]]] : [])),
    )
    order.current.push(id)
    setFresh((rows) => [...rows, { id, fresh: true, start }])
  }
  const remove = (id: string) => {
    setGone((ids) => new Set(ids).add(id))
    if (known.has(id)) save(rowRegister(list, id), undefined)
  }
  return { rows: shown, add, remove }
}

interface CardProps extends ShownRow {
  readonly list: ListName
  readonly label: string
  readonly onRemove: () => void
}

function RowCard({ list, id, fresh, start, label, onRemove }: CardProps) {
  const { t } = useLanguage()
  const { view: claim } = useClaim()
  const { shownIn, errorOf, save, keep, mustCorrect, disabled } = useRecord()
  const register = rowRegister(list, id)
  const draft = draftOf(claim.drafts[register])
  const held = (shownIn(register) as RowValues | undefined) ?? start
  const row = { ...held, ...draft }
  const locked = disabled || mustCorrect(register)
  const error = errorOf(register)
  const latest = useRef(row)
  latest.current = { ...held, ...draft }
  const changed = (column: string, value: unknown): RowValues => {
    const { [column]: _, ...rest } = latest.current as Record<string, unknown>
    return value === undefined || value === '' ? rest : { ...rest, [column]: value }
  }
  const set = (column: string, value: unknown) => {
    const next = changed(column, value)
    latest.current = next
    save(register, Object.keys(next).length > 0 ? next : undefined)
  }
  return (
    <li className={css.row} data-row={id}>
      <fieldset
        aria-label={label}
        className={css.cells}
        ref={(frame) => {
          if (fresh && frame && !frame.dataset.seen) {
            frame.dataset.seen = 'yes'
            frame.querySelector<HTMLElement>('input, textarea')?.focus()
          }
        }}
      >
        {Object.entries(listOf(list).columns).map(([column, question]) => (
          <div
            key={column}
            data-wide={question.answer.as === 'long' || question.answer.as === 'explained' || undefined}
          >
            <AnswerControl
              question={question}
              value={row[column]}
              disabled={locked}
              onValue={(value) => set(column, value)}
              onTyping={(text) => keep(register, text === '' ? '' : JSON.stringify(changed(column, text)))}
            />
          </div>
        ))}
      </fieldset>
      <ActionIcon
        variant="subtle"
        size="lg"
        disabled={locked}
        aria-label={t('rows.remove', { what: label })}
        onClick={onRemove}
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
      <div className={css.under}>
        {error && <p className={css.error}>{error}</p>}
        <RegisterNote register={register} name={label} />
      </div>
    </li>
  )
}

/** A row that was half typed when the screen went away. */
function draftOf(text: string | undefined): RowValues {
  if (!text) return {}
  try {
    const row: unknown = JSON.parse(text)
    return typeof row === 'object' && row !== null && !Array.isArray(row) ? (row as RowValues) : {}
  } catch {
    return {}
  }
}
