import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimHead, seenUpTo } from '../../../src/main/casework/head.ts'
import { assignClaim } from '../../../src/main/casework/ownership.ts'
import { placesOf, placesQuery } from '../../../src/main/casework/queues/places.ts'
import { claimReview } from '../../../src/main/casework/review/view.ts'
import { startWork } from '../../../src/main/casework/working.ts'
import { setClaimFields } from '../../../src/main/claims/take-in.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { currentVersion } from '../../../src/main/store/migrations.ts'
import { query } from '../../../src/main/store/query.ts'
import type { OfficerView } from '../../../src/shared/contract/views.ts'
import { inBacklog } from '../../../src/shared/domain/states.ts'
import { roles } from '../../../src/shared/domain/vocabulary.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { fileAt } from '../../support/store-file.ts'
import type { Office } from '../claims/support.ts'
import { caseworkOffice, demoClaim, enrol, portalClaim, steps } from './support.ts'

const hour = 3_600_000

/** The officer looks at the claim, as the screen does. */
function look({ store }: Office, officer: OfficerView, claimId: string): void {
  store.access.note({
    ...{ actor: officer.id, act: 'viewed', subject: { kind: 'claim', id: claimId } },
    details: { seen: seenUpTo(store) },
  })
  unwrap(store.access.flush())
}

test('who comes back is told what others did since, by whom, and not what they did themselves', () => {
  const office = caseworkOffice()
  const [ana, ben] = [enrol(office, 'Ana', 'caseworker'), enrol(office, 'Ben', 'caseworker')]
  const claimId = portalClaim(office, 3, 0)
  const head = (officer: OfficerView) => unwrap(claimHead(office.tools, officer, claimId))
  expect(head(ana)).toMatchObject({ news: [], more: 0 })
  expect(head(ana).lastLook).toBeUndefined()
  look(office, ana, claimId)
  const looked = new Date(office.store.clock.now()).toISOString()
  // The same visit: nothing is since.
  expect(head(ana).lastLook).toBeUndefined()
  office.store.clock.advance(20 * hour)
  unwrap(setClaimFields(office.tools, ana, { claimId, fields: { phone: '+1 514 555 0100' }, bases: [] }))
  unwrap(assignClaim(office.tools, ben, { claimId, to: ben.id }))
  unwrap(startWork(office.tools, ben, { claimId }))
  look(office, ana, claimId)
  const back = head(ana)
  expect(back).toMatchObject({ lastLook: looked, owner: { name: 'Ben' }, working: { name: 'Ben' }, more: 0 })
  expect(back.news.map(({ by, text }) => `${by}: ${text.en}`)).toEqual([
    'Ben: At work on the claim',
    'Ben: Claim handed over to another officer',
  ])
  // However often the screen is read again during the visit, it stays news.
  office.store.clock.advance(hour / 4)
  look(office, ana, claimId)
  expect(head(ana).news).toHaveLength(2)
  office.store.clock.advance(hour)
  expect(head(ana).news).toEqual([])
})

test('the next thing follows from where the claim stands, and from what the officer may do', () => {
  const office = caseworkOffice()
  const [ana, sol] = [enrol(office, 'Ana', 'caseworker'), enrol(office, 'Sol', 'supervisor')]
  const claimId = portalClaim(office, 3, 0)
  const next = (officer: OfficerView) => unwrap(claimHead(office.tools, officer, claimId)).next
  expect(next(ana)).toMatchObject({ queue: 'portal_new' })
  unwrap(steps.acknowledge(office, claimId))
  expect(next(ana)).toMatchObject({ queue: 'to_schedule' })
  unwrap(steps.bookSoon(office, claimId))
  // While the day of the interview comes, the review goes on.
  expect(next(ana)).toEqual({ item: 'received' })
  unwrap(steps.missed(office, claimId))
  // Only a supervisor reviews why somebody did not come.
  expect(next(sol)).toMatchObject({ queue: 'no_show' })
  expect(next(ana)).toMatchObject({ queue: 'to_schedule' })
})

const course = fc.record({
  seed: fc.nat(500),
  from: fc.constantFrom('officer' as const, 'portal' as const),
  steps: fc.array(fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])), { maxLength: 7 }),
})

test('whatever happened to a claim: one next action, and it is what a queue or the checklist says', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(course, ({ seed, from, steps: done }) => {
      const office = caseworkOffice()
      const claimId = (from === 'portal' ? portalClaim : demoClaim)(office, seed, 0)
      for (const step of done) steps[step](office, claimId)
      const { state } = unwrap(claimView(office.tools, claimId)).row
      const places = placesOf(office.tools, claimId)
      const { checklist } = unwrap(claimReview(office.tools, claimId))
      for (const role of roles) {
        const officer = enrol(office, role, role)
        const { next } = unwrap(claimHead(office.tools, officer, claimId))
        if (next && 'queue' in next) expect(places.get(next.queue)).toBe(next.day)
        if (next && 'item' in next)
          expect(checklist).toContainEqual(expect.objectContaining({ ...next, state: 'missing' }))
        // Nothing of a decided claim is told by its checklist, and an open one is never without a next action.
        if (!inBacklog(state)) expect(next && 'item' in next).toBeFalsy()
        else if (role === 'supervisor') expect(next).toBeDefined()
      }
    }),
    { numRuns: 20 },
  )
})

test('the queues of one claim are found by the claim, and no table or queue is read whole', () => {
  const { sql, parameters } = placesQuery('c', '2026-11-23').compile(query)
  const rows = fileAt(currentVersion)
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...parameters)
  const plan = rows.map(({ detail }) => detail).join('; ')
  expect(plan).not.toMatch(/claim_unowned|claim_intake|claim_undecided|claim_to_issue|to_schedule_since/)
  expect(plan).not.toMatch(
    /SCAN (?!split|officer|json_each|\(subquery|claim USING INDEX claim_conflicts|person USING INDEX person_conflicts)/,
  )
})
