import { Checkbox, Group, Radio } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { nameForPapers } from '../../../shared/documents/bold-letters.ts'
import { ok } from '../../../shared/result.ts'
import { useStatus } from '../../app/desk.tsx'
import { useText } from '../../app/language.tsx'
import { CountriesSelect, CountrySelect, LanguageSelect } from '../../components/CountrySelect.tsx'
import { DateField } from '../../components/DateField.tsx'
import { type FieldWords, SelectField, TextArea, TextField, useFieldWords } from '../../components/fields.tsx'
import css from './Fields.module.css'
import { type AnyField, type BoundField, useField, type ValueOf } from './use-field.ts'
import { useTyped } from './use-typed.ts'
import { WithConflict } from './WithConflict.tsx'

/** Controls bound to a field of the claim: label, saving, errors and conflicts come with them. */

/** Names of the fields that hold a value of this type. */
type Holding<Value> = { [Name in AnyField]: ValueOf<Name> extends Value ? Name : never }[AnyField]
/** Fields in which any text may be tried; the field's schema says what is kept. */
type TextName = Exclude<
  Holding<string>,
  'sex' | 'channel' | 'officialLanguage' | 'representativeKind' | 'addressProvince' | 'companion'
>

interface Common {
  readonly help?: ReactNode
  /** The document cannot be issued without it. */
  readonly needed?: boolean
}

function useWords(name: AnyField, error: string | undefined, { help, needed }: Common): FieldWords {
  const t = useText()
  return { label: t(`field.${name}`), help, error, requiredFor: needed ? t('field.the_document') : undefined }
}

interface TextProps extends Common {
  readonly name: TextName
  readonly tidy?: (text: string) => string
  readonly maxLength: number
  /** `auto` for what may be written in any script. */
  readonly dir?: 'auto'
  readonly type?: 'tel' | 'email'
  readonly inputMode?: 'numeric'
  readonly placeholder?: string
  readonly minRows?: number
}

/** One line, saved as it is typed. */
export function ClaimText({ name, help, needed, tidy, ...rest }: Omit<TextProps, 'minRows'>) {
  const field = useField(name)
  const typed = useTyped(field, tidy ? { tidy } : {})
  const words = useWords(name, field.error, { help, ...(needed ? { needed } : {}) })
  const warning = useNameWarning(name, typed.value)
  return (
    <WithConflict name={name} field={field}>
      <TextField
        {...words}
        warning={warning}
        {...rest}
        name={name}
        autoComplete="off"
        spellCheck={false}
        disabled={field.disabled}
        {...typed}
      />
    </WithConflict>
  )
}

const namesOnPapers: ReadonlySet<AnyField> = new Set(['familyName', 'givenNames'])

/** Said while it is typed, not when the document is refused: signs that no paper can show. */
function useNameWarning(name: AnyField, text: string): string | undefined {
  const t = useText()
  const fits = useMemo(() => (namesOnPapers.has(name) ? nameForPapers(text) : ok(null)), [name, text])
  if (fits.ok) return undefined
  const signs = [...new Set(text)].filter((sign) => !nameForPapers(sign).ok).join(' ')
  return fits.failure.code === 'documents.name_not_latin' ? t('field.not_latin') : t('field.not_printable', { signs })
}

/** Several lines, saved as they are typed. */
export function ClaimTextArea({ name, help, needed, tidy, ...rest }: Omit<TextProps, 'type' | 'inputMode'>) {
  const field = useField(name)
  const typed = useTyped(field, tidy ? { tidy } : {})
  const words = useWords(name, field.error, { help, ...(needed ? { needed } : {}) })
  return (
    <WithConflict name={name} field={field}>
      <TextArea {...words} {...rest} name={name} disabled={field.disabled} {...typed} />
    </WithConflict>
  )
}

/** A date; `partial` lets a year or month do. */
export function ClaimDate({
  name,
  partial = false,
  ...common
}: Common & { name: 'birthDate' | 'claimDate' | 'authorityNotifiedOn'; partial?: boolean }) {
  const field = useField(name)
  const today = useStatus()?.today
  return (
    <WithConflict name={name} field={field}>
      <DateField
        {...useWords(name, field.error, common)}
        name={name}
        value={field.value}
        draft={field.draft}
        partial={partial}
        max={today}
        disabled={field.disabled}
        onValue={field.save}
        onDraft={(text) => {
          if (text !== '' || field.draft !== undefined || field.correcting) field.keep(text)
        }}
      />
    </WithConflict>
  )
}

/** A few choices, all in sight; the arrow keys move between them. */
export function ClaimChoice<Name extends 'sex' | 'channel' | 'officialLanguage' | 'representativeKind' | 'companion'>({
  name,
  options,
  ...common
}: Common & { name: Name; options: readonly { value: ValueOf<NoInfer<Name>>; label: string }[] }) {
  const field = useField(name)
  return (
    <WithConflict name={name} field={field}>
      <Radio.Group
        {...useFieldWords(useWords(name, field.error, common))}
        name={name}
        value={field.value ?? ''}
        onChange={(next) => field.save(options.find(({ value }) => value === next)?.value)}
      >
        <Group gap="lg" mt={4}>
          {options.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} disabled={field.disabled} />
          ))}
        </Group>
      </Radio.Group>
    </WithConflict>
  )
}

/** Yes or no, neither chosen before somebody asked. */
export function ClaimYesNo({ name, ...common }: Common & { name: Holding<boolean> }) {
  const t = useText()
  const field = useField(name)
  return (
    <WithConflict name={name} field={field}>
      <Radio.Group
        {...useFieldWords(useWords(name, field.error, common))}
        name={name}
        value={field.value === undefined ? '' : field.value ? 'yes' : 'no'}
        onChange={(next) => field.save(next === 'yes')}
      >
        <Group gap="lg" mt={4}>
          <Radio value="yes" label={t('common.yes')} disabled={field.disabled} />
          <Radio value="no" label={t('common.no')} disabled={field.disabled} />
        </Group>
      </Radio.Group>
    </WithConflict>
  )
}

/** Several of a list. */
export function ClaimCheckboxes({
  field,
  options,
  label,
  help,
}: {
  /** One binding for all groups of the field: a tick in one must not undo one in another that is still on its way. */
  field: BoundField<ValueOf<'grounds'>>
  options: readonly { value: ValueOf<'grounds'>[number]; label: string }[]
  label: string
  help?: ReactNode
}) {
  const mine = options.map(({ value }) => value)
  const others = (field.value ?? []).filter((value) => !mine.includes(value))
  const save = (next: readonly string[]) => field.save([...others, ...mine.filter((value) => next.includes(value))])
  return (
    <Checkbox.Group
      {...useFieldWords({ label, help, error: field.error })}
      value={(field.value ?? []).filter((value) => mine.includes(value))}
      onChange={save}
    >
      <div className={css.checks}>
        {options.map(({ value, label: text }) => (
          <Checkbox key={value} value={value} label={text} disabled={field.disabled} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

export function ClaimProvince() {
  const t = useText()
  const name = 'addressProvince'
  const field = useField(name)
  const data = provinceCodes.map((value) => ({ value, label: t(`province.${value}`) }))
  return (
    <WithConflict name={name} field={field}>
      <SelectField
        {...useWords(name, field.error, {})}
        data={data}
        searchable
        clearable
        value={field.value ?? null}
        disabled={field.disabled}
        onChange={(next) => field.save(data.find(({ value }) => value === next)?.value)}
      />
    </WithConflict>
  )
}
const provinceCodes = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT'] as const

export function ClaimCountry({ name, ...common }: Common & { name: 'birthCountry' | 'formerResidence' }) {
  const field = useField(name)
  return (
    <WithConflict name={name} field={field}>
      <CountrySelect
        {...useWords(name, field.error, common)}
        value={field.value}
        disabled={field.disabled}
        onValue={field.save}
      />
    </WithConflict>
  )
}

export function ClaimCountries({ name, ...common }: Common & { name: 'citizenships' | 'fearedCountries' }) {
  const field = useField(name)
  return (
    <WithConflict name={name} field={field}>
      <CountriesSelect
        {...useWords(name, field.error, common)}
        kind={name === 'citizenships' ? 'citizenship' : 'residence'}
        value={field.value}
        disabled={field.disabled}
        onValue={(next) => field.save(next.length > 0 ? [...next] : undefined)}
      />
    </WithConflict>
  )
}

export function ClaimLanguage({ name, ...common }: Common & { name: 'spokenLanguage' }) {
  const field = useField(name)
  return (
    <WithConflict name={name} field={field}>
      <LanguageSelect
        {...useWords(name, field.error, common)}
        value={field.value}
        disabled={field.disabled}
        onValue={field.save}
      />
    </WithConflict>
  )
}
