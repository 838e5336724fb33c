import { onTestFinished } from 'vitest'
import { noteAttendance, reviewNoShow } from '../../../src/main/appointments/attend.ts'
import { bookAppointment, cancelAppointment, offerSlots } from '../../../src/main/appointments/book.ts'
import { openOf } from '../../../src/main/appointments/rows.ts'
import { askPartner, recordAnswer } from '../../../src/main/casework/review/partners.ts'
import { withdrawClaim } from '../../../src/main/casework/review/withdraw.ts'
import { setCheck } from '../../../src/main/claims/checks.ts'
import { confirmDecision, decideClaim, returnProposal } from '../../../src/main/claims/decisions.ts'
import { overrideFinding, worksheet } from '../../../src/main/claims/eligibility.ts'
import { askExtension, declineExtension, extendDeadline } from '../../../src/main/claims/more-time.ts'
import { reopenClaim } from '../../../src/main/claims/reopen.ts'
import { findClaim, officerRow, today } from '../../../src/main/claims/tools.ts'
import { person } from '../../../src/main/demo/people.ts'
import { query } from '../../../src/main/store/query.ts'
import type { OfficerView, Role } from '../../../src/shared/contract/views.ts'
import type { Slot } from '../../../src/shared/domain/appointments.ts'
import { sharingRules } from '../../../src/shared/partners/table.ts'
import { ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { addDays } from '../../../src/shared/rules/dates.ts'
import { openDayAfter } from '../../../src/shared/rules/index.ts'
import { atTheCounter, furnish, interviewOf, slotAt } from '../appointments/support.ts'
import { newClaim, type Office, openOffice, referClaim, setClaim, settleRules } from '../claims/support.ts'

/** An office with rooms, gone when the test has finished. */
export function caseworkOffice(): Office {
  const office = openOffice()
  onTestFinished(() => office.store.remove())
  atTheCounter(office)
  furnish(office, 2)
  return office
}

/** An officer of these roles, without a seat. */
export function enrol({ store, officer }: Office, displayName: string, ...roles: Role[]): OfficerView {
  const id = store.newId()
  unwrap(
    store.transact({ actor: officer.id }, (tx) => {
      const body = { userName: displayName.toLowerCase(), displayName, roles, jurisdiction: 'office' }
      tx.append({ subject: { kind: 'officer', id }, type: 'officer.enrolled', body })
      return ok(null)
    }),
  )
  return officerOf(store, id)
}
export const officerOf = (store: Office['store'], id: string): OfficerView => {
  const row = store.first(query.selectFrom('officer').selectAll().where('id', '=', id))
  if (!row) throw new Error('No officer')
  return officerRow(row)
}
const demoDay = '2026-11-20'

/** The claim of a person of the demo, as an officer takes it in. */
export function demoClaim(office: Office, seed: number, index: number): string {
  const one = person(seed, index, demoDay)
  const { claimId } = newClaim(office, one.person)
  // Nobody interprets here: who can be called does not hang on the language.
  unwrap(setClaim(office, claimId, { ...one.claim, interpreterNeeded: false }))
  return claimId
}

/** The claim of a person of the demo, as the portal files it: nobody's yet. */
export function portalClaim({ store }: Office, seed: number, index: number): string {
  const one = person(seed, index, demoDay)
  const { office, device } = store.identity() ?? { office: '', device: '' }
  return unwrap(
    store.transact({ actor: device }, (tx) => {
      const subject = { kind: 'person', id: tx.newId() } as const
      const claim = { kind: 'claim', id: tx.newId() } as const
      tx.append({ subject, type: 'person.registered', body: { office } })
      const number = { applicationNumber: `W7${String(index).padStart(3, '0')}${tx.newId().slice(-4)}` }
      const body = { person: subject.id, office, channel: 'inland', claimDate: demoDay, ...number }
      tx.append({ subject: claim, type: 'claim.opened', body })
      tx.append({ subject, type: 'person.set', body: { fields: one.person, source: 'portal' } })
      const document = { kind: 'passport', number: 'P1234567' }
      const sent = { account: tx.newId(), draft: 'D1234567', language: 'fr', document, people: 1, on: demoDay }
      tx.append({ subject: claim, type: 'claim.sent', body: sent })
      return ok(claim.id)
    }),
  )
}

const reason = 'as seen here'

/** Findings that make a claim ineligible: an earlier one was withdrawn. */
function giveGround({ tools, officer }: Office, claimId: string): void {
  for (const rule of ['irpa.99.3', 'irpa.100.2'])
    overrideFinding(tools, officer, claimId, { rule, to: 'not_met', reason })
  overrideFinding(tools, officer, claimId, { rule: 'irpa.101.1.c', to: 'met', reason })
}

/** So many open days from the office’s today on, at one. */
function slot(office: Office, days: number): Slot {
  return slotAt(office, openDayAfter(today(office.tools), days, new Map()), '13:00', { mode: 'video' })
}

const openAppointment = (office: Office, claimId: string) => openOf(office.store, interviewOf(claimId))?.id ?? 'none'

/** The day comes, and with it the person, or not. */
function attend(office: Office, claimId: string, attendance: 'attended' | 'no_show') {
  office.store.clock.advance(4 * 86_400_000)
  return noteAttendance(office.tools, office.officer, { id: openAppointment(office, claimId), attendance })
}

const checkRows = sharingRules.flatMap(({ rows }) => rows.filter(({ days }) => days !== undefined))

function answerAll({ tools, officer, store }: Office, claimId: string, result: 'clear' | 'hit'): Result<unknown> {
  const open = store.all(
    query.selectFrom('partner_request').select('request').where('claim', '=', claimId).where('result', 'is', null),
  )
  for (const { request } of open) unwrap(recordAnswer(tools, officer, { claimId, request, result, note: reason }))
  return ok(null)
}

const append = ({ store, officer }: Office, id: string, type: string, body: unknown): Result<unknown> =>
  store.transact({ actor: officer.id }, (tx) => {
    tx.append({ subject: { kind: 'claim', id }, type, body })
    return ok(null)
  })

const requestOf = ({ store }: Office, claimId: string): string =>
  store.first(query.selectFrom('extension_request').select('request').where('claim', '=', claimId).orderBy('n', 'desc'))
    ?.request ?? 'none'

/** What may happen to a claim in an office; a step that the record refuses changes nothing. */
export const steps = {
  acknowledge: ({ tools, officer }: Office, id: string) =>
    decideClaim(tools, officer, id, { outcome: 'undecided', reason }),
  suspend: ({ tools, officer }: Office, id: string) =>
    decideClaim(tools, officer, id, { outcome: 'suspended', reason }),
  propose(office: Office, id: string) {
    giveGround(office, id)
    return decideClaim(office.tools, office.officer, id, { outcome: 'ineligible', reason })
  },
  confirm: (office: Office, id: string) =>
    confirmDecision(
      office.tools,
      { ...office.officer, id: office.store.newId() },
      id,
      unwrap(worksheet(office.tools, id)).digest,
    ),
  giveBack: ({ tools, officer }: Office, id: string) => returnProposal(tools, officer, id, reason),
  refer: (office: Office, id: string) => referClaim(office, id),
  reopen: ({ tools, officer }: Office, id: string) => reopenClaim(tools, officer, { claimId: id, reason }),
  settleRules,
  check: ({ tools, officer }: Office, id: string) =>
    setCheck(tools, officer, id, { check: 'police', result: 'pending' }),
  askPartners: ({ tools, officer }: Office, claimId: string) => {
    const asked = checkRows.map(({ partner, purpose, fields }) =>
      askPartner(tools, officer, { claimId, partner, purpose, fields }),
    )
    return asked.find((each) => !each.ok) ?? ok(null)
  },
  partnersClear: (office: Office, claimId: string) => answerAll(office, claimId, 'clear'),
  partnersFind: (office: Office, claimId: string) => answerAll(office, claimId, 'hit'),
  /** The preliminary review, whatever it would still lack. */
  pass: (office: Office, id: string) =>
    append(office, id, 'preliminary_review.passed', { on: today(office.tools), opens: ['work_permit'] }),
  limit: (office: Office, id: string) => {
    const words = { en: 'limit', fr: 'délai' }
    const due = addDays(today(office.tools), 30)
    const deadline = { rule: 'medical.exam', due, trigger: today(office.tools), label: words, citation: words }
    return append(office, id, 'claim.deadline_set', { deadline: { ...deadline, source: 'LAW' }, reason })
  },
  askTime: ({ tools, officer }: Office, claimId: string) =>
    askExtension(tools, officer, { claimId, rule: 'medical.exam', by: 'representative', on: today(tools), reason }),
  declineTime: (office: Office, claimId: string) =>
    declineExtension(office.tools, office.officer, { claimId, request: requestOf(office, claimId), reason }),
  giveTime: ({ tools, officer }: Office, claimId: string) =>
    extendDeadline(tools, officer, {
      ...{ claimId, rule: 'medical.exam', to: addDays(today(tools), 60), askedOn: today(tools), reason },
    }),
  bookSoon: (office: Office, id: string) =>
    bookAppointment(office.tools, office.officer, { ...interviewOf(id), slot: slot(office, 2) }),
  bookLater: (office: Office, id: string) =>
    bookAppointment(office.tools, office.officer, { ...interviewOf(id), slot: slot(office, 12) }),
  offer: (office: Office, id: string) =>
    offerSlots(office.tools, office.officer, { ...interviewOf(id), slots: [slot(office, 8)] }),
  cancel: (office: Office, id: string) =>
    cancelAppointment(office.tools, office.officer, { id: openAppointment(office, id), reason, by: 'office' }),
  attended: (office: Office, id: string) => attend(office, id, 'attended'),
  missed: (office: Office, id: string) => attend(office, id, 'no_show'),
  withdraw: ({ tools, officer }: Office, claimId: string) =>
    withdrawClaim(tools, officer, { claimId, on: today(tools), how: 'in_person', reason }),
  /** Another office has it from now on. */
  moveOut: (office: Office, id: string) => {
    cancelAppointment(office.tools, office.officer, { id: openAppointment(office, id), reason, by: 'office' })
    const claim = findClaim(office.store, id)
    if (!claim.ok || claim.value.state === 'moved') return claim
    const people = { people: [claim.value.personId], staying: [], officers: [] }
    const body = { to: 'windsor', reason, on: today(office.tools), ...people }
    return append(office, id, 'claim.moved_out', body)
  },
  review({ tools, officer, store }: Office, claimId: string) {
    const missed = store.first(
      query.selectFrom('appointment').select('id').where('about_id', '=', claimId).where('state', '=', 'no_show'),
    )
    return reviewNoShow(tools, officer, { id: missed?.id ?? 'none', outcome: 'referred_to_enforcement', reason })
  },
} satisfies Record<string, (office: Office, claimId: string) => Result<unknown>>
