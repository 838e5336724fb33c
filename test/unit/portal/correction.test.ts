import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correctionRequest } from '../../../src/shared/contract/portal.ts'
import { changeKey, changesOf, lateSince, without } from '../../../src/shared/portal/correction.ts'
import { futureRegister } from '../../../src/shared/record/past.ts'

const row = 'row.agents.0198c0de-0000-7000-8000-00000000dead'
const sent = { on: '2026-11-20', form: 'boc/2026-11', record: { 'record.boc.leftOn': '2026-01-05' } }
const limit = (rule: string, due: string, more: object = {}) => ({ rule, due, ...more })

describe('a corrected form is late', () => {
  test('when the limit of its form had passed, from the day after on', () => {
    expect(lateSince(sent, [limit('boc.poe.practice', '2026-11-19')], [])).toBe('2026-11-19')
    expect(lateSince(sent, [limit('boc.poe.practice', '2026-11-20')], [])).toBeUndefined()
  })

  test('by the limit of the Basis of Claim Form only for what that form asks', () => {
    const limits = [limit('boc.inland', '2026-11-10')]
    const { form: _, ...single } = sent
    expect(lateSince(single, limits, [])).toBe('2026-11-10')
    expect(
      lateSince({ on: sent.on, form: 'imm5669/2026-11', record: { 'record.past.charged': null } }, limits, []),
    ).toBe(undefined)
  })

  test('also after the limit was met late, not when it was met before it', () => {
    const met = (on: string) => [limit('boc.inland', '2026-11-10', { met: on })]
    expect(lateSince(sent, met('2026-11-21'), [])).toBe('2026-11-10')
    expect(lateSince(sent, met('2026-11-09'), [])).toBeUndefined()
  })

  test('not by a limit that counts no more, or that is an effect of the law', () => {
    const limits = [
      limit('boc.inland', '2026-11-10', { superseded: true }),
      limit('boc.poe.practice', '2026-11-10', { effect: true }),
      limit('medical.exam', '2026-11-10'),
    ]
    expect(lateSince(sent, limits, [])).toBeUndefined()
  })

  test('when the office had asked for it by an earlier day', () => {
    const asked = (what: 'correct_form' | 'send_photo', settledOn?: string) => [
      { action: { what, due: '2026-11-15', ...(settledOn ? { settledOn } : {}) } },
    ]
    expect(lateSince(sent, [], asked('correct_form'))).toBe('2026-11-15')
    expect(lateSince(sent, [], asked('correct_form', '2026-11-22'))).toBe('2026-11-15')
    expect(lateSince(sent, [], asked('correct_form', '2026-11-14'))).toBeUndefined()
    expect(lateSince(sent, [], asked('send_photo'))).toBeUndefined()
  })
})

describe('a corrected form is taken', () => {
  const correction = '0198c0de-0000-7000-8000-00000000beef'
  const request = (more: object) => correctionRequest.safeParse({ correction, reason: 'I forgot it', ...more })
  const pathOf = (more: object) => request(more).error?.issues[0]?.path.join('.')

  test('with what its form asks: answers, rows, and fields', () => {
    const whole = { record: { 'record.boc.leftOn': '2026-01-05', [row]: null }, claim: { fearedCountries: ['SYR'] } }
    expect(request({ form: 'boc', ...whole }).success).toBe(true)
    expect(request(whole).success).toBe(true)
  })

  test('not with what another form asks, of the wrong shape, of no form, or with nothing', () => {
    expect(pathOf({ form: 'boc', record: { 'record.past.charged': null } })).toBe('record.record.past.charged')
    expect(pathOf({ form: 'imm5669', claim: { narrative: 'x' } })).toBe('claim.narrative')
    expect(pathOf({ record: { 'record.who.heightCm': 'tall' } })).toBe('record.record.who.heightCm')
    expect(request({ form: 'imm9999', person: { familyName: 'A' } }).success).toBe(false)
    expect(request({ record: { 'evidence.0198c0de-0000-7000-8000-00000000dead': null } }).success).toBe(false)
    expect(request({ form: 'boc' }).success).toBe(false)
  })
})

test('a register that tells of a day to come is named, one that may is not', () => {
  const address = 'row.addresses.0198c0de-0000-7000-8000-00000000dead'
  expect(futureRegister({ 'record.boc.leftOn': '2026-12' }, '2026-11-23')).toBe('record.boc.leftOn')
  expect(futureRegister({ 'record.boc.leftOn': '2026-11' }, '2026-11-23')).toBeUndefined()
  expect(futureRegister({ [address]: { from: '2027' } }, '2026-11-23')).toBe(address)
  expect(futureRegister({ [address]: null }, '2026-11-23')).toBeUndefined()
})

test('a correction without some of its changes has exactly the others, whichever register they are of', () => {
  const fields = fc.dictionary(fc.constantFrom('familyName', 'birthDate', 'address', 'record.boc.leftOn'), fc.string())
  const optional = fc.option(fields, { nil: undefined })
  fc.assert(
    fc.property(optional, optional, fc.infiniteStream(fc.boolean()), (person, claim, picks) => {
      const whole = { on: '2026-11-20', ...(person ? { person } : {}), ...(claim ? { claim } : {}) } as typeof sent
      const except = changesOf(whole)
        .map(changeKey)
        .filter(() => picks.next().value)
      const left = changesOf(without(whole, except))
      expect(left).toEqual(changesOf(whole).filter((change) => !except.includes(changeKey(change))))
    }),
  )
})
