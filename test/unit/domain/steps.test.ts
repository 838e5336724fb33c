import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Acts } from '../../../src/shared/domain/acts.ts'
import type { ClaimValues, PersonValues } from '../../../src/shared/domain/fields.ts'
import { laneFor, laneNow, neededFor } from '../../../src/shared/domain/lane.ts'
import { portalTasks } from '../../../src/shared/domain/portal-tasks.ts'
import {
  barsToDocument,
  checkLack,
  fullIntakeSteps,
  mainSteps,
  nextStep,
  type StepInput,
  stepStatuses,
  steps,
} from '../../../src/shared/domain/steps.ts'
import { checkNames } from '../../../src/shared/domain/vocabulary.ts'

const person: PersonValues = {
  familyName: 'Osman',
  birthDate: '1990',
  sex: 'X',
  birthCountry: 'SYR',
  citizenships: ['SYR'],
  aliases: [],
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
  vulnerable: false,
  accessibilityNeeded: false,
  unableToAppreciate: false,
  route: [],
  heldDocuments: [],
  earlierClaims: [],
  narrative: 'They came at night.',
  workPermitRequested: true,
  studyPermitRequested: false,
}
const acts: Acts = {
  consentToSharing: { given: false, on: '2026-11-23' },
  conditionsAcknowledged: { on: '2026-11-23', version: '2026-05' },
}
const whole: StepInput = {
  ...{ person, claim, acts, documentRead: true, searched: true },
  ...{ photo: true, checks: checkNames, decided: true, issued: true, lane: 'full_intake' },
}
const nothing: StepInput = {
  ...{ person: {}, claim: {}, acts: {}, documentRead: false },
  ...{ searched: false, photo: false, checks: [], decided: false, issued: false, lane: 'full_intake' },
}
const policy = { requireSearchBeforeDocument: true, checksBeforeDocument: checkNames }
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

describe('the steps of a full intake', () => {
  const without = (...names: readonly string[]): StepInput => ({
    ...whole,
    person: Object.fromEntries(Object.entries(person).filter(([name]) => !names.includes(name))),
    claim: Object.fromEntries(Object.entries(claim).filter(([name]) => !names.includes(name))),
    acts: Object.fromEntries(Object.entries(acts).filter(([name]) => !names.includes(name))),
  })
  const child = (fields: ClaimValues): StepInput => ({
    ...whole,
    person: { ...person, birthDate: '2012-03' },
    claim: { ...claim, ...fields },
  })

  test('are complete once asked: "none" and "no" are answers', () => {
    for (const step of fullIntakeSteps) expect(status(whole, step)?.state, step).toBe('complete')
  })

  test.each([
    ['vulnerable', 'needs'],
    ['route', 'journey'],
    ['heldDocuments', 'papers'],
    ['aliases', 'background'],
    ['earlierClaims', 'background'],
    ['consentToSharing', 'measures'],
    ['workPermitRequested', 'measures'],
  ])('lack %s while nobody asked: %s', (name, step) => {
    expect(status(without(name), step)?.lacks).toEqual([name])
  })

  test('ask what is needed once the answer is yes', () => {
    const needs = { ...whole, claim: { ...claim, vulnerable: true, accessibilityNeeded: true } }
    expect(status(needs, 'needs')?.lacks).toEqual(['vulnerability', 'accessibilityNeeds'])
  })

  test('ask of a child with whom they came, and of one alone who was told and who stands by', () => {
    expect(status(child({}), 'needs')?.lacks).toEqual(['companion'])
    expect(status(child({ companion: 'parent' }), 'needs')?.state).toBe('complete')
    expect(status(child({ companion: 'other_adult' }), 'needs')?.lacks).toEqual([
      'authorityNotified',
      'designatedRepresentativeNeeded',
    ])
  })
})

describe('what bars a document', () => {
  test('is every step that is not complete, but not the document itself', () => {
    expect(barsToDocument(stepStatuses({ ...whole, issued: false }), policy)).toEqual([])
    expect(barsToDocument(stepStatuses(nothing), policy).map(({ step }) => step)).toEqual(
      mainSteps.filter((step) => step !== 'document'),
    )
  })

  test('is nothing of the full intake, which is nobody’s next step either', () => {
    const asked = stepStatuses({ ...whole, claim: { ...claim, route: undefined }, acts: {} } as unknown as StepInput)
    expect(barsToDocument(asked, policy)).toEqual([])
    expect(nextStep(asked)).toBeUndefined()
  })

  test('is the search only where the office asks for it', () => {
    const unsearched = stepStatuses({ ...whole, searched: false })
    expect(barsToDocument(unsearched, policy).map(({ step }) => step)).toEqual(['search'])
    expect(barsToDocument(unsearched, { ...policy, requireSearchBeforeDocument: false })).toEqual([])
  })

  test('is every check that the office demands and that is not settled, and no other', () => {
    fc.assert(
      fc.property(fc.subarray([...checkNames]), fc.subarray([...checkNames]), (checks, checksBeforeDocument) => {
        const bars = barsToDocument(stepStatuses({ ...whole, checks }), { ...policy, checksBeforeDocument })
        const lacking = checksBeforeDocument.filter((name) => !checks.includes(name)).map(checkLack)
        expect(bars.flatMap(({ lacks }) => lacks)).toEqual(lacking)
      }),
    )
  })
})

describe('the One Touch lane', () => {
  const oneTouch = (input: StepInput): StepInput => ({ ...input, lane: 'one_touch' })

  test('leaves the grounds to the portal: they bar no document and are nobody’s next step', () => {
    const lacksGrounds = oneTouch({ ...whole, claim: { ...claim, grounds: [] }, issued: false })
    expect(status(lacksGrounds, 'grounds')).toMatchObject({ state: 'partial', later: true })
    expect(barsToDocument(stepStatuses(lacksGrounds), policy)).toEqual([])
    expect(nextStep(stepStatuses(lacksGrounds))).toBe('document')
    expect(nextStep(stepStatuses({ ...lacksGrounds, lane: 'full_intake' }))).toBe('grounds')
  })

  test('asks what identity, eligibility and the document need', () => {
    expect(stepStatuses(oneTouch(nothing)).filter(({ later }) => !later)).toEqual(
      stepStatuses(nothing).filter(({ step }) => neededFor[step] !== 'portal'),
    )
    expect(stepStatuses(nothing).some(({ later }) => later)).toBe(false)
  })

  test('gives 45 days for what is left, from the day of the triage, each task with its source', () => {
    const steps = stepStatuses(oneTouch(nothing))
    expect(portalTasks('one_touch', '2026-11-16', steps)).toMatchObject([
      { step: 'grounds', due: '2026-12-31', rule: 'poe.online.completion', source: 'PRACTICE' },
      { step: 'journey', due: '2026-12-31' },
      { step: 'papers', due: '2026-12-31' },
      { step: 'background', due: '2026-12-31' },
    ])
    expect(portalTasks('one_touch', '2026-11-16', stepStatuses(oneTouch(whole)))).toEqual([])
    expect(portalTasks('full_intake', '2026-11-16', stepStatuses(nothing))).toEqual([])
  })

  test('is for low risk and low need together, and never for an ineligible claim', () => {
    expect(laneFor({ lowRisk: true, lowNeed: true })).toBe('one_touch')
    expect(laneFor({ lowRisk: true, lowNeed: false })).toBe('full_intake')
    expect(laneFor({ lowRisk: false, lowNeed: true })).toBe('full_intake')
    expect(laneNow('one_touch', 'referred')).toBe('one_touch')
    expect(laneNow('one_touch', 'ineligible')).toBe('full_intake')
    expect(laneNow('one_touch', 'ineligible_proposed')).toBe('full_intake')
    expect(laneNow(undefined, 'intake')).toBe('full_intake')
  })
})
