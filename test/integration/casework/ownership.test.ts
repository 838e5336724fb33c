import { describe, expect, test } from 'vitest'
import { actOn } from '../../../src/main/casework/bulk/acts.ts'
import { previewBulk } from '../../../src/main/casework/bulk/preview.ts'
import { assignClaim, handOverAll, officerCases } from '../../../src/main/casework/ownership.ts'
import { queuePage } from '../../../src/main/casework/queues/page.ts'
import { startWork, stopWork, workingOn } from '../../../src/main/casework/working.ts'
import { linkClaims } from '../../../src/main/claims/family/link.ts'
import { setClaimFields } from '../../../src/main/claims/take-in.ts'
import { claimTimeline } from '../../../src/main/claims/timeline.ts'
import { findClaim } from '../../../src/main/claims/tools.ts'
import { officeOf } from '../../../src/main/office/settings.ts'
import { messagesOf, sendMessage } from '../../../src/main/portal/messages.ts'
import { ok, type Result, unwrap } from '../../../src/shared/result.ts'
import type { Office } from '../claims/support.ts'
import { caseworkOffice, demoClaim, enrol, officerOf, portalClaim, steps } from './support.ts'

const reason = 'gone on leave'
const codeOf = (done: Result<unknown>) => (done.ok ? 'done' : done.failure.code)
const ownerOf = ({ store }: Office, claimId: string) => unwrap(findClaim(store, claimId)).owner

const disable = ({ store, officer }: Office, id: string) =>
  unwrap(
    store.transact({ actor: officer.id }, (tx) => {
      tx.append({ subject: { kind: 'officer', id }, type: 'officer.disabled', body: { reason } })
      return ok(null)
    }),
  )

function desk() {
  const office = caseworkOffice()
  const ana = enrol(office, 'Ana', 'caseworker')
  const ben = enrol(office, 'Ben', 'caseworker')
  const sol = enrol(office, 'Sol', 'supervisor')
  return { office, tools: office.tools, ana, ben, sol }
}

describe('whose a claim is', () => {
  test('anybody takes what is nobody’s; what is a colleague’s only with a reason, which stays in the record', () => {
    const { office, tools, ana, ben } = desk()
    const claimId = portalClaim(office, 3, 0)
    expect(unwrap(assignClaim(tools, ana, { claimId, to: ana.id }))).toEqual([claimId])
    expect(codeOf(assignClaim(tools, ben, { claimId, to: ben.id }))).toBe('casework.reason_needed')
    expect(ownerOf(office, claimId)).toBe(ana.id)
    unwrap(assignClaim(tools, ben, { claimId, to: ben.id, reason }))
    expect(ownerOf(office, claimId)).toBe(ben.id)
    const [last] = unwrap(claimTimeline(tools, claimId))
    expect(last).toMatchObject({ type: 'claim.handed_over', by: 'Ben', text: { en: expect.stringContaining(reason) } })
  })

  test('a caseworker hands on their own, not a colleague’s; a supervisor assigns any', () => {
    const { office, tools, ana, ben, sol } = desk()
    const claimId = portalClaim(office, 3, 0)
    unwrap(assignClaim(tools, ana, { claimId, to: ana.id }))
    expect(codeOf(assignClaim(tools, ben, { claimId, to: sol.id, reason }))).toBe('officers.not_your_case')
    unwrap(assignClaim(tools, ana, { claimId, to: ben.id, reason }))
    unwrap(assignClaim(tools, sol, { claimId, to: ana.id, reason }))
    expect(ownerOf(office, claimId)).toBe(ana.id)
  })

  test('nobody is given a claim who left or whose role does not work on claims', () => {
    const { office, tools, ana, sol } = desk()
    const claimId = portalClaim(office, 3, 0)
    const auditor = enrol(office, 'Ada', 'auditor')
    expect(codeOf(assignClaim(tools, sol, { claimId, to: auditor.id }))).toBe('casework.officer_cannot')
    disable(office, ana.id)
    expect(codeOf(assignClaim(tools, sol, { claimId, to: ana.id }))).toBe('casework.officer_gone')
    expect(ownerOf(office, claimId)).toBe('')
  })

  test('a family goes along, but for members already decided', () => {
    const { office, tools, ana } = desk()
    const [first = '', second = '', decided = ''] = [0, 1, 2].map((at) => demoClaim(office, 7, at))
    for (const claimId of [second, decided])
      unwrap(linkClaims(tools, office.officer, { claimId, to: first, reason: 'sisters' }))
    unwrap(steps.refer(office, decided))
    expect(unwrap(assignClaim(tools, ana, { claimId: second, to: ana.id, reason }))).toEqual([second, first])
    expect(ownerOf(office, decided)).toBe(office.officer.id)
  })

  test('what a leaver has is listed and moved at once: families to one officer, the rest shared out', () => {
    const { office, tools, ana, ben, sol } = desk()
    const claims = [0, 1, 2, 3, 4].map((at) => demoClaim(office, 8, at))
    unwrap(linkClaims(tools, office.officer, { claimId: claims[1] ?? '', to: claims[0] ?? '', reason: 'sisters' }))
    const leaver = office.officer.id
    disable(office, leaver)
    expect(officerCases(tools)[0]).toMatchObject({ id: leaver, open: 5, gone: true, works: false })
    const queue = { queue: 'leaver', whose: 'all', limit: 10 } as const
    expect(queuePage(tools, sol.id, queue).rows).toHaveLength(5)
    expect(codeOf(handOverAll(tools, sol, { from: leaver, to: [ana.id, leaver], reason }))).toBe(
      'casework.already_theirs',
    )
    expect(unwrap(handOverAll(tools, sol, { from: leaver, to: [ana.id, ben.id], reason }))).toBe(5)
    expect(ownerOf(office, claims[0] ?? '')).toBe(ownerOf(office, claims[1] ?? ''))
    const open = new Map(officerCases(tools).map((one) => [one.name, one.open]))
    expect([open.get('Ana'), open.get('Ben')].sort()).toEqual([2, 3])
    expect(queuePage(tools, sol.id, queue).rows).toEqual([])
    expect(unwrap(handOverAll(tools, sol, { from: leaver, to: [ana.id], reason }))).toBe(0)
  })

  test('a rebuild says the same of who has and who is at work on what', async () => {
    const { office, tools, ana, ben } = desk()
    const claimId = portalClaim(office, 3, 0)
    unwrap(assignClaim(tools, ana, { claimId, to: ana.id }))
    unwrap(startWork(tools, ben, { claimId }))
    const before = office.store.dumpProjections()
    unwrap(await office.store.rebuild())
    expect(office.store.dumpProjections()).toEqual(before)
  })
})

describe('at work on a claim', () => {
  test('names who and since when; stops nobody, and taking over is said and recorded', () => {
    const { office, tools, ana, ben } = desk()
    const claimId = portalClaim(office, 3, 0)
    unwrap(startWork(tools, ana, { claimId }))
    const since = new Date(office.store.clock.now()).toISOString()
    expect(workingOn(tools.store, claimId)).toEqual({ id: ana.id, name: 'Ana', since })
    // An emergency: the other officer's command goes through all the same.
    unwrap(setClaimFields(tools, ben, { claimId, fields: { phone: '+1 514 555 0100' }, bases: [] }))
    expect(codeOf(startWork(tools, ben, { claimId }))).toBe('casework.reason_needed')
    unwrap(startWork(tools, ben, { claimId, reason: 'the person is at the counter' }))
    expect(workingOn(tools.store, claimId)?.name).toBe('Ben')
    const [last] = unwrap(claimTimeline(tools, claimId))
    expect(last?.text.en).toContain('in the place of another officer. the person is at the counter')
    // Whoever was replaced takes nothing back by leaving.
    unwrap(stopWork(tools, ana, claimId))
    expect(workingOn(tools.store, claimId)?.name).toBe('Ben')
    unwrap(stopWork(tools, ben, claimId))
    expect(workingOn(tools.store, claimId)).toBeUndefined()
  })
})

describe('many at once', () => {
  const rowsOf = (done: ReturnType<typeof previewBulk>) => unwrap(done).rows

  test('the preview says what would happen to each and changes nothing; then each is done by its own command', () => {
    const { office, tools, ana, ben, sol } = desk()
    const [first = '', second = '', third = ''] = [0, 1, 2].map((at) => portalClaim(office, 4, at))
    unwrap(linkClaims(tools, office.officer, { claimId: second, to: first, reason: 'sisters' }))
    unwrap(assignClaim(tools, ana, { claimId: third, to: ana.id }))
    const before = office.store.dumpProjections()
    const act = { do: 'assign', to: ben.id } as const
    expect(rowsOf(previewBulk(tools, sol, [first, second, third], act))).toMatchObject([
      { claimId: first, will: { en: 'To Ben, with 1 more of the family' } },
      { claimId: second, along: expect.any(String) },
      { claimId: third, refused: { code: 'casework.reason_needed' } },
    ])
    expect(office.store.dumpProjections()).toEqual(before)
    expect(unwrap(actOn(tools, sol, first, act)).text.en).toBe('To Ben, with 1 more of the family')
    expect([first, second, third].map((id) => ownerOf(office, id))).toEqual([ben.id, ben.id, ana.id])
  })

  test('times that are proposed to several are not the same time, and those booked are those shown', () => {
    const office = caseworkOffice()
    const { tools } = office
    const officer = officerOf(office.store, office.officer.id)
    const claims = [0, 1, 2].map((at) => demoClaim(office, 5, at))
    for (const id of claims) unwrap(steps.acknowledge(office, id))
    const shown = rowsOf(previewBulk(tools, officer, claims, { do: 'book', mode: 'video' }))
    const times = shown.map((row) => ('will' in row ? row.will.en : ''))
    expect(new Set(times).size).toBe(3)
    const booked = claims.map((id) => unwrap(actOn(tools, officer, id, { do: 'book', mode: 'video' })).text.en)
    expect(booked).toEqual(times)
    expect(rowsOf(previewBulk(tools, officer, claims, { do: 'book', mode: 'video' }))).toMatchObject(
      claims.map(() => ({ refused: { code: 'appointments.already_open' } })),
    )
  })

  test('a template goes out in each person’s language, with its gap filled, and once only where it asks', () => {
    const { office, tools, ana } = desk()
    const [first = '', second = ''] = [0, 1].map((at) => portalClaim(office, 6, at))
    const act = { do: 'message', template: 'document_missing', due: '2026-12-18' } as const
    expect(rowsOf(previewBulk(tools, ana, [first], act))).toMatchObject([{ refused: { code: 'casework.item_needed' } }])
    unwrap(setClaimFields(tools, ana, { claimId: second, fields: { officialLanguage: 'en' }, bases: [] }))
    for (const id of [first, second]) unwrap(actOn(tools, ana, id, { ...act, item: 'passeport / passport' }))
    const subjects = [first, second].map((id) => unwrap(messagesOf(tools, id)).messages[0]?.subject)
    expect(subjects).toEqual(['Il manque un document à votre demande', 'A document is missing from your claim'])
  })

  test('what is missing is asked for by name, of nobody who lacks nothing, nor twice', () => {
    const { office, tools, ana } = desk()
    const [first = '', second = ''] = [0, 1].map((at) => portalClaim(office, 6, at))
    unwrap(
      office.store.transact({ actor: ana.id }, (tx) => {
        const subject = { kind: 'claim', id: first } as const
        tx.append({ subject, type: 'claim.received', body: { on: '2026-11-20', by: 'portal' } })
        const missing = [{ item: 'identity', name: { en: 'Passport', fr: 'Passeport' } }]
        tx.append({
          subject,
          type: 'claim.review_paused',
          body: { on: '2026-11-20', missing, weeks: { from: 4, to: 6 } },
        })
        return ok(null)
      }),
    )
    const act = { do: 'ask', due: '2026-12-18' } as const
    expect(rowsOf(previewBulk(tools, ana, [first, second], act))).toMatchObject([
      { will: { en: 'Asked for: Passport; due 2026-12-18' } },
      { refused: { code: 'casework.nothing_missing' } },
    ])
    // In how many weeks it comes back is what the office chose.
    unwrap(
      office.store.transact({ actor: ana.id }, (tx) => {
        const settings = { incompleteDelay: { from: 8, to: 10 } }
        tx.append({ subject: { kind: 'office', id: officeOf(tx).id }, type: 'policy.set', body: { settings } })
        return ok(null)
      }),
    )
    unwrap(actOn(tools, ana, first, act))
    const { messages: asked } = unwrap(messagesOf(tools, first))
    expect(asked[0]?.text).toContain('de 8 à 10 semaines')
    expect(unwrap(messagesOf(tools, first)).messages[0]?.text).toContain('Passeport')
    expect(codeOf(actOn(tools, ana, first, act))).toBe('casework.asked_already')
  })

  test('a role that may not is refused claim by claim', () => {
    const { office, tools, ana, ben } = desk()
    const claimId = portalClaim(office, 6, 0)
    unwrap(assignClaim(tools, ana, { claimId, to: ana.id }))
    const act = { do: 'message', template: 'address', due: '2026-12-18' } as const
    expect(rowsOf(previewBulk(tools, ben, [claimId], act))).toMatchObject([
      { refused: { code: 'officers.not_your_case' } },
    ])
    expect(codeOf(sendMessage(tools, ana, { claimId, language: 'fr', subject: 's', text: 't', files: [] }))).toBe(
      'done',
    )
  })
})
