import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mailingSheet } from '../../../src/main/confirmations/mailing-sheet.ts'
import { postDue, postInvitation } from '../../../src/main/confirmations/post.ts'
import { confirmationRound } from '../../../src/main/confirmations/rounds.ts'
import { paperDrawing } from '../../../src/main/documents/drawing/paper-drawing.ts'
import { loadFonts } from '../../../src/main/documents/load-fonts.ts'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import { fail, unwrap } from '../../../src/shared/result.ts'
import { crowd, family } from '../../support/confirmation-files.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { does, importAll, personOf, viewOf } from './support.ts'

/** Invitations by post, as PDF from the real fonts. */

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.store.remove())

const day = 86_400_000
const drawing = paperDrawing({ assetsDir: 'assets' })
const tools = () => ({ ...office.tools, specimen: false, fonts: loadFonts('assets'), drawing })
const post = (id: string) => postInvitation(tools(), office.officer, id)
const textOf = async (pdf: Uint8Array, page = 0) => (await pageText(pdf, page)).replace(/\s+/g, ' ')
const withoutMail = () => new TextEncoder().encode(new TextDecoder().decode(family()).replace(/\w+@example\.org/g, ''))
const letters = (id: string) =>
  office.store.timeline({ kind: 'confirmation', id }).filter(({ type }) => type === 'confirmation.message_sent')

describe('the letter of one person', () => {
  test('says in their language what to answer and by when, is noted with it, and is the same all day', async () => {
    importAll(office, withoutMail())
    const [rana, omar] = ['1110000001', '1110000002'].map((client) => personOf(office, client))
    const letter = unwrap(await post(rana ?? ''))
    expect(letter.number).toBe('L111000000101')
    const said = await textOf(letter.pdf)
    for (const part of [
      'Confirm Your Permanent Residence',
      '12 Rideau Street',
      '2026-12-07',
      'your own e-mail address',
    ])
      expect(said).toContain(part)
    expect(said).not.toContain('Confirmez')
    expect(viewOf(office, rana ?? '').facts.invitation).toMatchObject({
      postedOn: '2026-11-23',
      answerBy: '2026-12-07',
    })
    expect(letters(rana ?? '')).toMatchObject([{ body: { message: 'invitation', by: 'letter', language: 'en' } }])
    office.store.clock.advance(60_000)
    expect(Buffer.compare(unwrap(await post(rana ?? '')).pdf, letter.pdf)).toBe(0)
    expect(letters(rana ?? '')).toHaveLength(1)
    expect(new TextDecoder().decode(mailingSheet(office.store))).toContain('"HADDAD, Rana","12 Rideau Street"')
    does(office, omar ?? '', { act: 'correct', fields: { language: 'fr' }, reason: 'asked for French' })
    expect(await textOf(unwrap(await post(omar ?? '')).pdf)).toContain('Confirmez votre résidence permanente')
  })

  test('reminds whoever was written to by e-mail, and is refused once they answered', async () => {
    importAll(office, family())
    const id = personOf(office, '1110000001')
    does(office, id, { act: 'invite' })
    office.store.clock.advance(40 * day)
    expect(await textOf(unwrap(await post(id)).pdf)).toContain('We have not had your answer')
    expect(letters(id).at(-1)).toMatchObject({ body: { message: 'invitation_reminder' } })
    office.store.clock.advance(day)
    does(office, id, { act: 'record_answer', via: 'post', path: 'assisted', why: 'no computer' })
    expect(await post(id)).toEqual(fail('confirmations.invitation'))
  })
})

describe('a day\u2019s batch', () => {
  test('holds everybody whose turn by post has come, and those made today already', async () => {
    importAll(office, family())
    const ids = ['1110000001', '1110000002', '1110000003'].map((client) => personOf(office, client))
    expect(await postDue(tools(), office.officer)).toEqual(fail('confirmations.none_to_post'))
    for (const id of ids) does(office, id, { act: 'invite' })
    does(office, ids[2] ?? '', { act: 'record_answer', via: 'email', path: 'portal' })
    for (let reminder = 0; reminder < 3; reminder++) {
      office.store.clock.advance(15 * day)
      unwrap(confirmationRound(office.tools, office.officer.id))
    }
    await post(ids[0] ?? '')
    const batch = unwrap(await postDue(tools(), office.officer))
    expect(batch.count).toBe(2)
    expect(
      [await textOf(batch.pdf ?? new Uint8Array(), 0), await textOf(batch.pdf ?? new Uint8Array(), 1)].map(
        (page) => /Rana|Omar/i.exec(page)?.[0],
      ),
    ).toEqual(['RANA', 'OMAR'])
    const again = unwrap(await postDue(tools(), office.officer))
    expect(Buffer.compare(again.pdf ?? new Uint8Array(), batch.pdf ?? new Uint8Array())).toBe(0)
    office.store.clock.advance(day)
    expect(await postDue(tools(), office.officer)).toEqual(fail('confirmations.none_to_post'))
  })

  test('finds whoever has no e-mail address behind hundreds who have one', async () => {
    importAll(office, crowd(600))
    importAll(office, withoutMail())
    expect(unwrap(await postDue(tools(), office.officer)).count).toBe(4)
  })

  test('goes on past a letter that cannot be made, says whose it is and why, and makes it with the next press', async () => {
    importAll(office, withoutMail())
    let drawn = 0
    const failing = {
      ...tools(),
      drawing: {
        draw: (...task: Parameters<typeof drawing.draw>) =>
          ++drawn === 2 ? Promise.resolve(fail('documents.page_full')) : drawing.draw(...task),
      },
    }
    const batch = unwrap(await postDue(failing, office.officer))
    expect(batch.count).toBe(3)
    const second = personOf(office, '1110000002')
    expect(batch.refused).toMatchObject([
      {
        confirmationId: second,
        name: 'HADDAD, Omar',
        clientId: '1110000002',
        failure: { code: 'documents.page_full' },
      },
    ])
    const posted = () =>
      ['1', '2', '3', '4'].filter((n) => viewOf(office, personOf(office, `111000000${n}`)).facts.invitation.postedOn)
    expect(posted()).toEqual(['1', '3', '4'])
    expect(unwrap(await postDue(tools(), office.officer)).count).toBe(4)
    expect(posted()).toHaveLength(4)
    const live = office.store.dumpProjections()
    unwrap(await office.store.rebuild())
    expect(office.store.dumpProjections()).toEqual(live)
  })
})
