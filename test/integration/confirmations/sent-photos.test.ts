import { createHash, randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { takeSentPhotos } from '../../../src/main/confirmations/sent-photos.ts'
import { returnPhoto } from '../../../src/main/photos/review/decide.ts'
import { migrate } from '../../../src/main/store/migrations.ts'
import { query } from '../../../src/main/store/query.ts'
import { sentPhotos } from '../../../src/main/store/sent-photos.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { family } from '../../support/confirmation-files.ts'
import { fileAt, plain } from '../../support/store-file.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { portrait, reviewer } from '../photos/review-support.ts'
import { does, importAll, personOf, viewOf } from './support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})

/** Somebody who uses the portal. */
function begun() {
  const office = openOffice()
  open.push(office)
  importAll(office, family())
  const id = personOf(office, '1110000001')
  does(office, id, { act: 'invite' }, { act: 'record_answer', via: 'email', path: 'portal' })
  return { office, id }
}

/** The photo as it comes from the central: the event, and the bytes when they are here. */
function sendPhoto({ store, officer }: Office, id: string, bytes: Uint8Array, here = true): string {
  const photo = randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (here) unwrap(store.blobs.put(bytes))
  const file = { sha256, size: bytes.length, mime: 'image/jpeg', name: 'me.jpg' }
  unwrap(
    store.transact({ actor: officer.id }, (tx) => {
      const body = { on: '2026-11-23', photo, request: randomUUID(), file, takenOn: '2026-11-20' }
      tx.append({ subject: { kind: 'confirmation', id }, type: 'confirmation.photo_sent', body })
      return ok(null)
    }),
  )
  return photo
}

const device = ({ store }: Office) => store.identity()?.device ?? ''
const take = (office: Office) => takeSentPhotos(office.tools, device(office))

test('a photo of the portal is taken in once its bytes are here, under its own id; a return lets another come', async () => {
  const { office, id } = begun()
  const bytes = await portrait(1)
  const photo = sendPhoto(office, id, bytes, false)
  expect(unwrap(await take(office))).toBe(0)
  expect(viewOf(office, id)).toMatchObject({ state: { photo: 'sent' }, facts: { photo: { sent: { id: photo } } } })
  unwrap(office.store.blobs.put(bytes))
  expect(unwrap(await take(office))).toBe(1)
  expect(unwrap(await take(office))).toBe(0)
  const { facts, state } = viewOf(office, id)
  expect(state.photo).toBe('waiting')
  // An application of their own, with their id: another desk makes the same.
  expect(facts.photo).toMatchObject({ id: photo, application: id })
  expect(facts.photo.sent).toBeUndefined()
  unwrap(returnPhoto(office.tools, reviewer(office), { photoId: photo, reasons: ['too_dark'], codes: ['dark'] }))
  // The same picture again is no answer: the person is told so, and may send another.
  sendPhoto(office, id, bytes)
  unwrap(await take(office))
  expect(viewOf(office, id).facts.photo).toMatchObject({
    state: 'returned',
    refused: { code: 'photos.same_as_returned' },
  })
  const second = sendPhoto(office, id, await portrait(2))
  unwrap(await take(office))
  expect(viewOf(office, id).facts.photo).toMatchObject({ state: 'waiting', id: second, returns: 1 })
})

test('one that cannot be opened is answered with the reason', async () => {
  const { office, id } = begun()
  sendPhoto(office, id, (await portrait(1)).subarray(0, 3000))
  expect(unwrap(await take(office))).toBe(1)
  const { facts, state } = viewOf(office, id)
  expect(state.photo).toBe('none')
  expect(facts.photo.refused?.code).toMatch(/^photo\./)
})

test('what came for somebody whose confirmation is closed meanwhile stays as it is', async () => {
  const { office, id } = begun()
  sendPhoto(office, id, await portrait(1))
  does(office, id, { act: 'close', why: 'withdrawn', reason: 'called today' })
  expect(unwrap(await take(office))).toBe(0)
  expect(viewOf(office, id).state.photo).toBe('sent')
})

test('0023-sent-photos finds them along an index of their own, beside confirmations as they were', () => {
  const sqlite = fileAt(22)
  sqlite.exec(`INSERT INTO confirmation (n, id, office, client_id, application_number, family, sort_name, step, facts, touched_ms)
    VALUES (1, 'c', 'o', '1110000001', 'E1', 'f', 'haddad rana', 'to_invite', '{"photo":{"state":"sent"}}', 1)`)
  migrate(sqlite, plain, 23)
  const { sql, parameters } = sentPhotos({ most: 20 }).compile(query)
  const plan = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
  expect(plan.map(({ detail }) => detail).join()).toContain('confirmation_sent_photo')
  expect(sqlite.prepare(sql).all(...parameters)).toHaveLength(1)
})
