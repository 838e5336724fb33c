import { MultiSelect } from '@mantine/core'
import { useMemo } from 'react'
import { useLanguage } from '../app/language.tsx'
import { type CountryKind, countries, languagesOfTheWorld } from '../app/names.ts'
import { type FieldWords, SelectField, useFieldWords } from './fields.tsx'
import { fold } from './fold.ts'

interface One extends FieldWords {
  readonly value?: string | undefined
  readonly onValue: (value: string | undefined) => void
  readonly disabled?: boolean
  readonly name?: string
}

interface Many extends FieldWords {
  readonly value?: readonly string[] | undefined
  readonly onValue: (value: readonly string[]) => void
  readonly disabled?: boolean
  readonly max?: number
  readonly kind?: CountryKind
}

interface Option {
  readonly value: string
  readonly label: string
}

/** Finds `Côte d’Ivoire` by `cote`, and by its code; what starts with the typed letters comes first. */
function search({ options, search: typed }: { options: readonly unknown[]; search: string }) {
  const wanted = fold(typed)
  const all = options as readonly Option[]
  const hits = all.filter(({ label, value }) => fold(label).includes(wanted) || value.toLowerCase() === wanted)
  const rank = ({ label, value }: Option) =>
    value.toLowerCase() === wanted ? 0 : fold(label).startsWith(wanted) ? 1 : 2
  return hits.sort((a, b) => rank(a) - rank(b))
}

const pick = (onValue: One['onValue']) => (value: string | null) => onValue(value ?? undefined)

/** One country, ISO alpha-3 or an ICAO special code. */
export function CountrySelect({ value, onValue, kind = 'residence', ...rest }: One & { kind?: CountryKind }) {
  const { t, language } = useLanguage()
  const data = useMemo(() => countries(language, kind), [language, kind])
  return (
    <SelectField
      data={data}
      searchable
      clearable
      filter={search}
      placeholder={t('common.country_placeholder')}
      value={value ?? null}
      onChange={pick(onValue)}
      {...rest}
    />
  )
}

/** Several countries, such as all citizenships of a person. */
export function CountriesSelect({ value, onValue, disabled = false, max = 8, kind = 'citizenship', ...words }: Many) {
  const { t, language } = useLanguage()
  const data = useMemo(() => countries(language, kind), [language, kind])
  return (
    <MultiSelect
      {...useFieldWords(words)}
      data={data}
      searchable
      clearable
      filter={search}
      maxValues={max}
      disabled={disabled}
      size="sm"
      placeholder={value?.length ? '' : t('common.country_placeholder')}
      nothingFoundMessage={t('common.nothing_found')}
      inputWrapperOrder={['label', 'description', 'input', 'error']}
      value={[...(value ?? [])]}
      onChange={onValue}
    />
  )
}

/** One spoken language, ISO 639. */
export function LanguageSelect({ value, onValue, ...rest }: One) {
  const { t, language } = useLanguage()
  const data = useMemo(() => languagesOfTheWorld(language), [language])
  return (
    <SelectField
      data={data}
      searchable
      clearable
      filter={search}
      placeholder={t('common.language_placeholder')}
      value={value ?? null}
      onChange={pick(onValue)}
      {...rest}
    />
  )
}
