import { Checkbox, Group, MultiSelect, Radio } from '@mantine/core'
import type { AnswerKind, Explained, Question } from '../../../../shared/record/answer.ts'
import type { ListName } from '../../../../shared/record/lists.ts'
import { useStatus } from '../../../app/desk.tsx'
import { useLanguage, useText } from '../../../app/language.tsx'
import { CountriesSelect, CountrySelect, LanguageSelect } from '../../../components/CountrySelect.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { type FieldWords, SelectField, TextArea, TextField, useFieldWords } from '../../../components/fields.tsx'
import { useTyped } from '../use-typed.ts'
import { useRowNames } from './use-row-names.ts'

interface Props {
  readonly question: Question
  readonly value: unknown
  readonly disabled: boolean
  readonly error?: string | undefined
  /** Half-typed text kept from before. */
  readonly draft?: string | undefined
  readonly onValue: (value: unknown) => void
  /** Text that is being typed, before it is a value. */
  readonly onTyping: (text: string) => void
}

/** The control of one answer, of whatever kind: what a form needs to draw any question. */
export function AnswerControl(props: Props) {
  const { question, value, disabled, error, onValue } = props
  const { say } = useLanguage()
  const today = useStatus()?.today
  const { answer: kind, text, help, past } = question
  const words: FieldWords = { label: say(text), error, ...(help ? { help: say(help) } : {}) }
  switch (kind.as) {
    case 'text':
    case 'long':
    case 'number':
      return <Typed {...props} kind={kind} words={words} />
    case 'day':
    case 'date':
      return (
        <DateField
          {...words}
          help={words.help ?? ''}
          value={value as string | undefined}
          partial={kind.as === 'date'}
          max={past ? today : undefined}
          disabled={disabled}
          onValue={onValue}
        />
      )
    case 'country':
      return <CountrySelect {...words} value={value as string | undefined} disabled={disabled} onValue={onValue} />
    case 'countries':
      return (
        <CountriesSelect
          {...words}
          value={value as string[] | undefined}
          disabled={disabled}
          onValue={(next) => onValue(next.length > 0 ? next : undefined)}
        />
      )
    case 'language':
      return <LanguageSelect {...words} value={value as string | undefined} disabled={disabled} onValue={onValue} />
    case 'choice':
    case 'choices':
      return <Choices {...props} kind={kind} words={words} />
    case 'row':
      return <RowChoice {...props} list={kind.list as ListName} words={words} />
    case 'yes_no':
      return <YesNo words={words} value={value as boolean | undefined} disabled={disabled} onValue={onValue} />
    case 'explained':
      return <ExplainedAnswer {...props} words={words} />
  }
}

type Texts = Extract<AnswerKind, { as: 'text' | 'long' | 'number' }>

function Typed({ kind, words, value, disabled, draft, onValue, onTyping }: Props & { kind: Texts; words: FieldWords }) {
  const number = kind.as === 'number'
  const held = value === undefined ? undefined : String(value)
  const typed = useTyped({
    value: held,
    held,
    draft,
    conflict: undefined,
    disabled,
    error: undefined,
    failed: false,
    save: (next) => {
      const read = number && next !== undefined ? Number(next) : next
      if (number && read !== undefined && !(Number(read) >= kind.min && Number(read) <= kind.max)) return false
      onValue(read)
      return true
    },
    keep: onTyping,
  })
  const common = { ...words, dir: 'auto' as const, disabled, ...typed }
  if (kind.as === 'long') return <TextArea {...common} minRows={3} maxLength={kind.max} />
  return (
    <TextField
      {...common}
      autoComplete="off"
      spellCheck={false}
      {...(number ? { inputMode: 'numeric' as const, maxLength: 4 } : { maxLength: kind.max })}
    />
  )
}

type Choosing = Extract<AnswerKind, { as: 'choice' | 'choices' }>

function Choices({ kind, words, value, disabled, onValue }: Props & { kind: Choosing; words: FieldWords }) {
  const { say } = useLanguage()
  const data = kind.options.map((option) => ({ value: option.value, label: say(option.text) }))
  const shown = useFieldWords(words)
  if (kind.as === 'choice')
    return (
      <SelectField
        {...words}
        data={data}
        searchable
        clearable
        value={(value as string | undefined) ?? null}
        disabled={disabled}
        onChange={(next) => onValue(next ?? undefined)}
      />
    )
  return (
    <MultiSelect
      {...shown}
      data={data}
      searchable
      clearable
      size="sm"
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      value={(value as string[] | undefined) ?? []}
      disabled={disabled}
      onChange={(next) => onValue(next.length > 0 ? next : undefined)}
    />
  )
}

/** One row of another list: whom the person named as an agent of harm. */
function RowChoice({ list, words, value, disabled, onValue }: Props & { list: ListName; words: FieldWords }) {
  const names = useRowNames(list)
  return (
    <SelectField
      {...words}
      data={names.map(({ id, name }) => ({ value: id, label: name }))}
      clearable
      value={(value as string | undefined) ?? null}
      disabled={disabled}
      onChange={(next) => onValue(next ?? undefined)}
    />
  )
}

interface YesNoProps {
  readonly words: FieldWords
  readonly value: boolean | undefined
  readonly disabled: boolean
  readonly onValue: (value: boolean) => void
}

/** Yes or no, neither chosen before somebody asked. `y` and `n` answer it from the keyboard. */
function YesNo({ words, value, disabled, onValue }: YesNoProps) {
  const t = useText()
  return (
    <Radio.Group
      {...useFieldWords(words)}
      value={value === undefined ? '' : value ? 'yes' : 'no'}
      onChange={(next) => onValue(next === 'yes')}
      onKeyDown={(event) => {
        const key = event.key.toLowerCase()
        const yes = key === 'y' || key === 'o'
        if (disabled || event.ctrlKey || event.metaKey || event.altKey || (!yes && key !== 'n')) return
        event.preventDefault()
        event.stopPropagation()
        onValue(yes)
      }}
    >
      <Group gap="lg" mt={4}>
        <Radio value="yes" label={t('common.yes')} disabled={disabled} />
        <Radio value="no" label={t('common.no')} disabled={disabled} />
      </Group>
    </Radio.Group>
  )
}

function ExplainedAnswer({ question, words, value, disabled, onValue, onTyping }: Props & { words: FieldWords }) {
  const t = useText()
  const held = value as Explained | undefined
  const kind = question.answer as Extract<AnswerKind, { as: 'explained' }>
  const asks = held !== undefined && (kind.explain === 'both' || (kind.explain === 'yes') === held.yes)
  const typing: Question = { text: { en: '', fr: '' }, answer: { as: 'long', max: 5000 } }
  return (
    <div data-explained>
      <YesNo
        words={words}
        value={held?.yes}
        disabled={disabled}
        onValue={(yes) => onValue({ yes, ...(held?.text ? { text: held.text } : {}) })}
      />
      {(asks || held?.text) && (
        <Typed
          question={typing}
          kind={{ as: 'long', max: 5000 }}
          words={{ label: t('record.explain') }}
          value={held?.text}
          disabled={disabled}
          onValue={(next) => onValue({ yes: held?.yes ?? true, ...(next ? { text: next } : {}) })}
          onTyping={(text) => text !== '' && onTyping(JSON.stringify({ yes: held?.yes ?? true, text }))}
        />
      )}
    </div>
  )
}

/** "Asked: none", where a list has no rows. */
export function NoneBox({
  label,
  checked,
  disabled,
  onChange,
}: {
  readonly label: string
  readonly checked: boolean
  readonly disabled: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <Checkbox
      label={label}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  )
}
