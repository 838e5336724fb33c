import { expect, test } from 'vitest'
import { claimFields, personFields } from '../../../src/shared/domain/fields.ts'
import { formOf, forms, itemName } from '../../../src/shared/forms/forms.ts'
import type { Bilingual } from '../../../src/shared/language.ts'
import { answerSchema, lacksWords } from '../../../src/shared/record/answer.ts'
import { evidenceKinds } from '../../../src/shared/record/evidence.ts'
import { isList, listNames, lists } from '../../../src/shared/record/lists.ts'
import { isQuestion, questionIds, questions } from '../../../src/shared/record/questions.ts'
import {
  answerRegister,
  noneRegister,
  readRegister,
  recordChanges,
  rowRegister,
} from '../../../src/shared/record/registers.ts'

/** Every text that has both languages, wherever it stands. */
function* textsIn(value: unknown): Generator<Bilingual> {
  if (typeof value !== 'object' || value === null) return
  if ('en' in value && 'fr' in value) yield value as Bilingual
  else for (const part of Object.values(value)) yield* textsIn(part)
}

test('every form asks only what the record or the claim can hold, and each list and question is asked somewhere', () => {
  const asked = forms.flatMap(({ sections }) => sections.flatMap(({ items }) => items.map(itemName)))
  for (const name of asked)
    expect(isList(name) || isQuestion(name) || name in claimFields || name in personFields, name).toBe(true)
  expect([...listNames, ...questionIds].filter((name) => !asked.includes(name))).toEqual([])
})

test('all texts exist in both languages and follow French typography', () => {
  for (const { en, fr } of textsIn([forms, lists, questions, evidenceKinds])) {
    expect(en.length && fr.length, en).toBeGreaterThan(0)
    expect(fr, fr).not.toMatch(/'| [:;?!»]|« /)
    expect(en, en).not.toMatch(/\w'\w/)
  }
})

test('columns that a row needs are columns of its list', () => {
  for (const list of listNames)
    for (const column of lists[list].needed) expect(Object.keys(lists[list].columns), list).toContain(column)
})

test('a register names a question, a row of a list by its id, a list without rows, or evidence', () => {
  const id = '0198c0de-0000-7000-8000-0000000000a1'
  expect(readRegister(`row.addresses.${id}`)).toEqual({ is: 'row', list: 'addresses', id })
  expect(readRegister('record.boc.harmed')).toEqual({ is: 'answer', question: 'boc.harmed' })
  expect(readRegister('none.trips')).toEqual({ is: 'none', list: 'trips' })
  expect(readRegister(`evidence.${id}`)).toEqual({ is: 'evidence', id })
  for (const wrong of ['row.addresses.1', 'row.__proto__.x', 'record.constructor', 'none.toString', 'family.principal'])
    expect(readRegister(wrong), wrong).toBeUndefined()
})

test('changes hold what the questions take and nothing else', () => {
  const row = 'row.trips.0198c0de-0000-7000-8000-0000000000a1'
  const takes = (changes: unknown) => recordChanges.safeParse(changes).success
  expect(takes({ [row]: { from: '2024-02-29', country: 'TUR' } })).toBe(true)
  expect(takes({ [row]: null })).toBe(true)
  expect(takes({ [row]: { from: '2023-02-29' } })).toBe(false)
  expect(takes({ [row]: { made_up: 'x' } })).toBe(false)
  expect(takes({ [row]: {} })).toBe(false)
  expect(takes({ 'record.who.heightCm': 400 })).toBe(false)
  expect(takes({ 'none.trips': true })).toBe(true)
  expect(takes({})).toBe(false)
})

test('a yes that asks for words lacks them until they are there', () => {
  const { answer } = questions['past.convicted']
  expect(lacksWords(answer, { yes: true })).toBe(true)
  expect(lacksWords(answer, { yes: true, text: 'theft, 2012' })).toBe(false)
  expect(lacksWords(answer, { yes: false })).toBe(false)
  expect(lacksWords(questions['boc.askedHelp'].answer, { yes: false })).toBe(true)
  expect(answerSchema(answer).safeParse({ yes: 'no' }).success).toBe(false)
})

test('the names of registers are read back as they were made', () => {
  const id = '0198c0de-0000-7000-8000-0000000000a1'
  expect(readRegister(rowRegister('trips', id))).toMatchObject({ list: 'trips', id })
  expect(readRegister(answerRegister('who.eyes'))).toMatchObject({ question: 'who.eyes' })
  expect(readRegister(noneRegister('trips'))).toMatchObject({ is: 'none' })
  expect(formOf('boc')?.number).toBe('RPD.02.01')
})
