import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deadlineReport } from '../../../src/main/casework/deadline-report.ts'
import { queueCounts, queuePage } from '../../../src/main/casework/queues/page.ts'
import { remindOfDeadlines } from '../../../src/main/casework/reminders.ts'
import { withdrawClaim } from '../../../src/main/casework/review/withdraw.ts'
import { recordAct } from '../../../src/main/claims/acts.ts'
import { decideClaim } from '../../../src/main/claims/decisions.ts'
import { askExtension, declineExtension, extendDeadline, setBocDate } from '../../../src/main/claims/more-time.ts'
import { meetDeadline } from '../../../src/main/claims/received.ts'
import { reviewView } from '../../../src/main/claims/record/review.ts'
import { reopenClaim } from '../../../src/main/claims/reopen.ts'
import { openClaim } from '../../../src/main/claims/take-in.ts'
import { wholeTimeline } from '../../../src/main/claims/timeline.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { dueSoon, limitsFrom } from '../../../src/main/office/due.ts'
import { asClaimant } from '../../../src/main/portal/claimant.ts'
import { mailReturned, messagesOf, reachedAgain } from '../../../src/main/portal/messages.ts'
import { currentVersion } from '../../../src/main/store/migrations.ts'
import { query } from '../../../src/main/store/query.ts'
import type { EventBody } from '../../../src/shared/domain/catalogue.ts'
import { ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { deadlineCsv } from '../../../src/shared/rules/deadlines/report-csv.ts'
import { deadline } from '../../../src/shared/rules/deadlines.ts'
import { reviewClock } from '../../../src/shared/rules/review-clock.ts'
import { fileAt } from '../../support/store-file.ts'
import { newClaim, type Office, openOffice, referClaim } from '../claims/support.ts'

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.store.remove())

const day = 86_400_000
const reason = 'the clinic has no slot'
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)
const subjectOf = (claimId: string) => ({ kind: 'claim', id: claimId }) as const

const append = (claimId: string, type: string, body: unknown) =>
  unwrap(
    office.store.transact({ actor: office.officer.id }, (tx) => {
      tx.append({ subject: subjectOf(claimId), type, body })
      return ok(null)
    }),
  )

const limit = (rule: string, due: string, trigger = '2026-11-01') => {
  const words = { en: rule, fr: rule }
  return { rule, due, trigger, label: words, citation: words, source: 'LAW' }
}
/** A claim on which these limits run, as after a decision. */
function withLimits(...limits: ReturnType<typeof limit>[]): string {
  const { claimId } = newClaim(office)
  for (const deadline of limits) append(claimId, 'claim.deadline_set', { deadline, reason: 'for the test' })
  return claimId
}
const dueOf = (claimId: string, rule: string) =>
  unwrap(claimView(office.tools, claimId)).deadlines.find((each) => each.rule === rule)
const today = () => new Date(office.store.clock.now()).toISOString().slice(0, 10)
const inDays = (days: number) => new Date(office.store.clock.now() + days * day).toISOString().slice(0, 10)

describe('more time', () => {
  test('moves the limit for officers, lists and the person, with what it was before', async () => {
    const claimId = withLimits(limit('medical.exam', inDays(20)))
    const wish = { claimId, rule: 'medical.exam', askedOn: today(), reason }
    const extend = (changes: object) =>
      extendDeadline(office.tools, office.officer, { ...wish, to: inDays(30), ...changes })
    expect(code(extend({ to: inDays(20) }))).toBe('claims.extension_not_later')
    expect(code(extend({ askedOn: inDays(1) }))).toBe('claims.future_date')
    expect(code(extend({ rule: 'biometrics' }))).toBe('claims.deadline_unknown')
    unwrap(extend({}))
    expect(dueOf(claimId, 'medical.exam')).toMatchObject({ due: inDays(30), original: inDays(20) })
    const { view } = unwrap(asClaimant(office.tools, claimId))
    expect(view.dates.map(({ on }) => on)).toContain(inDays(30))
    office.store.clock.advance(31 * day)
    expect(code(extend({ to: inDays(60), askedOn: today() }))).toBe('claims.extension_late')
    const before = unwrap(claimView(office.tools, claimId))
    await office.store.rebuild()
    expect(unwrap(claimView(office.tools, claimId))).toEqual(before)
  })

  test('is asked for once at a time, of a limit that can move; the person sees what was asked for and what was answered', async () => {
    const claimId = withLimits(limit('medical.exam', inDays(20)), limit('biometrics', inDays(30)))
    const ask = (changes: object = {}) =>
      askExtension(office.tools, office.officer, {
        ...{ claimId, rule: 'medical.exam', by: 'representative', on: today(), to: inDays(40), reason, ...changes },
      })
    expect(code(ask({ on: inDays(1) }))).toBe('claims.future_date')
    expect(code(ask({ rule: 'biometrics' }))).toBe('claims.extension_none')
    expect(code(ask({ rule: 'contact.info' }))).toBe('claims.deadline_unknown')
    unwrap(ask())
    expect(code(ask())).toBe('claims.extension_open')
    const asked = () => dueOf(claimId, 'medical.exam')?.asked
    expect(asked()).toMatchObject({ by: 'representative', on: today(), to: inDays(40), reason })
    const seen = () => unwrap(asClaimant(office.tools, claimId)).view.extensions.map(({ state }) => state)
    const decline = (request: string) =>
      declineExtension(office.tools, office.officer, { claimId, request, reason: 'asked for twice' })
    expect(seen()).toEqual(['open'])
    const first = asked()?.request ?? ''
    unwrap(decline(first))
    expect(code(decline(first))).toBe('claims.extension_unknown')
    expect(asked()).toBeUndefined()
    unwrap(ask())
    const wish = { claimId, rule: 'medical.exam', to: inDays(40), askedOn: today(), reason }
    unwrap(extendDeadline(office.tools, office.officer, wish))
    expect(asked()).toBeUndefined()
    expect(code(decline(asked()?.request ?? 'none'))).toBe('claims.extension_unknown')
    expect(seen()).toEqual(['declined', 'given'])
    const rows = () => office.store.all(query.selectFrom('extension_request').selectAll().orderBy('n'))
    const before = rows()
    await office.store.rebuild()
    expect(rows()).toEqual(before)
  })

  test('inland the officer sets the day of the Basis of Claim Form: with a reason, and never to an earlier day', () => {
    const { claimId } = unwrap(openClaim(office.tools, office.officer, 'inland'))
    const set = (due: string) => setBocDate(office.tools, office.officer, { claimId, due, reason: 'a translation' })
    expect(code(set(inDays(-1)))).toBe('portal.due_past')
    unwrap(set(inDays(30)))
    expect(dueOf(claimId, 'boc.inland')).toMatchObject({ due: inDays(30), source: 'LAW' })
    expect(code(set(inDays(29)))).toBe('claims.extension_not_later')
    unwrap(set(inDays(40)))
    expect(dueOf(claimId, 'boc.inland')).toMatchObject({ due: inDays(40), original: inDays(30) })
    const border = newClaim(office).claimId
    const refused = setBocDate(office.tools, office.officer, { claimId: border, due: inDays(9), reason })
    expect(code(refused)).toBe('claims.not_inland')
  })
})

describe('a decision that leaves the claim open', () => {
  const leave = (claimId: string) =>
    unwrap(decideClaim(office.tools, office.officer, claimId, { outcome: 'undecided', reason: 'to be interviewed' }))
  const missing = [{ item: 'identity', name: { en: 'a passport', fr: 'un passeport' } }]
  const weeks = { from: 4, to: 6 }
  const review = (claimId: string) => dueOf(claimId, 'officer.review')?.due
  const clockOf = (claimId: string) => reviewView(office.store, claimId).due
  const shown = (claimId: string) =>
    unwrap(asClaimant(office.tools, claimId)).view.dates.find(({ what }) => what.en === 'Review by an officer')?.on

  test('counts the review with its pauses, for officers, lists and the person, and with those that come after it', async () => {
    const { claimId } = newClaim(office)
    const [from, to] = [today(), inDays(21)]
    append(claimId, 'claim.received', { on: from, by: 'counter' })
    append(claimId, 'claim.review_paused', { on: from, missing, weeks })
    office.store.clock.advance(21 * day)
    append(claimId, 'claim.review_resumed', { on: to })
    const counted = reviewClock(from, [{ from, to }]).due ?? ''
    expect(counted > today()).toBe(true)
    // The command itself would find missing what this claim lacks: the event alone, as it writes it.
    append(claimId, 'claim.decided', {
      ...{ outcome: 'undecided', proposed: 'not_enough_facts', ruleSet: 'r', claimDate: from, decisionDate: today() },
      ...{ grounds: [], findings: [], facts: {}, deadlines: [limit('officer.review', inDays(-1), from)] },
    })
    expect([review(claimId), clockOf(claimId), shown(claimId)]).toEqual([counted, counted, counted])
    expect(unwrap(claimView(office.tools, claimId)).row.nextDeadline).toBe(counted)
    append(claimId, 'claim.review_paused', { on: today(), missing, weeks })
    expect([review(claimId), shown(claimId)]).toEqual([undefined, undefined])
    const later = inDays(7)
    office.store.clock.advance(7 * day)
    append(claimId, 'claim.review_resumed', { on: later })
    expect((review(claimId) ?? '') > counted).toBe(true)
    expect(review(claimId)).toBe(clockOf(claimId))
    const rows = office.store.dumpProjections()
    await office.store.rebuild()
    expect(office.store.dumpProjections()).toEqual(rows)
  })

  test('writes the day of the clock, and none while it stands still', () => {
    const written = (claimId: string) =>
      wholeTimeline(office.store, subjectOf(claimId))
        .flatMap(({ type, body }) => (type === 'claim.decided' ? [body as EventBody<'claim.decided'>] : []))
        .at(-1)
        ?.deadlines.find(({ rule }) => rule === 'officer.review')
    const { claimId } = newClaim(office)
    const received = today()
    append(claimId, 'claim.received', { on: received, by: 'counter' })
    append(claimId, 'claim.review_paused', { on: received, missing, weeks })
    leave(claimId)
    expect(written(claimId)).toBeUndefined()
    office.store.clock.advance(9 * day)
    append(claimId, 'claim.review_resumed', { on: today() })
    const due = reviewClock(received, [{ from: received, to: today() }]).due
    leave(claimId)
    expect(written(claimId)).toMatchObject({ due, trigger: received })
  })

  test('keeps the day of the Basis of Claim Form that the officer set inland, which then never moves earlier', () => {
    const { claimId } = unwrap(openClaim(office.tools, office.officer, 'inland'))
    const set = (due: string) => setBocDate(office.tools, office.officer, { claimId, due, reason: 'a translation' })
    unwrap(set(inDays(30)))
    leave(claimId)
    expect(dueOf(claimId, 'boc.inland')).toMatchObject({ due: inDays(30) })
    expect(unwrap(asClaimant(office.tools, claimId)).view.dates.map(({ on }) => on)).toContain(inDays(30))
    expect(code(set(inDays(29)))).toBe('claims.extension_not_later')
    unwrap(set(inDays(40)))
    leave(claimId)
    expect(dueOf(claimId, 'boc.inland')).toMatchObject({ due: inDays(40), original: inDays(30) })
    append(claimId, 'claim.ineligibility_proposed', {
      ...{ proposed: 'ineligible', ruleSet: 'r', claimDate: today(), decisionDate: today(), grounds: [], findings: [] },
      ...{ facts: {}, deadlines: [] },
    })
    expect(dueOf(claimId, 'boc.inland')).toMatchObject({ due: inDays(40), original: inDays(30) })
  })
})

describe('a limit that was missed long ago', () => {
  const due = () => dueSoon(office.store, today()).map(({ claimId, due, label }) => [claimId, due, label.en])
  const passed = () =>
    queuePage(office.tools, office.officer.id, { queue: 'limit_passed', whose: 'all', limit: 10 }).rows
  const medical = () => deadline('medical.exam', today()).due

  test('hides none that is near, and keeps its referred claim in a queue, red, until what was asked for came', () => {
    const { claimId } = newClaim(office)
    unwrap(decideClaim(office.tools, office.officer, claimId, { outcome: 'undecided', reason: 'to be interviewed' }))
    const missed = medical()
    office.store.clock.advance(25 * day)
    unwrap(referClaim(office, claimId))
    const boc = dueOf(claimId, 'boc.poe.practice')?.due ?? ''
    // The day before the Basis of Claim Form: the examination was missed more than a week ago.
    office.store.clock.advance(Date.parse(boc) - Date.parse(today()) - day)
    expect(missed < inDays(-7)).toBe(true)
    expect(due()).toEqual([[claimId, boc, 'Basis of Claim Form, port of entry']])
    expect(passed()).toMatchObject([{ claimId, day: missed, late: true }])
    expect(queueCounts(office.tools, ['limit_passed'])).toMatchObject([{ count: 1, late: 1 }])
    unwrap(meetDeadline(office.tools, office.officer, claimId, { rule: 'medical.exam', on: today() }))
    expect(passed()).toEqual([])
    office.store.clock.advance(2 * day)
    expect(passed()).toMatchObject([{ claimId, day: boc }])
  })

  test('is found along the index of days', () => {
    const { sql, parameters } = limitsFrom('2026-11-01').compile()
    const plan = fileAt(currentVersion)
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail)
    expect(plan).toEqual([expect.stringContaining('SEARCH claim_limit USING COVERING INDEX claim_limit_due')])
  })
})

describe('the medical examination', () => {
  test('that was due before anybody spoke of it counts from the decision that speaks of it, and is late for nobody', () => {
    const { claimId } = newClaim(office)
    const [claimed, lastDay] = [today(), deadline('medical.exam', today()).due]
    // A reminder of what nobody was told of would go to people with an account.
    append(claimId, 'claim.sent', {
      ...{ account: '0198c0de-0000-7000-8000-00000000acc0', draft: 'D1', language: 'en', people: 1, on: claimed },
      document: { kind: 'passport', number: 'P1' },
    })
    office.store.clock.advance(Date.parse(lastDay) - Date.parse(claimed) + 9 * day)
    const remind = () => unwrap(remindOfDeadlines(office.tools, office.store.identity()?.device ?? ''))
    unwrap(referClaim(office, claimId))
    const due = deadline('medical.exam', today()).due
    expect(dueOf(claimId, 'medical.exam')).toMatchObject({ due, trigger: today() })
    expect(remind()).toBe(0)
    const ask = { claimId, rule: 'medical.exam', by: 'claimant', on: today(), reason } as const
    unwrap(askExtension(office.tools, office.officer, ask))
  })

  test('of which the person was told stays due on that day, whatever is decided after it', () => {
    const { claimId } = newClaim(office)
    const { due } = deadline('medical.exam', today())
    const undecided = { outcome: 'undecided', reason: 'to be interviewed' } as const
    unwrap(decideClaim(office.tools, office.officer, claimId, undecided))
    office.store.clock.advance(40 * day)
    unwrap(referClaim(office, claimId))
    expect(dueOf(claimId, 'medical.exam')).toMatchObject({ due })
    // Counted from a decision it does not fall back to the claim with the next one.
    const other = newClaim(office).claimId
    office.store.clock.advance(40 * day)
    unwrap(decideClaim(office.tools, office.officer, other, undecided))
    const counted = dueOf(other, 'medical.exam')
    office.store.clock.advance(3 * day)
    unwrap(referClaim(office, other))
    expect(dueOf(other, 'medical.exam')).toEqual(counted)
  })
})

describe('a withdrawal', () => {
  const withdraw = (claimId: string) =>
    unwrap(withdrawClaim(office.tools, office.officer, { claimId, on: today(), how: 'in_writing', reason }))
  const supervisor = () => ({ ...office.officer, roles: ['supervisor' as const] })
  const running = (claimId: string) =>
    office.store
      .all(
        query.selectFrom('claim_limit').select(['rule', 'due', 'state']).where('claim', '=', claimId).orderBy('rule'),
      )
      .map(({ rule, due, state }) => [rule, due, state])
  const nextOf = (claimId: string) => unwrap(claimView(office.tools, claimId)).row.nextDeadline

  test('of an undecided claim that is reinstated leaves its limits running, and ends what it brought itself', async () => {
    const { claimId } = newClaim(office)
    const act = { departureOrder: { on: today(), by: 'minister_delegate', conditional: true } as const }
    unwrap(recordAct(office.tools, office.officer, { claimId, act, bases: [] }))
    append(claimId, 'claim.received', { on: today(), by: 'counter' })
    for (const [rule, days] of [
      ['medical.exam', 20],
      ['biometrics', 30],
    ] as const)
      append(claimId, 'claim.deadline_set', { deadline: limit(rule, inDays(days)), reason: 'for the test' })
    append(claimId, 'claim.deadline_met', { rule: 'medical.exam', on: today() })
    const [before, next, dues] = [running(claimId), nextOf(claimId), unwrap(claimView(office.tools, claimId)).deadlines]
    expect(before).toEqual([
      ['biometrics', inDays(30), 'open'],
      ['medical.exam', inDays(20), 'met'],
      ['officer.review', expect.any(String), 'open'],
    ])
    withdraw(claimId)
    expect(
      running(claimId)
        .filter(([rule]) => before.some(([each]) => each === rule))
        .map(([, , state]) => state),
    ).toEqual(['ended', 'met', 'ended'])
    // The command would stop the review again: this claim lacks what is essential.
    append(claimId, 'claim.reinstated', { on: today(), reason })
    expect(unwrap(claimView(office.tools, claimId)).deadlines.filter(({ superseded }) => !superseded)).toEqual(dues)
    expect(running(claimId).filter(([, , state]) => state !== 'ended')).toEqual(before)
    expect(nextOf(claimId)).toBe(next)
    const rows = office.store.dumpProjections()
    await office.store.rebuild()
    expect(office.store.dumpProjections()).toEqual(rows)
  })

  test('of a claim that was referred leaves nothing of the decision running when it is reinstated', () => {
    const { claimId } = newClaim(office)
    unwrap(referClaim(office, claimId))
    append(claimId, 'claim.deadline_set', { deadline: limit('medical.exam', inDays(20)), reason: 'for the test' })
    withdraw(claimId)
    unwrap(reopenClaim(office.tools, supervisor(), { claimId, reason }))
    expect(running(claimId).map(([, , state]) => state)).not.toContain('open')
    expect(nextOf(claimId)).toBeUndefined()
  })
})

describe('reminders', () => {
  const remind = () => unwrap(remindOfDeadlines(office.tools, office.store.identity()?.device ?? ''))
  const sentTo = (claimId: string) => unwrap(messagesOf(office.tools, claimId)).messages.map(({ subject }) => subject)
  const throughPortal = (claimId: string) =>
    append(claimId, 'claim.sent', {
      account: '0198c0de-0000-7000-8000-00000000acc0',
      draft: 'D1',
      language: 'fr',
      document: { kind: 'passport', number: 'P1' },
      people: 1,
      on: today(),
    })

  test('go out once a rung, catch up after days of sleep with the nearest, and stop when it came', async () => {
    const claimId = withLimits(limit('medical.exam', inDays(20)))
    throughPortal(claimId)
    expect(remind()).toBe(0)
    office.store.clock.advance(19 * day)
    expect(remind()).toBe(1)
    expect(remind()).toBe(0)
    expect(sentTo(claimId)).toEqual([`Rappel\u00a0: Examen médical, ${inDays(1)}`])
    office.store.clock.advance(2 * day)
    expect(remind()).toBe(1)
    expect(sentTo(claimId)).toHaveLength(2)
    await office.store.rebuild()
    expect(remind()).toBe(0)
    const other = withLimits(limit('medical.exam', inDays(2)))
    throughPortal(other)
    unwrap(meetDeadline(office.tools, office.officer, other, { rule: 'medical.exam', on: today() }))
    expect(remind()).toBe(0)
  })

  test('begin again with the new day of one that was extended', () => {
    const claimId = withLimits(limit('medical.exam', inDays(2)))
    throughPortal(claimId)
    expect(remind()).toBe(1)
    const wish = { claimId, rule: 'medical.exam', to: inDays(9), askedOn: today(), reason }
    unwrap(extendDeadline(office.tools, office.officer, wish))
    expect(remind()).toBe(1)
  })

  test('wait while no message reaches the person, and for people without an account', () => {
    const claimId = withLimits(limit('medical.exam', inDays(5)))
    expect(remind()).toBe(0)
    throughPortal(claimId)
    unwrap(mailReturned(office.tools, office.officer, claimId))
    expect(remind()).toBe(0)
    unwrap(reachedAgain(office.tools, office.officer, claimId, 'by telephone'))
    expect(remind()).toBe(1)
  })
})

test('the report of a month counts what was met, late, missed, running and extended, and survives a rebuild', async () => {
  const { tools, officer } = office
  const month = inDays(32).slice(0, 7)
  const first = `${month}-02`
  const last = `${month}-28`
  office.store.clock.advance(Date.parse(`${month}-10T12:00:00Z`) - office.store.clock.now())
  const claims = [first, first, first, last, last].map((due) => withLimits(limit('medical.exam', due)))
  const [met = '', late = '', , extended = ''] = claims
  unwrap(meetDeadline(tools, officer, met, { rule: 'medical.exam', on: first }))
  unwrap(meetDeadline(tools, officer, late, { rule: 'medical.exam', on: `${month}-03` }))
  const wish = { claimId: extended, rule: 'medical.exam', to: `${month}-29`, askedOn: today(), reason }
  // In February of most years there is no 29th.
  const to = Number.isNaN(Date.parse(wish.to)) ? last : wish.to
  if (to !== last) unwrap(extendDeadline(tools, officer, wish))
  const report = deadlineReport(tools, month)
  expect(report.rows).toMatchObject([
    { rule: 'medical.exam', met: 1, late: 1, missed: 1, running: 2, extended: to === last ? 0 : 1, ended: 0 },
  ])
  expect(deadlineCsv(report, 'fr').split('\r\n')[1]).toMatch(/^\d{4}-\d{2},medical\.exam,Examen médical,1,1,1,2,/)
  await office.store.rebuild()
  expect(deadlineReport(tools, month)).toEqual(report)
})

test('a limit that runs again after a reopened decision is open, though the old one counts from the same day', async () => {
  const { tools, officer, store } = office
  const { claimId } = newClaim(office)
  const states = () =>
    store
      .all(query.selectFrom('claim_limit').select(['rule', 'state']).where('claim', '=', claimId).orderBy('rule'))
      .map(({ rule, state }) => `${rule} ${state}`)
  unwrap(referClaim(office, claimId))
  const running = states()
  expect(running).toContain('medical.exam open')
  unwrap(reopenClaim(tools, officer, { claimId, reason }))
  expect(states()).toContain('medical.exam ended')
  unwrap(referClaim(office, claimId))
  expect(states()).toEqual(running)
  await store.rebuild()
  expect(states()).toEqual(running)
})
