import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { centralDesks } from '../../support/sync/central-desks.ts'

/** A whole desk joins an office whose desks have worked for a while, over real HTTP to a central on a real PostgreSQL. */
let central: TestCentral
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())

const desks = centralDesks(() => central)
afterEach(desks.close)
const snapshotFrom = 5
const path = '/v1/sync/snapshot'

test('a desk that settled writes a snapshot out, and one that joins takes it and goes on from there', async () => {
  const a = await desks.enrolled({ snapshotFrom })
  await a.desk.settings.set({ stockWarnAt: 33 })
  await a.desk.sync.now()
  await vi.waitFor(() => expect(a.net.state.sent).toContain(`POST ${path}`), { timeout: 15_000 })
  await vi.waitFor(async () =>
    expect((await central.services.database.db.selectFrom('snapshot').selectAll().execute()).length).toBe(1),
  )

  const b = await desks.enrolled({ snapshotFrom })
  await b.desk.sync.now()
  expect(b.net.state.sent).toContain(`GET ${path}`)
  expect((await b.desk.status()).sync).toMatchObject({ state: 'settled', waiting: 0 })
  expect((await b.desk.settings.get()).stockWarnAt).toBe(33)
  const names = (await b.desk.officers.list()).map(({ userName }) => userName)
  expect(names).toHaveLength(2)
  await b.desk.settings.set({ stockWarnAt: 34 })
  await b.desk.sync.now()
  await a.desk.sync.now()
  expect((await a.desk.settings.get()).stockWarnAt).toBe(34)
})

test('one that its maker did not sign is left alone, and everything comes event by event', async () => {
  const b = await desks.enrolled({ snapshotFrom })
  await central.services.database.db
    .updateTable('snapshot')
    .set({ signature: Buffer.alloc(64) })
    .execute()
  await b.desk.sync.now()
  expect((await b.desk.status()).sync).toMatchObject({ state: 'settled', waiting: 0 })
  expect((await b.desk.settings.get()).stockWarnAt).toBe(34)
})
