import type { Language } from '../language.ts'
import { countryName } from '../mrz/states.ts'
import type { AnswerKind, Explained } from './answer.ts'
import { type ListName, listOf } from './lists.ts'
import type { RowValues } from './record.ts'

/** Answers in words of one language, where no window is by: on paper. */
export function sayAnswer(kind: AnswerKind, value: unknown, language: Language): string {
  const yesNo = (yes: unknown) => (language === 'en' ? (yes ? 'Yes' : 'No') : yes ? 'Oui' : 'Non')
  if (kind.as === 'yes_no') return yesNo(value)
  if (kind.as === 'explained') {
    const { yes, text } = value as Explained
    return [yesNo(yes), text].filter(Boolean).join('. ')
  }
  if (kind.as === 'country' || kind.as === 'countries')
    return [value]
      .flat()
      .map((code) => countryName(String(code), language))
      .join(', ')
  if (kind.as === 'choice' || kind.as === 'choices') {
    const textOf = (one: unknown) => kind.options.find((option) => option.value === one)?.text[language] ?? String(one)
    return [value].flat().map(textOf).join(', ')
  }
  if (kind.as === 'language')
    return new Intl.DisplayNames(`${language}-CA`, { type: 'language' }).of(String(value)) ?? String(value)
  return kind.as === 'row' ? '' : String(value)
}

/** A row in one line: each column that says something, by its name. */
export const sayRow = (list: ListName, values: RowValues, language: Language): string =>
  Object.entries(listOf(list).columns)
    .flatMap(([column, { answer, text }]) => {
      const said = values[column] === undefined ? '' : sayAnswer(answer, values[column], language)
      return said ? [`${text[language]}${language === 'fr' ? '\u00a0' : ''}: ${said}`] : []
    })
    .join('; ')
