import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { guardWipeOut, letWipeOut } from '../../../src/main/sync/wipe-out.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { admit, wireDesk } from '../../support/central-desk.ts'
import { seatBorderOfficer } from '../../support/set-up.ts'
import { centralDesks } from '../../support/sync/central-desks.ts'
import { me, pullAll, pushAll } from '../../support/sync/exchange.ts'
import { twoDesksOfLacolle } from '../../support/sync/lacolle.ts'
import { erase } from '../claims/random-history.ts'
import { newClaim, type Office } from '../claims/support.ts'
import { codeOf } from '../seat/kit.ts'

/** What other desks take away from this one is looked at before it is taken in, where it is much. */

const open: Office[] = []
afterEach(() => {
  for (const { store } of open.splice(0)) store.remove()
})

/** Desk a has so many people, and desk b knows them. */
async function people(count: number) {
  const { service, a, b } = twoDesksOfLacolle(open)
  const ids = Array.from({ length: count }, (_, i) => newClaim(a, { familyName: `Person${i}` }).personId)
  pushAll(a.store, service)
  await pullAll(b.store, service)
  await pullAll(a.store, service)
  let now = a.store.clock.now()
  const pass = (ms: number) => {
    now += ms
  }
  /** Takes page by page what is there, as a round does. */
  const take = async (): Promise<Result<null>> => {
    for (;;) {
      const page = service.pull(me(a.store).device, a.store.sync.position(), 50)
      if (page.events.length === 0) return ok(null)
      const may = guardWipeOut(a.store, page, now)
      if (!may.ok) return may
      if (unwrap(a.store.sync.settle(page)).rebuild) unwrap(await a.store.rebuild())
    }
  }
  const eraseAtB = (from: number, to: number) => {
    for (const id of ids.slice(from, to)) unwrap(erase(b, id))
    pushAll(b.store, service)
  }
  unwrap(await take())
  return { a, take, eraseAtB, pass }
}

test('many small pages of erasures within a day stop where they become more than a fifth, and an officer lets them go', async () => {
  const { a, take, eraseAtB } = await people(20)
  eraseAtB(0, 2)
  unwrap(await take())
  eraseAtB(2, 4)
  unwrap(await take())
  const before = a.store.sync.position()
  eraseAtB(4, 5)
  const stopped = await take()
  expect(stopped).toMatchObject({
    ok: false,
    failure: { code: 'sync.wipe_out', params: { gone: 5, had: 20 } },
  })
  expect(a.store.sync.position()).toBe(before)
  const through = stopped.ok ? 0 : Number(stopped.failure.params.through)
  unwrap(letWipeOut(a.store, a.officer.id, through))
  unwrap(await take())
  expect(a.store.sync.position()).toBe(through)
  // Let go is not held against what comes after it.
  eraseAtB(5, 7)
  unwrap(await take())
})

test('the same over several days, and a few at a desk with few, stop nothing', async () => {
  const { take, eraseAtB, pass } = await people(20)
  for (let day = 0; day < 4; day++) {
    eraseAtB(day * 3, day * 3 + 3)
    unwrap(await take())
    pass(25 * 3_600_000)
  }
  const few = await people(5)
  few.eraseAtB(0, 4)
  unwrap(await few.take())
})

describe('a desk at a central', () => {
  let central: TestCentral
  beforeAll(async () => {
    central = await startTestCentral()
  })
  afterAll(() => central.remove())
  const desks = centralDesks(() => central)
  afterEach(desks.close)

  test('takes nothing of it in, says so, and goes on once somebody who answers for it has said that it is right', async () => {
    const at = await desks.enrolled()
    await seatBorderOfficer(at, ['border_officer', 'supervisor'])
    const claims: { claimId: string; personId: string }[] = []
    for (let n = 0; n < 6; n++) claims.push((await at.desk.claims.open({ channel: 'port_of_entry' })).row)
    const [first] = claims
    if (!first) throw new Error('No claim')
    await at.desk.claims.setPerson({ claimId: first.claimId, fields: { familyName: 'Osman' }, bases: [] })
    await at.desk.sync.now()
    const other = wireDesk(officeId('lacolle-15'))
    await admit(central, other)
    for (const { personId } of claims)
      other.add('person.erased', { law: 'none' }, { actor: other.device, subject: { kind: 'person', id: personId } })
    await other.push(central)
    expect(await codeOf(at.desk.sync.now())).toBe('sync.wipe_out')
    const { state, problem } = (await at.desk.status()).sync
    expect({ state, problem }).toMatchObject({ state: 'stopped', problem: { params: { kind: 'person', gone: 6 } } })
    const nameOf = async () => (await at.desk.claims.get({ claimId: first.claimId })).person.familyName?.value
    expect(await nameOf()).toBe('Osman')
    const through = Number(problem?.params.through)
    // Of another stop than the one on the screen.
    expect(await codeOf(at.desk.sync.letErase({ through: through - 1 }))).toBe('sync.wipe_out')
    expect(await at.desk.sync.letErase({ through })).toMatchObject({ state: 'settled' })
    expect(await nameOf()).toBeUndefined()
  })
})
