import { expect } from 'vitest'
import { unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office } from '../../integration/claims/support.ts'
import { pullAll, pushAll, shown } from './exchange.ts'
import { twoDesksOfLacolle } from './lacolle.ts'
import type { Brought } from './memory-central.ts'

/** Two desks that know of the same two people. */
export async function twoDesksOfTwo(open: Office[]) {
  const { service, a, b } = twoDesksOfLacolle(open)
  const one = newClaim(a, { familyName: 'Zyxwvut', birthDate: '1990-05-17' })
  const other = newClaim(b, { familyName: 'Qwertzu', birthDate: '1991-06-18' })
  const settle = async (...first: Office[]) => {
    for (const { store } of [...first, a, b]) {
      await pullAll(store, service)
      pushAll(store, service)
    }
    for (const { store } of [a, b]) await pullAll(store, service)
  }
  await settle()
  return { service, a, b, one, other, settle }
}

/** Both desks show the same, and so do their logs alone. */
export async function expectSame(a: Office, b: Office): Promise<void> {
  const before = shown(a.store)
  expect(shown(b.store)).toEqual(before)
  for (const { store } of [a, b]) {
    unwrap(await store.rebuild())
    expect(shown(store)).toEqual(before)
    expect(await store.check()).toMatchObject({ ok: true })
  }
}

/** The erasure of somebody who had claims at two offices, as the central tells it to the one that did not order it. */
export const toldOf = (personId: string): Brought => ({
  event: {
    ...{ id: crypto.randomUUID(), sequence: 0, actor: crypto.randomUUID(), subject: { kind: 'person', id: personId } },
    ...{ type: 'person.erased', version: 1, visibility: 'restricted', at: 0, hlc: [0, 0], bases: [] },
    salt: Buffer.alloc(16, 7).toString('base64'),
    body: JSON.stringify({ law: 'retention of the test' }),
  },
  judged: { verdict: 'ok' },
})
