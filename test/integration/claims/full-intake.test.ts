import { afterEach, describe, expect, test } from 'vitest'
import { recordAct, withdrawAct } from '../../../src/main/claims/acts.ts'
import { searchCandidates } from '../../../src/main/claims/candidates.ts'
import { setCheck } from '../../../src/main/claims/checks.ts'
import { confirmDecision, decideClaim } from '../../../src/main/claims/decisions.ts'
import { answerFacts, worksheet } from '../../../src/main/claims/eligibility.ts'
import { readPassport } from '../../../src/main/claims/passport.ts'
import { searchClaims } from '../../../src/main/claims/search.ts'
import { setPersonFields } from '../../../src/main/claims/take-in.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import type { PersonValues } from '../../../src/shared/domain/fields.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice, setClaim } from './support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
function opened(): Office & { claimId: string } {
  const office = openOffice()
  open.push(office)
  return { ...office, claimId: newClaim(office, { familyName: 'Osman', birthDate: '1990-05-17' }).claimId }
}
const viewOf = ({ tools, claimId }: ReturnType<typeof opened>) => unwrap(claimView(tools, claimId))

const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'

describe('a passport that is read', () => {
  test('stands on the list of documents held, once', () => {
    const office = opened()
    const { tools, officer, claimId } = office
    expect(unwrap(readPassport(tools, officer, claimId, zone)).filled).toContain('heldDocuments')
    expect(unwrap(readPassport(tools, officer, claimId, zone)).filled).not.toContain('heldDocuments')
    expect(viewOf(office).claim.heldDocuments?.value).toMatchObject([
      { kind: 'passport', number: 'L898902C3', country: 'UTO', expires: '2012-04-15', looks: 'not_examined' },
    ])
  })

  test('completes the row that an officer typed, and takes nothing away from it', () => {
    const office = opened()
    const typed = { id: '0198c0de-0000-7000-8000-000000000001', kind: 'travel_document', looks: 'suspect' }
    unwrap(setClaim(office, office.claimId, { heldDocuments: [{ ...typed, number: 'L-898902C3', expires: '2012' }] }))
    unwrap(readPassport(office.tools, office.officer, office.claimId, zone))
    expect(viewOf(office).claim.heldDocuments?.value).toEqual([
      { ...typed, number: 'L-898902C3', country: 'UTO', expires: '2012' },
    ])
  })
})

describe('the background', () => {
  const factsOf = ({ tools, claimId }: ReturnType<typeof opened>) => unwrap(worksheet(tools, claimId))

  test('answers the questions on earlier claims until the officer says otherwise', () => {
    const office = opened()
    const { tools, officer, claimId } = office
    unwrap(setClaim(office, claimId, { earlierClaims: [{ country: 'CAN', outcome: 'withdrawn' }] }))
    expect(factsOf(office).facts.priorClaims).toEqual(['withdrawn'])
    expect(factsOf(office).fixed).not.toContain('priorClaims')
    unwrap(answerFacts(tools, officer, claimId, { priorClaims: [] }, []))
    expect(factsOf(office).facts.priorClaims).toEqual([])
    expect(viewOf(office).alerts.map(({ code }) => code)).toContain('earlier_claim_denied')
  })

  test('is not silenced by records that show no earlier claim: the officer is told, and answers', () => {
    const office = opened()
    const { tools, officer, claimId } = office
    unwrap(setClaim(office, claimId, { earlierClaims: [{ country: 'CAN', outcome: 'withdrawn' }] }))
    unwrap(setCheck(tools, officer, claimId, { check: 'prior_claims', result: 'done', found: false }))
    expect(factsOf(office).facts.priorClaims).toEqual(['withdrawn'])
    expect(factsOf(office).fixed).not.toContain('priorClaims')
    expect(viewOf(office).alerts.map(({ code }) => code)).toContain('earlier_claim_denied')
    unwrap(setClaim(office, claimId, { earlierClaims: [] }))
    expect(factsOf(office).fixed).toContain('priorClaims')
    expect(viewOf(office).alerts).toEqual([])
  })

  test('makes a claim that was withdrawn before a ground of ineligibility', () => {
    const office = opened()
    unwrap(setClaim(office, office.claimId, { earlierClaims: [{ country: 'CAN', outcome: 'withdrawn' }] }))
    const { findings } = factsOf(office).evaluation
    expect(findings.find(({ rule }) => rule === 'irpa.101.1.c')?.outcome.kind).toBe('met')
  })
})

describe('a detention', () => {
  const detain = (office: ReturnType<typeof opened>, since: string, until?: string) =>
    recordAct(office.tools, office.officer, {
      claimId: office.claimId,
      act: { detention: { since, place: 'Laval', ground: 'identity', ...(until ? { until } : {}) } },
      bases: [],
    })
  /** One officer proposes it, another confirms it. */
  function decideTogether({ tools, officer, claimId, store }: ReturnType<typeof opened>): void {
    unwrap(decideClaim(tools, officer, claimId, { outcome: 'ineligible' }))
    const second = { ...officer, id: store.newId() }
    unwrap(confirmDecision(tools, second, claimId, unwrap(worksheet(tools, claimId)).digest))
  }
  /** Ineligible for an earlier claim: the order is in force after seven days. */
  function ineligible(): ReturnType<typeof opened> {
    const office = opened()
    const { tools, officer, claimId } = office
    unwrap(setClaim(office, claimId, { earlierClaims: [{ country: 'CAN', outcome: 'withdrawn' }] }))
    unwrap(
      answerFacts(tools, officer, claimId, { removalOrder: false, reportReferred: false, seriousCharge: false }, []),
    )
    decideTogether(office)
    return office
  }
  const limits = (office: ReturnType<typeof opened>) => viewOf(office).deadlines.map(({ rule, due }) => [rule, due])

  test('stops the 30 days to leave; a release, or setting it aside, lets them run; a rebuild agrees', async () => {
    const office = ineligible()
    const free = [
      ['order.ineligible', '2026-11-30'],
      ['departure.comply', '2026-12-30'],
    ]
    expect(limits(office)).toEqual(free)
    unwrap(detain(office, '2026-11-20'))
    expect(limits(office)).toEqual([['order.ineligible', '2026-11-30']])
    expect(viewOf(office).row.nextDeadline).toBeUndefined()
    office.store.clock.advance(10 * 86_400_000)
    unwrap(detain(office, '2026-11-20', '2026-12-03'))
    expect(limits(office).at(-1)).toEqual(['departure.comply', '2027-01-02'])
    const live = office.store.dumpProjections()
    unwrap(await office.store.rebuild())
    expect(office.store.dumpProjections()).toEqual(live)
    const { tools, officer, claimId } = office
    unwrap(withdrawAct(tools, officer, { claimId, act: 'detention', reason: 'another person', bases: [] }))
    expect(limits(office)).toEqual(free)
  })

  test('that began before the decision counts in it', () => {
    const office = opened()
    const { tools, officer, claimId } = office
    unwrap(detain(office, '2026-11-20'))
    unwrap(setClaim(office, claimId, { earlierClaims: [{ country: 'CAN', outcome: 'withdrawn' }] }))
    unwrap(
      answerFacts(tools, officer, claimId, { removalOrder: false, reportReferred: false, seriousCharge: false }, []),
    )
    decideTogether(office)
    expect(limits(office)).toEqual([['order.ineligible', '2026-11-30']])
  })
})

describe('another name of a person', () => {
  const names = (office: Office, text: string) => searchClaims(office.store, text, 20).rows.map((row) => row.familyName)

  test('finds them, in any script and by its sound, until it is taken away', async () => {
    const office = opened()
    const { tools, officer, claimId } = office
    const set = (aliases: NonNullable<PersonValues['aliases']> | null) =>
      unwrap(setPersonFields(tools, officer, { claimId, fields: { aliases }, bases: [] }))
    set([
      { kind: 'birth', familyName: 'Haddad' },
      { kind: 'other_spelling', givenNames: 'Владимир' },
    ])
    for (const text of ['haddad', 'hadad', 'Владимир', 'vladimir']) expect(names(office, text), text).toEqual(['Osman'])
    unwrap(await office.store.rebuild())
    expect(names(office, 'haddad')).toEqual(['Osman'])
    set([])
    expect(names(office, 'haddad')).toEqual([])
    expect(names(office, 'osman')).toEqual(['Osman'])
  })

  test('makes two claims under two names candidates for the same person', () => {
    const office = opened()
    const { tools, officer, claimId } = office
    const aliases = [{ kind: 'birth', familyName: 'Haddad', givenNames: 'Amina' }]
    unwrap(setPersonFields(tools, officer, { claimId, fields: { aliases }, bases: [] }))
    const other = newClaim(office, { familyName: 'Haddad', givenNames: 'Amina' })
    const { candidates } = unwrap(searchCandidates(tools, officer, other.claimId))
    expect(candidates).toMatchObject([{ familyName: 'Osman', why: expect.arrayContaining(['same_name']) }])
  })
})
