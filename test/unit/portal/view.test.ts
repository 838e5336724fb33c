import { describe, expect, test } from 'vitest'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import type { PublicEvent } from '../../../src/shared/portal/view/events.ts'
import { claimantView } from '../../../src/shared/portal/view.ts'

const day = Date.parse('2026-11-02T15:00:00Z')
let n = 0
const event = (type: string, body: unknown, subject = { kind: 'claim', id: 'c' }): PublicEvent => {
  n += 1
  return { id: `e${n}`, type, subject, at: day + n * 1000, hlc: { ms: day + n, counter: 0 }, body }
}
const opened = () => [
  event('claim.opened', { applicationNumber: 'W1', office: officeId('lacolle-15'), claimDate: '2026-11-02' }),
  event('claim.sent', { on: '2026-11-02', people: 1 }),
]
const passport = { item: 'identity', name: { en: 'a passport', fr: 'un passeport' } }
const weeks = { from: 4, to: 6 }
const paused = (on: string) => event('claim.review_paused', { on, missing: [passport], weeks })
const message = (id: string, more: object = {}) =>
  event('claim.message_sent', {
    ...{ message: id, thread: id, from: 'office', on: '2026-11-03', subject: 's', text: 't', files: [] },
    ...more,
  })
const reviewOf = ({ dates }: ReturnType<typeof claimantView>) =>
  dates.find(({ message, appointment }) => !message && !appointment)?.on

test('a message that two desks wrote at once is shown once, with what it asks', () => {
  const action = { what: 'send_photo', due: '2026-12-01' }
  const twice = [message('m', { action }), message('n'), message('m', { action })]
  const view = claimantView('c', [...opened(), ...twice], '2026-11-06')
  expect(view.messages.map(({ message }) => message)).toEqual(['m', 'n'])
  expect(view.actions).toHaveLength(1)
})

describe('a paused review', () => {
  test('names what is missing and what that adds, and shows no day of the review', () => {
    const view = claimantView('c', [...opened(), paused('2026-11-05')], '2026-11-06')
    expect(view).toMatchObject({
      status: 'paused',
      still: { since: '2026-11-05', missing: [{ en: 'a passport' }], weeks },
    })
    expect(view.still?.text.en).toContain('4 to 6 weeks')
    expect(view.still?.text.fr).toContain('de 4 à 6 semaines')
    expect(reviewOf(view)).toBeUndefined()
  })

  test('goes on by as many business days as it stood still', () => {
    const before = claimantView('c', opened(), '2026-11-06')
    expect(reviewOf(before)).toBe('2026-11-24') // 15 business days; Remembrance Day is none
    const still = paused('2026-11-05')
    const resumed = event('claim.review_resumed', { on: '2026-11-10' })
    const after = claimantView('c', [...opened(), still, resumed], '2026-11-12')
    expect(after).toMatchObject({ status: 'received' })
    expect(after.still).toBeUndefined()
    expect(reviewOf(after)).toBe('2026-11-27')
  })
})

test('the day of the review is counted as the office counts, also of a claim that was left undecided', () => {
  const changes = [{ rule: 'officer.review', from: '2026-11-01', count: 20, citation: 'Order of the office' }]
  const undecided = event('claim.decided', { outcome: 'undecided', decisionDate: '2026-11-05', deadlines: [] })
  for (const events of [opened(), [...opened(), undecided]])
    expect(reviewOf(claimantView('c', events, '2026-11-06', { changes }))).toBe('2026-12-01')
})

test('what is to do stands with its day, the nearest first; what was settled does not', () => {
  const ask = (id: string, due: string) => message(id, { action: { what: 'send_document', due } })
  const events = [
    ...opened(),
    ask('late', '2026-11-04'),
    ask('soon', '2026-11-20'),
    ask('done', '2026-11-03'),
    event('claim.action_settled', { message: 'done', on: '2026-11-03' }),
    event('claim.action_acknowledged', { message: 'soon', on: '2026-11-05' }),
  ]
  expect(claimantView('c', events, '2026-11-06').actions).toMatchObject([
    { message: 'late', overdue: true },
    { message: 'soon', overdue: false, acknowledgedOn: '2026-11-05' },
  ])
})

test('messages that nobody read are counted, the person’s own not', () => {
  const read = event('claim.messages_read', { messages: ['a'], by: 'claimant', on: '2026-11-04' })
  const events = [...opened(), message('a'), message('b'), message('mine', { from: 'claimant' }), read]
  expect(claimantView('c', events, '2026-11-06').unread).toBe(1)
})

test('the office and its zone are told, since times are of its clock', () => {
  expect(claimantView('c', opened(), '2026-11-06').office).toMatchObject({ zone: 'America/Toronto' })
})
