import { afterEach, expect, test } from 'vitest'
import { doubtOf, type Grant } from '../../../src/central/sync/entitlement.ts'
import { everyBlock, nextNumber, takeNumber } from '../../../src/main/office/numbers.ts'
import { stockLedger } from '../../../src/main/office/stock.ts'
import { uuidText } from '../../../src/main/store/log/uuid.ts'
import { query } from '../../../src/main/store/query.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { me, pullAll, pushAll, shown } from '../../support/sync/exchange.ts'
import { twoDesksOfLacolle } from '../../support/sync/lacolle.ts'
import { erase, reserve } from '../claims/random-history.ts'
import { newClaim, type Office, referClaim } from '../claims/support.ts'

const open: Office[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})

/** Two desks that know of one claim of the second one's, whose number is of its own block. */
async function twoDesks() {
  const { service, a, b } = twoDesksOfLacolle(open)
  const claim = newClaim(b, { familyName: 'Osman' })
  const settle = async () => {
    for (const { store } of [a, b]) {
      await pullAll(store, service)
      pushAll(store, service)
    }
    for (const { store } of [a, b]) await pullAll(store, service)
  }
  await settle()
  return { a, b, claim, service, settle }
}

/** What is used up of numbers and sheets. */
const used = ({ store }: Office) => [
  everyBlock(store).map(({ series, first, next }) => [series, first, next]),
  stockLedger(store).counts,
]

/** Both desks say so, also from their logs alone, and show the same. */
async function expectUsed(before: ReturnType<typeof used>, a: Office, b: Office): Promise<void> {
  for (const desk of [a, b]) {
    expect(used(desk)).toEqual(before)
    unwrap(await desk.store.rebuild())
    expect(used(desk)).toEqual(before)
  }
  expect(shown(b.store)).toEqual(shown(a.store))
}

test('a person erased at one desk: the numbers of another one’s block stay used there, also after a rebuild', async () => {
  const { a, b, claim, settle } = await twoDesks()
  unwrap(referClaim(b, claim.claimId))
  unwrap(reserve(b, claim.claimId))
  await settle()
  const before = used(b)
  unwrap(erase(a, claim.personId))
  await settle()
  await expectUsed(before, a, b)
})

test('a paper for a person whom another desk had erased: its number and its sheet are used at both, also after a rebuild', async () => {
  const { a, b, claim, settle } = await twoDesks()
  unwrap(erase(a, claim.personId))
  unwrap(reserve(b, claim.claimId))
  const before = used(b)
  await settle()
  expect(used(b)).toEqual(before)
  await expectUsed(before, a, b)
})

test.each(['before', 'after'] as const)(
  'a client ID that came to the central %s another desk’s erasure of the person stays used at both',
  async (which) => {
    const { a, b, claim, service, settle } = await twoDesks()
    unwrap(erase(a, claim.personId))
    unwrap(referClaim(b, claim.claimId))
    const before = used(b)
    if (which === 'before') pushAll(b.store, service)
    await settle()
    await expectUsed(before, a, b)
  },
)

test('a number that the log does not name any more is not given again by the desk that gave it', async () => {
  const { b } = await twoDesks()
  const take = () => b.store.transact({ actor: b.officer.id }, (tx) => takeNumber(tx, 'client'))
  const given = Number(unwrap(take()))
  unwrap(await b.store.rebuild())
  expect(nextNumber(b.store, 'client')).toBe(String(given + 1))
  expect(unwrap(take())).toBe(String(given + 1))
})

test('the central doubts nothing of what an erasure writes that a supervisor ordered', async () => {
  const { a, claim } = await twoDesks()
  unwrap(referClaim(a, claim.claimId))
  unwrap(reserve(a, claim.claimId))
  const before = a.store.sync.waiting()
  unwrap(erase(a, claim.personId))
  const written = a.store
    .all(
      query
        .selectFrom('event')
        .select('id')
        .orderBy('position', 'desc')
        .limit(a.store.sync.waiting() - before),
    )
    .map(({ id }) => a.store.event(uuidText(id)))
  expect(written.map((event) => event?.type)).toEqual(
    expect.arrayContaining(['lease.spent', 'stock.kept', 'document.erased', 'claim.erased', 'person.erased']),
  )
  const supervisor: Grant = { roles: ['supervisor'], jurisdiction: 'office', disabled: false, since: 0 }
  const author = { device: me(a.store).device, office: officeId('lacolle-15') }
  for (const event of written) {
    if (!event) throw new Error('No event')
    const told = {
      ...event,
      hlc: [event.hlc.ms, event.hlc.counter] as [number, number],
      bases: [...event.bases],
      salt: null,
    }
    expect(doubtOf(told, author, new Map([[event.actor, [supervisor]]]))).toBeUndefined()
  }
})
