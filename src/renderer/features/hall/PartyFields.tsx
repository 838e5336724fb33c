import { Checkbox, Chip, Group, NumberInput } from '@mantine/core'
import type { ReactNode, RefObject } from 'react'
import { priorities, type Vulnerability } from '../../../shared/domain/hall.ts'
import { vulnerabilities } from '../../../shared/domain/vocabulary.ts'
import { useLanguage } from '../../app/language.tsx'
import { LanguageSelect } from '../../components/CountrySelect.tsx'
import { TextField } from '../../components/fields.tsx'
import css from './Hall.module.css'
import type { PartyDraft } from './party-draft.ts'

interface Props {
  readonly party: PartyDraft
  readonly onChange: (changes: Partial<PartyDraft>) => void
  /** Where the hands start. */
  readonly first?: RefObject<HTMLInputElement | null>
  /** In a dialog: the hands start there as it opens. */
  readonly autoFocus?: boolean
  readonly timeError?: string | undefined
  /** At the end of the last row. */
  readonly end?: ReactNode
}

/** What is noted of a party: how many, language, who cannot wait, and how to find them again. */
export function PartyFields({ party, onChange, first, autoFocus = false, timeError, end }: Props) {
  const { t } = useLanguage()
  return (
    <>
      <div className={css.fields}>
        <Count
          label={t('hall.adults')}
          value={party.adults}
          ref={first}
          autoFocus={autoFocus}
          onValue={(adults) => onChange({ adults })}
        />
        <Count label={t('hall.children')} value={party.children} onValue={(children) => onChange({ children })} />
        <LanguageSelect
          label={t('hall.language')}
          value={party.language}
          onValue={(language) => onChange({ language })}
        />
        <TextField
          label={t('hall.name')}
          value={party.name}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <TextField
          label={t('hall.note_field')}
          value={party.note}
          maxLength={500}
          dir="auto"
          autoComplete="off"
          onChange={(event) => onChange({ note: event.currentTarget.value })}
        />
        <TextField
          label={t('hall.time')}
          placeholder={t('hall.time_now')}
          value={party.time}
          maxLength={7}
          inputMode="numeric"
          autoComplete="off"
          error={timeError}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
        />
      </div>
      <Needs party={party} onChange={onChange} end={end} />
    </>
  )
}

function Count({
  label,
  value,
  ref,
  autoFocus = false,
  onValue,
}: {
  label: string
  value: number
  ref?: RefObject<HTMLInputElement | null> | undefined
  autoFocus?: boolean
  onValue: (value: number) => void
}) {
  return (
    <NumberInput
      {...(ref ? { ref } : {})}
      data-autofocus={autoFocus || undefined}
      label={label}
      value={value}
      min={0}
      max={50}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      onFocus={(event) => event.currentTarget.select()}
      onChange={(next) => onValue(Number(next) || 0)}
    />
  )
}

/** Who goes before others; a minor alone comes with no adult. */
function Needs({ party, onChange, end }: Pick<Props, 'party' | 'onChange' | 'end'>) {
  const { t, say } = useLanguage()
  return (
    <div className={css.needs}>
      <Checkbox
        label={t('hall.minor_alone')}
        checked={party.minorAlone}
        disabled={party.adults > 0 || party.children === 0}
        onChange={(event) => onChange({ minorAlone: event.currentTarget.checked })}
      />
      <Group gap={6} role="group" aria-label={t('hall.vulnerable')}>
        {vulnerabilities.map((each) => (
          <Chip
            key={each}
            size="xs"
            radius="sm"
            variant="outline"
            checked={party.vulnerable.includes(each)}
            onChange={(on) => onChange({ vulnerable: toggled(party.vulnerable, each, on) })}
          >
            {say(priorities[each].label)}
          </Chip>
        ))}
      </Group>
      {end}
    </div>
  )
}

const toggled = (all: readonly Vulnerability[], one: Vulnerability, on: boolean): readonly Vulnerability[] =>
  on ? [...all, one] : all.filter((each) => each !== one)
