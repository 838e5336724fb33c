import type { Entry } from '../../../shared/domain/fields.ts'
import { groupClientId } from '../../../shared/domain/numbers.ts'
import { officeOf } from '../../../shared/domain/ports-of-entry.ts'
import { type FactId, factQuestions, sayFact } from '../../../shared/rules/index.ts'
import { useLanguage } from '../../app/language.tsx'
import { countryName, languageName } from '../../app/names.ts'
import type { AnyField } from './use-field.ts'

/** Values of fields in words, for comparisons, the overview and the timeline. */

const factPrefix = 'fact.'
export const isFact = (id: string): id is FactId => Object.hasOwn(factQuestions, id)

/** `Citoyennetés` of `citizenships`, `Fait : lieu de la demande` of `fact.claimPlace`; the name itself if unknown. */
export function useFieldName() {
  const { t, say } = useLanguage()
  return (name: string): string => {
    const fact = name.startsWith(factPrefix) ? name.slice(factPrefix.length) : undefined
    if (fact !== undefined) return t('field.fact', { fact: isFact(fact) ? say(factQuestions[fact].label) : fact })
    return t(`field.${name as AnyField}`)
  }
}

/** A fact in words, countries by their names. */
export function useSayFact() {
  const { say, language } = useLanguage()
  return (id: FactId, value: unknown): string =>
    factQuestions[id].answer.type === 'countries' && Array.isArray(value) && value.length > 0
      ? value.map((code) => countryName(String(code), language)).join(', ')
      : say(sayFact(id, value as never))
}

/** A value as an officer reads it; an empty text when there is none. */
export function useSayValue() {
  const { t, language } = useLanguage()
  const sayTheFact = useSayFact()
  const country = (code: unknown) => countryName(String(code), language)
  const list = (value: unknown, one: (each: never) => string) =>
    Array.isArray(value) ? value.map((each) => one(each as never)).join(', ') : ''
  const anEntry = ({ date, manner, place }: Entry) =>
    [date, t(`manner.${manner}`), place && (officeOf(place)?.name[language] ?? place)].filter(Boolean).join(', ')
  const writers: Partial<Record<string, (value: never) => string>> = {
    clientId: (value: string) => groupClientId(value),
    birthCountry: country,
    formerResidence: country,
    citizenships: (value: unknown) => list(value, country),
    fearedCountries: (value: unknown) => list(value, country),
    spokenLanguage: (value: string) => languageName(value, language),
    addressProvince: (value: 'ON') => t(`province.${value}`),
    officialLanguage: (value: 'en') => t(`field.officialLanguage_${value}`),
    channel: (value: 'inland') => t(`field.channel_${value}`),
    representativeKind: (value: 'none') => t(`field.representativeKind_${value}`),
    grounds: (value: unknown) => list(value, (each: 'race') => t(`field.grounds_${each}`)),
    entries: (value: unknown) => list(value, anEntry),
  }
  return (name: string, value: unknown): string => {
    if (value === undefined || value === null) return ''
    if (name.startsWith(factPrefix)) {
      const fact = name.slice(factPrefix.length)
      return isFact(fact) ? sayTheFact(fact, value) : JSON.stringify(value)
    }
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
    return writers[name]?.(value as never) ?? String(value)
  }
}
