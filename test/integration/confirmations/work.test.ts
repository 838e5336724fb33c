import { afterEach, describe, expect, test } from 'vitest'
import { confirmResidence, reopen, setAside } from '../../../src/main/confirmations/decide.ts'
import { confirmationPage } from '../../../src/main/confirmations/list.ts'
import { addPhoto } from '../../../src/main/confirmations/photo.ts'
import { workOn } from '../../../src/main/confirmations/work.ts'
import { changeSettings } from '../../../src/main/office/change-settings.ts'
import { approvePhoto, returnPhoto } from '../../../src/main/photos/review/decide.ts'
import type { ConfirmationWork } from '../../../src/shared/contract/desk/confirmations.ts'
import type { Result } from '../../../src/shared/result.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { family } from '../../support/confirmation-files.ts'
import { newClaim, type Office, openOffice, setClaim } from '../claims/support.ts'
import { portrait, reviewer } from '../photos/review-support.ts'
import { does, home, importAll, personOf, viewOf } from './support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
/** An office with a family of four; the first of them. */
const begun = () => {
  const office = openOffice()
  open.push(office)
  importAll(office, family())
  return { office, id: personOf(office, '1110000001') }
}
const day = 86_400_000
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)
const tries = ({ tools, officer }: Office, id: string, work: ConfirmationWork) => code(workOn(tools, officer, id, work))
const answer: ConfirmationWork = { act: 'record_answer', via: 'email', path: 'portal' }
const account: ConfirmationWork = { act: 'create_account', userName: 'RHaddad01', reused: false }
const present: ConfirmationWork = { act: 'declare_presence', via: 'portal', inCanada: true }
const address: ConfirmationWork = { act: 'set_address', via: 'portal', home, card: 'home' }
const checks = { source: 'GCMS', passport: 'agrees' } as const

describe('the invitation', () => {
  test('goes to an address of the person\u2019s own, waits two weeks, is reminded of, then goes by post', () => {
    const { office, id } = begun()
    expect(tries(office, id, { act: 'invite', email: 'omar@example.org' })).toBe('confirmations.email_shared')
    does(office, id, { act: 'invite' })
    expect(viewOf(office, id)).toMatchObject({ step: 'invited', next: 'record_answer', queues: [] })
    office.store.clock.advance(15 * day)
    expect(viewOf(office, id)).toMatchObject({ next: 'remind', queues: [{ queue: 'invitation_unanswered' }] })
    does(office, id, { act: 'remind' })
    office.store.clock.advance(15 * day)
    does(office, id, { act: 'remind' })
    office.store.clock.advance(15 * day)
    expect(viewOf(office, id).next).toBe('post_invitation')
  })

  test('is answered with the portal, or with the reason why not', () => {
    const { office, id } = begun()
    does(office, id, { act: 'invite' })
    const assisted: ConfirmationWork = { act: 'record_answer', via: 'phone', path: 'assisted' }
    expect(tries(office, id, assisted)).toBe('confirmations.why_needed')
    does(office, id, { ...assisted, why: 'no computer' })
    expect(viewOf(office, id)).toMatchObject({ step: 'declaration_awaited', next: 'declare_presence' })
    expect(tries(office, id, account)).toBe('confirmations.path')
  })
})

describe('the account', () => {
  test('is made by an officer; a password is asked for, lasts 14 days and is never seen', () => {
    const { office, id } = begun()
    does(office, id, { act: 'invite' }, answer, account)
    expect(viewOf(office, id)).toMatchObject({ step: 'password_out', passwordExpired: false })
    expect(viewOf(office, id).next).toBeUndefined()
    expect(viewOf(office, id).facts.account).toMatchObject({ userName: 'rhaddad01', validUntil: '2026-12-07' })
    const events = office.store.timeline({ kind: 'confirmation', id })
    expect(JSON.stringify(events.map(({ body }) => body))).not.toMatch(/"(temporary)?password"\s*:/i)
    office.store.clock.advance(15 * day)
    expect(viewOf(office, id)).toMatchObject({ passwordExpired: true, next: 'make_password' })
    does(office, id, { act: 'make_password', reason: 'expired', by: 'email' })
    expect(viewOf(office, id)).toMatchObject({ passwordExpired: false })
    does(office, id, { act: 'sign_in' })
    expect(viewOf(office, id)).toMatchObject({ step: 'declaration_awaited' })
  })

  test('has a name of its own, and is the one of the application only where the office chose so', () => {
    const { office, id } = begun()
    const omar = personOf(office, '1110000002')
    does(office, id, { act: 'invite' }, answer, account)
    does(office, omar, { act: 'invite' }, answer)
    expect(tries(office, omar, account)).toBe('confirmations.user_name_held')
    const reused: ConfirmationWork = { act: 'create_account', userName: 'ohaddad', reused: true }
    expect(tries(office, omar, reused)).toBe('confirmations.reuse_off')
    unwrap(changeSettings(office.tools, office.officer, { reusePortalAccounts: true }))
    does(office, omar, reused)
    expect(viewOf(office, omar).facts.account).toMatchObject({ state: 'signed_in', reused: true, passwords: 0 })
  })
})

describe('a representative', () => {
  test('named by an officer, or by a claim, gets no account: neither here nor for anybody else', () => {
    const { office, id } = begun()
    const omar = personOf(office, '1110000002')
    const named = { act: 'refuse_request', via: 'phone', request: 'representative' } as const
    does(office, omar, { ...named, representativeEmail: 'Rana@Example.org' })
    expect(tries(office, id, { act: 'invite' })).toBe('confirmations.email_representative')
    does(office, id, { act: 'invite', email: 'rana.h@example.org' })
    expect(tries(office, id, { ...answer, email: 'rana@example.org' })).toBe('confirmations.email_representative')
    const own = { act: 'correct', reason: 'new address' } as const
    const { claimId } = newClaim(office)
    setClaim(office, claimId, { representativeContact: 'Me Roy, roy@example.org' })
    expect(tries(office, id, { ...own, fields: { email: 'ROY@example.org' } })).toBe(
      'confirmations.email_representative',
    )
    setClaim(office, claimId, { representativeContact: 'Me Roy, by telephone only' })
    does(office, id, { ...own, fields: { email: 'roy@example.org' } })
  })
})

describe('the address', () => {
  test('is tidied, must fit its province for a card, may be abroad, and keeps its history', () => {
    const { office, id } = begun()
    const wrong = { ...home, province: 'QC' }
    expect(tries(office, id, { act: 'set_address', via: 'phone', home: wrong, card: 'home' })).toBe(
      'confirmations.card_address',
    )
    const abroad = { line1: '3 rue Merci\u00e8re', city: 'Lyon', country: 'FRA' }
    does(office, id, { act: 'set_address', via: 'portal', home: abroad, card: 'home' })
    expect(viewOf(office, id).state.address).toBe('unfit')
    does(office, id, { act: 'set_address', via: 'portal', home: abroad, mailing: home, card: 'mailing' })
    const { facts, state } = viewOf(office, id)
    expect(state.address).toBe('canadian')
    expect(facts.address?.mailing).toMatchObject({ province: 'ON', postalCode: 'K1N 9J7' })
    expect(facts.earlierAddresses).toHaveLength(2)
  })
})

describe('the legal moment', () => {
  const ready = () => {
    const begin = begun()
    does(begin.office, begin.id, { act: 'invite' }, answer, account, { act: 'sign_in' }, present, address)
    return begin
  }

  test('takes somebody in Canada, the officer\u2019s check, and what the passport says', () => {
    const { office, id } = ready()
    does(office, id, { act: 'declare_presence', via: 'portal', inCanada: false, returnOn: '2026-12-20' })
    expect(code(confirmResidence(office.tools, office.officer, id, checks))).toBe('confirmations.presence')
    does(office, id, present)
    const corrected = { source: 'GCMS', passport: 'corrected' } as const
    expect(code(confirmResidence(office.tools, office.officer, id, corrected))).toBe('confirmations.passport_note')
    unwrap(confirmResidence(office.tools, office.officer, id, checks))
    expect(viewOf(office, id)).toMatchObject({
      step: 'photo_awaited',
      next: 'issue_ecopr',
      addressPhotoBy: '2027-05-22',
    })
    expect(code(confirmResidence(office.tools, office.officer, id, checks))).toBe('confirmations.residence')
  })

  test('recorded where it could not be, since the person had said something else, can be recorded again', () => {
    const { office, id } = ready()
    const { tools, officer, store } = office
    does(office, id, { act: 'declare_presence', via: 'portal', inCanada: false })
    // As another desk wrote it before it heard of that.
    const body = { on: '2026-11-23', notInadmissible: { checked: true, source: 'GCMS' }, passport: 'agrees' }
    unwrap(
      store.transact({ actor: officer.id }, (tx) => {
        tx.append({ subject: { kind: 'confirmation', id }, type: 'confirmation.confirmed', body })
        return ok(null)
      }),
    )
    expect(viewOf(office, id).state.residence).toBe('none')
    does(office, id, present)
    unwrap(confirmResidence(tools, officer, id, checks))
    const events = store.timeline({ kind: 'confirmation', id })
    const [without, again] = events.filter(({ type }) => type === 'confirmation.confirmed')
    expect(again?.bases).toEqual([without?.id])
    expect(viewOf(office, id).state.residence).toBe('confirmed')
  })

  test('recorded by mistake is set aside, and what is recorded then builds on that', () => {
    const { office, id } = ready()
    unwrap(confirmResidence(office.tools, office.officer, id, checks))
    unwrap(setAside(office.tools, office.officer, id, 'another person of that name'))
    expect(viewOf(office, id).state.residence).toBe('none')
    unwrap(confirmResidence(office.tools, office.officer, id, checks))
    const events = office.store.timeline({ kind: 'confirmation', id })
    const aside = events.find(({ type }) => type === 'confirmation.residence_set_aside')
    expect(events.findLast(({ type }) => type === 'confirmation.confirmed')?.bases).toEqual([aside?.id])
  })
})

describe('the photo', () => {
  test('is locked once submitted, comes again after a return, and waits in the queue of both rooms', async () => {
    const { office, id } = begun()
    const add = async (seed: number) => addPhoto(office.tools, office.officer, id, { bytes: await portrait(seed) })
    unwrap(await add(1))
    expect(code(await add(2))).toBe('confirmations.photo')
    const photo = viewOf(office, id).facts.photo
    expect(photo).toMatchObject({ state: 'waiting', submittedOn: '2026-11-23', returns: 0 })
    expect(confirmationPage(office.tools, { queue: 'photo_waiting', limit: 5 }).rows).toMatchObject([
      { confirmationId: id },
    ])
    unwrap(returnPhoto(office.tools, reviewer(office), { photoId: photo.id ?? '', reasons: ['glare'], codes: [] }))
    expect(viewOf(office, id).facts.photo).toMatchObject({ state: 'returned', returns: 1 })
    unwrap(await add(2))
    const second = viewOf(office, id).facts.photo
    expect(second).toMatchObject({ state: 'waiting', returns: 1 })
    unwrap(approvePhoto(office.tools, reviewer(office), { photoId: second.id ?? '' }))
    expect(viewOf(office, id)).toMatchObject({ state: { photo: 'accepted' } })
    expect(viewOf(office, id).timeline.map(({ type }) => type)).toContain('photo.returned')
  })
})

describe('requests that the portal does not serve', () => {
  test('are refused with directions, once a day', () => {
    const { office, id } = begun()
    for (const request of ['renewal', 'representative', 'other_application'] as const)
      does(office, id, { act: 'refuse_request', via: 'phone', request })
    does(office, id, { act: 'refuse_request', via: 'phone', request: 'renewal' })
    const types = viewOf(office, id).timeline.map(({ type }) => type)
    expect(types.filter((type) => type === 'confirmation.request_refused')).toHaveLength(4)
    expect(types.filter((type) => type === 'confirmation.message_sent')).toHaveLength(3)
  })
})

describe('a closed confirmation', () => {
  test('is out of every queue until a supervisor reopens it', () => {
    const { office, id } = begun()
    does(office, id, { act: 'close', why: 'withdrawn', reason: 'called today' })
    expect(viewOf(office, id)).toMatchObject({ step: 'closed', queues: [] })
    expect(tries(office, id, { act: 'invite' })).toBe('confirmations.not_open')
    unwrap(reopen(office.tools, office.officer, id, 'called again'))
    expect(viewOf(office, id)).toMatchObject({ step: 'to_invite', queues: [{ queue: 'to_invite' }] })
  })
})

describe('a person in another family', () => {
  test('is joined to whoever has the client ID, with a reason', () => {
    const { office, id } = begun()
    const work: ConfirmationWork = { act: 'link_family', clientId: '1110000009', role: 'child', reason: 'same file' }
    expect(tries(office, id, work)).toBe('confirmations.client_unknown')
    does(office, id, { ...work, clientId: '1110 0000 02' })
    expect(viewOf(office, id).family).toHaveLength(4)
  })
})
