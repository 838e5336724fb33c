import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendar } from '@tabler/icons-react'
import 'dayjs/locale/fr-ca'
import { useEffect, useState } from 'react'
import { readDate, weekdayOf } from '../app/dates.ts'
import { useLanguage } from '../app/language.tsx'
import { type FieldWords, useFieldWords } from './fields.tsx'

interface Props extends FieldWords {
  /** `1990-05-17`; with `partial` also `1990-05` and `1990`. */
  readonly value?: string | undefined
  /** Half-typed text kept from before, shown until there is a value. */
  readonly draft?: string | undefined
  /** A whole value, or undefined when the field was emptied. Called on leaving the field and from the calendar. */
  readonly onValue: (value: string | undefined) => void
  /** Text left behind that is not a date; an empty text when there is none any more. */
  readonly onDraft?: (text: string) => void
  /** A year or a year and month will do. */
  readonly partial?: boolean
  /** Latest day that the calendar offers and that typing may give. */
  readonly max?: string | undefined
  readonly disabled?: boolean
  readonly name?: string
}

/** A date, typed as digits in the order of the year or picked. Never guesses between day and month. */
export function DateField({ value, draft, onValue, onDraft, partial = false, max, disabled, name, ...words }: Props) {
  const { t, language } = useLanguage()
  const [text, setText] = useState(value ?? draft ?? '')
  const [wrong, setWrong] = useState<'common.date_wrong' | 'common.date_future'>()
  const [opened, calendar] = useDisclosure(false)
  useEffect(() => {
    if (value !== undefined) setText(value)
  }, [value])

  const settle = (typed: string) => {
    const trimmed = typed.trim()
    const read = readDate(trimmed, partial)
    const ahead = read !== undefined && max !== undefined && read > max
    const whole = ahead ? undefined : read
    if (trimmed === '' || whole) setWrong(undefined)
    else setWrong(ahead ? 'common.date_future' : 'common.date_wrong')
    if (read) setText(read)
    onDraft?.(whole || trimmed === '' ? '' : trimmed)
    if ((whole || trimmed === '') && whole !== value) onValue(whole)
  }
  const weekday = value && text === value ? weekdayOf(value, language) : undefined
  const help = words.help ?? weekday ?? t(partial ? 'common.date_partial_help' : 'common.date_help')
  const shown = useFieldWords({ ...words, help, error: wrong ? t(wrong) : words.error })
  const openButton = (
    <Popover opened={opened} onChange={calendar.set} position="bottom-end" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          onClick={calendar.toggle}
          disabled={disabled ?? false}
          aria-label={t('common.date_calendar')}
        >
          <IconCalendar size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          locale={language === 'fr' ? 'fr-ca' : 'en'}
          firstDayOfWeek={0}
          value={value && value.length === 10 ? value : null}
          {...(value && value.length === 10 ? { defaultDate: value } : {})}
          {...(max ? { maxDate: max } : {})}
          onChange={(day) => {
            calendar.close()
            if (day) settle(day)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
  return (
    <TextInput
      {...shown}
      value={text}
      name={name}
      disabled={disabled ?? false}
      inputMode="numeric"
      autoComplete="off"
      placeholder={language === 'fr' ? 'AAAA-MM-JJ' : 'YYYY-MM-DD'}
      onChange={(event) => {
        setText(event.currentTarget.value)
        setWrong(undefined)
      }}
      onBlur={(event) => settle(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle(event.currentTarget.value)
      }}
      rightSection={openButton}
    />
  )
}
