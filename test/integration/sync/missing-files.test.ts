import { afterEach, expect, test } from 'vitest'
import { attentionItems } from '../../../src/main/office/today.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { testRandom } from '../../support/store.ts'
import { pullAll, pushAll } from '../../support/sync/exchange.ts'
import { erases } from '../../support/sync/lacolle.ts'
import { createMemoryCentral } from '../../support/sync/memory-central.ts'
import { newClaim, type Office, openOffice } from '../claims/support.ts'

const open: Office[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})
const desk = (name: string, part: number) => {
  const made = openOffice({ random: testRandom(name) }, part)
  open.push(made)
  return made
}
const missing = ({ tools }: Office) => attentionItems(tools).filter(({ kind }) => kind === 'file_missing')

/** Two desks; the first has a claim with a photo and its print, of which the other knows and has none. */
async function withPhoto() {
  const central = createMemoryCentral(officeId('lacolle-15'), erases)
  const [a, b] = [desk('a', 1), desk('b', 9)]
  const { claimId, personId } = newClaim(a, { familyName: 'Okafor' })
  const [original, print] = ['original', 'print'].map((text) => unwrap(a.store.blobs.put(Buffer.from(text)))) as [
    string,
    string,
  ]
  const facts = { mime: 'image/jpeg', width: 400, height: 500, findings: [] }
  const body = { claim: claimId, arrived: 'f'.repeat(64), original, print, source: 'file', ...facts }
  unwrap(
    a.store.transact({ actor: a.officer.id }, (tx) => {
      tx.append({ subject: { kind: 'person', id: personId }, type: 'person.photo_added', body })
      return { ok: true, value: null }
    }),
  )
  for (const { store } of [a, b]) unwrap(store.sync.begin(central.epoch()))
  pushAll(a.store, central)
  await pullAll(b.store, central)
  return { a, b, claimId, original, print }
}

test('a picture that does not come after several tries and a day is listed with the person and the next step', async () => {
  const { b, claimId, original, print } = await withPhoto()
  const { travel } = b.store.blobs
  for (const sha of [original, print]) for (let n = 0; n < 5; n++) travel.failed('in', sha, 0, 'sync.blob_elsewhere')
  expect(missing(b)).toEqual([])
  b.store.clock.advance(86_400_001)
  expect(missing(b)).toMatchObject([
    {
      claimId,
      person: 'OKAFOR',
      text: {
        en: '2 pictures or papers do not arrive here. The central service does not have this picture or paper yet. The desk that took it must settle. It is asked for again by itself.',
        fr: '2 photos ou documents n’arrivent pas ici. Le service central n’a pas encore cette photo ou ce document. Le poste qui l’a enregistré doit se synchroniser. La demande reprend d’elle-même.',
      },
    },
  ])
  unwrap(b.store.blobs.arrive(original, Buffer.from('original')))
  unwrap(b.store.blobs.arrive(print, Buffer.from('print')))
  expect(missing(b)).toEqual([])
})

test('what waits because an officer wants photos later, or was tried once, is nobody’s concern', async () => {
  const { b, original, print } = await withPhoto()
  for (let n = 0; n < 9; n++) b.store.blobs.travel.failed('in', original, 0, 'sync.photos_later')
  b.store.blobs.travel.failed('in', print, 0, 'sync.blob_elsewhere')
  b.store.clock.advance(7 * 86_400_000)
  expect(missing(b)).toEqual([])
})

test('a picture that the central refuses is listed at the desk that took it', async () => {
  const { a, claimId, original } = await withPhoto()
  for (let n = 0; n < 5; n++) a.store.blobs.travel.failed('out', original, 0, 'sync.blob_refused')
  expect(missing(a)).toMatchObject([{ claimId, person: 'OKAFOR' }])
  expect(missing(a)[0]?.text.en).toBe(
    'A picture or paper cannot be sent. The central service does not take this picture or paper. It is kept here. Ask the administrator of the central service.',
  )
})
