import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import type { SlotView } from '../../../src/shared/contract/views.ts'
import type { Slot } from '../../../src/shared/domain/appointments.ts'
import { codeOf, filledClaim, referredClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { borderDesk } from '../../support/set-up.ts'

/** Letters of a real desk: what may be issued when, and how one takes the place of another. */

let test_: TestDesk
beforeAll(async () => {
  test_ = await borderDesk()
})
afterAll(() => test_.close())

const interview = { date: '2026-12-14', time: '09:30', minutes: 90, place: '5343 Dundas Street West, Etobicoke' }

const textOf = async (documentId = '') => {
  const file = await test_.desk.documents.pdf({ documentId })
  return (await pageText(new Uint8Array(await file.arrayBuffer()), 0)).replace(/\s+/g, ' ')
}
const setInterview = (claimId: string, change: Partial<typeof interview> = {}) =>
  test_.desk.claims.recordAct({ claimId, act: { interview: { ...interview, ...change } }, bases: [] })
const bare = ({ officerName: _o, roomName: _r, interpreterName: _i, ...slot }: SlotView): Slot => slot
const noSlot: SlotView = {
  ...{ date: 'none', time: '09:00', minutes: 60, mode: 'video', place: '' },
  ...{ officer: null, room: null, interpreter: null },
}
/** A time of Lacolle in winter, as a calendar file says it. */
const instantOf = ({ date, time }: Slot): string =>
  new Date(`${date}T${time}:00-05:00`).toISOString().replace(/\.000|[-:]/g, '')
const eventOf = async (documentId = '') => {
  const calendar = await test_.desk.documents.calendar({ documentId })
  return { name: calendar.name, text: await calendar.text() }
}

describe('an interview notice', () => {
  test('needs an interview ahead, says when and where, and is not given twice for the same', async () => {
    const { desk } = test_
    const { claimId } = await filledClaim(test_, 'Osman')
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'interview' }))).toBe('papers.no_interview')
    await setInterview(claimId, { date: '2026-11-20' })
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'interview' }))).toBe('papers.no_interview')
    const set = await setInterview(claimId)
    const [notice] = (await desk.documents.issue({ claimId, kind: 'interview' })).documents
    expect(notice).toMatchObject({ kind: 'interview', number: `${set.row.applicationNumber}N1`, state: 'reserved' })
    const text = await textOf(notice?.documentId)
    for (const part of ['Monday 2026-12-14', '09:30', 'Eastern Time', '90 min', '5343 Dundas', 'OSMAN'])
      expect(text).toContain(part)
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'interview' }))).toBe('papers.nothing_changed')
  })

  test('for another day takes the place of the one before, whose number no longer holds', async () => {
    const { desk } = test_
    const { claimId } = await filledClaim(test_, 'Haddad')
    await setInterview(claimId)
    const [first] = (await desk.documents.issue({ claimId, kind: 'interview' })).documents
    const before = await eventOf(first?.documentId)
    await setInterview(claimId, { date: '2026-12-15', time: '13:00' })
    const { documents } = await desk.documents.issue({ claimId, kind: 'interview' })
    expect(documents.map(({ number, state }) => [number.slice(-2), state])).toEqual([
      ['N2', 'reserved'],
      ['N1', 'revoked'],
    ])
    expect(documents[0]).toMatchObject({ replaces: first?.documentId, replacesNumber: first?.number })
    expect(documents[1]?.revocation?.why).toBe('superseded')
    const after = await eventOf(documents[0]?.documentId)
    const part = (text: string, name: string) => new RegExp(`^${name}[^:]*:(.*)\r$`, 'm').exec(text)?.[1]
    expect(part(after.text, 'UID')).toBe(part(before.text, 'UID'))
    expect([part(before.text, 'SEQUENCE'), part(after.text, 'SEQUENCE')]).toEqual(['0', '1'])
    expect([part(after.text, 'DTSTART'), part(after.text, 'DTEND')]).toEqual(['20261215T180000Z', '20261215T193000Z'])
    expect(await codeOf(desk.documents.calendar({ documentId: first?.documentId ?? '' }))).toBe('papers.no_interview')
  })

  test('that was booked has its calendar file, and a time that was moved takes the place of the entry before', async () => {
    const { desk } = test_
    const { claimId } = await filledClaim(test_, 'Sesay')
    const about = { kind: 'claim', id: claimId } as const
    const [first = noSlot, second = noSlot] = (
      await desk.appointments.proposals({ about, kind: 'eligibility_interview', mode: 'video' })
    ).proposals.flat()
    const slot = bare(first)
    // What was written down before there was a calendar no longer counts.
    await setInterview(claimId)
    const { appointmentId } = await desk.appointments.book({ about, kind: 'eligibility_interview', slot })
    const [notice] = (await desk.documents.issue({ claimId, kind: 'interview' })).documents
    const before = await eventOf(notice?.documentId)
    expect(before.text).toContain(`DTSTART:${instantOf(slot)}`)
    expect(before.text).toContain('LOCATION:Microsoft Teams')
    await desk.appointments.move({ appointmentId, slot: bare(second), reason: 'strike' })
    expect(await codeOf(desk.documents.calendar({ documentId: notice?.documentId ?? '' }))).toBe('papers.no_interview')
    const { documents } = await desk.documents.issue({ claimId, kind: 'interview' })
    const after = await eventOf(documents[0]?.documentId)
    expect(after.text).toContain(`DTSTART:${instantOf(second)}`)
    expect(after.text).toContain('SEQUENCE:1')
    expect(after.text).toContain(/^UID:.*$/m.exec(before.text)?.[0])
  })

  test('its calendar file names nobody, and no line of it is longer than 75 bytes', async () => {
    const { desk } = test_
    const { claimId } = await filledClaim(test_, 'Wolfeschlegelstein')
    await setInterview(claimId, { place: `5343, rue Dundas Ouest, 4ᵉ étage; ${'très loin, '.repeat(12)}Étobicoke` })
    const [notice] = (await desk.documents.issue({ claimId, kind: 'interview' })).documents
    const { name, text } = await eventOf(notice?.documentId)
    expect(name).toBe(`${notice?.number}.ics`)
    expect(text.toLowerCase()).not.toContain('wolfe')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const unfolded = text.replaceAll('\r\n ', '')
    expect(unfolded).toContain('LOCATION:5343\\, rue Dundas Ouest\\, 4ᵉ étage\\; très loin\\,')
    expect((await eventOf(notice?.documentId)).text).toBe(text)
  })

  test('stands in the acknowledgement of the claim too, and is not given once the claim is decided', async () => {
    const { desk } = test_
    const { claimId } = await filledClaim(test_, 'Bah')
    await setInterview(claimId)
    await desk.eligibility.decide({ claimId, outcome: 'undecided' })
    const [letter] = (await desk.documents.issue({ claimId, kind: 'acknowledgement' })).documents
    expect(await textOf(letter?.documentId)).toContain('Monday 2026-12-14')
    const decided = await referredClaim(test_, 'Diallo')
    await setInterview(decided.claimId)
    expect(await codeOf(desk.documents.issue({ claimId: decided.claimId, kind: 'interview' }))).toBe(
      'papers.kind_not_allowed',
    )
  })
})

describe('a sheet to prepare for the interview', () => {
  test('needs an interview ahead, lists what this case lacks, and is made anew once that or the day changes', async () => {
    const { desk } = test_
    const { claimId } = await filledClaim(test_, 'Warsame')
    const issue = () => desk.documents.issue({ claimId, kind: 'preparation' })
    expect(await codeOf(issue())).toBe('papers.no_interview')
    const set = await setInterview(claimId)
    const [sheet] = (await issue()).documents
    expect(sheet).toMatchObject({ kind: 'preparation', number: `${set.row.applicationNumber}G1`, state: 'reserved' })
    const text = await textOf(sheet?.documentId)
    for (const part of ['Monday 2026-12-14', 'A photo of you', 'A copy of your passport', 'Whom or what do you fear'])
      expect(text).toContain(part)
    expect(await codeOf(issue())).toBe('papers.nothing_changed')
    const words = { language: 'en', subject: 'A document', text: 'Please send it.' } as const
    await desk.messages.send({ claimId, ...words, action: { what: 'send_document', due: '2026-12-08' } })
    const [again] = (await issue()).documents
    expect(again).toMatchObject({ replaces: sheet?.documentId, state: 'reserved' })
    expect(await textOf(again?.documentId)).toContain('due 2026-12-08')
    await setInterview(claimId, { date: '2026-12-15' })
    const { documents } = await issue()
    expect(documents.map(({ number, state }) => [number.slice(-2), state])).toEqual([
      ['G3', 'reserved'],
      ['G2', 'revoked'],
      ['G1', 'revoked'],
    ])
  })

  test('does not make the notice of the same interview be given anew', async () => {
    const { desk } = test_
    const { claimId } = await filledClaim(test_, 'Yusuf')
    await setInterview(claimId)
    await desk.documents.issue({ claimId, kind: 'interview' })
    const words = { language: 'en', subject: 'A document', text: 'Please send it.' } as const
    await desk.messages.send({ claimId, ...words, action: { what: 'send_document', due: '2026-12-08' } })
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'interview' }))).toBe('papers.nothing_changed')
  })
})

describe('a confirmation of referral', () => {
  test('is given for a referred claim alone, with the items of Schedule 2 as the claim holds them', async () => {
    const { desk } = test_
    const open = await filledClaim(test_, 'Sow')
    expect(await codeOf(desk.documents.issue({ claimId: open.claimId, kind: 'referral' }))).toBe(
      'papers.kind_not_allowed',
    )
    const { claimId } = await referredClaim(test_, 'Keita')
    const [letter] = (await desk.documents.issue({ claimId, kind: 'referral' })).documents
    const text = await textOf(letter?.documentId)
    for (const part of ['Confirmation of Referral', 'KEITA', '7. Date of referral 2026-11-23', 'At a port of entry'])
      expect(text).toContain(part)
    // Forty-five days after the referral, by the practice notice.
    expect(text).toContain('2027-01-07')
    expect(text).toContain('5. Counsel and their contact information The person has none')
    expect(text).toContain('4. Contact information in Canada Not recorded')
  })

  test('is given anew once the claim says otherwise, and not before', async () => {
    const { desk } = test_
    const { claimId } = await referredClaim(test_, 'Camara')
    const [first] = (await desk.documents.issue({ claimId, kind: 'referral' })).documents
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'referral' }))).toBe('papers.nothing_changed')
    await desk.claims.set({ claimId, fields: { phone: '613 555 0199' }, bases: [] })
    const { documents } = await desk.documents.issue({ claimId, kind: 'referral' })
    expect(documents[0]).toMatchObject({ number: `${first?.number.slice(0, -1)}2`, state: 'reserved' })
    expect(await textOf(documents[0]?.documentId)).toContain('613 555 0199')
  })
})
