import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type Entry, entry as entrySchema } from '../../../../shared/domain/fields.ts'
import { useKeys } from '../../../app/keyboard.ts'
import { useText } from '../../../app/language.tsx'
import { KeyHint } from '../../../components/KeyHint.tsx'
import { ClaimChoice, ClaimDate } from '../ClaimFields.tsx'
import css from '../Entry.module.css'
import { SameForFamily } from '../family/SameForFamily.tsx'
import { FieldGroup, Step } from '../Step.tsx'
import { useField } from '../use-field.ts'
import { WithConflict } from '../WithConflict.tsx'
import { EntryProposal } from './EntryProposal.tsx'
import { EntryRow, type PartialEntry } from './EntryRow.tsx'
import { useRows } from './use-rows.ts'

/** When and how the claim was made, and every entry into Canada. */
export function EntryStep() {
  const t = useText()
  return (
    <Step step="entry">
      <FieldGroup title={t('entry.claim')}>
        <ClaimDate name="claimDate" needed />
        <ClaimChoice
          name="channel"
          options={(['port_of_entry', 'inland'] as const).map((value) => ({
            value,
            label: t(`field.channel_${value}`),
          }))}
        />
      </FieldGroup>
      <Entries />
    </Step>
  )
}

/** The rows that are whole entries, as the claim keeps them. */
const wholeEntries = (rows: readonly PartialEntry[]): Entry[] =>
  rows.flatMap((row) => {
    const parsed = entrySchema.safeParse(row)
    return parsed.success ? [parsed.data] : []
  })

/** Entries as rows; a row becomes part of the claim once it has a day and a manner. */
export function Entries() {
  const t = useText()
  const field = useField('entries')
  const { rows, add, change, remove } = useRows<PartialEntry>(field.value ?? [], field.draft, {
    isWhole: (row) => row.date !== undefined && row.manner !== undefined,
    blank: () => ({}),
    save: (next) => {
      const whole = wholeEntries(next)
      field.save(whole.length > 0 ? whole : undefined)
      field.keep(whole.length === next.length ? '' : JSON.stringify(next))
    },
  })
  const addRow = () => {
    if (!field.disabled) add()
  }
  useKeys([{ keys: 'a', label: 'entry.key_add', where: 'here', run: addRow }])
  return (
    <section>
      <h3 className={css.heading}>{t('entry.entries')}</h3>
      <p className={css.help}>{t('entry.entries_help')}</p>
      <SameForFamily group="entries" />
      <WithConflict name="entries" field={field}>
        <ol className={css.rows} aria-label={t('entry.entries')}>
          {rows.map(({ key, row }, at) => (
            <EntryRow
              key={key}
              number={at + 1}
              row={row}
              fresh={row.date === undefined && row.manner === undefined}
              disabled={field.disabled}
              onChange={(next) => change(key, next)}
              onRemove={() => remove(key)}
            />
          ))}
        </ol>
      </WithConflict>
      {rows.length === 0 && <p className={css.help}>{t('entry.none')}</p>}
      {rows.length === 0 && !field.disabled && <EntryProposal onConfirm={(entry) => field.save([entry])} />}
      {field.error && <p className={css.error}>{field.error}</p>}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        rightSection={<KeyHint keys="a" />}
        disabled={field.disabled || rows.length >= 50}
        onClick={addRow}
        data-add-entry
      >
        {t('entry.add')}
      </Button>
    </section>
  )
}
