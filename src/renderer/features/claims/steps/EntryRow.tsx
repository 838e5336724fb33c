import { ActionIcon, Checkbox } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Entry } from '../../../../shared/domain/fields.ts'
import { mannerAt, portsOfEntry } from '../../../../shared/domain/ports-of-entry.ts'
import { manners } from '../../../../shared/domain/vocabulary.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useLanguage } from '../../../app/language.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { SelectField, TextField } from '../../../components/fields.tsx'
import css from '../Entry.module.css'

/** An entry that may still lack its day or manner. */
export type PartialEntry = { readonly [Name in keyof Entry]?: Entry[Name] | undefined }

interface Props {
  readonly number: number
  readonly row: PartialEntry
  /** Just added: takes the focus. */
  readonly fresh: boolean
  readonly disabled: boolean
  readonly onChange: (row: PartialEntry) => void
  readonly onRemove: () => void
}

/** The row without what was left empty. */
const present = (row: PartialEntry): PartialEntry =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== ''))

/** One entry: day, manner, place, disputed or not. */
export function EntryRow({ number, row, fresh, disabled, onChange, onRemove }: Props) {
  const { t } = useLanguage()
  const today = useStatus()?.today
  const frame = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (fresh) frame.current?.querySelector('input')?.focus()
  }, [fresh])
  const set = (part: PartialEntry) => onChange(present({ ...row, ...part }))
  return (
    <li ref={frame} className={css.row}>
      <fieldset aria-label={t('entry.nth', { n: number })}>
        <DateField
          label={t('entry.date')}
          value={row.date}
          max={today}
          disabled={disabled}
          onValue={(date) => set({ date })}
        />
        <SelectField
          label={t('entry.manner')}
          data={manners.map((value) => ({ value, label: t(`manner.${value}`) }))}
          value={row.manner ?? null}
          disabled={disabled}
          onChange={(next) => set({ manner: manners.find((each) => each === next) })}
        />
        <Place row={row} disabled={disabled} set={set} />
        <Checkbox
          className={css.disputed}
          label={t('entry.disputed')}
          checked={row.disputed ?? false}
          disabled={disabled}
          onChange={(event) => set({ disputed: event.currentTarget.checked || undefined })}
        />
        <ActionIcon
          className={css.remove}
          variant="subtle"
          size="lg"
          disabled={disabled}
          aria-label={t('entry.remove', { n: number })}
          onClick={() => {
            onRemove()
            document.querySelector<HTMLElement>('[data-add-entry]')?.focus()
          }}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </fieldset>
    </li>
  )
}

/** A port of entry from the list, or words for a place between ports. */
function Place({ row, disabled, set }: { row: PartialEntry; disabled: boolean; set: (part: PartialEntry) => void }) {
  const { t, language } = useLanguage()
  const [text, setText] = useState(row.place ?? '')
  useEffect(() => setText(row.place ?? ''), [row.place])
  if (row.manner === 'between_poes' || row.manner === 'elsewhere')
    return (
      <TextField
        label={t('entry.place_between')}
        maxLength={200}
        dir="auto"
        disabled={disabled}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={() => set({ place: text.trim() || undefined })}
      />
    )
  const ports = portsOfEntry.filter(({ kind }) => row.manner === undefined || mannerAt(kind) === row.manner)
  return (
    <SelectField
      label={t('entry.place')}
      data={ports.map(({ slug, name }) => ({ value: slug, label: name[language] }))}
      searchable
      clearable
      disabled={disabled}
      value={ports.some(({ slug }) => slug === row.place) ? (row.place ?? null) : null}
      onChange={(slug) => {
        const port = portsOfEntry.find((each) => each.slug === slug)
        const manner = row.manner ?? (port && mannerAt(port.kind)) ?? undefined
        set({ place: slug ?? undefined, manner })
      }}
    />
  )
}
