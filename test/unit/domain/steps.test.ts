import { describe, expect, test } from 'vitest'
import type { ClaimValues, PersonValues } from '../../../src/shared/domain/fields.ts'
import { barsToDocument, type StepInput, stepStatuses, steps } from '../../../src/shared/domain/steps.ts'

const person: PersonValues = {
  familyName: 'Osman',
  birthDate: '1990',
  sex: 'X',
  birthCountry: 'SYR',
  citizenships: ['SYR'],
}
const claim: ClaimValues = {
  officialLanguage: 'fr',
  spokenLanguage: 'ar',
  interpreterNeeded: false,
  representativeKind: 'none',
  claimDate: '2026-11-23',
  entries: [{ date: '2026-11-23', manner: 'airport' }],
  grounds: ['religion'],
  fearedCountries: ['SYR'],
}
const whole: StepInput = { person, claim, documentRead: true, searched: true, photo: true, decided: true, issued: true }
const nothing: StepInput = {
  ...{ person: {}, claim: {}, documentRead: false },
  ...{ searched: false, photo: false, decided: false, issued: false },
}
const status = (input: StepInput, step: string) => stepStatuses(input).find((one) => one.step === step)

describe('the steps of an intake', () => {
  test('are all empty at first and all complete at last, in one order', () => {
    expect(stepStatuses(nothing).map(({ step }) => step)).toEqual([...steps])
    expect(new Set(stepStatuses(nothing).map(({ state }) => state))).toEqual(new Set(['empty']))
    expect(new Set(stepStatuses(whole).map(({ state }) => state))).toEqual(new Set(['complete']))
  })

  test('say what they lack', () => {
    expect(status({ ...whole, person: { givenNames: 'Oo' } }, 'identity')).toEqual({
      step: 'identity',
      state: 'partial',
      lacks: ['birthDate', 'sex', 'birthCountry', 'citizenships'],
    })
    expect(status({ ...whole, claim: { ...claim, entries: [] } }, 'entry')?.lacks).toEqual(['entries'])
  })

  test('take "no interpreter needed" for an answer', () => {
    expect(status(whole, 'contact')?.state).toBe('complete')
  })

  test('take a name for a document: a person without papers is ordinary', () => {
    expect(status({ ...whole, documentRead: false }, 'passport')?.state).toBe('complete')
    expect(status({ ...nothing, documentRead: true }, 'passport')?.state).toBe('complete')
    expect(status(nothing, 'passport')?.state).toBe('empty')
  })
})

describe('what bars a document', () => {
  test('is every step that is not complete, but not the document itself', () => {
    expect(barsToDocument(stepStatuses({ ...whole, issued: false }), true)).toEqual([])
    expect(barsToDocument(stepStatuses(nothing), true).map(({ step }) => step)).toEqual(
      steps.filter((step) => step !== 'document'),
    )
  })

  test('is the search only where the office asks for it', () => {
    const unsearched = stepStatuses({ ...whole, searched: false })
    expect(barsToDocument(unsearched, true).map(({ step }) => step)).toEqual(['search'])
    expect(barsToDocument(unsearched, false)).toEqual([])
  })
})
