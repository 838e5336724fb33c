import { describe, expect, test } from 'vitest'
import type { ClaimValues } from '../../../src/shared/domain/fields.ts'
import { knownFacts, toldFacts } from '../../../src/shared/domain/known-facts.ts'
import { eligibilityFacts } from '../../../src/shared/rules/index.ts'

describe('the facts that the form already holds', () => {
  test('are none for an empty form: nothing is guessed', () => {
    expect(knownFacts({}, {}, 'lacolle-15')).toEqual({})
  })

  test('are what was typed, as the rules read it', () => {
    const facts = knownFacts(
      { birthDate: '1990-05', citizenships: ['SYR', 'XXA'], formerResidence: 'LBN' },
      {
        claimDate: '2026-11-23',
        channel: 'port_of_entry',
        entries: [{ date: '2026-11-20', manner: 'between_poes', place: 'Roxham', disputed: true }],
      },
      'lacolle-15',
    )
    expect(facts).toEqual({
      birthDate: '1990-05',
      citizenships: ['SYR'],
      stateless: true,
      formerResidences: ['LBN'],
      claimDate: '2026-11-23',
      claimPlace: 'land_poe',
      entries: [{ date: '2026-11-20', manner: 'between_poes', disputed: true }],
    })
    expect(eligibilityFacts.safeParse(facts).success).toBe(true)
  })

  test('say whether somebody is stateless as soon as a citizenship is known', () => {
    expect(knownFacts({ citizenships: ['SYR'] }, {}, 'x').stateless).toBe(false)
    expect(knownFacts({ citizenships: ['XXB'] }, {}, 'x').citizenships).toEqual([])
  })

  test('take the place from the office, but not for a claim made inland', () => {
    expect(knownFacts({}, { channel: 'inland' }, 'lacolle-15').claimPlace).toBe('inland')
    expect(knownFacts({}, { channel: 'port_of_entry' }, 'no-such-office').claimPlace).toBeUndefined()
  })
})

describe('what the background tells', () => {
  const facts = (...earlierClaims: NonNullable<ClaimValues['earlierClaims']>) => toldFacts({ earlierClaims })

  test('answers nothing where nothing was told: only the records show that there was no claim', () => {
    expect(toldFacts({})).toEqual({})
    expect(facts()).toEqual({})
  })

  test.each(['rejected', 'ineligible', 'withdrawn', 'abandoned', 'vacated_or_ceased', 'open'] as const)(
    'is an earlier claim in Canada: %s',
    (outcome) => {
      expect(facts({ country: 'CAN', outcome })).toEqual({ priorClaims: [outcome] })
    },
  )

  test('leaves the question open where an outcome in Canada is not known', () => {
    expect(facts({ country: 'CAN', outcome: 'unknown' })).toEqual({})
    expect(facts({ country: 'CAN', outcome: 'unknown' }, { country: 'CAN', outcome: 'withdrawn' })).toEqual({})
  })

  test('is protection in Canada or elsewhere', () => {
    expect(facts({ country: 'CAN', outcome: 'accepted' })).toEqual({ protectionInCanada: 'board' })
    expect(facts({ country: 'DEU', outcome: 'accepted' })).toEqual({ refugeeElsewhere: true })
    expect(facts({ country: 'TUR', unhcr: true, outcome: 'accepted' })).toEqual({})
  })

  test('is a claim in a partner country, confirmed only where that country confirmed it', () => {
    expect(facts({ country: 'USA', outcome: 'open' })).toEqual({ partnerClaim: 'reported' })
    expect(facts({ country: 'GBR', outcome: 'rejected', confirmed: true })).toEqual({ partnerClaim: 'confirmed' })
    expect(facts({ country: 'DEU', outcome: 'rejected', confirmed: true })).toEqual({})
  })

  test('is the parent or guardian of a child, for the Agreement and for the bars of 2026', () => {
    expect(knownFacts({}, { companion: 'parent' }, 'lacolle-15')).toEqual({ accompaniedByParent: true })
    expect(toldFacts({ companion: 'parent' })).toEqual({ responsibleAdultInCanada: true })
    expect(knownFacts({}, { companion: 'other_adult' }, 'lacolle-15')).toEqual({ accompaniedByParent: false })
    expect(toldFacts({ companion: 'nobody' })).toEqual({})
  })
})
