import { createHash, randomUUID } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { recordView } from '../../../src/main/claims/record/view.ts'
import { asClaimant } from '../../../src/main/portal/claimant.ts'
import { messagesOf } from '../../../src/main/portal/messages.ts'
import { takeSentItems } from '../../../src/main/portal/take-sent.ts'
import type { ReadingEngine } from '../../../src/main/reading/engine.ts'
import { settledOtherwise } from '../../../src/main/sync/troubles.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { fail, ok, unwrap } from '../../../src/shared/result.ts'
import { slotOf } from '../../../src/shared/sync/guarded.ts'
import { testRandom } from '../../support/store.ts'
import { me, pullAll, pushAll } from '../../support/sync/exchange.ts'
import { erases } from '../../support/sync/lacolle.ts'
import { createMemoryCentral } from '../../support/sync/memory-central.ts'
import { portalClaim } from '../casework/support.ts'
import { type Office, openOffice } from '../claims/support.ts'

/** Two desks look at the same item without a network: one takes it in, the other cannot use it. */

const pdf = new TextEncoder().encode('%PDF-1.7 a scan')
const drawing = (page: ReadingEngine['page']) => ({ page }) as ReadingEngine
const draws = drawing(async () => ok({ pages: 1, picture: new Uint8Array([1, 2, 3]) } as never))
const damaged = drawing(async () => fail('record.file_damaged'))

async function crossing(first: 'taken' | 'refused') {
  const service = createMemoryCentral(officeId('lacolle-15'), erases)
  const desks = ['a', 'b'].map((name, i) => openOffice({ random: testRandom(name) }, 1 + i * 8))
  onTestFinished(() => {
    for (const { store } of desks) store.remove()
  })
  const [takes, refuses] = desks as [Office, Office]
  for (const { store } of desks) unwrap(store.sync.begin(service.epoch()))
  const claim = portalClaim(takes, 1, 0)
  const item = randomUUID()
  const file = { sha256: createHash('sha256').update(pdf).digest('hex'), size: pdf.length, name: 'scan.pdf' }
  const sent = { item, file: { ...file, mime: 'application/pdf' }, kind: 'other', title: 'Scan', on: '2026-11-23' }
  unwrap(
    takes.store.transact({ actor: me(takes.store).device }, (tx) => {
      tx.append({ subject: { kind: 'claim', id: claim }, type: 'claim.evidence_sent', body: sent })
      return ok(null)
    }),
  )
  pushAll(takes.store, service)
  await pullAll(refuses.store, service)
  for (const { store } of desks) unwrap(store.blobs.put(pdf))
  expect(unwrap(await takeSentItems(takes.tools, draws, me(takes.store).device))).toBe(1)
  expect(unwrap(await takeSentItems(refuses.tools, damaged, me(refuses.store).device))).toBe(1)
  const order = first === 'taken' ? [takes, refuses] : [refuses, takes]
  for (const { store } of order) {
    await pullAll(store, service)
    pushAll(store, service)
  }
  for (const { store } of order) await pullAll(store, service)
  return desks.map(({ tools, store }) => ({
    evidence: unwrap(recordView(tools, claim)).evidence.map(({ id }) => id),
    messages: unwrap(messagesOf(tools, claim)).messages.map(({ message }) => message),
    actions: unwrap(asClaimant(tools, claim)).view.actions.length,
    // Nobody is called to look at what the desks did by themselves.
    attention: settledOtherwise(store).length,
    item,
  }))
}

test('an item that one desk took in is not asked for again by another that could not use it', async () => {
  for (const { item, ...seen } of await crossing('taken'))
    expect(seen).toEqual({ evidence: [item], messages: [], actions: 0, attention: 0 })
})

test('where the refusal came first it stands, and the person is asked once', async () => {
  for (const { item, ...seen } of await crossing('refused'))
    expect(seen).toEqual({ evidence: [], messages: [item], actions: 1, attention: 0 })
})

test('a photo is taken in or refused in one slot, and what asks for another rests on the refusal', () => {
  const claim = { kind: 'claim', id: 'c' } as const
  const refused = { type: 'claim.sent_item_refused', subject: claim, body: { item: 'i', kind: 'photo' }, bases: [] }
  const submitted = { type: 'photo.submitted', subject: { kind: 'photo', id: 'i' }, body: { source: 'portal' } }
  const asked = { type: 'claim.message_sent', subject: claim, body: { refused: { kind: 'photo', item: 'i' } } }
  expect(slotOf(refused)).toBe(slotOf(submitted))
  expect(slotOf(asked)).toBe(slotOf(refused))
})
