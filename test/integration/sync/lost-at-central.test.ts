import { afterEach, expect, test } from 'vitest'
import { attentionItems } from '../../../src/main/office/today.ts'
import { markSeen } from '../../../src/main/sync/troubles.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { unwrap } from '../../../src/shared/result.ts'
import type { WireEvent } from '../../../src/shared/sync/wire.ts'
import { testRandom } from '../../support/store.ts'
import { pullAll, pushAll } from '../../support/sync/exchange.ts'
import { erases } from '../../support/sync/lacolle.ts'
import { createMemoryCentral } from '../../support/sync/memory-central.ts'
import { newClaim, type Office, openOffice } from '../claims/support.ts'

const open: Office[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})

test('what a person did, and a restored central lost, is listed at the desk that has it until somebody saw to it', async () => {
  const central = createMemoryCentral(officeId('lacolle-15'), erases)
  const [a, b] = ['a', 'b'].map((name, i) => openOffice({ random: testRandom(name) }, 1 + i * 8)) as [Office, Office]
  open.push(a, b)
  const { claimId } = newClaim(a, { familyName: 'Osman' })
  for (const { store } of [a, b]) pushAll(store, central)
  const author = central.author()
  const done = (type: string, subject: WireEvent['subject'], body: unknown): WireEvent => ({
    ...{ id: crypto.randomUUID(), sequence: 0, actor: author, subject, type, version: 1, visibility: 'public' },
    ...{ at: 0, hlc: [0, 0] as [number, number], bases: [], salt: Buffer.alloc(16, 3).toString('base64') },
    body: JSON.stringify(body),
  })
  const publicKey = Buffer.from(central.authorKey()).toString('base64')
  const sent = done(
    'claim.action_acknowledged',
    { kind: 'claim', id: claimId },
    {
      message: crypto.randomUUID(),
      on: '2026-11-26',
    },
  )
  const started = done('device.started', { kind: 'device', id: author }, { publicKey, as: 'portal' })
  central.take([started, sent].map((event) => ({ event, judged: { verdict: 'ok' } })))
  await pullAll(a.store, central)
  const items = ({ tools }: Office) => attentionItems(tools).filter(({ kind }) => kind === 'warning')
  expect(items(a)).toEqual([])
  // From before everything; the other desk had not fetched it.
  central.begin()
  for (const { store } of [a, b]) pushAll(store, central)
  for (const { store } of [a, b]) await pullAll(store, central)
  expect(items(b)).toEqual([])
  expect(items(a)).toMatchObject([{ claimId, person: 'OSMAN', event: sent.id }])
  expect(items(a)[0]?.text.en).toContain('restored from a backup')
  unwrap(markSeen(a.store, a.officer.id, sent.id))
  expect(items(a)).toEqual([])
})
