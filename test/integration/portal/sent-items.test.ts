import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addPhoto } from '../../../src/main/claims/photos.ts'
import { setAside } from '../../../src/main/claims/record/aside.ts'
import { reviewView } from '../../../src/main/claims/record/review.ts'
import { receiveClaim } from '../../../src/main/claims/record/set.ts'
import { recordView } from '../../../src/main/claims/record/view.ts'
import { claimTimeline } from '../../../src/main/claims/timeline.ts'
import { returnPhoto } from '../../../src/main/photos/review/decide.ts'
import { asClaimant } from '../../../src/main/portal/claimant.ts'
import { messagesOf } from '../../../src/main/portal/messages.ts'
import { tellReturnedPhotos } from '../../../src/main/portal/returned-photos.ts'
import { takeSentItems } from '../../../src/main/portal/take-sent.ts'
import { paperReading } from '../../../src/main/reading/paper-reading.ts'
import { settleReviews } from '../../../src/main/schedule/reviews.ts'
import { query } from '../../../src/main/store/query.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { reviewClock } from '../../../src/shared/rules/review-clock.ts'
import { slotOf } from '../../../src/shared/sync/guarded.ts'
import { caseworkOffice, portalClaim } from '../casework/support.ts'
import { type Office, setClaim } from '../claims/support.ts'
import { portrait, reviewer } from '../photos/review-support.ts'

/** What people send after filing, as a desk of the office takes it in. */

const reading = paperReading({ assetsDir: 'assets' } as Parameters<typeof paperReading>[0])
const device = ({ store }: Office) => store.identity()?.device ?? ''
const take = (office: Office) => takeSentItems(office.tools, reading, device(office))

/** The event as it comes from the central, and the bytes when they are here. */
function send(
  { store }: Office,
  claim: string,
  type: 'claim.photo_sent' | 'claim.evidence_sent',
  bytes: Uint8Array,
  more: Record<string, unknown> = {},
) {
  const item = randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  unwrap(store.blobs.put(bytes))
  const file = { sha256, size: bytes.length, mime: 'image/jpeg', name: 'sent.jpg' }
  const body = { item, file, on: '2026-11-23', ...more }
  const written = store.transact({ actor: store.newId() }, (tx) => {
    tx.append({ subject: { kind: 'claim', id: claim }, type, body })
    return ok(null)
  })
  unwrap(written)
  return item
}

const view = (office: Office, claim: string) => unwrap(asClaimant(office.tools, claim)).view
const messages = (office: Office, claim: string) => unwrap(messagesOf(office.tools, claim)).messages
const photosOf = ({ store }: Office, claim: string) =>
  store.all(query.selectFrom('photo').select(['id', 'state', 'profile']).where('claim', '=', claim))

test('a photo that a person sends waits in the queue of photos, under its own id, and is taken in once', async () => {
  const office = caseworkOffice()
  const claim = portalClaim(office, 1, 0)
  const item = send(office, claim, 'claim.photo_sent', await portrait(1), { takenOn: '2026-11-20' })
  expect(view(office, claim).photo).toMatchObject({ state: 'sent' })
  expect(unwrap(await take(office))).toBe(1)
  expect(unwrap(await take(office))).toBe(0)
  expect(photosOf(office, claim)).toEqual([{ id: item, state: 'submitted', profile: 'refugee-document' }])
  expect(view(office, claim).photo).toMatchObject({ state: 'in_review', photo: item })
})

test('a return is told by message once, with the reason and a day; the next photo answers it', async () => {
  const office = caseworkOffice()
  const claim = portalClaim(office, 1, 0)
  const item = send(office, claim, 'claim.photo_sent', await portrait(1))
  unwrap(await take(office))
  unwrap(returnPhoto(office.tools, reviewer(office), { photoId: item, reasons: ['too_dark'], codes: ['dark'] }))
  // It can still be undone.
  expect(unwrap(tellReturnedPhotos(office.tools, device(office)))).toBe(0)
  office.store.clock.advance(11_000)
  expect(unwrap(tellReturnedPhotos(office.tools, device(office)))).toBe(1)
  expect(unwrap(tellReturnedPhotos(office.tools, device(office)))).toBe(0)
  expect(messages(office, claim)).toMatchObject([
    { from: 'office', language: 'fr', action: { what: 'send_photo', due: '2026-12-07' } },
  ])
  const next = send(office, claim, 'claim.photo_sent', await portrait(2))
  unwrap(await take(office))
  expect(photosOf(office, claim).map(({ id }) => id)).toEqual([item, next])
  expect(unwrap(tellReturnedPhotos(office.tools, device(office)))).toBe(0)
})

test('a picture that cannot be used is answered at once; a photo of the counter stands', async () => {
  const office = caseworkOffice()
  const claim = portalClaim(office, 1, 0)
  send(office, claim, 'claim.photo_sent', (await portrait(1)).subarray(0, 3000))
  expect(unwrap(await take(office))).toBe(1)
  expect(view(office, claim).photo).toMatchObject({ state: 'returned', reasons: [{ fr: expect.any(String) }] })
  expect(messages(office, claim)).toMatchObject([{ action: { what: 'send_photo' } }])
  unwrap(await addPhoto(office.tools, office.officer, { claimId: claim, bytes: await portrait(2), source: 'camera' }))
  send(office, claim, 'claim.photo_sent', await portrait(3))
  unwrap(await take(office))
  expect(photosOf(office, claim)).toMatchObject([{ state: 'submitted' }])
})

test('a file becomes evidence of the record with its kind and a thumbnail, and stays shown as it was sent', async () => {
  const office = caseworkOffice()
  const claim = portalClaim(office, 1, 0)
  const said = { kind: 'police_report', title: 'Rapport de police' }
  const first = send(office, claim, 'claim.evidence_sent', await portrait(1), said)
  const second = send(office, claim, 'claim.evidence_sent', await portrait(2), { ...said, replaces: first })
  expect(unwrap(await take(office))).toBe(1)
  const { evidence } = unwrap(recordView(office.tools, claim))
  expect(evidence).toMatchObject([
    { id: second, source: 'portal', account: { kind: 'police', what: 'Rapport de police' } },
  ])
  const { thumbnail } = office.store.first(query.selectFrom('evidence').select('thumbnail')) ?? {}
  expect(office.store.blobs.has(thumbnail ?? '')).toBe(true)
  expect(view(office, claim).evidence).toMatchObject([{ item: first, replacedBy: second }, { item: second }])
})

test('a file that cannot be read is answered with the reason, in the view and by message', async () => {
  const office = caseworkOffice()
  const claim = portalClaim(office, 1, 0)
  const broken = new TextEncoder().encode('%PDF-1.7 and nothing more')
  const item = send(office, claim, 'claim.evidence_sent', broken, { kind: 'other', title: 'Scan' })
  expect(unwrap(await take(office))).toBe(1)
  expect(unwrap(recordView(office.tools, claim)).evidence).toEqual([])
  expect(view(office, claim).evidence).toMatchObject([{ item, refused: { en: expect.any(String) } }])
  expect(messages(office, claim)).toMatchObject([{ message: item, action: { what: 'send_document' } }])
  expect(unwrap(claimTimeline(office.tools, claim)).map(({ type }) => type)).toContain('claim.sent_item_refused')
})

test('each document without which the review stands still is sent as what it is, and the review goes on when all are here', async () => {
  const office = caseworkOffice()
  const claim = portalClaim(office, 1, 0)
  unwrap(setClaim(office, claim, { channel: 'inland' }))
  unwrap(receiveClaim(office.tools, office.officer, { claimId: claim, on: '2026-11-20', by: 'counter' }))
  const missing = () => unwrap(recordView(office.tools, claim)).review.paused?.missing.map(({ item }) => item)
  const arrives = async (kind: string, at: number) => {
    send(office, claim, 'claim.evidence_sent', await portrait(at), { kind, title: kind })
    unwrap(await take(office))
    return missing()
  }
  expect(missing()).toEqual(['identity', 'basis_of_claim', 'support'])
  expect(await arrives('basis_of_claim', 1)).toEqual(['identity', 'support'])
  // A proof of entry is what it is, and supports nothing else.
  expect(await arrives('status_or_entry', 2)).toEqual(['identity', 'support'])
  const rules = unwrap(recordView(office.tools, claim)).findings.map(({ rule }) => rule)
  expect(rules).not.toContain('inland_without_proof')
  expect(await arrives('passport', 3)).toEqual(['support'])
  expect(await arrives('police_report', 4)).toBeUndefined()
})

test('evidence that cannot be read is set aside: rules count it no more, its sender is told why and asked again', async () => {
  const office = caseworkOffice()
  const claim = portalClaim(office, 1, 0)
  const said = { kind: 'passport', title: 'Passeport' }
  const first = send(office, claim, 'claim.evidence_sent', await portrait(1), said)
  const second = send(office, claim, 'claim.evidence_sent', await portrait(1), { ...said, title: 'Encore' })
  unwrap(await take(office))
  const essential = () =>
    unwrap(recordView(office.tools, claim)).essentials.find(({ item }) => item === 'identity')?.met
  expect(essential()).toBe('given')
  const asked = { claimId: claim, evidence: second, reason: 'the same scan' }
  expect(setAside(office.tools, office.officer, { ...asked, why: 'duplicate', of: second })).toMatchObject({
    ok: false,
  })
  unwrap(setAside(office.tools, office.officer, { ...asked, why: 'duplicate', of: first }))
  expect(messages(office, claim)).toEqual([])
  unwrap(
    setAside(office.tools, office.officer, { claimId: claim, evidence: first, why: 'illegible', reason: 'blurred' }),
  )
  expect(essential()).toBeUndefined()
  const { evidence } = unwrap(recordView(office.tools, claim))
  expect(evidence).toMatchObject([
    { id: first, aside: { why: 'illegible', note: 'blurred', by: expect.any(String) } },
    { id: second, aside: { why: 'duplicate', of: first } },
  ])
  expect(view(office, claim).evidence).toMatchObject([
    { item: first, setAside: { fr: 'Elle est illisible' } },
    { item: second, setAside: { en: 'The same as another piece' } },
  ])
  expect(JSON.stringify(view(office, claim))).not.toContain('blurred')
  expect(messages(office, claim)).toMatchObject([
    { text: expect.stringContaining('Passeport. Elle est illisible.'), action: { what: 'send_document' } },
  ])
  const words = unwrap(claimTimeline(office.tools, claim)).map(({ text }) => text.en)
  expect(words).toContain('Evidence set aside: it cannot be read. blurred')

  // By mistake: it counts again, and the person sees that it does.
  unwrap(
    setAside(office.tools, office.officer, { claimId: claim, evidence: first, reason: 'it can be read after all' }),
  )
  expect(essential()).toBe('given')
  expect(view(office, claim).evidence[0]?.setAside).toBeUndefined()
  const live = office.store.dumpProjections()
  unwrap(await office.store.rebuild())
  expect(office.store.dumpProjections()).toEqual(live)
})

test('two desks that take in the same item write into one slot', () => {
  const subject = { kind: 'claim', id: 'c' } as const
  const added = { type: 'claim.evidence_added', subject, body: { evidence: 'i', source: 'portal' }, bases: [] }
  const refused = { type: 'claim.sent_item_refused', subject, body: { item: 'i' }, bases: [] }
  expect(slotOf(added)).toBe('claim/c/sent/i')
  expect(slotOf(refused)).toBe(slotOf(added))
  expect(slotOf({ ...added, body: { evidence: 'i', source: 'file' } })).toBeUndefined()
})

test('a review that stood still goes on with the day on which the central got what was missing, not with the day on which a desk woke', async () => {
  const office = caseworkOffice()
  const claim = portalClaim(office, 1, 0)
  const { store, tools } = office
  const subject = { kind: 'claim', id: claim } as const
  const append = (type: string, body: unknown) =>
    unwrap(
      store.transact({ actor: store.newId() }, (tx) => {
        tx.append({ subject, type, body })
        return ok(null)
      }),
    )
  const [received, sentOn] = ['2026-11-23', '2026-11-27']
  append('claim.received', { on: received, by: 'portal' })
  unwrap(settleReviews(tools))
  const resumed = () =>
    store.timeline(subject, { limit: 100 }).flatMap(({ type, body }) => (type === 'claim.review_resumed' ? [body] : []))
  expect(reviewView(store, claim).paused?.on).toBe(received)
  // Sent on Friday; the desk is opened on Wednesday.
  store.clock.advance(9 * 86_400_000)
  const sent = { on: sentOn, title: 'Carte' }
  send(office, claim, 'claim.evidence_sent', await portrait(1), {
    ...sent,
    kind: 'identity_document',
    on: '2026-11-26',
  })
  send(office, claim, 'claim.evidence_sent', await portrait(2), { ...sent, kind: 'police_report' })
  unwrap(await take(office))
  unwrap(settleReviews(tools))
  expect(resumed()).toEqual([{ on: sentOn }])
  expect(reviewView(store, claim).due).toBe(reviewClock(received, [{ from: received, to: sentOn }]).due)
})
