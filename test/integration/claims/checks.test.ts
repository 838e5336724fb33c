import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { type CheckWish, setCheck } from '../../../src/main/claims/checks.ts'
import { decideClaim } from '../../../src/main/claims/decisions.ts'
import { answerFacts, worksheet } from '../../../src/main/claims/eligibility.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { issuePaper } from '../../../src/main/documents/issue.ts'
import { changeSettings } from '../../../src/main/office/change-settings.ts'
import { checkNames, checkResults } from '../../../src/shared/domain/vocabulary.ts'
import { fail, type Result, unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice, referClaim, setClaim } from './support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
const opened = (): Office => {
  const office = openOffice()
  open.push(office)
  return office
}
const codeOf = (done: Result<unknown>) => (done.ok ? 'done' : done.failure.code)
const record = ({ tools, officer }: Office, claimId: string, wish: CheckWish) => setCheck(tools, officer, claimId, wish)
const sheetOf = ({ tools }: Office, claimId: string) => unwrap(worksheet(tools, claimId))
const checkOf = ({ tools }: Office, claimId: string, name: string) =>
  unwrap(claimView(tools, claimId)).checks.find((check) => check.name === name)

describe('a check', () => {
  test('says who made it, when and what it said; the last word counts and the timeline keeps all', () => {
    const office = opened()
    const { claimId } = newClaim(office)
    expect(checkOf(office, claimId, 'police')).toEqual({
      ...{ name: 'police', exempt: false, demanded: true, settled: false },
    })
    unwrap(record(office, claimId, { check: 'police', result: 'pending' }))
    unwrap(record(office, claimId, { check: 'police', result: 'done', found: true, note: 'a warrant' }))
    expect(checkOf(office, claimId, 'police')).toMatchObject({
      ...{ result: 'done', found: true, note: 'a warrant', by: 'Gwen Fitzgerald', settled: true },
    })
    expect(unwrap(claimView(office.tools, claimId)).alerts.map(({ code }) => code)).toContain('police_found')
  })

  test.each<CheckWish>([
    { check: 'police', result: 'done' },
    { check: 'police', result: 'done', found: true },
    { check: 'police', result: 'unavailable' },
    { check: 'police', result: 'pending', found: false },
    { check: 'biometrics', result: 'done', found: true, note: 'what could it find' },
  ])('that says too little, or too much, changes nothing: %j', (wish) => {
    const office = opened()
    const { claimId } = newClaim(office)
    expect(codeOf(record(office, claimId, wish))).toBe('claims.check_says_too_little')
    expect(checkOf(office, claimId, wish.check)?.result).toBeUndefined()
  })

  test('of a removal order answers s. 99(3), against whatever was answered by hand', () => {
    const office = opened()
    const { claimId } = newClaim(office)
    unwrap(answerFacts(office.tools, office.officer, claimId, { removalOrder: false }, []))
    unwrap(record(office, claimId, { check: 'removal_order', result: 'done', found: true, note: 'order of 2019' }))
    const sheet = sheetOf(office, claimId)
    expect(sheet.evaluation.outcome).toEqual({ kind: 'cannot_claim', rules: ['irpa.99.3'] })
    expect(sheet.fixed).toContain('removalOrder')
  })

  test('that is unavailable leaves its question open: the claim can be left undecided and the letter given', () => {
    const office = opened()
    const { claimId } = newClaim(office)
    unwrap(record(office, claimId, { check: 'removal_order', result: 'unavailable', note: 'the system is down' }))
    expect(sheetOf(office, claimId).evaluation).toMatchObject({ outcome: { kind: 'not_enough_facts' } })
    expect(sheetOf(office, claimId).evaluation.nextQuestions[0]).toBe('removalOrder')
    unwrap(decideClaim(office.tools, office.officer, claimId, { outcome: 'undecided' }))
    expect(unwrap(claimView(office.tools, claimId)).allowed).toContain('issue_acknowledgement')
  })

  test('that finds an earlier claim takes the answer "none" away and asks how it ended; one that finds none answers', () => {
    const office = opened()
    const { claimId } = newClaim(office)
    unwrap(answerFacts(office.tools, office.officer, claimId, { priorClaims: [] }, []))
    unwrap(record(office, claimId, { check: 'prior_claims', result: 'done', found: true, note: 'claim of 2019' }))
    expect(sheetOf(office, claimId).facts.priorClaims).toBeUndefined()
    unwrap(answerFacts(office.tools, office.officer, claimId, { priorClaims: ['withdrawn'] }, []))
    expect(sheetOf(office, claimId).facts.priorClaims).toEqual(['withdrawn'])
    unwrap(record(office, claimId, { check: 'prior_claims', result: 'done', found: false }))
    expect(sheetOf(office, claimId)).toMatchObject({ facts: { priorClaims: [] } })
  })

  test('by biometrics is asked of nobody who is certainly under 14 on the day of the claim', () => {
    const office = opened()
    const exempt = (birthDate: string) => checkOf(office, newClaim(office, { birthDate }).claimId, 'biometrics')?.exempt
    expect(exempt('2012-11-24')).toBe(true)
    expect(exempt('2012-11-23')).toBe(false)
    expect(exempt('2012')).toBe(false)
    expect(exempt('2013')).toBe(true)
  })
})

describe('no document', () => {
  const results = fc.constantFrom(...checkResults, undefined)
  const history = fc.record({
    birthDate: fc.constantFrom('1990-05-17', '2020-01-01'),
    demanded: fc.subarray([...checkNames]),
    unavailableAllowed: fc.boolean(),
    said: fc.array(fc.record({ check: fc.constantFrom(...checkNames), result: results }), { maxLength: 8 }),
  })

  test('is issued without the checks that the office demands, whatever was said of them before', async () => {
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(history, async ({ birthDate, demanded, unavailableAllowed, said }) => {
        const office = openOffice()
        try {
          const { tools, officer } = office
          const policy = { checksBeforeDocument: demanded, unavailableChecksAllowed: unavailableAllowed }
          unwrap(changeSettings(tools, officer, { ...policy, requireSearchBeforeDocument: false }))
          const claimId = ready(office, birthDate)
          const last = new Map<string, string>()
          for (const { check, result } of said) {
            if (!result) continue
            unwrap(record(office, claimId, wishOf(check, result)))
            last.set(check, result)
          }
          const settled = (name: string) =>
            last.get(name) === 'done' ||
            (name === 'biometrics' && birthDate === '2020-01-01') ||
            (unavailableAllowed && last.get(name) === 'unavailable')
          const fonts = async () => fail('desk.not_allowed')
          const code = codeOf(
            await issuePaper({ ...tools, specimen: false, fonts, drawing: { draw: fonts } }, officer, {
              claimId,
              kind: 'RPID',
            }),
          )
          const lacking = unwrap(claimView(tools, claimId)).bars.filter(({ step }) => step !== 'photo')
          expect(lacking.flatMap(({ lacks }) => lacks)).toEqual(
            demanded.filter((name) => !settled(name)).map((name) => `check_${name}`),
          )
          seen.add(lacking.length > 0 ? 'barred' : 'free')
          if (lacking.length > 0) expect(code).toBe('claims.incomplete')
        } finally {
          office.store.remove()
        }
      }),
      { numRuns: 40 },
    )
    expect([...seen].sort()).toEqual(['barred', 'free'])
  }, 120_000)

  const wishOf = (check: CheckWish['check'], result: CheckWish['result']): CheckWish => {
    if (result === 'unavailable') return { check, result, note: 'the system is down' }
    return { check, result, ...(result === 'done' && check !== 'biometrics' ? { found: false } : {}) }
  }

  /** A claim that was referred and lacks only its photo, and the checks. */
  function ready(office: Office, birthDate: string): string {
    const person = { familyName: 'Osman', birthDate, sex: 'F', birthCountry: 'SYR', citizenships: ['SYR'] }
    const { claimId } = newClaim(office, person)
    unwrap(
      setClaim(office, claimId, {
        officialLanguage: 'en',
        spokenLanguage: 'ar',
        interpreterNeeded: false,
        representativeKind: 'none',
        entries: [{ date: '2026-11-20', manner: 'airport' }],
        grounds: ['religion'],
        fearedCountries: ['SYR'],
      }),
    )
    unwrap(referClaim(office, claimId))
    return claimId
  }
})
