import { afterEach, expect, test } from 'vitest'
import { eraseWholePerson } from '../../../src/main/claims/erase-person.ts'
import { openClaim } from '../../../src/main/claims/take-in.ts'
import { findClaim } from '../../../src/main/claims/tools.ts'
import { paperDrawing } from '../../../src/main/documents/drawing/paper-drawing.ts'
import { loadFonts } from '../../../src/main/documents/load-fonts.ts'
import { keepLook, lookedInto } from '../../../src/main/photos/import/last-look.ts'
import { overrideCheck, returnPhoto } from '../../../src/main/photos/review/decide.ts'
import { eraseApplicant } from '../../../src/main/photos/review/erase-applicant.ts'
import { findPhoto } from '../../../src/main/photos/review/files.ts'
import { returnLetter } from '../../../src/main/photos/review/letter.ts'
import { photoQueue } from '../../../src/main/photos/review/queue.ts'
import { query, sql } from '../../../src/main/store/query.ts'
import type { EventBody } from '../../../src/shared/domain/catalogue.ts'
import { undoMs } from '../../../src/shared/domain/photo-states.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { newApplication, record, reportFor, reviewer, submitFor } from './review-support.ts'

/** Who asks to be erased leaves no word and no picture behind; who does not, stays. */

let office: Office
afterEach(() => office?.store.remove())

const law = 'retention of the test'
const words = ['Desrosiers', 'Marguerite', 'E000777001', '77770001', 'Stand beside the window', 'a scar, no shadow']

/** A photo with everything that can hang on one: report, own word, return with words, letter, a refused file. */
async function applicant(clientId = '77770001') {
  const { store, tools } = office
  const who = { familyName: 'Desrosiers', givenNames: 'Marguerite', clientId }
  const application = newApplication(office, { ...who, applicationNumber: 'E000777001' })
  const { photoId } = unwrap(await submitFor(office, application, 1))
  const { original } = unwrap(findPhoto(store, photoId))
  record(office, photoId, reportFor(original))
  const officer = reviewer(office)
  unwrap(overrideCheck(tools, officer, { photoId, check: 'uneven_light', says: 'fine', note: 'a scar, no shadow' }))
  const { report } = unwrap(findPhoto(store, photoId))
  const said = { en: 'Stand beside the window' }
  const given = { photoId, report: report ?? '', reasons: ['too_dark'], codes: ['dark'], words: said } as const
  unwrap(returnPhoto(tools, officer, given))
  store.clock.advance(undoMs)
  unwrap(
    await returnLetter(
      { ...tools, fonts: loadFonts('assets'), drawing: paperDrawing({ assetsDir: 'assets' }), specimen: false },
      officer,
      { photoId },
    ),
  )
  const pdf = store.first(query.selectFrom('photo_letter').select('pdf').where('photo', '=', photoId))?.pdf ?? ''
  const at = new Date(store.clock.now()).toISOString()
  const refusals = [{ name: 'desrosiers-2.jpg', failure: { code: 'photos.locked' } }] as never
  store.transact({ actor: officer.id }, (tx) =>
    ok(keepLook(tx, { lastAt: at, taken: 1, refused: 1, last: { at, taken: 1, refused: 1, refusals } })),
  )
  return { application, photoId, pictures: [original, pdf] }
}

/** Where a word stands in the decrypted store: every column of every table. */
function placesOf(wanted: readonly string[]): string[] {
  const tables = office.store.all(sql<{ name: string }>`SELECT name FROM sqlite_master WHERE type = 'table'`)
  return tables.flatMap(({ name }) =>
    office.store.all(sql<Record<string, unknown>>`SELECT * FROM ${sql.id(name)}`).flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) => {
        const text = (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)).toLowerCase()
        return wanted.filter((word) => text.includes(word.toLowerCase())).map((word) => `${name}.${column}: ${word}`)
      }),
    ),
  )
}

async function expectGone(pictures: readonly string[], photoId: string) {
  const { store } = office
  // What was stored in this run is spared the first time: a command in flight may still name it.
  for (let day = 0; day < 3; day++) {
    store.clock.advance(86_400_000)
    unwrap(await store.blobs.removeUnnamed(store.clock.now()))
  }
  for (const sha256 of pictures) expect(store.blobs.get(sha256).ok).toBe(false)
  expect(findPhoto(store, photoId)).toMatchObject({ failure: { code: 'desk.not_found' } })
  expect(placesOf([...words, ...pictures])).toEqual([])
  const live = store.dumpProjections()
  unwrap(await store.rebuild())
  expect(store.dumpProjections()).toEqual(live)
  expect(placesOf([...words, ...pictures])).toEqual([])
  expect(await store.check()).toMatchObject({ ok: true })
}

test('an applicant’s words and pictures are gone from the store, a rebuild gives the same, and others stay', async () => {
  office = openOffice()
  const { store, officer } = office
  const { application, photoId, pictures } = await applicant()
  const other = unwrap(await submitFor(office, newApplication(office, { applicationNumber: 'E000888002' }), 2))
  for (const word of words) expect(placesOf([word]), word).not.toEqual([])
  for (const sha256 of pictures) expect(store.blobs.get(sha256).ok).toBe(true)
  unwrap(store.transact({ actor: officer.id }, (tx) => eraseApplicant(tx, application, law)))
  expect(lookedInto(store)?.last).toMatchObject({ refused: 1, refusals: [] })
  await expectGone(pictures, photoId)
  expect(photoQueue(store, { stage: 'waiting', limit: 50 }).rows).toMatchObject([{ photoId: other.photoId }])
  expect(unwrap(findPhoto(store, other.photoId)).original).toMatch(/^[0-9a-f]{64}$/)
  const again = store.transact({ actor: officer.id }, (tx) => eraseApplicant(tx, application, law))
  expect(again).toMatchObject({ failure: { code: 'desk.not_found' } })
})

test('a later application of the same client goes with the first', async () => {
  office = openOffice()
  const { store, officer } = office
  const { application, photoId, pictures } = await applicant()
  const later = newApplication(office, {
    applicationNumber: 'E000999003',
    clientId: '77770001',
    familyName: 'Desrosiers',
  })
  const second = unwrap(await submitFor(office, later, 3))
  unwrap(store.transact({ actor: officer.id }, (tx) => eraseApplicant(tx, application, law)))
  expect(findPhoto(store, second.photoId).ok).toBe(false)
  await expectGone(pictures, photoId)
})

test('to erase a person erases the photos that came for a card of the same client', async () => {
  office = openOffice()
  const { store, tools, officer } = office
  const { claimId } = unwrap(openClaim(tools, officer, 'port_of_entry'))
  const { personId } = unwrap(findClaim(store, claimId))
  const body: EventBody<'person.client_id_given'> = { fields: { clientId: '77770001' } }
  unwrap(
    store.transact({ actor: officer.id }, (tx) => {
      tx.append({ subject: { kind: 'person', id: personId }, type: 'person.client_id_given', body, bases: [] })
      return ok(null)
    }),
  )
  const { photoId, pictures } = await applicant()
  unwrap(store.transact({ actor: officer.id }, (tx) => eraseWholePerson(tx, personId, law)))
  await expectGone(pictures, photoId)
})
