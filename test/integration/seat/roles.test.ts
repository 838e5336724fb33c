import { isContractProcedure } from '@orpc/contract'
import { expect, test } from 'vitest'
import { deskContract } from '../../../src/shared/contract/desk.ts'
import { type Action, grant } from '../../../src/shared/domain/authority.ts'
import { roles } from '../../../src/shared/domain/vocabulary.ts'
import { codeOf, openSeat } from './kit.ts'

const id = '0198c0de-0000-7000-8000-00000000dead'
const reason = 'because of this test'
const claimId = id
const documentId = id
const officerId = id
const bases: string[] = []
const on = '2026-11-01'
const when = { hours: {}, away: [] }
const whom = { about: { kind: 'claim', id }, kind: 'eligibility_interview' }
const slot = {
  date: on,
  time: '09:00',
  minutes: 60,
  mode: 'in_person',
  officer: id,
  room: id,
  interpreter: null,
  place: 'P',
}

/** What each procedure asks the table of authority, with input that could be real. */
const procedures: Record<string, readonly [Action, unknown?]> = {
  'officers.list': ['officer.view'],
  'officers.enrol': [
    'officer.enrol',
    { userName: 'new.one', displayName: 'New', password: 'x', roles: ['auditor'], jurisdiction: 'office' },
  ],
  'officers.setBadge': ['officer.set_roles', { officerId, badge: 'B12345' }],
  'officers.setRoles': ['officer.set_roles', { officerId, roles: ['auditor'], reason }],
  'officers.disable': ['officer.disable', { officerId, reason }],
  'officers.resetPassword': ['officer.reset', { officerId, temporary: 'temporary sentence' }],
  'sync.enrol': ['sync.enrol', { address: 'https://central.example', code: 'one-time-code' }],
  'sync.desks': ['sync.desks'],
  'sync.approve': ['sync.desks', { device: id }],
  'sync.revoke': ['sync.desks', { device: id, reason }],
  'sync.now': ['sync.now'],
  'sync.seen': ['today.view', { event: id }],
  'sync.carriers': ['sync.carry'],
  'sync.carry': ['sync.carry', { applicationNumber: 'W1', device: id }],
  'sync.takeCarried': ['sync.carry', { file: new File(['x'], 'x.pscb') }],
  'sync.letErase': ['sync.let_erase', { through: 1 }],
  'sync.pause': ['sync.now', { paused: true }],
  'sync.photosLater': ['sync.now', { later: true }],
  'claims.page': ['claim.search', {}],
  'claims.search': ['claim.search', { text: 'a' }],
  'claims.open': ['claim.open', { channel: 'port_of_entry' }],
  'claims.get': ['claim.view', { claimId }],
  'claims.set': ['claim.edit', { claimId, fields: { spokenLanguage: 'ar' }, bases }],
  'claims.setPerson': ['claim.edit', { claimId, fields: { familyName: 'A' }, bases }],
  'claims.keepDraft': ['claim.edit', { claimId, field: 'familyName', text: 'A' }],
  'claims.readDocument': ['claim.edit', { claimId, text: 'P<UTO' }],
  'claims.zoneInPicture': ['claim.edit', { claimId, file: new File(['x'], 'x.jpg', { type: 'image/jpeg' }) }],
  'claims.candidates': ['claim.match_person', { claimId }],
  'claims.notSamePerson': ['claim.match_person', { claimId, personId: id, reason }],
  'claims.samePerson': ['claim.match_person', { claimId, personId: id, reason }],
  'claims.setCheck': ['claim.edit', { claimId, check: 'police', result: 'pending' }],
  'claims.meetDeadline': ['claim.edit', { claimId, rule: 'medical.exam', on: '2026-11-01' }],
  'claims.reopenDeadline': ['claim.edit', { claimId, rule: 'medical.exam', reason }],
  'claims.extendDeadline': [
    'deadline.extend',
    { claimId, rule: 'medical.exam', to: '2026-12-01', askedOn: on, reason },
  ],
  'claims.askExtension': ['claim.edit', { claimId, rule: 'medical.exam', by: 'claimant', on, reason }],
  'claims.declineExtension': ['deadline.extend', { claimId, request: id, reason }],
  'claims.setBocDate': ['claim.edit', { claimId, due: '2026-12-01', reason }],
  'review.get': ['claim.view_file', { claimId }],
  'review.pass': ['claim.decide', { claimId }],
  'review.takeBack': ['claim.decide', { claimId, reason }],
  'review.ask': ['claim.edit', { claimId, partner: 'rcmp', purpose: 'criminality', fields: ['familyName'] }],
  'review.answer': ['claim.edit', { claimId, request: id, result: 'clear' }],
  'review.note': ['interview.conduct', { claimId, state: 'open', answers: [] }],
  'review.schedule2': ['claim.decide', { claimId }],
  'review.withdraw': ['claim.decide', { claimId, on, how: 'in_writing', reason }],
  'review.samples': ['quality.review'],
  'review.judgeSample': ['quality.review', { claimId, decidedAt: 1, verdict: 'sound', note: reason }],
  'deadlines.report': ['deadline.report', { month: '2026-11' }],
  'deadlines.reportCsv': ['deadline.report', { month: '2026-11', language: 'en' }],
  'claims.timeline': ['claim.view_file', { claimId }],
  'claims.recordAct': ['claim.record_act', { claimId, act: { consentToSharing: { given: true, on } }, bases }],
  'claims.withdrawAct': ['claim.record_act', { claimId, act: 'consentToSharing', reason, bases }],
  'claims.correct': ['claim.amend', { claimId, reason, bases }],
  'claims.reopen': ['claim.reopen', { claimId, reason }],
  'claims.readBack': ['claim.edit', { claimId, bases, language: 'en', wrong: [] }],
  'casework.officers': ['claim.take'],
  'casework.preview': ['claim.take', { claimIds: [id], act: { do: 'take' } }],
  'casework.move': ['claim.move', { claimId, to: 'windsor-detroit-tunnel', reason }],
  'casework.act': ['claim.take', { claimId, act: { do: 'take' } }],
  'casework.handOverAll': ['claim.assign', { from: id, to: [id], reason }],
  'casework.statistics': ['claim.statistics', { from: on, to: on }],
  'casework.statisticsCsv': ['claim.statistics', { from: on, to: on, language: 'en' }],
  'casework.notes': ['claim.view_file', { claimId }],
  'casework.findNotes': ['claim.view_file', { text: 'words' }],
  'casework.addNote': ['note.write', { claimId, text: 'words', readers: ['supervisor'] }],
  'casework.head': ['claim.view_file', { claimId }],
  'casework.startWork': ['claim.take', { claimId }],
  'casework.stopWork': ['claim.take', { claimId }],
  'queues.counts': ['today.view'],
  'queues.saved': ['today.view'],
  'queues.save': ['today.view', { name: 'Mine', filter: { queue: 'unowned', whose: 'all' }, shared: false }],
  'queues.drop': ['today.view', { search: id }],
  'queues.page': ['claim.take', { queue: 'unowned' }],
  'record.get': ['claim.view_file', { claimId }],
  'record.set': ['claim.edit', { claimId, fields: { 'record.who.eyes': 'brown' }, source: 'typed', bases }],
  'record.correct': ['claim.amend', { claimId, fields: { 'record.who.eyes': 'brown' }, reason, bases }],
  'record.receive': ['claim.edit', { claimId, on, by: 'paper' }],
  'record.dismiss': ['claim.edit', { claimId, finding: 'essential.identity', reason }],
  'record.printForm': ['document.print', { claimId, form: 'boc', language: 'en', filled: false, large: false }],
  'record.addEvidence': ['claim.edit', { claimId, file: new File(['x'], 'x.pdf'), source: 'file' }],
  'record.setAside': ['claim.edit', { claimId, evidence: id, why: 'illegible', reason }],
  'record.evidencePage': ['claim.view_file', { claimId, evidence: id, page: 0, size: 'page' }],
  'guides.import': ['settings.change', { file: new File(['{}'], 'guides.json') }],
  'appointments.calendar': ['interview.view', { date: on, view: 'week' }],
  'appointments.queue': ['interview.view', {}],
  'appointments.proposals': ['interview.schedule', whom],
  'appointments.of': ['interview.view', { about: whom.about }],
  'appointments.request': ['interview.schedule', whom],
  'appointments.accept': ['interview.schedule', { ...whom, slots: [slot] }],
  'appointments.book': ['interview.schedule', { ...whom, slot }],
  'appointments.offer': ['interview.schedule', { ...whom, slots: [slot] }],
  'appointments.endOffer': ['interview.schedule', { appointmentId: id, why: 'withdrawn' }],
  'appointments.choose': ['interview.schedule', { appointmentId: id, nth: 0 }],
  'appointments.move': ['interview.schedule', { appointmentId: id, slot, reason }],
  'appointments.cancel': ['interview.schedule', { appointmentId: id, reason }],
  'appointments.attendance': ['interview.schedule', { appointmentId: id, attendance: 'attended' }],
  'appointments.withdrawAttendance': ['interview.schedule', { appointmentId: id, reason }],
  'appointments.review': ['interview.review', { appointmentId: id, outcome: 'excused', reason }],
  'roster.view': ['roster.view'],
  'roster.setRoom': ['roster.set', { name: 'R', place: 'P', accessible: true, active: true, ...when }],
  'roster.setInterpreter': [
    'roster.set',
    { name: 'I', languages: [{ language: 'ar', dialects: [] }], active: true, ...when },
  ],
  'roster.setHours': ['roster.set', { officerId, ...when }],
  'roster.setDay': ['roster.set', { date: on, open: false }],
  'hall.list': ['hall.view'],
  'hall.note': ['hall.work', { adults: 1, children: 0 }],
  'hall.set': ['hall.work', { arrivalId: id, fields: { adults: 2 }, bases }],
  'hall.take': ['hall.work', { arrivalId: id }],
  'hall.takeNext': ['hall.work'],
  'hall.handBack': ['hall.work', { arrivalId: id }],
  'hall.handOver': ['hall.work', { arrivalId: id, officerId }],
  'hall.openClaim': ['claim.open', { arrivalId: id }],
  'hall.left': ['hall.work', { arrivalId: id, reason }],
  'hall.done': ['hall.work', { arrivalId: id }],
  'hall.returned': ['hall.work', { arrivalId: id }],
  'families.openMember': ['family.link', { claimId }],
  'families.link': ['family.link', { claimId, to: id, reason }],
  'families.unlink': ['family.link', { claimId, reason }],
  'families.principal': ['family.link', { claimId }],
  'families.differs': ['family.link', { claimId, memberId: id, group: 'entries', as: 'same' }],
  'lanes.triage': ['lane.triage', { claimId, lowRisk: true, lowNeed: true, reason }],
  'lanes.leave': ['lane.triage', { claimId, reason }],
  'photos.add': ['photo.add', { claimId, file: new File(['x'], 'x.jpg', { type: 'image/jpeg' }), source: 'file' }],
  'photos.picture': ['claim.view', { claimId, sha256: '0'.repeat(64) }],
  'photoReview.queue': ['photo.view', {}],
  'photoReview.get': ['photo.view', { photoId: id }],
  'photoReview.picture': ['photo.view', { photoId: id, sha256: '0'.repeat(64) }],
  'photoReview.approve': ['photo.review', { photoId: id }],
  'photoReview.return': ['photo.review', { photoId: id, reasons: ['glare'] }],
  'photoReview.undo': ['photo.review', { photoId: id }],
  'photoReview.reopen': ['photo.reopen', { photoId: id, reason }],
  'photoReview.override': ['photo.review', { photoId: id, check: 'blur', says: 'fine' }],
  'photoReview.crop': ['photo.review', { photoId: id, frame: { x: 0, y: 0, width: 1, height: 1 } }],
  'photoReview.check': ['photo.review', { photoId: id }],
  'photoReview.letter': ['photo.review', { photoId: id }],
  'photoReview.guide': ['photo.add', { frame: new File(['x'], 'x.jpg', { type: 'image/jpeg' }) }],
  'photoReview.whatIf': ['policy.try', { profile: 'pr-card', limits: [] }],
  'photoReview.importFolder': ['import.view'],
  'photoReview.importNow': ['import.view'],
  'photoReview.statistics': ['photo.statistics', { from: on, to: on }],
  'photoReview.statisticsCsv': ['photo.statistics', { from: on, to: on }],
  'eligibility.worksheet': ['claim.view_file', { claimId }],
  'eligibility.answer': ['claim.edit', { claimId, facts: {}, bases }],
  'eligibility.override': ['finding.override', { claimId, rule: 'x', to: 'met', reason }],
  'eligibility.decide': ['claim.decide', { claimId, outcome: 'referred' }],
  'eligibility.confirm': ['claim.confirm_decision', { claimId, seen: '0'.repeat(64) }],
  'eligibility.returnProposal': ['claim.confirm_decision', { claimId, reason }],
  'documents.preview': ['claim.view_file', { claimId, kind: 'RPID' }],
  'documents.issue': ['document.issue', { claimId, kind: 'RPID' }],
  'documents.pdf': ['claim.view_file', { documentId }],
  'documents.calendar': ['claim.view_file', { documentId }],
  'documents.print': ['document.print', { documentId }],
  'documents.sent': ['document.print', { documentId }],
  'documents.confirm': ['document.confirm', { documentId }],
  'documents.uphold': ['document.replace', { documentId, reason }],
  'documents.spoil': ['document.spoil', { documentId, reason, reissue: false }],
  'documents.replace': ['document.replace', { documentId, why: 'lost', returned: false, reissue: false }],
  'documents.pack': ['claim.view_file', { claimId }],
  'documents.issuePack': ['document.issue', { claimId }],
  'documents.printPack': ['document.print', { claimId, documentIds: [documentId] }],
  'documents.confirmInPack': ['document.confirm', { claimId, scanned: 'R000000001' }],
  'documents.addSignedCopy': ['document.confirm', { documentId, file: new File(['x'], 'x.jpg'), source: 'file' }],
  'documents.signedCopy': ['claim.view_file', { documentId, sha256: '0'.repeat(64) }],
  'documents.reprint': ['document.reprint', { documentId, reason }],
  'printQueue.view': ['document.print', {}],
  'printQueue.lettersDue': ['document.print', {}],
  'printQueue.postLetters': ['message.send', {}],
  'printQueue.lettersFile': ['message.send', { from: 0 }],
  'printQueue.add': ['document.print', { documentIds: [documentId] }],
  'printQueue.resume': ['document.print', {}],
  'printQueue.pause': ['document.print', {}],
  'printQueue.settle': ['document.print', { documentIds: [documentId], as: 'again' }],
  'printQueue.confirm': ['document.confirm', { scanned: 'R000000001' }],
  'seals.verify': ['document.verify', { file: new File(['x'], 'x.jpg', { type: 'image/jpeg' }) }],
  'seals.look': ['document.verify', { file: new File(['x'], 'x.jpg', { type: 'image/jpeg' }) }],
  'seals.verifyText': ['document.verify', { text: 'dc03' }],
  'shift.view': ['shift.work'],
  'shift.handover': ['shift.work', { handoverId: id }],
  'shift.handOver': ['shift.work', {}],
  'shift.accept': ['shift.work', { handoverId: id, takeOver: false }],
  'shift.takeOver': ['claim.take', { claimIds: [claimId] }],
  'paperPacks.list': ['pack.print'],
  'paperPacks.print': ['pack.print', { count: 1, language: 'en' }],
  'paperPacks.take': ['claim.open', { text: 'P', channel: 'inland' }],
  'paperPacks.ofClaim': ['claim.view_file', { claimId }],
  'paperPacks.addPage': ['claim.edit', { claimId, text: 'P', page: 1, file: new File(['x'], 'x.jpg') }],
  'paperPacks.picture': ['claim.view_file', { claimId, sha256: '0'.repeat(64) }],
  'confirmations.page': ['confirmation.view', {}],
  'confirmations.get': ['confirmation.view', { confirmationId: id }],
  'confirmations.previewImport': ['confirmation.import', { file: new File(['a,b'], 'a.csv') }],
  'confirmations.importRows': [
    'confirmation.import',
    { file: new File(['a,b'], 'a.csv'), mapping: {}, from: 0, count: 10 },
  ],
  'confirmations.work': ['confirmation.work', { confirmationId: id, work: { act: 'remind' } }],
  'confirmations.addPhoto': ['confirmation.work', { confirmationId: id, file: new File(['x'], 'x.jpg') }],
  'confirmations.confirm': [
    'confirmation.decide',
    { confirmationId: id, notInadmissible: true, source: 'GCMS', passport: 'agrees' },
  ],
  'confirmations.setAside': ['confirmation.set_aside', { confirmationId: id, reason }],
  'confirmations.reopen': ['confirmation.set_aside', { confirmationId: id, reason }],
  'confirmations.message': ['confirmation.view', { confirmationId: id, message: 'invitation' }],
  'confirmations.statistics': ['confirmation.view', { from: on, to: on }],
  'confirmations.statisticsCsv': ['confirmation.view', { from: on, to: on }],
  'confirmations.postInvitation': ['confirmation.work', { confirmationId: id }],
  'confirmations.postDue': ['confirmation.work'],
  'confirmations.mailingSheet': ['confirmation.work'],
  'portal.get': ['claim.view_file', { claimId }],
  'portal.asClaimant': ['claim.view_file', { claimId }],
  'portal.effects': ['claim.amend', { claimId, correction: id, except: ['claim.route'] }],
  'portal.answer': ['claim.amend', { claimId, correction: id, answer: 'accepted' }],
  'portal.file': ['claim.view_file', { claimId, sha256: '0'.repeat(64) }],
  'messages.ofClaim': ['claim.view_file', { claimId }],
  'messages.send': ['message.send', { claimId, language: 'en', subject: 'A', text: 'B' }],
  'messages.read': ['message.send', { claimId, messages: [id] }],
  'messages.settle': ['message.send', { claimId, message: id }],
  'messages.returned': ['message.send', { claimId }],
  'messages.reachedAgain': ['message.send', { claimId, reason }],
  'messages.waiting': ['message.send', {}],
  'ecopr.issue': ['confirmation.decide', { confirmationId: id }],
  'ecopr.renew': ['confirmation.work', { confirmationId: id }],
  'ecopr.withdraw': ['confirmation.decide', { confirmationId: id, reason }],
  'ecopr.take': ['confirmation.work', { confirmationId: id }],
  'cards.orders': ['confirmation.view'],
  'cards.order': ['card.order', { confirmationIds: [id] }],
  'cards.file': ['card.order', { fileId: id }],
  'cards.instruct': ['card.order', { confirmationId: id, told: { instruction: 'send' } }],
  'cards.previewAnswer': ['card.order', { file: new File(['x'], 'x.cards') }],
  'cards.takeAnswer': ['card.order', { file: new File(['x'], 'x.cards') }],
  'cards.contact': [
    'confirmation.work',
    { confirmationId: id, contact: { act: 'close_contact', outcome: 'resolved' } },
  ],
  'stock.ledger': ['stock.view'],
  'stock.page': ['stock.view', {}],
  'stock.receive': ['stock.receive', { first: 'Z0000001', last: 'Z0000002' }],
  'stock.checkOut': ['stock.checkout', { first: 'Y0000001', last: 'Y0000002' }],
  'stock.end': ['stock.mark', { serial: 'Y0000001', state: 'lost', reason }],
  'numbers.blocks': ['lease.view'],
  'numbers.import': ['lease.import', { text: '{}' }],
  'settings.get': ['settings.view'],
  'settings.set': ['settings.change', {}],
  'store.backup': ['store.backup'],
  'store.check': ['store.check'],
  'store.settle': ['store.restore', { reason }],
  'store.verify': ['audit.verify'],
  'store.accesses': ['access_log.view', {}],
}
/** For everybody at the desk, or for the door; their own tests say what they refuse. */
const openToAll = ['status', 'watch', 'today', 'attention', 'attentionCount', 'documents.printers']
const door = /^(preferences|setup|seat|folders)\./

test('each procedure of the contract asks the table of authority', () => {
  const asked = pathsOf(deskContract).filter((path) => !openToAll.includes(path) && !door.test(path))
  expect(asked.sort()).toEqual(Object.keys(procedures).sort())
})

test.each(roles)(
  'a %s may what the table says and nothing else, and each refusal is in the access log',
  async (role) => {
    const seat = await openSeat({ demo: true, demoClaims: 1 })
    await seat.desk.seat.demo({ role })
    const refused: string[] = []
    for (const [path, [action, input]] of Object.entries(procedures)) {
      const code = await codeOf(procedureAt(seat.desk, path)(input))
      if (code === 'officers.not_your_role') refused.push(path)
      expect([path, code === 'officers.not_your_role' ? 'refused' : 'allowed']).toEqual([
        path,
        grant(role, action) === 'none' ? 'refused' : 'allowed',
      ])
      expect([path, code]).not.toEqual([path, 'desk.bad_input'])
    }
    await seat.desk.seat.demo({ role: 'auditor' })
    const newest = await seat.desk.store.accesses({ limit: 200 })
    const older = newest.next ? await seat.desk.store.accesses({ limit: 200, after: newest.next }) : { rows: [] }
    const rows = [...newest.rows, ...older.rows]
    expect(rows.filter(({ kind }) => kind === 'refused')).toHaveLength(refused.length)
  },
)

test('every role sees of claims on the first screen what the table says, and no refusal is noted', async () => {
  const { desk } = await openSeat({ demo: true, demoClaims: 8 })
  await desk.seat.demo({ role: 'supervisor' })
  // The demo's past is still being played: until it has come to something that is due.
  await expect.poll(async () => (await desk.today()).due.length, { timeout: 15_000 }).toBeGreaterThan(0)
  await playedOut(() => desk.today())
  const everything = await desk.today()
  const waiting = await desk.attention()
  for (const role of roles) {
    await desk.seat.demo({ role })
    const today = await desk.today()
    const { sync } = await desk.status()
    const attention = [await desk.attention(), sync.attention]
    if (grant(role, 'today.view') === 'none') {
      expect([role, today]).toMatchObject([
        role,
        { takenInToday: 0, documentsToday: 0, due: [], mine: [], arrivals: [] },
      ])
      expect([role, Object.values(today.counts).every((count) => count === 0)]).toEqual([role, true])
      expect([role, attention]).toEqual([role, [[], 0]])
    } else {
      expect([role, today.counts, today.due]).toEqual([role, everything.counts, everything.due])
      expect([role, attention]).toEqual([role, [waiting, waiting.length]])
    }
  }
  await desk.seat.demo({ role: 'auditor' })
  const { rows } = await desk.store.accesses({ limit: 200 })
  expect(rows.filter(({ kind }) => kind === 'refused')).toEqual([])
}, 60_000)

test('a photo reviewer gets of a claim who it is and the photo; the rest does not leave the desk', async () => {
  const seat = await openSeat({ demo: true, demoClaims: 8 })
  const { desk } = seat
  await desk.seat.demo({ role: 'supervisor' })
  const { rows } = await desk.claims.page({ limit: 50 })
  const whole = await Promise.all(rows.map(({ claimId }) => desk.claims.get({ claimId })))
  const seen = whole.find(({ claim, photo }) => claim.phone && claim.addressLine && photo)
  if (!seen) throw new Error('no claim of the demonstration has both a photo and a telephone')
  await desk.seat.demo({ role: 'auditor' })
  expect(await desk.claims.get({ claimId: seen.row.claimId })).toMatchObject({ claim: seen.claim })
  await desk.seat.demo({ role: 'photo_reviewer' })
  const narrow = await desk.claims.get({ claimId: seen.row.claimId })
  const { row, person } = seen
  expect(narrow.person).toMatchObject({ familyName: person.familyName, birthDate: person.birthDate })
  expect(narrow.photo).toEqual(seen.photo)
  expect(narrow.row).toMatchObject({ claimId: row.claimId, applicationNumber: row.applicationNumber })
  expect(Object.keys(narrow.row)).not.toContain('nextDeadline')
  const { only: _only, row: _row, person: _person, photo: _photo, settled: _settled, lane, ...rest } = narrow
  expect([...Object.values(rest), lane.tasks].every((part) => Object.keys(part).length === 0)).toBe(true)
  const said = JSON.stringify(narrow)
  for (const value of [seen.claim.phone?.value, seen.claim.email?.value, seen.claim.addressLine?.value])
    if (value) expect(said).not.toContain(value)
})

type Call = (input?: unknown) => Promise<unknown>

function procedureAt(client: unknown, path: string): Call {
  return path.split('.').reduce((at, name) => (at as Record<string, unknown>)[name], client) as Call
}

function pathsOf(router: object, before: readonly string[] = []): string[] {
  return Object.entries(router).flatMap(([name, part]: [string, unknown]) =>
    isContractProcedure(part) ? [[...before, name].join('.')] : pathsOf(part as object, [...before, name]),
  )
}

/** The demo's past has been played: an answer that stays the same for a while. */
async function playedOut(ask: () => Promise<unknown>): Promise<void> {
  for (let before = '', same = 0; same < 4; ) {
    const now = JSON.stringify(await ask())
    same = now === before ? same + 1 : 0
    before = now
    await new Promise((done) => setTimeout(done, 150))
  }
}
