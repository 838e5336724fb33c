import { describe, expect, test } from 'vitest'
import type { EventBody } from '../../../src/shared/domain/catalogue.ts'
import { catalogue } from '../../../src/shared/domain/catalogue.ts'
import type { ConfirmationFacts } from '../../../src/shared/domain/confirmation/facts.ts'
import { type ConfirmationEvent, fold } from '../../../src/shared/domain/confirmation/fold.ts'
import { confirmationPersonView, type ToldEvent } from '../../../src/shared/portal/confirmation-view.ts'
import { byTheWay, confirmationIds, eventOf, wholeWay } from '../../support/confirmation-events.ts'

/** What bodies of tests leave out and their sentences name. */
const whole = { source: 'portal', reasons: ['too_dark'], codes: [], text: { en: '', fr: '' }, fields: {} }

/** What a person is shown after these events, as the central reads them. */
function viewAfter(events: readonly ConfirmationEvent[], today = '2026-12-02') {
  const told: ToldEvent[] = []
  let facts: ConfirmationFacts | undefined
  for (const [i, { type, body: given, ...event }] of events.entries()) {
    const body = { ...whole, ...(given as object) }
    facts = fold(facts, { type, body, ...event })
    const { visibility } = catalogue[type as keyof typeof catalogue]
    if (facts) told.push({ type, body, visibility, at: 1_796_000_000_000 + i, after: facts })
  }
  if (!facts) throw new Error('nobody was imported')
  return confirmationPersonView(facts, told, today)
}
const upTo = (type: string) => wholeWay.slice(0, wholeWay.findIndex((event) => event.type === type) + 1)
const on = '2026-12-01'

describe('what a person is to do', () => {
  test.each([
    ['confirmation.signed_in', ['declare_presence', 'give_address', 'send_photo']],
    ['confirmation.presence_declared', ['give_address', 'send_photo']],
    ['confirmation.address_set', ['send_photo']],
    ['photo.submitted', []],
    ['confirmation.ecopr_issued', ['download_ecopr']],
    ['confirmation.card_mailed', []],
  ])('after %s', (type, tasks) => {
    expect(viewAfter(upTo(type)).tasks).toEqual(tasks)
  })

  test('an electronic confirmation whose days are over is no task, and is still named', () => {
    const view = viewAfter(upTo('confirmation.ecopr_issued'), '2027-01-01')
    expect(view.tasks).toEqual([])
    expect(view.ecopr).toMatchObject({ availableUntil: '2026-12-31' })
  })
})

test('the way from the account to the card, step by step', () => {
  const done = (type: string) =>
    viewAfter(upTo(type))
      .steps.filter((step) => step.done)
      .map(({ step }) => step)
  expect(done('confirmation.password_sent')).toEqual([])
  expect(done('photo.approved')).toEqual(['account', 'presence', 'address', 'photo'])
  expect(done('confirmation.card_mailed')).toHaveLength(7)
  expect(viewAfter(upTo('confirmation.card_produced')).card).toEqual({ state: 'being_made' })
  expect(viewAfter(wholeWay).card).toEqual({ state: 'mailed', mailedOn: on })
})

test('a photo that was returned says why, and one that could not be used too', () => {
  const returned = eventOf('photo.returned', {
    on,
    reasons: ['too_dark'],
    codes: [],
    language: 'en',
    text: { en: 'Too dark.', fr: 'Trop sombre.' },
  } as EventBody<'photo.returned'>)
  const waiting = upTo('photo.submitted')
  expect(viewAfter([...waiting, returned]).photo).toMatchObject({
    state: 'returned',
    text: { en: 'Too dark.', fr: 'Trop sombre.' },
  })
  const file = { sha256: 'b'.repeat(64), size: 1000, mime: 'image/jpeg', name: 'photo.jpg' } as const
  const sent = eventOf('confirmation.photo_sent', { on, photo: confirmationIds.batch, file })
  const told = { on, photo: confirmationIds.batch, params: {} }
  const refused = eventOf('confirmation.photo_refused', { ...told, code: 'photo.truncated' })
  const { photo } = viewAfter([...waiting, returned, sent, refused])
  expect(photo.refused?.fr).not.toBe('photo.truncated')
  const newer = eventOf('confirmation.photo_refused', { ...told, code: 'photo.not_known_here' })
  expect(viewAfter([...waiting, returned, sent, newer]).photo.refused?.en).toBe('photo.not_known_here')
})

test('messages read as they were sent; those of the account, and what is the office’s own, are not shown', () => {
  const message = (name: 'invitation' | 'account', key: string) =>
    eventOf('confirmation.message_sent', { on, message: name, key, by: 'email', language: 'en' })
  const interview = eventOf('confirmation.interview_required', { on, why: 'identity', note: 'do not tell' })
  const task = eventOf('confirmation.contact_opened', { on, why: 'other', note: 'do not tell' })
  const view = viewAfter([
    ...upTo('confirmation.invited'),
    message('invitation', '1'),
    message('account', '2'),
    task,
    interview,
  ])
  expect(view.messages.map(({ message }) => message)).toEqual(['invitation'])
  expect(view.messages[0]?.text.en).toContain('2026-12-15')
  expect(JSON.stringify(view)).not.toContain('do not tell')
})

test('no view of any way holds an event’s id, a batch or an officer', () => {
  for (let at = 1; at <= byTheWay.length; at++) {
    const text = JSON.stringify(viewAfter([...wholeWay, ...byTheWay.slice(0, at)]))
    for (const secret of [confirmationIds.batch, confirmationIds.officer, 'event-']) expect(text).not.toContain(secret)
  }
})
