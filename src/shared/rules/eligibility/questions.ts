import type { Bilingual } from '../../language.ts'
import type { EligibilityFacts, FactId } from './facts.ts'
import { caseQuestions } from './questions/case.ts'
import { historyQuestions } from './questions/history.ts'
import { relativeQuestions } from './questions/relatives.ts'
import { safeCountryQuestions } from './questions/safeCountry.ts'

/** What a form needs to ask for a fact: its words, who answers them, and the kind of answer. */
export interface FactQuestion {
  readonly label: Bilingual
  readonly question: Bilingual
  /** For the officer, whoever answers. */
  readonly help?: Bilingual
  /** The officer answers, from file, checks and law. Absent: the words are for the claimant, to be read out as they are. */
  readonly to?: 'officer'
  readonly answer: AnswerType
}

/** `unknown` is always a possible answer too: it leaves the fact absent. */
export type AnswerType =
  | { readonly type: 'yes_no' }
  /** `partial`: the month or the year alone will do. */
  | { readonly type: 'date'; readonly partial: boolean }
  | { readonly type: 'choice' | 'choices'; readonly options: readonly AnswerOption[] }
  | { readonly type: 'countries' }
  | { readonly type: 'entries'; readonly manners: readonly AnswerOption[] }

export interface AnswerOption {
  readonly value: string
  readonly label: Bilingual
}

/** The question for every fact. */
export const factQuestions: Readonly<Record<FactId, FactQuestion>> = {
  ...caseQuestions,
  ...historyQuestions,
  ...safeCountryQuestions,
  ...relativeQuestions,
}

/** The words of a known fact, for a finding: "Yes", "Airport", the date as it stands. */
export function sayFact<K extends FactId>(id: K, value: EligibilityFacts[K]): Bilingual {
  const { answer } = factQuestions[id]
  if (typeof value === 'boolean') return value ? { en: 'Yes', fr: 'Oui' } : { en: 'No', fr: 'Non' }
  if (answer.type === 'entries') return sayEntries(value as EligibilityFacts['entries'], answer.manners)
  const options = answer.type === 'choice' || answer.type === 'choices' ? answer.options : []
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (values.length === 0) return { en: 'None', fr: 'Aucun' }
  return join(values.map((each) => labelOf(String(each), options)))
}

function sayEntries(entries: EligibilityFacts['entries'], manners: readonly AnswerOption[]): Bilingual {
  if (!entries?.length) return { en: 'None', fr: 'Aucune' }
  return join(
    entries.map(({ date = '?', manner = '?' }) => {
      const { en, fr } = labelOf(manner, manners)
      return { en: `${date} ${en}`, fr: `${date} ${fr}` }
    }),
  )
}

const labelOf = (value: string, options: readonly AnswerOption[]): Bilingual =>
  options.find((option) => option.value === value)?.label ?? { en: value, fr: value }

const join = (texts: readonly Bilingual[]): Bilingual => ({
  en: texts.map(({ en }) => en).join(', '),
  fr: texts.map(({ fr }) => fr).join(', '),
})
