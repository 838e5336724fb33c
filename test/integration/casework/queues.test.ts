import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noteAttendance } from '../../../src/main/appointments/attend.ts'
import { bookAppointment } from '../../../src/main/appointments/book.ts'
import { scheduleQueue } from '../../../src/main/appointments/queue.ts'
import { definitions } from '../../../src/main/casework/queues/definitions.ts'
import {
  countsOf,
  nobodysRows,
  queueCounts,
  queuePage,
  rowsOf,
  unasked,
} from '../../../src/main/casework/queues/page.ts'
import { placesOf } from '../../../src/main/casework/queues/places.ts'
import { askPartner } from '../../../src/main/casework/review/partners.ts'
import { unresolved } from '../../../src/main/claims/decisions.ts'
import { worksheet } from '../../../src/main/claims/eligibility.ts'
import { linkClaims } from '../../../src/main/claims/family/link.ts'
import { meetDeadline, reopenDeadline } from '../../../src/main/claims/received.ts'
import { conflictRows, openPaperRows } from '../../../src/main/office/today.ts'
import type { Sqlite } from '../../../src/main/store/file.ts'
import { currentVersion } from '../../../src/main/store/migrations.ts'
import { type Query, query } from '../../../src/main/store/query.ts'
import { grant } from '../../../src/shared/domain/authority.ts'
import { type QueueName, queueNames, queueOf } from '../../../src/shared/domain/queues.ts'
import { inBacklog } from '../../../src/shared/domain/states.ts'
import { roles } from '../../../src/shared/domain/vocabulary.ts'
import { fail, unwrap } from '../../../src/shared/result.ts'
import { fileAt } from '../../support/store-file.ts'
import { slotAt } from '../appointments/support.ts'
import { type Office, setClaim } from '../claims/support.ts'
import { caseworkOffice, demoClaim, portalClaim, steps } from './support.ts'

const today = '2026-11-23'

/** Every claim of a queue, page by page. */
function claimsIn({ tools, officer }: Office, queue: QueueName, limit = 200): string[] {
  const claims: string[] = []
  for (let after: string | undefined; ; ) {
    const page = queuePage(tools, officer.id, { queue, whose: 'all', after, limit })
    claims.push(...page.rows.map(({ claimId }) => claimId))
    if (!page.next) return claims
    after = page.next
  }
}

const openClaims = ({ store }: Office): string[] =>
  store
    .all(query.selectFrom('claim').select(['id', 'state']))
    .filter(({ state }) => inBacklog(state))
    .map(({ id }) => id)

/** Open claims that stand in none of these queues that some role may work. */
function lostIn(office: Office, queues: readonly QueueName[]): string[] {
  const seen = queues.filter((queue) => roles.some((role) => grant(role, queueOf(queue).needs) !== 'none'))
  const found = new Set(seen.flatMap((queue) => claimsIn(office, queue)))
  return openClaims(office).filter((claim) => !found.has(claim))
}

/** What may still be done about a claim that is decided or withdrawn; one that moved is in no queue. */
const afterwards: ReadonlySet<QueueName> = new Set([
  ...(['to_issue', 'papers', 'messages', 'asked', 'sent_items', 'partner', 'extension_asked', 'conflict'] as const),
  // The room is held until somebody says what became of it.
  ...(['offered', 'interview_week', 'booked_later'] as const),
])

const roomOf = ({ store }: Office) => store.first(query.selectFrom('room').select('id').orderBy('n'))?.id ?? null

/** Closed claims that stand in a queue of what only an open one needs. */
function leftIn(office: Office): string[] {
  const states = new Map(
    office.store.all(query.selectFrom('claim').select(['id', 'state'])).map(({ id, state }) => [id, state]),
  )
  return queueNames.flatMap((queue) =>
    claimsIn(office, queue).flatMap((id) => {
      const state = states.get(id) ?? ''
      return inBacklog(state) || (state !== 'moved' && afterwards.has(queue)) ? [] : [`${queue}: ${state}`]
    }),
  )
}

type Step = keyof typeof steps
/** How far an office had come with a claim before anything may happen to it. */
const courses: readonly (readonly Step[])[] = [
  [],
  ['acknowledge'],
  ['acknowledge', 'offer'],
  ['acknowledge', 'bookLater'],
  ['acknowledge', 'bookSoon', 'attended'],
  ['acknowledge', 'bookSoon', 'missed', 'bookSoon', 'missed'],
  ['acknowledge', 'bookSoon', 'missed', 'withdraw'],
  ['acknowledge', 'bookSoon', 'missed', 'refer'],
  ['acknowledge', 'bookSoon', 'missed', 'moveOut'],
  ['propose'],
  ['suspend'],
]
const history = fc.record({
  seed: fc.nat(500),
  claims: fc.array(
    fc.record({ from: fc.constantFrom('officer' as const, 'portal' as const), course: fc.constantFrom(...courses) }),
    { minLength: 1, maxLength: 3 },
  ),
  steps: fc.array(fc.record({ do: fc.constantFrom(...(Object.keys(steps) as Step[])), claim: fc.nat(2) }), {
    maxLength: 6,
  }),
})

function play(
  office: Office,
  { seed, claims, steps: given }: typeof history extends fc.Arbitrary<infer H> ? H : never,
) {
  const ids = claims.map(({ from, course }, at) => {
    const id = (from === 'portal' ? portalClaim : demoClaim)(office, seed, at)
    for (const step of course) steps[step](office, id)
    return id
  })
  for (const step of given) steps[step.do](office, ids[step.claim % ids.length] ?? '')
}

describe('queues', () => {
  test('every open claim is in a queue that some role works, and the numbers are those of the queues, whatever happened', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(history, (given) => {
        const office = caseworkOffice()
        play(office, given)
        expect(lostIn(office, queueNames)).toEqual([])
        expect(leftIn(office)).toEqual([])
        // And none is called ready of which the rules cannot say anything yet.
        for (const id of claimsIn(office, 'ready_to_refer'))
          expect(unresolved(unwrap(worksheet(office.tools, id)).evaluation)).toBe(0)
        for (const { queue, count } of queueCounts(office.tools, queueNames))
          expect(count, queue).toBe(claimsIn(office, queue).length)
      }),
      { numRuns: 20 },
    )
  })

  test('nobody is called to an appointment whose claim another office has', () => {
    const office = caseworkOffice()
    const id = demoClaim(office, 5, 0)
    const history: readonly Step[] = ['acknowledge', 'bookSoon', 'missed', 'moveOut']
    for (const step of history) unwrap(steps[step](office, id))
    expect(steps.bookLater(office, id)).toEqual(fail('claims.moved_elsewhere'))
  })

  test('a queue that is missing is found out by the same property', { timeout: 120_000 }, () => {
    const caught = (...without: QueueName[]) =>
      fc.check(
        fc.property(history, (given) => {
          const office = caseworkOffice()
          play(office, given)
          return (
            lostIn(
              office,
              queueNames.filter((queue) => !without.includes(queue)),
            ).length === 0
          )
        }),
        { numRuns: 40, endOnFailure: true },
      ).errorInstance
    expect(String(caught('taking_in'))).toContain('returning false')
    // What is due soon is in a queue for that too.
    expect(String(caught('to_decide', 'review_due'))).toContain('returning false')
  })

  test.each(['withdraw', 'refer', 'moveOut'] as const)('whoever did not come waits no more after: %s', (end) => {
    const office = caseworkOffice()
    const id = demoClaim(office, 5, 0)
    const waiting = () =>
      queueNames.filter((queue) => ['to_schedule', 'no_show'].includes(queue) && claimsIn(office, queue).includes(id))
    const missed: readonly Step[] = ['acknowledge', 'bookSoon', 'missed']
    for (const step of missed) unwrap(steps[step](office, id))
    expect(waiting()).toEqual(['to_schedule', 'no_show'])
    unwrap<unknown>(steps[end](office, id))
    expect(waiting()).toEqual([])
    expect(scheduleQueue(office.tools, office.officer, { limit: 10 })).toMatchObject({ rows: [], reviews: [] })
    if (end === 'moveOut') return
    // What is reopened waits again.
    unwrap(steps.reopen(office, id))
    expect(waiting()).toEqual(['to_schedule', 'no_show'])
  })

  test('whoever missed biometrics waits for them after a referral too, and no more after a withdrawal', () => {
    const office = caseworkOffice()
    const { tools, officer, store } = office
    const id = demoClaim(office, 5, 0)
    const whom = { about: { kind: 'claim', id }, kind: 'biometrics' } as const
    const slot = slotAt(office, '2026-11-24', '09:00', { room: roomOf(office) })
    const booked = unwrap(bookAppointment(tools, officer, { ...whom, slot }))
    store.clock.advance(4 * 86_400_000)
    unwrap(noteAttendance(tools, officer, { id: booked, attendance: 'no_show' }))
    unwrap(steps.refer(office, id))
    const waiting = () => ['to_schedule' as const, 'no_show' as const].map((queue) => claimsIn(office, queue).length)
    expect(waiting()).toEqual([1, 1])
    unwrap(steps.withdraw(office, id))
    expect(waiting()).toEqual([0, 0])
  })

  test('a claim goes from queue to queue as it is worked on', () => {
    const office = caseworkOffice()
    const id = portalClaim(office, 1, 0)
    const where = () => queueNames.filter((queue) => claimsIn(office, queue).includes(id))
    expect(where()).toEqual(['portal_new'])
    unwrap(steps.acknowledge(office, id))
    expect(where()).toEqual(['unowned', 'to_schedule'])
    unwrap(steps.offer(office, id))
    expect(where()).toEqual(['unowned', 'offered'])
    unwrap(steps.cancel(office, id))
    unwrap(steps.bookLater(office, id))
    expect(where()).toEqual(['unowned', 'booked_later'])
    unwrap(steps.cancel(office, id))
    unwrap(steps.bookSoon(office, id))
    expect(where()).toEqual(['unowned', 'interview_week'])
    unwrap(steps.attended(office, id))
    expect(where()).toEqual(['unowned', 'to_decide'])
    unwrap(steps.askPartners(office, id))
    unwrap(steps.propose(office, id))
    expect(where()).toEqual(['unowned', 'second_officer', 'partner'])
    unwrap(steps.giveBack(office, id))
    unwrap(steps.suspend(office, id))
    expect(where()).toEqual(['unowned', 'partner', 'suspended'])
  })

  test('those awaiting a partner: which partner for what and since when, the overdue first, until each has answered', () => {
    const office = caseworkOffice()
    const { store, tools, officer } = office
    const [early, late] = [demoClaim(office, 5, 0), demoClaim(office, 5, 1)]
    const ask = (claimId: string, partner: 'rcmp' | 'cbsa_screening', purpose: 'criminality' | 'security') =>
      unwrap(askPartner(tools, officer, { claimId, partner, purpose, fields: ['familyName'] }))
    ask(early, 'cbsa_screening', 'security')
    store.clock.advance(3 * 86_400_000)
    ask(late, 'rcmp', 'criminality')
    store.clock.advance(11 * 86_400_000)
    const page = () => queuePage(tools, officer.id, { queue: 'partner', whose: 'all', limit: 10 }).rows
    // Criminality is due after 10 days, security after 30: asked for later, it is overdue first.
    expect(page().map(({ claimId, day, late, matter }) => ({ claimId, day, late, matter }))).toEqual([
      {
        ...{ claimId: late, day: '2026-12-06', late: true },
        matter: { kind: 'partner', partner: 'rcmp', purpose: 'criminality', since: '2026-11-26' },
      },
      {
        ...{ claimId: early, day: '2026-12-23', late: false },
        matter: { kind: 'partner', partner: 'cbsa_screening', purpose: 'security', since: '2026-11-23' },
      },
    ])
    expect(queueCounts(tools, ['partner'])).toMatchObject([{ count: 2, late: 1 }])
    // A check of the office that is pending awaits no partner.
    unwrap(steps.partnersClear(office, late))
    unwrap(steps.check(office, late))
    expect(page().map(({ claimId }) => claimId)).toEqual([early])
  })

  test('the number of ready to refer is not told before the rules of all were asked; its page asks them of whom it shows', () => {
    const office = caseworkOffice()
    const ids = Array.from({ length: 17 }, (_, at) => demoClaim(office, 5 + at, at))
    const done = ['acknowledge', 'askPartners', 'pass', 'bookSoon', 'attended', 'partnersClear'] as const
    for (const id of ids) for (const step of done) unwrap(steps[step](office, id))
    const last = ids.at(-1) ?? ''
    unwrap(steps.settleRules(office, last))
    const number = () => queueCounts(office.tools, ['ready_to_refer', 'to_decide'])
    const known = { queue: 'to_decide', count: 17 }
    expect(number()).toMatchObject([{ queue: 'ready_to_refer', count: null, late: null, more: false }, known])
    expect(unasked(office.tools)).toHaveLength(17)
    // One that is ready stands behind sixteen that are not.
    expect(claimsIn(office, 'ready_to_refer', 5)).toEqual([last])
    expect(unasked(office.tools)).toEqual([])
    expect(number()).toMatchObject([{ queue: 'ready_to_refer', count: 1 }, known])
    // A few that changed are asked with the number.
    for (const id of ids.slice(0, 3)) unwrap(steps.settleRules(office, id))
    expect(unasked(office.tools)).toEqual(ids.slice(0, 3))
    expect(number()).toMatchObject([{ queue: 'ready_to_refer', count: 4 }, known])
  })

  test('ready to refer: nothing but the decision is left, and whatever comes in between takes it out', () => {
    const office = caseworkOffice()
    const id = demoClaim(office, 5, 0)
    const ready = () => claimsIn(office, 'ready_to_refer').includes(id)
    const readyAfter = (...done: Step[]) => {
      for (const step of done) unwrap(steps[step](office, id))
      return ready()
    }
    expect(readyAfter('acknowledge', 'askPartners', 'pass', 'bookSoon')).toBe(false)
    expect(readyAfter('attended')).toBe(false)
    // Nothing is left, but no rule of eligibility can say anything yet.
    expect(readyAfter('partnersClear')).toBe(false)
    expect(queueCounts(office.tools, ['ready_to_refer'])).toMatchObject([{ count: 0 }])
    expect(readyAfter('settleRules')).toBe(true)
    expect(queueCounts(office.tools, ['ready_to_refer'])).toMatchObject([{ count: 1 }])
    expect(placesOf(office.tools, id).has('ready_to_refer')).toBe(true)
    // Another entry comes to light: what was said of the entries says nothing of it.
    const entries = [
      { date: '2026-10-01', manner: 'airport' },
      { date: '2026-02-01', manner: 'airport' },
    ]
    unwrap(setClaim(office, id, { entries }))
    expect(ready()).toBe(false)
    expect(placesOf(office.tools, id).has('ready_to_refer')).toBe(false)
    expect(readyAfter('settleRules')).toBe(true)
    expect(readyAfter('bookLater')).toBe(false)
    expect(readyAfter('cancel')).toBe(true)
    expect(readyAfter('suspend')).toBe(false)
    // Taken in at a port of entry and ready at once: the examination is the interview.
    const border = demoClaim(office, 5, 1)
    for (const step of ['settleRules', 'askPartners', 'pass', 'partnersFind'] as const)
      unwrap(steps[step](office, border))
    expect(claimsIn(office, 'ready_to_refer')).toEqual([])
    const clear = demoClaim(office, 5, 2)
    for (const step of ['settleRules', 'pass', 'askPartners', 'partnersClear'] as const)
      unwrap(steps[step](office, clear))
    expect(claimsIn(office, 'ready_to_refer')).toEqual([clear])
  })

  test('more time that was asked for waits for who gives it, until it is given, declined or needed no more', () => {
    const office = caseworkOffice()
    const id = demoClaim(office, 5, 0)
    const rows = () =>
      queuePage(office.tools, office.officer.id, { queue: 'extension_asked', whose: 'all', limit: 10 }).rows
    const waitingAfter = (...done: Step[]) => {
      for (const step of done) unwrap(steps[step](office, id))
      return rows().length
    }
    expect(waitingAfter('limit')).toBe(0)
    expect(waitingAfter('askTime')).toBe(1)
    const matter = { kind: 'extension', rule: 'medical.exam', asker: 'representative', due: '2026-12-23' }
    expect(rows()).toMatchObject([{ claimId: id, day: today, late: false, matter }])
    expect(waitingAfter('giveTime')).toBe(0)
    expect(waitingAfter('askTime')).toBe(1)
    office.store.clock.advance(3 * 86_400_000)
    // Asked for on Monday, red on the Thursday after.
    expect(rows()).toMatchObject([{ late: true, matter: { due: '2027-01-22' } }])
    expect(waitingAfter('declineTime')).toBe(0)
    expect(waitingAfter('askTime')).toBe(1)
    unwrap(meetDeadline(office.tools, office.officer, id, { rule: 'medical.exam', on: today }))
    expect(rows()).toEqual([])
    unwrap(reopenDeadline(office.tools, office.officer, id, { rule: 'medical.exam', reason: 'another person' }))
    expect(rows()).toHaveLength(1)
  })

  test('pages follow each other without a claim lost or shown twice, the longest wait first', () => {
    const office = caseworkOffice()
    const ids = Array.from({ length: 7 }, (_, at) => {
      office.store.clock.advance(60_000)
      return demoClaim(office, 5, at)
    })
    expect(claimsIn(office, 'taking_in', 2)).toEqual(ids)
    expect(claimsIn(office, 'taking_in', 7)).toEqual(ids)
  })

  test('what waited longer than the queue allows is red, and counted as such', () => {
    const office = caseworkOffice()
    demoClaim(office, 5, 0)
    const count = () => queueCounts(office.tools, ['taking_in'])
    office.store.clock.advance(7 * 86_400_000)
    // Monday to Monday: five open days.
    expect(count()).toEqual([{ queue: 'taking_in', count: 1, late: 0, more: false, patience: 5 }])
    office.store.clock.advance(86_400_000)
    expect(count()).toMatchObject([{ late: 1 }])
    const page = queuePage(office.tools, office.officer.id, { queue: 'taking_in', whose: 'mine', limit: 10 })
    expect(page.rows).toMatchObject([{ late: true, day: today }])
  })

  test('a family stands together', () => {
    const office = caseworkOffice()
    const [first = '', between = '', second = ''] = [0, 1, 2].map((at) => demoClaim(office, 9, at))
    unwrap(linkClaims(office.tools, office.officer, { claimId: second, to: first, reason: 'sisters' }))
    expect(claimsIn(office, 'taking_in')).toEqual([first, second, between])
  })

  test('whose: mine, nobody’s and everybody’s', () => {
    const office = caseworkOffice()
    const mine = demoClaim(office, 9, 0)
    const nobodys = portalClaim(office, 9, 1)
    const of = (queue: QueueName, whose: 'mine' | 'nobody') =>
      queuePage(office.tools, office.officer.id, { queue, whose, limit: 10 }).rows.map(({ claimId }) => claimId)
    expect(of('taking_in', 'mine')).toEqual([mine])
    expect(of('taking_in', 'nobody')).toEqual([])
    expect(of('portal_new', 'nobody')).toEqual([nobodys])
    expect(of('portal_new', 'mine')).toEqual([])
  })

  test('what is nobody’s is found alike by asking the few that are and by walking the queue', {
    timeout: 120_000,
  }, () => {
    const office = caseworkOffice()
    const ids = Array.from({ length: 5 }, (_, at) => {
      office.store.clock.advance(60_000)
      return (at % 2 === 0 ? portalClaim : demoClaim)(office, 11, at)
    })
    for (const id of ids.slice(0, 3)) steps.acknowledge(office, id)
    steps.askPartners(office, ids[0] ?? '')
    steps.bookSoon(office, ids[2] ?? '')
    for (const queue of queueNames)
      for (const limit of [1, 10]) {
        const order = { queue, whose: 'nobody', limit } as const
        const [asked, walked] = [nobodysRows(office.tools, order), nobodysRows(office.tools, order, 0)]
        expect(asked, queue).toEqual(walked)
        const [first] = asked
        const after = first && JSON.stringify([first.place, first.tie])
        expect(nobodysRows(office.tools, { ...order, after })).toEqual(
          nobodysRows(office.tools, { ...order, after }, 0),
        )
      }
    expect(nobodysRows(office.tools, { queue: 'unowned', whose: 'nobody', limit: 10 })).toHaveLength(2)
  })
})

describe('plans', () => {
  const planOf = (sqlite: Sqlite, asked: Query<unknown>): string => {
    const { sql, parameters } = asked.compile(query)
    const rows = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
    return rows.map(({ detail }) => detail).join('; ')
  }
  /** A handful of rows at any time: they may be sorted. */
  const few: ReadonlySet<QueueName> = new Set<QueueName>(['conflict', 'leaver'])

  test.each(queueNames)('%s is read from an index, in its order', (queue) => {
    const sqlite = fileAt(currentVersion)
    for (const after of [undefined, JSON.stringify(['1', 1])])
      for (const whose of ['all', 'mine', 'nobody'] as const) {
        const plan = planOf(sqlite, rowsOf({ queue, whose, after, limit: 50 }, 'me', today))
        expect(plan).not.toMatch(/SCAN (?!\w+ USING|split|officer|json_each)/)
        if (!few.has(queue)) expect(plan).not.toContain('TEMP B-TREE')
      }
  })

  test('the counts of all queues read nothing whole', () => {
    const late = queueNames.map((queue) => (queueOf(queue).by === 'day' ? today : 1))
    const plan = planOf(fileAt(currentVersion), countsOf(queueNames, late, today))
    expect(plan).not.toMatch(/SCAN (?!\w+ USING|split|officer|json_each|\(subquery|CONSTANT)/)
    expect(plan.match(/SCALAR SUBQUERY/g)?.length).toBeGreaterThanOrEqual(queueNames.length)
    // What stands in queues by the hundred is counted without a look into its wide rows.
    const indexes =
      'claim_(standing|open|unowned|intake|undecided|open_deadline|referred_deadline|passed|review_missing)'
    const others = 'appointment_booked|document_left|message_waits|partner_request_(awaited|standing)|to_schedule_since'
    expect(plan).not.toMatch(new RegExp(`USING INDEX (${indexes}|${others})`))
    expect(plan.match(/USING COVERING INDEX/g)?.length).toBeGreaterThan(20)
  })

  test('claims with two values are found by the indexes of conflicts', () => {
    const plan = planOf(fileAt(currentVersion), conflictRows())
    expect(plan).toContain('claim_conflicts')
    expect(plan).toContain('person_conflicts')
    expect(plan).not.toMatch(/SCAN (person|claim)(;|$)/)
  })

  test('papers left half printed are found by their index, oldest first', () => {
    const plan = planOf(fileAt(currentVersion), openPaperRows())
    expect(plan).toContain('document_left')
    expect(plan).not.toContain('TEMP B-TREE')
  })

  test('each queue says what it is ordered by in columns of what it reads', () => {
    for (const { place, tie } of Object.values(definitions)) expect(`${place} ${tie}`).toMatch(/^\S+\.\S+.* \S+\.\S+$/)
  })
})
