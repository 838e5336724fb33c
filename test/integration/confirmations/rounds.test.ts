import { afterEach, describe, expect, test } from 'vitest'
import { confirmResidence } from '../../../src/main/confirmations/decide.ts'
import { confirmationRound } from '../../../src/main/confirmations/rounds.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { family } from '../../support/confirmation-files.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { does, importAll, personOf, viewOf } from './support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
const day = 86_400_000
const begun = () => {
  const office = openOffice()
  open.push(office)
  importAll(office, family())
  const id = personOf(office, '1110000001')
  does(office, id, { act: 'invite' })
  const device = office.store.identity()?.device ?? ''
  return { office, id, round: () => unwrap(confirmationRound(office.tools, device)) }
}
const messages = (office: Office, id: string) =>
  viewOf(office, id)
    .timeline.filter(({ type }) => type === 'confirmation.message_sent')
    .map(({ text }) => text.en)

describe('what goes out by itself', () => {
  test('reminds of an invitation twice, once a fortnight, and leaves the post to an officer', () => {
    const { office, id, round } = begun()
    expect(round()).toBe(0)
    office.store.clock.advance(15 * day)
    expect([round(), round()]).toEqual([1, 0])
    office.store.clock.advance(15 * day)
    expect(round()).toBe(1)
    office.store.clock.advance(15 * day)
    expect(round()).toBe(0)
    expect(viewOf(office, id)).toMatchObject({ next: 'post_invitation', facts: { invitation: { reminders: 2 } } })
  })

  test('catches up with one reminder after a desk slept for months', () => {
    const { office, round } = begun()
    office.store.clock.advance(120 * day)
    expect([round(), round()]).toEqual([1, 0])
  })

  test('warns three days before a temporary password runs out, once for each password', () => {
    const { office, id, round } = begun()
    does(
      office,
      id,
      { act: 'record_answer', via: 'email', path: 'portal' },
      { act: 'create_account', userName: 'rhaddad01', reused: false },
    )
    office.store.clock.advance(10 * day)
    expect(round()).toBe(0)
    office.store.clock.advance(day)
    expect([round(), round()]).toEqual([1, 0])
    does(office, id, { act: 'make_password', reason: 'lost', by: 'email' })
    office.store.clock.advance(12 * day)
    expect([round(), round()]).toEqual([1, 0])
    does(office, id, { act: 'sign_in' })
    expect(messages(office, id).filter((text) => text.startsWith('Temporary password runs out'))).toHaveLength(2)
  })

  test('asks for address and photo a month before the 180 days end', () => {
    const { office, id, round } = begun()
    does(
      office,
      id,
      { act: 'record_answer', via: 'phone', path: 'assisted', why: 'no computer' },
      { act: 'declare_presence', via: 'phone', inCanada: true },
    )
    unwrap(confirmResidence(office.tools, office.officer, id, { source: 'GCMS', passport: 'agrees' }))
    office.store.clock.advance(148 * day)
    expect(round()).toBe(0)
    office.store.clock.advance(3 * day)
    expect([round(), round()]).toEqual([1, 0])
    expect(messages(office, id)[0]).toContain('180 days')
  })
})
