import { describe, expect, test } from 'vitest'
import { knownFacts } from '../../../src/shared/domain/known-facts.ts'
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
