import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { setCheck } from '../../../src/main/claims/checks.ts'
import { confirmDecision, decideClaim, returnProposal } from '../../../src/main/claims/decisions.ts'
import { overrideFinding, worksheet } from '../../../src/main/claims/eligibility.ts'
import { wholeTimeline } from '../../../src/main/claims/timeline.ts'
import type { Officer } from '../../../src/main/claims/tools.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { changeSettings } from '../../../src/main/office/change-settings.ts'
import { attentionItems, todayView } from '../../../src/main/office/today.ts'
import type { DecisionOutcome } from '../../../src/shared/contract/views.ts'
import type { EventBody } from '../../../src/shared/domain/catalogue.ts'
import { decisionOutcomes } from '../../../src/shared/domain/vocabulary.ts'
import { type Result, unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice, setClaim } from './support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
const opened = (): Office => {
  const office = openOffice()
  open.push(office)
  return office
}
const another = ({ store, officer }: Office): Officer => ({ ...officer, id: store.newId() })
const codeOf = (done: Result<unknown>) => (done.ok ? 'done' : done.failure.code)

/** An officer's findings that make the claim ineligible: it may be made, nothing suspends it, an earlier one was withdrawn. */
function giveGround({ tools, officer }: Office, claimId: string): void {
  const reason = 'seen in the record'
  for (const rule of ['irpa.99.3', 'irpa.100.2'])
    unwrap(overrideFinding(tools, officer, claimId, { rule, to: 'not_met', reason }))
  unwrap(overrideFinding(tools, officer, claimId, { rule: 'irpa.101.1.c', to: 'met', reason }))
}

function proposed(office: Office): string {
  const { claimId } = newClaim(office, { familyName: 'Osman' })
  giveGround(office, claimId)
  unwrap(decideClaim(office.tools, office.officer, claimId, { outcome: 'ineligible' }))
  return claimId
}
const seenIn = ({ tools }: Office, claimId: string) => unwrap(worksheet(tools, claimId)).digest
const stateOf = ({ tools }: Office, claimId: string) => unwrap(claimView(tools, claimId)).row.state
const decisionsOf = ({ store }: Office, claimId: string) =>
  wholeTimeline(store, { kind: 'claim', id: claimId }).filter(({ type }) => type === 'claim.decided')

describe('a claim that one officer finds ineligible', () => {
  test('waits: the person has a client ID and may have the letter, and the office sees it waiting', () => {
    const office = opened()
    const claimId = proposed(office)
    const view = unwrap(claimView(office.tools, claimId))
    expect(view.row).toMatchObject({ state: 'ineligible_proposed', clientId: expect.any(String) })
    expect(view.proposal).toMatchObject({ grounds: ['irpa.101.1.c'], officer: office.officer.id })
    expect(view.allowed).toContain('issue_acknowledgement')
    expect(view.allowed).not.toContain('issue_document')
    expect(view.allowed).not.toContain('edit')
    expect(view.decision).toBeUndefined()
    expect(view.deadlines.map(({ rule }) => rule)).not.toContain('departure.comply')
    expect(attentionItems(office.tools)).toMatchObject([{ kind: 'decision_waiting', claimId, step: 'eligibility' }])
    expect(todayView(office.tools, office.officer).awaitingSecond.map((row) => row.claimId)).toEqual([claimId])
  })

  test('is ineligible once another officer confirms, in both names; never by the first alone', () => {
    const office = opened()
    const claimId = proposed(office)
    const confirm = (officer: Officer) => confirmDecision(office.tools, officer, claimId, seenIn(office, claimId))
    expect(codeOf(confirm(office.officer))).toBe('claims.second_officer_needed')
    expect(stateOf(office, claimId)).toBe('ineligible_proposed')
    const second = another(office)
    unwrap(confirm(second))
    const [decided] = decisionsOf(office, claimId)
    expect(decided).toMatchObject({
      actor: second.id,
      body: { outcome: 'ineligible', proposedBy: office.officer.id, confirmedBy: second.id, grounds: ['irpa.101.1.c'] },
    })
    const view = unwrap(claimView(office.tools, claimId))
    expect(view).toMatchObject({ row: { state: 'ineligible' }, decision: { proposedBy: 'Gwen Fitzgerald' } })
    expect(view.proposal).toBeUndefined()
    expect(attentionItems(office.tools)).toEqual([])
  })

  test('is open again when it is returned with a reason, or withdrawn', () => {
    const office = opened()
    for (const by of [another(office), office.officer]) {
      const claimId = proposed(office)
      unwrap(returnProposal(office.tools, by, claimId, 'the earlier claim was of a cousin'))
      const view = unwrap(claimView(office.tools, claimId))
      expect(view.row.state).toBe('undecided')
      expect(view.allowed).toContain('decide')
      expect(view.proposal).toBeUndefined()
      expect(decisionsOf(office, claimId)).toEqual([])
    }
  })

  test('is not confirmed on a worksheet that changed, nor when the rules have come to find otherwise', () => {
    const office = opened()
    const { claimId } = newClaim(office, { familyName: 'Osman' })
    giveGround(office, claimId)
    unwrap(decideClaim(office.tools, office.officer, claimId, { outcome: 'ineligible' }))
    const seen = seenIn(office, claimId)
    const found = { check: 'removal_order', result: 'done', found: true, note: 'order of 2019' } as const
    unwrap(setCheck(office.tools, office.officer, claimId, found))
    expect(codeOf(confirmDecision(office.tools, another(office), claimId, seen))).toBe('claims.worksheet_changed')
    // The check took the place of the override: nothing found of the order any more, and the findings are open again.
    unwrap(setCheck(office.tools, office.officer, claimId, { check: 'prior_claims', result: 'done', found: false }))
    unwrap(setCheck(office.tools, office.officer, claimId, { check: 'removal_order', result: 'done', found: false }))
    expect(codeOf(confirmDecision(office.tools, another(office), claimId, seenIn(office, claimId)))).toBe(
      'claims.proposal_outlived',
    )
    expect(stateOf(office, claimId)).toBe('ineligible_proposed')
  })

  test('is decided by one officer where the office wants it so', () => {
    const office = opened()
    unwrap(changeSettings(office.tools, office.officer, { secondOfficerForIneligible: false }))
    const claimId = proposed(office)
    expect(stateOf(office, claimId)).toBe('ineligible')
  })
})

describe('no sequence of commands', () => {
  const act = fc.record({
    do: fc.constantFrom('decide', 'decide', 'confirm', 'confirm', 'return', 'ground', 'edit', 'check', 'clock'),
    by: fc.nat(2),
    outcome: fc.constantFrom<DecisionOutcome>(...decisionOutcomes, 'ineligible', 'ineligible'),
    stale: fc.boolean(),
    found: fc.boolean(),
  })

  test('ends in an ineligible decision by one officer', () => {
    let reached = 0
    fc.assert(
      fc.property(fc.array(act, { minLength: 4, maxLength: 14 }), (acts) => {
        const office = openOffice()
        try {
          const officers = [office.officer, another(office), another(office)]
          const { claimId } = newClaim(office, { familyName: 'Osman' })
          giveGround(office, claimId)
          const first = seenIn(office, claimId)
          for (const next of acts) {
            const officer = officers[next.by] ?? office.officer
            const seen = next.stale ? first : seenIn(office, claimId)
            const { tools } = office
            const does: Record<typeof next.do, () => unknown> = {
              decide: () => decideClaim(tools, officer, claimId, { outcome: next.outcome, reason: 'as seen', seen }),
              confirm: () => confirmDecision(tools, officer, claimId, seen),
              return: () => returnProposal(tools, officer, claimId, 'look again'),
              ground: () =>
                overrideFinding(tools, officer, claimId, {
                  rule: 'irpa.101.1.c',
                  to: next.found ? 'met' : 'not_met',
                  reason: 'seen in the record',
                }),
              edit: () => setClaim(office, claimId, { entries: [{ date: '2026-11-20', manner: 'airport' }] }),
              check: () =>
                setCheck(tools, officer, claimId, {
                  check: 'prior_claims',
                  result: 'done',
                  found: next.found,
                  ...(next.found ? { note: 'claim of 2019' } : {}),
                }),
              clock: () => office.store.clock.advance(86_400_000),
            }
            does[next.do]()
          }
          for (const { actor, body } of decisionsOf(office, claimId)) {
            const { outcome, proposedBy, confirmedBy } = body as EventBody<'claim.decided'>
            if (outcome !== 'ineligible') continue
            reached += 1
            expect(confirmedBy).toBe(actor)
            expect(proposedBy).toBeDefined()
            expect(proposedBy).not.toBe(actor)
            const proposals = wholeTimeline(office.store, { kind: 'claim', id: claimId }).filter(
              ({ type }) => type === 'claim.ineligibility_proposed',
            )
            expect(proposals.at(-1)?.actor).toBe(proposedBy)
          }
        } finally {
          office.store.remove()
        }
      }),
      { numRuns: 40 },
    )
    // The property is about something: decisions are reached.
    expect(reached).toBeGreaterThan(0)
  }, 120_000)
})
