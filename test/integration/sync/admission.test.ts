import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import type { TestDesk } from '../../support/desk.ts'
import { centralDesks } from '../../support/sync/central-desks.ts'
import { codeOf } from '../seat/kit.ts'

let central: TestCentral
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())

const desks = centralDesks(() => central)
afterEach(desks.close)

const statuses = async ({ desk }: TestDesk) => (await desk.sync.desks()).map(({ own, status }) => ({ own, status }))

describe('the desks of an office', () => {
  test('are listed at an approved desk, and one that waits is let in there', async () => {
    const a = await desks.enrolled()
    await a.desk.sync.now()
    const b = await desks.asked()
    expect(await codeOf(b.desk.sync.desks())).toBe('sync.awaiting_approval')
    const [first] = await a.desk.sync.desks()
    expect(first).toMatchObject({ own: false, status: 'waiting' })
    const after = await a.desk.sync.approve({ device: first?.device ?? '' })
    expect(after.find(({ device }) => device === first?.device)?.status).toBe('active')
    expect(await b.desk.sync.now()).toMatchObject({ state: 'settled' })
  })

  test('take another desk to approve one, and the officer of a desk that has not settled is not known yet', async () => {
    const a = await desks.enrolled()
    const own = (await a.desk.status()).sync.device ?? ''
    const b = await desks.asked()
    const waiting = (await b.desk.status()).sync.device ?? ''
    expect(await codeOf(a.desk.sync.approve({ device: waiting }))).toBe('sync.not_entitled')
    await a.desk.sync.now()
    expect(await codeOf(a.desk.sync.approve({ device: own }))).toBe('sync.not_entitled')
    expect(await codeOf(a.desk.sync.approve({ device: '0198c0de-0000-7000-8000-00000000dead' }))).toBe('sync.no_desk')
    expect(await codeOf(b.desk.sync.now())).toBe('sync.awaiting_approval')
  })

  test('that were revoked are refused from then on', async () => {
    const [a, b] = [await desks.enrolled(), await desks.enrolled()]
    for (const { desk } of [a, b]) await desk.sync.now()
    const device = (await b.desk.status()).sync.device ?? ''
    await a.desk.sync.revoke({ device, reason: 'left in a taxi' })
    expect(await statuses(a)).toEqual(expect.arrayContaining([{ own: false, status: 'revoked' }]))
    expect(await codeOf(b.desk.sync.now())).toBe('sync.revoked')
  })
})
