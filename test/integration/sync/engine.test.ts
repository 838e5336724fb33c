import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import type { Timers } from '../../../src/shared/ports.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import type { TestDesk } from '../../support/desk.ts'
import { quickTimers } from '../../support/quick-timers.ts'
import { seatBorderOfficer } from '../../support/set-up.ts'
import { centralDesks, network } from '../../support/sync/central-desks.ts'
import { codeOf } from '../seat/kit.ts'

/** Whole desks over real HTTP to a whole central on a real PostgreSQL. */
let central: TestCentral
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())

const desks = centralDesks(() => central)
afterEach(desks.close)
const { alone: deskAt, enrolled } = desks

describe('a desk and the central', () => {
  test('nothing waits and nothing is asked of a network before a desk is enrolled', async () => {
    const { desk, net } = await deskAt()
    expect((await desk.status()).sync).toMatchObject({ state: 'no_central', waiting: 0 })
    expect(await codeOf(desk.sync.now())).toBe('sync.not_enrolled')
    expect(net.state.requests).toBe(0)
  })

  test('a wrong address or code enrols nothing', async () => {
    const { desk } = await deskAt()
    const enrol = (address: string, code = 'AAAAA-BBBBB-CCCCC') => codeOf(desk.sync.enrol({ address, code }))
    expect(await enrol('http://central.example')).toBe('sync.address_refused')
    expect(await enrol('not an address')).toBe('sync.address_refused')
    expect(await enrol('http://127.0.0.1:1')).toBe('sync.offline')
    expect(await enrol(central.url)).toBe('sync.code_refused')
    expect((await desk.status()).sync.state).toBe('no_central')
  })

  test('settle once a second officer has approved it: all of its work goes along', async () => {
    const { desk } = await enrolled()
    const before = (await desk.status()).sync
    expect(before.waiting).toBeGreaterThan(3)
    expect(await desk.sync.now()).toMatchObject({ state: 'settled', waiting: 0 })
    const { settledAt, daysLeft } = (await desk.status()).sync
    expect(settledAt).toBeDefined()
    expect(daysLeft).toBe(30)
  })

  test('show each other’s officers and settings after both settled', async () => {
    const [a, b] = [await enrolled(), await enrolled()]
    await a.desk.settings.set({ stockWarnAt: 33 })
    await a.desk.sync.now()
    await b.desk.sync.now()
    expect((await b.desk.settings.get()).stockWarnAt).toBe(33)
    const names = (await b.desk.officers.list()).map(({ userName }) => userName)
    expect(names.some((name) => name.startsWith('gwen@'))).toBe(true)
    expect(names).toHaveLength(new Set(names).size)
  })

  test('find what both wrote into one field without a network, and agree on what an officer chose', async () => {
    const [a, b] = [await enrolled(), await enrolled()]
    for (const at of [a, b]) await seatBorderOfficer(at)
    const { row } = await a.desk.claims.open({ channel: 'port_of_entry' })
    const { claimId } = row
    await a.desk.sync.now()
    await b.desk.sync.now()
    for (const at of [a, b]) at.net.state.cut = true
    await a.desk.claims.setPerson({ claimId, fields: { familyName: 'Osman' }, bases: [] })
    await b.desk.claims.setPerson({ claimId, fields: { familyName: 'Ousmane' }, bases: [] })
    for (const at of [a, b]) at.net.state.cut = false
    for (const at of [a, b, a]) await at.desk.sync.now()
    const nameAt = async (at: TestDesk) => (await at.desk.claims.get({ claimId })).person.familyName
    const [here, there] = [await nameAt(a), await nameAt(b)]
    expect(here).toEqual(there)
    expect(here?.conflict?.map(({ value }) => value).sort()).toEqual(['Osman', 'Ousmane'])
    // Both were set up with one file of numbers: that block belongs to whoever came first, and the other desk is told.
    const conflicts = async (at: TestDesk) => (await at.desk.attention()).filter(({ kind }) => kind === 'conflict')
    expect(await conflicts(a)).toMatchObject([{ kind: 'conflict', claimId }])
    await a.desk.claims.setPerson({ claimId, fields: { familyName: 'Ousmane' }, bases: [...(here?.heads ?? [])] })
    for (const at of [a, b]) await at.desk.sync.now()
    for (const at of [a, b]) {
      expect(await nameAt(at)).toMatchObject({ value: 'Ousmane' })
      expect((await nameAt(at))?.conflict).toBeUndefined()
      expect(await conflicts(at)).toEqual([])
    }
  })

  test('without a network work goes on; afterwards everything arrives once', async () => {
    const at = await enrolled()
    await at.desk.sync.now()
    at.net.state.cut = true
    await at.desk.settings.set({ stockWarnAt: 7 })
    expect(await codeOf(at.desk.sync.now())).toBe('sync.offline')
    expect((await at.desk.status()).sync).toMatchObject({ state: 'offline', waiting: 1 })
    at.time.now += 2 * 3_600_000
    central.clock.advance(2 * 3_600_000)
    expect((await at.desk.status()).sync.stale).toBe(true)
    at.net.state.cut = false
    expect(await at.desk.sync.now()).toMatchObject({ state: 'settled', waiting: 0, stale: false })
    expect(await at.desk.sync.now()).toMatchObject({ waiting: 0 })
  })

  test('a desk whose clock is wrong settles all the same, and is told so', async () => {
    const at = await enrolled()
    at.time.now += 47 * 60_000
    expect(await at.desk.sync.now()).toMatchObject({ state: 'settled', clockOffMinutes: 47 })
  })

  test('paused, nothing is sent until it goes on', async () => {
    const at = await enrolled()
    await at.desk.sync.now()
    expect(await at.desk.sync.pause({ paused: true })).toMatchObject({ state: 'paused' })
    await at.desk.settings.set({ stockWarnAt: 8 })
    expect((await at.desk.status()).sync).toMatchObject({ state: 'paused', waiting: 1 })
    expect((await at.desk.sync.pause({ paused: false })).state).not.toBe('paused')
  })

  test('hears at once of what another desk sent, while the central can be heard', async () => {
    const [a, b] = [await enrolled(), await enrolled({ timers: nodeTimers })]
    await a.desk.sync.now()
    await b.desk.sync.now()
    await a.desk.settings.set({ stockWarnAt: 21 })
    await a.desk.sync.now()
    // It asks by the clock only once a minute.
    await vi.waitFor(async () => expect((await b.desk.settings.get()).stockWarnAt).toBe(21), { timeout: 10_000 })
  })

  test('settles again after as many minutes as the office chose', async () => {
    const waits: number[] = []
    const quick = quickTimers()
    const timers: Timers = {
      after(ms, fn) {
        waits.push(ms)
        return quick.after(ms, fn)
      },
    }
    const { desk } = await enrolled({ timers })
    quick.start()
    await desk.sync.now()
    await vi.waitFor(() => expect(waits).toContain(60_000))
    await desk.settings.set({ pullMinutes: 45 })
    await desk.sync.now()
    await vi.waitFor(() => expect(waits).toContain(45 * 60_000))
    expect(await codeOf(desk.settings.set({ pullMinutes: 61 }))).toBeDefined()
    expect((await desk.settings.get()).pullMinutes).toBe(45)
  })

  test('what is written while a round takes in others’ work goes out right after it, and then it rests', async () => {
    const [net, timers] = [network(), quickTimers()]
    let write: (() => Promise<unknown>) | undefined
    let rounds = 0
    const http: typeof net.http = async (request) => {
      if (request.url.pathname === '/v1/sync/hello') rounds += 1
      if (request.url.pathname === '/v1/sync/pull') {
        const once = write
        write = undefined
        await once?.()
      }
      return net.http(request)
    }
    const { desk } = await enrolled({ http, timers })
    timers.start()
    write = () => desk.settings.set({ stockWarnAt: 17 })
    await desk.sync.now()
    // By the clock the next round is a minute away, which these timers never reach.
    await vi.waitFor(async () => expect((await desk.status()).sync.waiting).toBe(0), { timeout: 10_000 })
    const before = rounds
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(rounds - before).toBeLessThanOrEqual(1)
  })

  test('days without the central are counted where the clock was set back, and settling begins them anew', async () => {
    const at = await enrolled()
    await at.desk.sync.now()
    const day = 86_400_000
    at.net.state.cut = true
    at.time.now += 24 * day
    await at.desk.settings.set({ stockWarnAt: 9 })
    at.time.now -= 24 * day
    expect((await at.desk.status()).sync.daysLeft).toBe(6)
    at.net.state.cut = false
    await at.desk.sync.now()
    expect((await at.desk.status()).sync.daysLeft).toBe(30)
    at.time.now += 2 * day
    expect((await at.desk.status()).sync.daysLeft).toBe(28)
  })

  test('that was too long without its central shows nothing of the record until it was there again', async () => {
    const at = await enrolled()
    await at.desk.sync.now()
    at.net.state.cut = true
    const pass = (days: number) => {
      at.time.now += days * 86_400_000
      central.clock.advance(days * 86_400_000)
    }
    pass(24)
    const codes = async () => (await at.desk.status()).warnings.map(({ code }) => code)
    expect(await codes()).toContain('sync.lease_soon')
    expect(await codeOf(at.desk.officers.list())).not.toBe('sync.lease_ended')
    pass(7)
    expect((await at.desk.status()).sync).toMatchObject({ daysLeft: 0, ended: true })
    expect(await codes()).toContain('sync.lease_ended')
    expect(await codeOf(at.desk.officers.list())).toBe('sync.lease_ended')
    expect(await codeOf(at.desk.settings.set({ stockWarnAt: 5 }))).toBe('sync.lease_ended')
    at.net.state.cut = false
    expect(await at.desk.sync.now()).toMatchObject({ state: 'settled', daysLeft: 30 })
    expect(await codeOf(at.desk.officers.list())).not.toBe('sync.lease_ended')
  })

  test('whose program is too old settles nothing, works on, and a banner says so', async () => {
    const at = await enrolled({ version: '0.0.9' })
    expect(await codeOf(at.desk.sync.now())).toBe('sync.client_too_old')
    const { sync, warnings } = await at.desk.status()
    expect(sync).toMatchObject({ state: 'stopped', waiting: expect.any(Number) })
    expect(warnings.map(({ code }) => code)).toContain('sync.client_too_old')
    expect((await at.desk.settings.set({ stockWarnAt: 9 })).stockWarnAt).toBe(9)
  })
})
