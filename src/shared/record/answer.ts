import { z } from 'zod'
import { countryCode, languageCode, partialDate, plainDate, text } from '../domain/field-types.ts'
import type { Bilingual } from '../language.ts'

/**
 * The kinds of answers that the questions of the forms take. A question is data: the page, the schema and the print are
 * all made of it, so a new form needs no new program.
 */

export interface Option {
  readonly value: string
  readonly text: Bilingual
}

export type AnswerKind =
  /** One line. */
  | { readonly as: 'text'; readonly max: number }
  /** Several lines. */
  | { readonly as: 'long'; readonly max: number }
  | { readonly as: 'yes_no' }
  /** Yes or no, and words for the answer that asks for them. */
  | { readonly as: 'explained'; readonly explain: 'yes' | 'no' | 'both' }
  /** A whole day. */
  | { readonly as: 'day' }
  /** A day, a month or a year. */
  | { readonly as: 'date' }
  | { readonly as: 'country' }
  | { readonly as: 'countries' }
  | { readonly as: 'language' }
  | { readonly as: 'number'; readonly min: number; readonly max: number }
  | { readonly as: 'choice'; readonly options: readonly Option[] }
  | { readonly as: 'choices'; readonly options: readonly Option[] }
  /** One row of another list, by its id. */
  | { readonly as: 'row'; readonly list: string }

/** What is asked, in both languages, and what an answer looks like. */
export interface Question {
  readonly text: Bilingual
  readonly help?: Bilingual
  readonly answer: AnswerKind
  /** Tells of what happened: it cannot lie after today. */
  readonly past?: true
}

/** Yes or no with its words, where they were asked for. */
export interface Explained {
  readonly yes: boolean
  readonly text?: string | undefined
}

/** The schema of an answer. Texts are trimmed; an empty one is none. */
export function answerSchema(kind: AnswerKind): z.ZodType {
  switch (kind.as) {
    case 'text':
    case 'long':
      return text(kind.max)
    case 'yes_no':
      return z.boolean()
    case 'explained':
      return z.strictObject({ yes: z.boolean(), text: text(5000).optional() })
    case 'day':
      return plainDate
    case 'date':
      return partialDate
    case 'country':
      return countryCode
    case 'countries':
      return z.array(countryCode).min(1).max(8)
    case 'language':
      return languageCode
    case 'number':
      return z.number().int().min(kind.min).max(kind.max)
    case 'choice':
      return z.enum(kind.options.map(({ value }) => value))
    case 'choices':
      return z.array(z.enum(kind.options.map(({ value }) => value))).max(kind.options.length)
    case 'row':
      return z.uuid()
  }
}

/** Does an answer still lack its words? */
export const lacksWords = (kind: AnswerKind, value: unknown): boolean => {
  if (kind.as !== 'explained' || value === undefined) return false
  const { yes, text: words } = value as Explained
  return !words && (kind.explain === 'both' || (kind.explain === 'yes') === yes)
}

/** Short hands for the tables of questions. */
export const say = (en: string, fr: string): Bilingual => ({ en, fr })
export const option = (value: string, en: string, fr: string): Option => ({ value, text: { en, fr } })
export const line = (en: string, fr: string, max = 200): Question => ({
  text: say(en, fr),
  answer: { as: 'text', max },
})
export const words = (en: string, fr: string, max = 10_000): Question => ({
  text: say(en, fr),
  answer: { as: 'long', max },
})
export const when = (en: string, fr: string): Question => ({ text: say(en, fr), answer: { as: 'date' }, past: true })
export const day = (en: string, fr: string): Question => ({ text: say(en, fr), answer: { as: 'day' }, past: true })
export const yesNo = (en: string, fr: string): Question => ({ text: say(en, fr), answer: { as: 'yes_no' } })
export const country = (en: string, fr: string): Question => ({ text: say(en, fr), answer: { as: 'country' } })
export const choice = (en: string, fr: string, options: readonly Option[]): Question => ({
  text: say(en, fr),
  answer: { as: 'choice', options },
})
export const choices = (en: string, fr: string, options: readonly Option[]): Question => ({
  text: say(en, fr),
  answer: { as: 'choices', options },
})
export const explained = (en: string, fr: string, explain: 'yes' | 'no' | 'both' = 'yes'): Question => ({
  text: say(en, fr),
  answer: { as: 'explained', explain },
})
export const rowOf = (list: string, en: string, fr: string): Question => ({
  text: say(en, fr),
  answer: { as: 'row', list },
})
