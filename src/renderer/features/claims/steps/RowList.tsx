import { ActionIcon, Button, Checkbox } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { KeyHint } from '../../../components/KeyHint.tsx'
import css from '../Entry.module.css'
import { type BoundField, useField, type ValueOf } from '../use-field.ts'
import { WithConflict } from '../WithConflict.tsx'
import { useRows } from './use-rows.ts'

/** The lists of a full intake, which tell "none" from "not asked". */
export type ListName = 'aliases' | 'route' | 'heldDocuments' | 'earlierClaims'
export type RowOf<Name extends ListName> = ValueOf<Name>[number]
/** A row under work: it may still lack anything. */
export type Partially<Row> = { readonly [Name in keyof Row]?: Row[Name] | undefined }

interface Props<Name extends ListName> {
  readonly name: Name
  readonly max: number
  /** The whole row that these parts make, if they do. */
  readonly whole: (row: Partially<RowOf<Name>>) => RowOf<Name> | undefined
  /** What a new row holds before anything is typed. */
  readonly blank?: (rows: readonly Partially<RowOf<Name>>[]) => Partially<RowOf<Name>>
  /** The key that adds a row. */
  readonly addKey: string
  readonly help: string
  readonly children: (row: RowControls<Partially<RowOf<Name>>>) => ReactNode
  /** May this row go? */
  readonly removable?: (row: Partially<RowOf<Name>>) => boolean
}

/** What the controls of one row work with. */
export interface RowControls<Row> {
  readonly row: Row
  readonly at: number
  readonly disabled: boolean
  /** Changes parts of the row; an empty text takes one away. */
  readonly set: (part: Partial<Row>) => void
  /** Keeps text that is being typed into the row, without making it a value. */
  readonly keep: (part: Partial<Row>) => void
}

const present = <Row extends object>(row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== '')) as Row

/** Rows of a list: add with a key, type, remove. A row is part of the claim once it is whole; half rows are kept. */
export function RowList<Name extends ListName>(props: Props<Name>) {
  const { max, addKey, help, children, removable = () => true } = props
  // Texts are chosen by the name alone, whatever the rows hold.
  const name: ListName = props.name
  const t = useText()
  const field = useField(props.name) as unknown as BoundField<RowOf<Name>[]>
  const { rows, add, change, keep, remove } = useListRows(props, field)
  const frame = useRef<HTMLElement>(null)
  const addRow = () => {
    if (!field.disabled && rows.length < max) add()
  }
  useKeys([{ keys: addKey, label: `rows.add_${name}`, where: 'here', run: addRow }])
  const afterRemoval = (key: number) => {
    remove(key)
    frame.current?.querySelector<HTMLElement>('[data-add-row]')?.focus()
  }
  return (
    <section ref={frame} className={css.list} aria-label={t(`field.${name}`)}>
      <h3 className={css.heading}>{t(`field.${name}`)}</h3>
      <p className={css.help}>{help}</p>
      <WithConflict name={name} field={field}>
        <ol className={css.rows} aria-label={t(`field.${name}`)}>
          {rows.map(({ key, row, fresh }, at) => (
            <RowFrame
              key={key}
              label={t(`rows.nth_${name}`, { n: at + 1 })}
              fresh={fresh}
              remove={{
                label: t('rows.remove', { what: t(`rows.nth_${name}`, { n: at + 1 }) }),
                disabled: field.disabled || !removable(row),
                run: () => afterRemoval(key),
              }}
            >
              {children({
                row,
                at,
                disabled: field.disabled,
                set: (part) => change(key, present({ ...row, ...part })),
                keep: (part) => keep(key, present({ ...row, ...part })),
              })}
            </RowFrame>
          ))}
        </ol>
      </WithConflict>
      {field.error && <p className={css.error}>{field.error}</p>}
      <div className={css.below}>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          rightSection={<KeyHint keys={addKey} />}
          disabled={field.disabled || rows.length >= max}
          onClick={addRow}
          data-add-row
        >
          {t(`rows.add_${name}`)}
        </Button>
        {rows.length === 0 && (
          <Checkbox
            label={t(`rows.none_${name}`)}
            checked={field.value?.length === 0}
            disabled={field.disabled}
            onChange={(event) => field.save(event.currentTarget.checked ? [] : undefined)}
          />
        )}
      </div>
    </section>
  )
}

function useListRows<Name extends ListName>({ whole, blank }: Props<Name>, field: BoundField<RowOf<Name>[]>) {
  type Row = Partially<RowOf<Name>>
  const wholes = (rows: readonly Row[]) =>
    rows.flatMap((row) => {
      const one = whole(row)
      return one ? [one] : []
    })
  return useRows<Row>((field.value ?? []) as readonly Row[], field.draft, {
    isWhole: (row) => whole(row) !== undefined,
    blank: blank ?? (() => ({})),
    keep: (rows) => field.keep(JSON.stringify(rows)),
    save: (rows) => {
      const complete = wholes(rows)
      // The last row went: that is no answer "none".
      field.save(complete.length > 0 ? complete : undefined)
      field.keep(complete.length === rows.length ? '' : JSON.stringify(rows))
    },
  })
}

interface FrameProps {
  readonly label: string
  /** Just added: takes the focus. */
  readonly fresh: boolean
  readonly remove: { readonly label: string; readonly disabled: boolean; readonly run: () => void }
  readonly children: ReactNode
}

function RowFrame({ label, fresh, remove, children }: FrameProps) {
  const frame = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (fresh) frame.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [fresh])
  return (
    <li ref={frame} className={css.row}>
      <fieldset aria-label={label} data-list>
        {children}
      </fieldset>
      <ActionIcon variant="subtle" size="lg" disabled={remove.disabled} aria-label={remove.label} onClick={remove.run}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </li>
  )
}
