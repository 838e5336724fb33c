import { type ActName, type Acts, isAct } from '../../../shared/domain/acts.ts'
import type { Entry } from '../../../shared/domain/fields.ts'
import type { Alias, EarlierClaim, HeldDocument, Leg } from '../../../shared/domain/full-intake.ts'
import { priorities, type Vulnerability } from '../../../shared/domain/hall.ts'
import { groupClientId } from '../../../shared/domain/numbers.ts'
import { officeOf } from '../../../shared/domain/ports-of-entry.ts'
import { isRecordRegister } from '../../../shared/record/registers.ts'
import { type FactId, factQuestions, sayFact } from '../../../shared/rules/index.ts'
import { instantText } from '../../app/dates.ts'
import { useStatus } from '../../app/desk.tsx'
import { useLanguage, useText } from '../../app/language.tsx'
import { countryName, languageName } from '../../app/names.ts'
import { useRegisterName, useSayRegister } from './record/words.ts'
import type { AnyField } from './use-field.ts'

/** Values of fields in words, for comparisons, the overview and the timeline. */

const factPrefix = 'fact.'
export const isFact = (id: string): id is FactId => Object.hasOwn(factQuestions, id)

/** `Citoyennetés` of `citizenships`, `Fait : lieu de la demande` of `fact.claimPlace`; the name itself if unknown. */
export function useFieldName() {
  const { t, say } = useLanguage()
  const registerName = useRegisterName()
  return (name: string): string => {
    const fact = name.startsWith(factPrefix) ? name.slice(factPrefix.length) : undefined
    if (fact !== undefined) return t('field.fact', { fact: isFact(fact) ? say(factQuestions[fact].label) : fact })
    return registerName(name) ?? t(`field.${name as AnyField}`)
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

/** A document held, in one line. */
export function useSayHeld() {
  const { t, language } = useLanguage()
  return ({ kind, number, country, expires, looks }: HeldDocument): string =>
    [
      [t(`held_kind.${kind}`), number].filter(Boolean).join(' '),
      country && countryName(country, language),
      expires && `${t('held.expires')} ${expires}`,
      looks !== 'not_examined' && t(`held_looks.${looks}`),
    ]
      .filter(Boolean)
      .join(', ')
}

/** An act of law, in one line. */
function useSayAct() {
  const t = useText()
  const writers: { readonly [A in ActName]: (act: NonNullable<Acts[A]>) => readonly (string | false | undefined)[] } = {
    consentToSharing: ({ given, on }) => [t(given ? 'common.yes' : 'common.no'), on],
    conditionsAcknowledged: ({ on, version }) => [on, version],
    inadmissibilityReport: ({ on, paragraph, by, referredTo }) => [
      on,
      t(`paragraph.${paragraph}`),
      by,
      referredTo && t(`order_maker.${referredTo}`),
    ],
    departureOrder: ({ on, by, conditional }) => [
      on,
      t(`order_maker.${by}`),
      t(conditional ? 'measures.order_conditional' : 'measures.order_now'),
    ],
    detention: ({ since, until, place, ground, divisionNotified }) => [
      `${since} – ${until ?? ''}`.trim(),
      place,
      t(`detention_ground.${ground}`),
      divisionNotified && `${t('measures.division_notified')} ${divisionNotified}`,
    ],
    seizures: (all) => all.map(({ on, place, ground }) => [on, place, ground].join(', ')),
    interview: ({ date, time, minutes, place }) => [
      date,
      time,
      t('interview.minutes_count', { count: minutes }),
      place,
    ],
  }
  return <A extends ActName>(name: A, value: unknown): string =>
    writers[name](value as NonNullable<Acts[A]>)
      .filter(Boolean)
      .join(', ')
}

/** A value as an officer reads it; an empty text when there is none. */
export function useSayValue() {
  const { t, language } = useLanguage()
  const zone = useStatus()?.office?.zone
  const sayTheFact = useSayFact()
  const country = (code: unknown) => countryName(String(code), language)
  const list = (value: unknown, one: (each: never) => string) =>
    Array.isArray(value) ? value.map((each) => one(each as never)).join(', ') : ''
  const anEntry = ({ date, manner, place }: Entry) =>
    [date, t(`manner.${manner}`), place && (officeOf(place)?.name[language] ?? place)].filter(Boolean).join(', ')
  const sayHeld = useSayHeld()
  const sayRegister = useSayRegister()
  const sayAct = useSayAct()
  const aName = ({ familyName, givenNames, kind }: Alias) =>
    `${[familyName, givenNames].filter(Boolean).join(', ')} (${t(`alias_kind.${kind}`)})`
  const aLeg = ({ from, fromPlace, to, toPlace, left, arrived, means }: Leg) =>
    [
      `${[fromPlace, country(from)].filter(Boolean).join(', ')} → ${[toPlace, country(to)].filter(Boolean).join(', ')}`,
      means && t(`leg_means.${means}`),
      [left, arrived].filter(Boolean).join(' – '),
    ]
      .filter(Boolean)
      .join(', ')
  const anEarlier = (claim: EarlierClaim) =>
    [
      country(claim.country) + (claim.unhcr ? ` (${t('earlier.unhcr')})` : ''),
      claim.date,
      t(`earlier_outcome.${claim.outcome}`),
      claim.fileNumber,
      claim.confirmed && t('earlier.confirmed'),
    ]
      .filter(Boolean)
      .join(', ')
  const rows = (value: unknown, one: (each: never) => string) =>
    Array.isArray(value) && value.length === 0
      ? t('rows.none')
      : ((value as unknown[]) ?? []).map((each) => one(each as never)).join('; ')
  const writers: Partial<Record<string, (value: never) => string>> = {
    clientId: (value: string) => groupClientId(value),
    birthCountry: country,
    formerResidence: country,
    citizenships: (value: unknown) => list(value, country),
    fearedCountries: (value: unknown) => list(value, country),
    spokenLanguage: (value: string) => languageName(value, language),
    language: (value: string) => languageName(value, language),
    vulnerable: (value: unknown) => list(value, (each: Vulnerability) => priorities[each].label[language]),
    arrivedAt: (value: string) => instantText(value, zone),
    addressProvince: (value: 'ON') => t(`province.${value}`),
    officialLanguage: (value: 'en') => t(`field.officialLanguage_${value}`),
    channel: (value: 'inland') => t(`field.channel_${value}`),
    representativeKind: (value: 'none') => t(`field.representativeKind_${value}`),
    grounds: (value: unknown) => list(value, (each: 'race') => t(`field.grounds_${each}`)),
    entries: (value: unknown) => list(value, anEntry),
    companion: (value: 'parent') => t(`companion.${value}`),
    aliases: (value: unknown) => rows(value, aName),
    route: (value: unknown) => rows(value, aLeg),
    heldDocuments: (value: unknown) => rows(value, sayHeld),
    earlierClaims: (value: unknown) => rows(value, anEarlier),
  }
  return (name: string, value: unknown): string => {
    if (value === undefined || value === null) return ''
    if (name.startsWith(factPrefix)) {
      const fact = name.slice(factPrefix.length)
      return isFact(fact) ? sayTheFact(fact, value) : JSON.stringify(value)
    }
    if (isRecordRegister(name)) return sayRegister(name, value)
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
    if (isAct(name)) return sayAct(name, value)
    return writers[name]?.(value as never) ?? String(value)
  }
}
