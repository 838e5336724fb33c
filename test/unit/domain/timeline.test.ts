import { describe, expect, test } from 'vitest'
import { catalogue } from '../../../src/shared/domain/catalogue.ts'
import { describe as inWords } from '../../../src/shared/domain/timeline.ts'

const slot = {
  date: '2026-12-14',
  time: '09:30',
  minutes: 60,
  mode: 'in_person',
  officer: null,
  room: null,
  interpreter: null,
  place: '5343 Dundas Street West',
}
const appointment = { about: { kind: 'claim', id: '1' }, kind: 'eligibility_interview', was: [], by: 'claimant' }

const bodies: Readonly<Record<string, unknown>> = {
  'room.set': { name: 'Room 3' },
  'interpreter.set': { name: 'Hala Nasser' },
  'office.day_set': { date: '2026-12-24', open: false },
  'appointment.requested': { ...appointment, reason: 'one-year rule' },
  'appointment.offered': { ...appointment, slots: [slot], until: '2026-12-01T15:00:00.000Z' },
  'appointment.offer_ended': { ...appointment, why: 'lapsed' },
  'appointment.booked': { ...appointment, slot },
  'appointment.moved': { ...appointment, slot, reason: 'ill' },
  'appointment.cancelled': { ...appointment, reason: 'withdrawn' },
  'appointment.attendance_noted': { ...appointment, attendance: 'late', minutesLate: 20, note: 'bus' },
  'appointment.attendance_withdrawn': { ...appointment, slot, reason: 'another person' },
  'appointment.no_show_reviewed': { ...appointment, outcome: 'excused', reason: 'in hospital' },
  'appointment.erased': { law: 'retention' },
  'device.started': { publicKey: '' },
  'lease.granted': { series: 'document' },
  'lease.voided': { series: 'client' },
  'officer.badge_set': { badge: 'B1234' },
  'lease.spent': { series: 'client' },
  'stock.kept': { sheets: [{ serial: 'A1', state: 'issued' }] },
  'person.erased': { law: 'retention' },
  'claim.erased': { law: 'retention' },
  'document.erased': { law: 'retention' },
  'arrival.erased': { law: 'retention' },
  'stock.checked_out': { serials: ['A1', 'A2'] },
  'stock.ended': { serial: 'A1', state: 'lost', reason: 'gone' },
  'claim.opened': { applicationNumber: 'W000000001' },
  'claim.set': { fields: { phone: '1' } },
  'claim.moved_out': { to: 'windsor-detroit-tunnel', reason: 'lives there now', officers: [] },
  'claim.moved_in': { from: 'lacolle-15' },
  'claim.person_linked': { reason: 'same face' },
  'claim.duplicates_searched': { people: 12, found: 1 },
  'claim.not_same_person': { reason: 'other face' },
  'claim.read_back': { language: 'ar', wrong: [] },
  'claim.facts_set': { fields: {} },
  'claim.finding_overridden': { rule: 'r', from: 'met', to: 'not_met', reason: 'seen' },
  'claim.check_set': { check: 'police', result: 'done', found: true, note: 'a warrant' },
  'claim.proposal_returned': { reason: 'look again' },
  'claim.deadline_met': { rule: 'medical.exam', on: '2026-12-01' },
  'claim.deadline_reopened': { rule: 'boc.poe.practice', reason: 'another person' },
  'claim.deadline_extended': {
    rule: 'medical.exam',
    from: '2026-12-01',
    to: '2026-12-15',
    askedOn: '2026-11-30',
    reason: 'no slot at the clinic',
  },
  'claim.extension_asked': { rule: 'medical.exam', by: 'representative', reason: 'no slot', on: '2026-11-30' },
  'claim.extension_declined': { rule: 'medical.exam', reason: 'asked for twice', on: '2026-12-01' },
  'claim.withdrawn': { how: 'in_writing', reason: 'goes home' },
  'claim.reinstated': { reason: 'under pressure', document: { id: '1', number: 'R000000001', as: 'revoked' } },
  'preliminary_review.passed': { opens: ['work_permit', 'health_coverage'] },
  'preliminary_review.taken_back': { reason: 'another person' },
  'claim.partner_asked': { partner: 'rcmp', purpose: 'criminality', fields: ['familyName'], authority: 'IRPA, s. 16' },
  'claim.partner_answered': { result: 'hit', note: 'a warrant' },
  'claim.interview_noted': { state: 'suspended', reason: 'the interpreter left' },
  'claim.quality_reviewed': { verdict: 'sound', note: 'well reasoned' },
  'claim.deadline_set': { deadline: { rule: 'boc.inland', due: '2026-12-01' }, reason: 'needs a translation' },
  'claim.decided': { outcome: 'referred' },
  'claim.consent_recorded': { fields: { consentToSharing: { given: false, on: '2026-11-23' } } },
  'claim.conditions_acknowledged': { fields: { conditionsAcknowledged: { on: '2026-11-23', version: '2026-05' } } },
  'claim.inadmissibility_reported': {
    fields: { inadmissibilityReport: { on: '2026-11-23', paragraph: '41(a)', by: 'G. Roy' } },
  },
  'claim.departure_order_made': {
    fields: { departureOrder: { on: '2026-11-23', by: 'minister_delegate', conditional: true } },
  },
  'claim.detention_recorded': {
    fields: { detention: { since: '2026-11-20', until: '2026-11-22', place: 'Laval', ground: 'identity' } },
  },
  'claim.documents_seized': { fields: { seizures: [{}] } },
  'claim.interview_set': {
    fields: { interview: { date: '2026-12-14', time: '09:30', minutes: 90, place: '5343 Dundas Street West' } },
  },
  'claim.act_withdrawn': { fields: { detention: null }, reason: 'another person' },
  'claim.amended': { fields: {}, reason: 'misread', evidence: 'passport' },
  'claim.reopened': { outcome: 'referred', decisionDate: '2026-11-23', reason: 'new facts' },
  'person.set': { fields: { sex: 'X', familyName: 'x' } },
  'person.document_read': { format: 'TD3', failedChecks: ['a'] },
  'document.reserved': { kind: 'RPID', number: 'R000000001' },
  'document.upheld': { reason: 'the other desk referred the claim too' },
  'document.spoiled': { reason: 'jam' },
  'document.revoked': { why: 'stolen', returned: false, police: { number: '1', service: 'Laval' } },
  'document.not_printed': { failure: 'host.print_failed' },
  'document.reprinted': { reason: 'file' },
  'arrival.noted': { fields: { adults: 1, children: 2 } },
  'arrival.left': { reason: 'went for food' },
  'claim.family_principal_set': { fields: { 'family.principal': true } },
  'claim.family_differs': { fields: { 'family.differs.address': true } },
  'claim.known_elsewhere': { office: 'lacolle-15', way: 'document' },
  'officer.search_saved': { search: '1', name: 'Mine', shared: false },
  'officer.search_dropped': { search: '1' },
  'claim.note_added': { note: '1', text: 'an informant', readers: ['supervisor'] },
  'claim.working_set': { fields: { 'case.working': '1' }, from: '2', reason: 'gone home' },
  'shift.handed_over': { brief: { intakesInAll: 2, waitingInAll: 0 } },
  'shift.accepted': { tookOver: 2 },
  'paper_pack.printed': { numbers: ['P1234567800013'] },
  'claim.paper_pack_taken': { pack: 'P1234567800013', foreign: true },
  'claim.paper_page_added': { pack: 'P1234567800013', page: 1 },
  'photo.submitted': { source: 'import', answers: 'x' },
  'photo.checked': { policy: '2026-11-26.1' },
  'photo.returned': { reasons: ['too_dark', 'newer_one'] },
  'photo.reopened': { reason: 'the applicant called' },
  'photo.check_overridden': { check: 'blur', says: 'fine', note: 'sharp to the eye' },
  'photo.letter_made': { language: 'fr' },
  'photo.erased': { law: 'retention' },
  'photo_application.noted': { applicationNumber: 'E000000001' },
  'photo_application.erased': { law: 'retention' },
  'confirmation.imported': { applicationNumber: 'E000000001', file: { row: 3 } },
  'confirmation.family_linked': { role: 'child', reason: 'same application' },
  'confirmation.corrected': { fields: { familyName: 'x' }, reason: 'misread' },
  'confirmation.invited': { answerBy: '2026-12-15' },
  'confirmation.reminded': { number: 1, answerBy: '2026-12-22' },
  'confirmation.invitation_posted': { answerBy: '2026-12-31' },
  'confirmation.answered': { path: 'assisted', via: 'phone', why: 'no computer' },
  'confirmation.account_created': { reused: true },
  'confirmation.password_requested': { validUntil: '2026-12-15' },
  'confirmation.password_sent': { by: 'letter', validUntil: '2026-12-15' },
  'confirmation.presence_declared': { inCanada: false, via: 'portal', returnOn: '2026-12-20' },
  'confirmation.photo_sent': {},
  'confirmation.photo_refused': { code: 'photo.truncated' },
  'confirmation.address_set': { via: 'portal', card: 'mailing' },
  'confirmation.interview_required': { why: 'identity', note: 'two names' },
  'confirmation.interview_set': {
    interview: { date: '2026-12-14', time: '09:30', minutes: 60, place: '365 Laurier Avenue West' },
  },
  'confirmation.interview_held': { outcome: 'no_show' },
  'confirmation.confirmed': {
    on: '2026-12-01',
    notInadmissible: { checked: true, source: 'GCMS' },
    passport: 'agrees',
  },
  'confirmation.residence_set_aside': { reason: 'another person' },
  'confirmation.ecopr_issued': { number: 'R1', availableUntil: '2026-12-31' },
  'confirmation.ecopr_downloaded': { via: 'portal' },
  'confirmation.ecopr_withdrawn': { number: 'R1', reason: 'wrong name' },
  'confirmation.card_ordered': { line: 2, dueOn: '2026-12-08' },
  'confirmation.card_acknowledged': { accepted: false, reason: 'name too long' },
  'confirmation.card_mailed': { tracking: '123' },
  'confirmation.card_returned': { why: 'moved' },
  'confirmation.card_remailed': {},
  'confirmation.contact_opened': { why: 'card_undelivered' },
  'confirmation.contact_attempted': { via: 'phone', outcome: 'reached' },
  'confirmation.contact_closed': { outcome: 'resolved' },
  'confirmation.message_sent': { message: 'invitation', by: 'email' },
  'confirmation.request_refused': { request: 'renewal', via: 'phone' },
  'confirmation.closed': { why: 'withdrawn', reason: 'called' },
  'confirmation.reopened': { reason: 'called again' },
  'confirmation.erased': { law: 'retention' },
  'confirmation.ecopr_renewed': { availableUntil: '2026-12-31' },
  'confirmation.card_held': { reason: 'moved' },
  'confirmation.card_redirected': { address: { city: 'Ottawa' } },
  'card_file.sent': { kind: 'order', rows: 3 },
  'card_file.taken': { kind: 'mailed', taken: 2, refused: 1 },
  'card_file.erased': { law: 'retention' },
  'claim.record_set': { fields: { 'record.who.eyes': 'brown' }, source: 'portal' },
  'claim.record_amended': {
    fields: { 'row.addresses.0198c0de-0000-7000-8000-00000000dead': null },
    reason: 'twice',
    evidence: 'letter',
  },
  'claim.received': { on: '2026-11-02', by: 'paper' },
  'claim.evidence_added': { pages: 2, replaces: 'x' },
  'claim.evidence_set_aside': { fields: { 'aside.x': { why: 'illegible', note: 'only the stamp shows' } } },
  'claim.finding_dismissed': { fields: { 'dismissed.x': { facts: '', reason: 'seen on the stamp' } } },
  'claim.review_paused': { missing: [{ item: 'identity', name: { en: 'a passport', fr: 'un passeport' } }] },
  'claim.review_resumed': { on: '2026-11-02' },
  'claim.sent': { people: 3 },
  'claim.evidence_sent': { title: 'Police report', replaces: 'x' },
  'claim.sent_item_refused': { kind: 'photo', code: 'photo.damaged' },
  'claim.correction_sent': { reason: 'misspelt' },
  'claim.correction_answered': { answer: 'accepted', except: ['claim.x'], reason: 'the passport says otherwise' },
  'claim.message_sent': { from: 'office', subject: 'A document is missing' },
  'claim.messages_read': { by: 'claimant' },
  'claim.mail_failed': { how: 'bounced', code: '550 5.1.1' },
  'claim.reached_again': { reason: 'she called' },
  'claim.triaged': { fields: { 'intake.lane': 'one_touch' }, lowRisk: true, lowNeed: true, reason: 'no alerts' },
}

describe('what happened, in words', () => {
  test.each(Object.keys(catalogue))('of %s is said in both languages, without holes', (type) => {
    const { en, fr } = inWords(type, bodies[type] ?? {})
    for (const text of [en, fr]) {
      expect(text.length).toBeGreaterThan(4)
      expect(text).not.toMatch(/undefined|null|\[object/)
    }
    expect(fr).not.toBe(en)
  })

  test('of an event of a newer program is said as such', () => {
    expect(inWords('claim.teleported', {}).en).toContain('newer version')
    expect(inWords('toString', {}).en).toContain('newer version')
  })

  test('of an erased event says only that', () => {
    expect(inWords('claim.set', null)).toEqual({ en: 'Contents erased', fr: 'Contenu effacé' })
  })

  test('counts one field and several', () => {
    expect(inWords('claim.set', { fields: { a: 1 } }).en).toContain('1 field changed')
    expect(inWords('claim.set', { fields: { a: 1, b: 2 } }).fr).toContain('2 champs modifiés')
  })

  test('tells a restored desk from a new one', () => {
    expect(inWords('device.started', { publicKey: '', restoredFrom: 'b' }).en).toContain('restored')
  })
})
