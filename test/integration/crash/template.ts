import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { TOTP } from 'otpauth'
import { deriveInWorker } from '../../../src/main/officers/argon2.ts'
import { dataFolder } from '../../../src/main/officers/folder.ts'
import { keySlots } from '../../../src/main/officers/slots.ts'
import { nodeRandom } from '../../../src/main/ports/node.ts'
import { fail, unwrap } from '../../../src/shared/result.ts'
import { recordChecks } from '../../support/claims.ts'
import { noon, openTestDesk, type TestDesk } from '../../support/desk.ts'
import { portraitJpeg } from '../../support/portraits.ts'
import { refer } from '../../support/refer.ts'
import { giveGround } from './scenes/claims.ts'
import type { Ready } from './scenes/scene.ts'

export const passwords = {
  gwen: 'correct horse battery',
  amelie: 'mine alone forever',
  sol: 'three blue herons',
} as const

/** A desk in use, with a claim at each stage: what every scene is played on a copy of. Leaves it closed. */
export async function makeTemplate(dataDir: string): Promise<{ ready: Ready; key: Uint8Array }> {
  mkdirSync(join(dataDir, 'backups'), { recursive: true })
  const test = await openTestDesk({ dataDir })
  await setUp(test)
  const portrait = Buffer.from(await portraitJpeg(7)).toString('base64')
  const claims = []
  for (let i = 0; i < 7; i++) claims.push(await intake(test, portrait, i))
  const [intakeId = '', other = '', proposed = '', decided = '', ...issued] = claims
  await giveGround(test.desk, proposed)
  await test.desk.eligibility.decide({ claimId: proposed, outcome: 'ineligible' })
  for (const claimId of [decided, ...issued]) await refer(test.desk, claimId)
  const papers = []
  for (const claimId of issued) {
    const [paper] = (await test.desk.documents.issue({ claimId, kind: 'RPID' })).documents
    if (!paper) throw new Error('No document')
    papers.push({ claimId, documentId: paper.documentId, number: paper.number })
  }
  const [reserved, sent, held] = papers
  if (!reserved || !sent || !held) throw new Error('No documents')
  for (const { documentId } of [sent, held]) await test.desk.documents.print({ documentId })
  await test.desk.documents.confirm({ documentId: held.documentId })
  const approvedPhoto = await decideLongAgo(test, held.claimId, 'approve')
  const returnedPhoto = await decideLongAgo(test, sent.claimId, 'return')
  const missed = await missThisMorning(test, other)
  await test.desk.shift.handOver({ note: 'quiet' })
  const handover = (await test.desk.shift.view()).history[0]?.handoverId ?? ''
  await test.close()
  const numbers = JSON.parse(readFileSync('assets/samples/numbers-lacolle-15.json', 'utf8')) as {
    blocks: { first: number; last: number }[]
  }
  for (const block of numbers.blocks) Object.assign(block, { first: block.first + 500_000, last: block.last + 500_000 })
  return {
    ready: {
      intake: intakeId,
      other,
      proposed,
      decided,
      reserved,
      sent,
      held,
      approvedPhoto,
      returnedPhoto,
      missed,
      handover,
      backups: join(dataDir, 'backups'),
      numbers: JSON.stringify(numbers),
      portrait,
    },
    key: await keyOf(dataDir),
  }
}

/** Decides the photo of a claim at another time than that of the scenes: ten seconds are over. */
async function decideLongAgo({ desk, time }: TestDesk, claimId: string, as: 'approve' | 'return'): Promise<string> {
  const { applicationNumber } = (await desk.claims.get({ claimId })).row
  const { rows } = await desk.photoReview.queue({ stage: 'waiting' })
  const photoId = rows.find((row) => row.applicationNumber === applicationNumber)?.photoId ?? ''
  const { now } = time
  time.now = now - 60_000
  if (as === 'approve') await desk.photoReview.approve({ photoId })
  else await desk.photoReview.return({ photoId, reasons: ['glare'], codes: ['glare'] })
  time.now = now
  return photoId
}

/** An appointment of this morning to which nobody came. */
async function missThisMorning({ desk, time }: TestDesk, claimId: string): Promise<string> {
  const { now } = time
  time.now = now - 5 * 3_600_000
  const { today: date } = await desk.appointments.calendar({ date: '2026-11-23', view: 'day' })
  const held = { officer: null, room: null, interpreter: null, place: 'Clinic' }
  const { appointmentId } = await desk.appointments.book({
    about: { kind: 'claim', id: claimId },
    kind: 'medical',
    slot: { date, time: '07:30', minutes: 30, mode: 'in_person', ...held },
  })
  time.now = now
  await desk.appointments.attendance({ appointmentId, attendance: 'no_show' })
  return appointmentId
}

async function setUp({ desk, time, dataDir }: TestDesk): Promise<void> {
  const numbers = readFileSync('assets/samples/numbers-lacolle-15.json', 'utf8')
  const code = (secret: string) => new TOTP({ secret }).generate({ timestamp: time.now })
  const gwen = { office: 'lacolle-15', displayName: 'Gwen Fitzgerald', userName: 'gwen', password: passwords.gwen }
  const secrets = await desk.setup.begin({ ...gwen, numbers })
  await desk.setup.finish({ code: code(secrets.totpSecret), recoveryKeySaved: true })
  await desk.stock.receive({ first: 'A0001001', last: 'A0001100' })
  await desk.settings.set({ backupFolder: join(dataDir, 'backups') })
  const officers = [
    { userName: 'sol', displayName: 'Sol Petit', roles: ['supervisor'] },
    { userName: 'amelie', displayName: 'Amélie Tremblay', roles: ['border_officer'] },
  ] as const
  const temporary = 'temporary sentence'
  const enrolled = []
  for (const { roles, ...officer } of officers) {
    const given = { ...officer, roles: [...roles], password: temporary, jurisdiction: 'office' as const }
    enrolled.push((await desk.officers.enrol(given)).secrets.totpSecret)
  }
  for (const [at, { userName }] of officers.entries()) {
    await desk.seat.signOut()
    await desk.seat.signIn({ userName, password: temporary })
    await desk.seat.secondFactor({ code: code(enrolled[at] ?? '') })
    await desk.seat.changePassword({ current: temporary, next: passwords[userName] })
  }
  await desk.stock.checkOut({ first: 'A0001001', last: 'A0001060' })
}

/** A claim that lacks nothing but the decision. */
async function intake({ desk }: TestDesk, portrait: string, i: number): Promise<string> {
  const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
  const person = {
    familyName: ['Haddad', 'Osman', 'Li', 'Bah', 'Roy', 'Diaz', 'Khan'][i],
    givenNames: 'Sami',
    sex: 'X',
    birthDate: `199${i}-05-17`,
  }
  await desk.claims.setPerson({
    claimId,
    fields: { ...person, sex: 'X', birthCountry: 'SYR', citizenships: ['SYR'] },
    bases: [],
  })
  await desk.claims.set({
    claimId,
    fields: {
      officialLanguage: 'fr',
      spokenLanguage: 'ar',
      interpreterNeeded: true,
      representativeKind: 'none',
      entries: [{ date: '2026-11-23', manner: 'airport' }],
      grounds: ['religion'],
      fearedCountries: ['SYR'],
    },
    bases: [],
  })
  await desk.claims.candidates({ claimId })
  const file = new File([Buffer.from(portrait, 'base64')], 'a.jpg', { type: 'image/jpeg' })
  await desk.photos.add({ claimId, file, source: 'file' })
  await recordChecks(desk, claimId)
  return claimId
}

/** The key of the store, by the administrator's password. */
export async function keyOf(dataDir: string): Promise<Uint8Array> {
  const keychain = {
    available: async () => false,
    protect: async () => new Uint8Array(),
    unprotect: async () => fail('officers.keychain_changed' as const),
  }
  const clock = { now: () => noon, zone: () => 'America/Toronto' }
  const cost = { memoryKib: 64, passes: 1, lanes: 1 }
  const slots = keySlots({
    files: dataFolder(dataDir, (_, fn) => fn()),
    keychain,
    random: nodeRandom,
    deriveKey: deriveInWorker,
    clock,
    cost,
  })
  return unwrap(await slots.openByPassword('gwen', passwords.gwen)).databaseKey
}
