import { afterEach, expect, test } from 'vitest'
import { settledOtherwise } from '../../../src/main/sync/troubles.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { pullAll, pushAll } from '../../support/sync/exchange.ts'
import { twoDesksOfLacolle } from '../../support/sync/lacolle.ts'
import { erase, reserve } from '../claims/random-history.ts'
import { newClaim, type Office, referClaim } from '../claims/support.ts'

/** One desk erases a person while another, which has not heard of it, goes on with what is theirs. */

const open: Office[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})

test('whoever made a paper for somebody whom another desk had erased before is told once the paper has its place', async () => {
  const { service, a, b } = twoDesksOfLacolle(open)
  const { claimId, personId } = newClaim(b, { familyName: 'Qwertzu' })
  pushAll(b.store, service)
  await pullAll(a.store, service)
  unwrap(referClaim(a, claimId))
  unwrap(reserve(a, claimId))
  unwrap(erase(b, personId))
  pushAll(b.store, service)
  await pullAll(a.store, service)
  pushAll(a.store, service)
  await pullAll(a.store, service)
  const told = settledOtherwise(a.store)
  expect(told).not.toEqual([])
  unwrap(await a.store.rebuild())
  expect(settledOtherwise(a.store)).toEqual(told)
})
