import { Button, Checkbox, Group } from '@mantine/core'
import { useState } from 'react'
import { type AnswerType, type FactId, factQuestions } from '../../../../shared/rules/index.ts'
import { useKeys } from '../../../app/keyboard.ts'
import { useLanguage, useText } from '../../../app/language.tsx'
import { CountriesSelect } from '../../../components/CountrySelect.tsx'
import { DateField } from '../../../components/DateField.tsx'
import { KeyHint } from '../../../components/KeyHint.tsx'
import css from './Eligibility.module.css'
import type { Asking } from './use-asking.ts'

interface Props {
  readonly fact: FactId
  readonly held: unknown
  readonly asking: Asking
}

/** The form that the kind of answer asks for; "unknown" is always a possible answer too. */
export function AnswerForm({ fact, held, asking }: Props) {
  const { say } = useLanguage()
  const { answer, label } = factQuestions[fact]
  const give = (value: unknown) => asking.answer(fact, value)
  const common = { held, asking, give, unknown: () => asking.unknown(fact) }
  useKeys([{ keys: 'u', label: 'elig.key_unknown', where: 'here', run: common.unknown }])
  if (answer.type === 'yes_no') return <YesNo {...common} />
  if (answer.type === 'choice') return <Choice {...common} options={answer.options} />
  if (answer.type === 'choices') return <Choices {...common} options={answer.options} />
  if (answer.type === 'date') return <DateAnswer {...common} label={say(label)} partial={answer.partial} />
  return <Countries {...common} label={say(label)} />
}

interface Form {
  readonly held: unknown
  readonly asking: Asking
  readonly give: (value: unknown) => void
  readonly unknown: () => void
}
type Options = Extract<AnswerType, { type: 'choice' | 'choices' }>['options']

function YesNo({ held, asking, give, unknown }: Form) {
  const { t, language } = useLanguage()
  useKeys([
    { keys: 'y', label: 'elig.key_yes', where: 'here', run: () => give(true) },
    { keys: 'o', label: 'elig.key_yes', where: 'here', run: () => give(true) },
    { keys: 'n', label: 'elig.key_no', where: 'here', run: () => give(false) },
  ])
  return (
    <Group gap="sm">
      <Big
        label={t('elig.yes')}
        hint={language === 'fr' ? 'o' : 'y'}
        held={held === true}
        disabled={asking.pending}
        onClick={() => give(true)}
      />
      <Big label={t('elig.no')} hint="n" held={held === false} disabled={asking.pending} onClick={() => give(false)} />
      <Unknown onClick={unknown} />
    </Group>
  )
}

interface BigProps {
  readonly label: string
  readonly hint?: string
  readonly held: boolean
  readonly disabled: boolean
  readonly onClick: () => void
}

function Big({ label, hint, held, disabled, onClick }: BigProps) {
  return (
    <Button
      className={css.big}
      size="md"
      variant={held ? 'filled' : 'default'}
      aria-pressed={held}
      // Not `disabled`: the focus would fall off the button while the answer is on its way.
      aria-disabled={disabled}
      rightSection={hint && <KeyHint keys={hint} />}
      onClick={() => {
        if (!disabled) onClick()
      }}
    >
      {label}
    </Button>
  )
}

function Unknown({ onClick }: { onClick: () => void }) {
  const t = useText()
  return (
    <Button size="md" className={css.big} variant="subtle" rightSection={<KeyHint keys="u" />} onClick={onClick}>
      {t('elig.unknown')}
    </Button>
  )
}

function Choice({ held, asking, give, unknown, options }: Form & { options: Options }) {
  const { say } = useLanguage()
  const no = options.find(({ value }) => value === 'none' || value === 'no')
  useKeys(no ? [{ keys: 'n', label: 'elig.key_no', where: 'here', run: () => give(no.value) }] : [])
  return (
    <div className={css.options}>
      {options.map(({ value, label }) => (
        <Big
          key={value}
          label={say(label)}
          {...(value === no?.value ? { hint: 'n' } : {})}
          held={held === value}
          disabled={asking.pending}
          onClick={() => give(value)}
        />
      ))}
      <Unknown onClick={unknown} />
    </div>
  )
}

function Choices({ held, asking, give, unknown, options }: Form & { options: Options }) {
  const { t, say } = useLanguage()
  const [chosen, setChosen] = useState<string[]>(Array.isArray(held) ? held.map(String) : [])
  const none = () => {
    if (chosen.length === 0) give([])
  }
  useKeys([{ keys: 'n', label: 'elig.key_no', where: 'here', run: none }])
  return (
    <div className={css.options}>
      <Checkbox.Group value={chosen} onChange={setChosen}>
        <div className={css.checks}>
          {options.map(({ value, label }) => (
            <Checkbox key={value} value={value} label={say(label)} />
          ))}
        </div>
      </Checkbox.Group>
      <Group gap="sm">
        <Button
          size="md"
          className={css.big}
          loading={asking.pending}
          rightSection={chosen.length === 0 && <KeyHint keys="n" />}
          onClick={() => give(chosen)}
        >
          {t(chosen.length > 0 ? 'elig.answer' : 'elig.none_of_these')}
        </Button>
        <Unknown onClick={unknown} />
      </Group>
    </div>
  )
}

function DateAnswer({ held, asking, give, unknown, label, partial }: Form & { label: string; partial: boolean }) {
  const t = useText()
  const [date, setDate] = useState<string | undefined>(typeof held === 'string' ? held : undefined)
  return (
    <div className={css.options}>
      <DateField label={label} partial={partial} value={date} onValue={setDate} />
      <Group gap="sm">
        <Button size="md" loading={asking.pending} disabled={!date} onClick={() => give(date)}>
          {t('elig.answer')}
        </Button>
        <Unknown onClick={unknown} />
      </Group>
    </div>
  )
}

function Countries({ held, asking, give, unknown, label }: Form & { label: string }) {
  const t = useText()
  const [codes, setCodes] = useState<readonly string[]>(Array.isArray(held) ? held.map(String) : [])
  return (
    <div className={css.options}>
      <CountriesSelect label={label} kind="residence" value={codes} onValue={setCodes} />
      <Group gap="sm">
        <Button size="md" loading={asking.pending} onClick={() => give(codes)}>
          {t(codes.length > 0 ? 'elig.answer' : 'elig.none_of_these')}
        </Button>
        <Unknown onClick={unknown} />
      </Group>
    </div>
  )
}
