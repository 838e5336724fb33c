import type { ClaimField, PersonField } from '../domain/fields.ts'
import type { Bilingual } from '../language.ts'
import type { ListName } from '../record/lists.ts'
import type { QuestionId } from '../record/questions.ts'

/**
 * A form as data: which questions it asks, in its own order. What is asked in several forms is answered once. A form that
 * changes gets a new version; the answers stay, since they belong to the questions.
 */

export type Item =
  /** A field of the person or the claim that a document bears or a rule reads. */
  { readonly field: PersonField | ClaimField } | { readonly question: QuestionId } | { readonly list: ListName }

export interface Section {
  readonly id: string
  readonly title: Bilingual
  readonly help?: Bilingual
  readonly items: readonly Item[]
}

export interface Form {
  readonly id: string
  readonly version: string
  /** The number on the printed form. */
  readonly number: string
  readonly title: Bilingual
  /** Where its questions are from; the wording is our own. */
  readonly source: Bilingual
  readonly sections: readonly Section[]
}

export const field = (...names: readonly (PersonField | ClaimField)[]): Item[] => names.map((name) => ({ field: name }))
export const ask = (...ids: readonly QuestionId[]): Item[] => ids.map((question) => ({ question }))
export const list = (...names: readonly ListName[]): Item[] => names.map((name) => ({ list: name }))
export const section = (id: string, en: string, fr: string, ...items: readonly (readonly Item[])[]): Section => ({
  id,
  title: { en, fr },
  items: items.flat(),
})
