import { afterEach, expect, test } from 'vitest'
import { addPhoto } from '../../../src/main/claims/photos.ts'
import { openClaim, setPersonFields } from '../../../src/main/claims/take-in.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { paperDrawing } from '../../../src/main/documents/drawing/paper-drawing.ts'
import { loadFonts } from '../../../src/main/documents/load-fonts.ts'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import { returnPhoto, undoDecision } from '../../../src/main/photos/review/decide.ts'
import { returnLetter } from '../../../src/main/photos/review/letter.ts'
import { undoMs } from '../../../src/shared/domain/photo-states.ts'
import { reasonCodeIds, returnReasons } from '../../../src/shared/photos/reasons.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { newApplication, portrait, reviewer, submitFor } from './review-support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})

async function returned(words?: { en?: string; fr?: string }) {
  const office = openOffice()
  open.push(office)
  const officer = reviewer(office)
  const application = newApplication(office, { applicationNumber: 'E000123456', language: 'fr' })
  const { photoId } = unwrap(await submitFor(office, application, 1))
  const tools = {
    ...office.tools,
    fonts: loadFonts('assets'),
    drawing: paperDrawing({ assetsDir: 'assets' }),
    specimen: false,
  }
  const given = { photoId, reasons: ['too_dark'], codes: ['dark'], ...(words ? { words } : {}) } as const
  unwrap(returnPhoto(tools, officer, given))
  return { office, officer, tools, photoId }
}

test('the letter says what is wrong and how to answer, the applicant’s language first, and is made once', async () => {
  const { office, officer, tools, photoId } = await returned({ fr: 'Placez-vous face à une fenêtre.' })
  expect(await returnLetter(tools, officer, { photoId })).toMatchObject({ failure: { code: 'photos.not_yet_final' } })
  office.store.clock.advance(undoMs)
  const letter = unwrap(await returnLetter(tools, officer, { photoId }))
  expect(letter.number).toBe('E000123456F1')
  const said = (await pageText(letter.pdf, 0)).replace(/\s+/g, ' ')
  for (const part of ['Votre photo vous est renvoyée', 'TREMBLAY', photoId, 'Placez-vous face à une fenêtre.'])
    expect(said.toLowerCase()).toContain(part.toLowerCase())
  expect(said.indexOf('Votre photo')).toBeLessThan(said.indexOf('Your photo'))
  office.store.clock.advance(3_600_000)
  const again = unwrap(await returnLetter(tools, officer, { photoId }))
  expect(Buffer.compare(again.pdf, letter.pdf)).toBe(0)
  const made = office.store.timeline({ kind: 'photo', id: photoId }).filter(({ type }) => type === 'photo.letter_made')
  expect(made).toHaveLength(1)
  const rows = office.store.dumpProjections()
  unwrap(await office.store.rebuild())
  expect(office.store.dumpProjections()).toEqual(rows)
})

test('the letter of a return for everything at once goes on to a second page', async () => {
  const { office, officer, tools } = await returned()
  const application = newApplication(office, { applicationNumber: 'E000999999', familyName: 'Wolfeschlegelstein' })
  const { photoId } = unwrap(await submitFor(office, application, 2))
  const given = { photoId, reasons: [...returnReasons], codes: [...reasonCodeIds], words: { en: 'Both eyes, please.' } }
  unwrap(returnPhoto(tools, officer, given))
  office.store.clock.advance(undoMs)
  const letter = await returnLetter(tools, officer, { photoId })
  expect(letter.ok ? 'made' : letter.failure.code).toBe('made')
  expect(await pageText(unwrap(letter).pdf, 1)).toContain(photoId)
})

test('a returned photo of a claim stands in the claim with its letter, until the return is taken back', async () => {
  const office = openOffice()
  open.push(office)
  const { officer, store } = office
  const tools = {
    ...office.tools,
    fonts: loadFonts('assets'),
    drawing: paperDrawing({ assetsDir: 'assets' }),
    specimen: false,
  }
  const claimId = unwrap(openClaim(tools, officer, 'port_of_entry')).claimId
  unwrap(setPersonFields(tools, officer, { claimId, fields: { familyName: 'Osman', givenNames: 'Amal' }, bases: [] }))
  unwrap(await addPhoto(tools, officer, { claimId, bytes: await portrait(4), source: 'camera' }))
  const view = () => unwrap(claimView(tools, claimId))
  expect(view().returnedPhotos).toEqual([])
  const photoId = view().photo?.photoId ?? ''
  unwrap(returnPhoto(tools, officer, { photoId, reasons: ['glare'], codes: ['glare'] }))
  const at = new Date(store.clock.now()).toISOString()
  expect(view().returnedPhotos).toEqual([{ photoId, at }])
  unwrap(undoDecision(tools, officer, photoId))
  expect(view().returnedPhotos).toEqual([])
  unwrap(returnPhoto(tools, officer, { photoId, reasons: ['glare'], codes: ['glare'] }))
  unwrap(await addPhoto(tools, officer, { claimId, bytes: await portrait(5), source: 'camera' }))
  store.clock.advance(undoMs)
  expect(view().returnedPhotos).toMatchObject([{ photoId }])
  expect(await pageText(unwrap(await returnLetter(tools, officer, { photoId })).pdf, 0)).toContain('OSMAN')
})
