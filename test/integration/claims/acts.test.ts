import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RecordedAct } from '../../../src/shared/domain/acts.ts'
import { codeOf, referredClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { borderDesk } from '../../support/set-up.ts'

let test_: TestDesk
let claimId: string
beforeAll(async () => {
  test_ = await borderDesk()
  claimId = (await test_.desk.claims.open({ channel: 'port_of_entry' })).row.claimId
})
afterAll(() => test_.close())

const on = '2026-11-23'
const order = { on, by: 'minister_delegate', conditional: true } as const
const passport = {
  id: '0198c0de-0000-7000-8000-000000000001',
  kind: 'passport',
  number: 'N1234567',
  looks: 'suspect',
} as const
const seizure = { document: passport.id, on, place: 'Lacolle', ground: 'Needed to carry out the Act, s. 140(1)' }

const record = (act: Record<string, any>, at = claimId) =>
  test_.desk.claims.recordAct({ claimId: at, act: act as RecordedAct, bases: [] })
const latest = async (at = claimId) => (await test_.desk.claims.timeline({ claimId: at }))[0]

describe('an act of law', () => {
  test('is recorded whole, and the person’s own timeline says what was done', async () => {
    const view = await record({ departureOrder: order })
    expect(view.acts.departureOrder?.value).toEqual(order)
    expect(view.claim).not.toHaveProperty('departureOrder')
    expect(await latest()).toMatchObject({
      type: 'claim.departure_order_made',
      visibility: 'public',
      text: { en: 'Conditional departure order made by the Minister’s delegate on 2026-11-23' },
    })
  })

  test('may be recorded after the decision: a detention or a seizure does not wait for it', async () => {
    const { claimId: decided } = await referredClaim(test_, 'Haddad')
    const view = await record({ detention: { since: on, place: 'Laval', ground: 'identity' } }, decided)
    expect(view.row.state).toBe('referred')
    expect(view.acts.detention?.value?.place).toBe('Laval')
  })

  test('is brought up to date by recording it again, which replaces what this desk recorded', async () => {
    await record({ detention: { since: on, place: 'Laval', ground: 'identity' } })
    const view = await record({ detention: { since: on, place: 'Laval', ground: 'identity', until: on } })
    expect(view.acts.detention).toMatchObject({ value: { until: on } })
    expect(view.acts.detention?.heads).toHaveLength(1)
    expect(view.acts.detention).not.toHaveProperty('conflict')
  })

  test('is set aside with a reason when it was recorded by mistake, and never silently', async () => {
    await record({ consentToSharing: { given: true, on } })
    const withdraw = (reason: string) =>
      test_.desk.claims.withdrawAct({ claimId, act: 'consentToSharing', reason, bases: [] })
    expect(await codeOf(withdraw(' '))).toBe('desk.bad_input')
    const view = await withdraw('said of another person')
    expect(view.acts.consentToSharing?.value).toBeUndefined()
    expect((await latest())?.text.fr).toContain('said of another person')
    expect(await codeOf(withdraw('said of another person'))).toBe('claims.act_not_recorded')
  })

  test('drops the half-typed form that it came from', async () => {
    await test_.desk.claims.keepDraft({ claimId, field: 'inadmissibilityReport', text: '{"by":"G. R"}' })
    const view = await record({ inadmissibilityReport: { on, paragraph: '41(a)', by: 'G. Roy' } })
    expect(view.drafts).not.toHaveProperty('inadmissibilityReport')
  })

  test.each([
    ['two acts at once', { departureOrder: order, consentToSharing: { given: true, on } }, 'desk.bad_input'],
    ['no act', {}, 'desk.bad_input'],
    ['an act that is none', { pardon: { on } }, 'desk.bad_input'],
    ['half an act', { departureOrder: { on } }, 'desk.bad_input'],
    ['a 13th month', { departureOrder: { ...order, on: '2026-13-01' } }, 'desk.bad_input'],
    ['a month alone', { departureOrder: { ...order, on: '2026-11' } }, 'desk.bad_input'],
    ['tomorrow', { departureOrder: { ...order, on: '2026-11-24' } }, 'claims.future_date'],
    ['consent given tomorrow', { consentToSharing: { given: true, on: '2026-11-24' } }, 'claims.future_date'],
    [
      'conditions in a wording that never was',
      { conditionsAcknowledged: { on, version: '1999-01' } },
      'desk.bad_input',
    ],
    [
      'conditions acknowledged tomorrow',
      { conditionsAcknowledged: { on: '2026-11-24', version: '2026-05' } },
      'claims.future_date',
    ],
    ['a paragraph that is none', { inadmissibilityReport: { on, paragraph: '99', by: 'x' } }, 'desk.bad_input'],
    [
      'a report by 201 letters',
      { inadmissibilityReport: { on, paragraph: '41(a)', by: 'x'.repeat(201) } },
      'desk.bad_input',
    ],
    ['a report by nobody', { inadmissibilityReport: { on, paragraph: '41(a)', by: '  ' } }, 'desk.bad_input'],
    [
      'a report of next year',
      { inadmissibilityReport: { on: '2027-01-01', paragraph: '41(a)', by: 'x' } },
      'claims.future_date',
    ],
    ['a detention without a place', { detention: { since: on, ground: 'identity' } }, 'desk.bad_input'],
    ['a ground that is none', { detention: { since: on, place: 'x', ground: 'weather' } }, 'desk.bad_input'],
    [
      'a release before the detention',
      { detention: { since: on, place: 'x', ground: 'identity', until: '2026-11-22' } },
      'desk.bad_input',
    ],
    [
      'a release to come',
      { detention: { since: on, place: 'x', ground: 'identity', until: '2026-11-24' } },
      'claims.future_date',
    ],
    ['a seizure of nothing', { seizures: [] }, 'desk.bad_input'],
    ['41 seizures', { seizures: Array(41).fill(seizure) }, 'desk.bad_input'],
    ['a seizure of what is not listed', { seizures: [seizure] }, 'claims.document_not_listed'],
    ['a ground of 501 letters', { seizures: [{ ...seizure, ground: 'x'.repeat(501) }] }, 'desk.bad_input'],
  ])('is refused with %s, and changes nothing', async (_, act, code) => {
    const before = await test_.desk.claims.get({ claimId })
    expect(await codeOf(record(act))).toBe(code)
    expect(await test_.desk.claims.get({ claimId })).toEqual(before)
  })

  test.each([`"'; DROP TABLE claim; --`, '<img src=x onerror=alert(1)>', 'مركز الاحتجاز', 'Laval 😀', 'abc\u202Edef'])(
    'keeps its words to the letter: %s',
    async (words) => {
      const view = await record({ detention: { since: on, place: words, ground: 'identity' } })
      expect(view.acts.detention?.value?.place).toBe(words)
      expect((await latest())?.text.en).toContain(words)
    },
  )
})

describe('a document that was seized', () => {
  test('stays on the list of papers held until the seizure is set aside', async () => {
    const { claimId: own } = (await test_.desk.claims.open({ channel: 'port_of_entry' })).row
    const list = (heldDocuments: (typeof passport)[] | null) =>
      test_.desk.claims.set({ claimId: own, fields: { heldDocuments }, bases: [] })
    await list([passport])
    const view = await record({ seizures: [seizure] }, own)
    expect(view.acts.seizures?.value).toEqual([seizure])
    expect(await codeOf(list([]))).toBe('claims.document_seized')
    expect(await codeOf(list(null))).toBe('claims.document_seized')
    expect(await codeOf(list([{ ...passport, number: 'N7654321' } as never]))).toBe('accepted')
    await test_.desk.claims.withdrawAct({ claimId: own, act: 'seizures', reason: 'given back at once', bases: [] })
    expect(await codeOf(list([]))).toBe('accepted')
  })
})
