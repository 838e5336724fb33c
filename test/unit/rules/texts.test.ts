import { describe, expect, it } from 'vitest'
import { consequences } from '../../../src/shared/rules/eligibility/consequences.ts'
import { evaluate } from '../../../src/shared/rules/eligibility/evaluate.ts'
import {
  deadlineRules,
  type FactQuestion,
  factQuestions,
  holidays,
  orderEvents,
  ruleSets,
  triggers,
} from '../../../src/shared/rules/index.ts'
import { atLandPort, crossing, plain } from './eligibility/cases.ts'

/** Every `{en, fr}` in a value, however deep, with where it stands. */
function texts(value: unknown, path = ''): { path: string; en: string; fr: string }[] {
  if (value === null || typeof value !== 'object') return []
  if ('en' in value && 'fr' in value) return [{ path, en: String(value.en), fr: String(value.fr) }]
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`))
}

const cases = [
  {},
  plain,
  atLandPort,
  { ...atLandPort, deathPenaltyUs: true },
  crossing('2026-11-01', '2026-11-14'),
  crossing('2024-02-29', '2026-11-15'),
  {
    ...plain,
    birthDate: '2010',
    responsibleAdultInCanada: false,
    entries: [{ date: '2023', manner: 'airport' as const }],
  },
]
const evaluations = cases.map((facts) => evaluate(facts, '2026-11-25', ruleSets['2026-03-26']))

const all = texts({
  factQuestions,
  deadlineRules,
  holidays: holidays(2026, 'office'),
  orderEvents,
  triggers,
  ruleSets,
  evaluations,
  consequences: evaluations.map((each) => consequences(each, '2026-11-25')),
})

describe('the texts of the rules', () => {
  it('stand in both languages', () => {
    expect(all.length).toBeGreaterThan(400)
    expect(all.filter(({ en, fr }) => !en.trim() || !fr.trim())).toEqual([])
  })

  it('follow Canadian French typography', () => {
    expect(all.filter(({ fr }) => /[^\u00a0]:| [;?!]|'/.test(fr)).map(({ path, fr }) => `${path}: ${fr}`)).toEqual([])
  })

  it('speak to the claimant where they are read out, and of the person where the officer answers', () => {
    const ofSomebody = /\b(the person|the child|the claimant)\b|la personne|l’enfant/i
    const [officer, claimant] = [true, false].map((is) =>
      Object.values<FactQuestion>(factQuestions).filter(({ to }) => (to === 'officer') === is),
    )
    expect(claimant?.map(({ question }) => question).filter(({ en, fr }) => ofSomebody.test(`${en} ${fr}`))).toEqual([])
    const spokenTo = /\b(you|your)\b.*\|.*(vous|votre|vos)/i
    const third = claimant?.map(({ question: { en, fr } }) => `${en}|${fr}`).filter((both) => !spokenTo.test(both))
    // These speak of the family member who was asked about just before.
    expect(third?.every((both) => /\b(them|relative|claim)\b/.test(both))).toBe(true)
    expect(officer?.map(({ label }) => label.en)).toContain('removal order')
  })

  it('put no French space before an English colon', () => {
    expect(all.filter(({ en }) => /[\s\u00a0][:;?!]/.test(en)).map(({ path, en }) => `${path}: ${en}`)).toEqual([])
  })
})
