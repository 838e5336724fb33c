import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { approveHere, makeCode } from '../../../src/central/devices/enrolment.ts'
import { nodeHttp } from '../../../src/main/sync/http.ts'
import { asked, startTestCentral, type TestCentral } from '../../support/central.ts'
import { openTestDesk, type TestDesk } from '../../support/desk.ts'
import { answerAtDesk, claimAtDesk } from '../../support/e2e-claims.ts'
import { numbersFile } from '../../support/numbers.ts'
import { administratorDesk, codeFor, seatBorderOfficer } from '../../support/set-up.ts'
import { codeOf, ownPassword } from '../seat/kit.ts'

/** A desk whose whole folder is put back, store and mark, finds its way on by the commands of its screens alone. */
let central: TestCentral
beforeEach(async () => {
  central = await startTestCentral()
})
afterEach(() => central.remove())

const reason = 'The computer was put back to this morning'
let part = 700

/** A desk of Lacolle that has settled, an officer at it, and what a copy of its folder of then makes of it. */
async function settledDesk(count = 1000) {
  let at = await opened()
  const { secrets, password } = await administratorDesk(at, numbersFile(part++, 'lacolle-15', count))
  await enrol(at)
  expect(await at.desk.sync.now()).toMatchObject({ state: 'settled', waiting: 0 })
  const amelie = await seatBorderOfficer(at, undefined, `A${part}`)
  await at.desk.sync.now()
  const again = async (before: () => void = () => {}) => {
    await at.close()
    before()
    at = await opened(at.dataDir)
    return at
  }
  const copy = mkdtempSync(join(tmpdir(), 'passerelle-copy-'))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  const seat = async (userName: string, word: string, secret: string) => {
    at.time.now += 60_000
    central.clock.advance(60_000)
    const { phase } = await at.desk.seat.signIn({ userName, password: word })
    if (phase === 'needs_second_factor') await at.desk.seat.secondFactor({ code: codeFor(secret, at.time.now) })
  }
  return {
    now: () => at.desk,
    at: () => at,
    gwen: () => seat('gwen', password, secrets.totpSecret),
    amelie: () => seat('amelie', ownPassword, amelie),
    restart: () => again(),
    keepCopy: () => again(() => cpSync(at.dataDir, copy, { recursive: true })),
    putBack: () =>
      again(() => {
        rmSync(at.dataDir, { recursive: true })
        cpSync(copy, at.dataDir, { recursive: true })
      }),
  }
}

async function opened(dataDir?: string): Promise<TestDesk> {
  const at = await openTestDesk({ version: '0.1.0', http: nodeHttp(), ...(dataDir ? { dataDir } : {}) })
  onTestFinished(() => at.close())
  at.time.now = central.clock.now()
  return at
}

/** By the form of the screen, at the address that it shows; let in at the central. */
async function enrol({ desk }: TestDesk): Promise<void> {
  const code = await makeCode(central.services, 'lacolle-15')
  const { address = central.url } = (await desk.status()).sync
  expect(await desk.sync.enrol({ address, code })).toMatchObject({ state: 'awaiting_approval' })
  await approveHere(central.services, (await desk.status()).sync.device ?? '')
}

const numberOf = async (desk: TestDesk['desk']) =>
  (await desk.claims.open({ channel: 'port_of_entry' })).row.applicationNumber
const codesOf = async (desk: TestDesk['desk']) => (await desk.status()).warnings.map(({ code }) => code)

test.each([
  ['nothing was written since', 0, 'sync.lost_own'],
  ['it went on by itself', 3, 'sync.forked'],
])(
  'store and mark put back, %s: no number and no paper until it is settled, and then all of it',
  async (_, own, code) => {
    const one = await settledDesk()
    const [ready, referred] = [await claimAtDesk(one.now(), 11), await claimAtDesk(one.now(), 12)]
    for (const claimId of [ready, referred]) await answerAtDesk(one.now(), claimId)
    await one.now().eligibility.decide({ claimId: referred, outcome: 'referred' })
    await one.now().sync.now()
    await one.keepCopy()
    await one.amelie()
    // Of the day that is lost here the central has the first two.
    const lost = [await numberOf(one.now()), await numberOf(one.now())]
    await one.now().sync.now()
    lost.push(await numberOf(one.now()))
    await one.putBack()
    await one.amelie()
    expect(await codesOf(one.now())).not.toContain('store.behind') // nothing here knows
    const kept: string[] = []
    for (let n = 0; n < own; n++) kept.push(await numberOf(one.now()))

    expect(await codeOf(one.now().sync.now())).toBe(code)
    const refused = async () => {
      expect(await codesOf(one.now())).toContain('store.behind')
      expect(await codeOf(numberOf(one.now()))).toBe('store.behind')
      expect(await codeOf(one.now().eligibility.decide({ claimId: ready, outcome: 'referred' }))).toBe('store.behind')
      expect(await codeOf(one.now().documents.issue({ claimId: referred, kind: 'RPID' }))).toBe('store.behind')
    }
    await refused()
    await one.restart()
    await one.amelie()
    await refused()

    await one.gwen()
    const before = (await one.now().status()).sync.device
    const settled = await one.now().store.settle({ reason })
    expect(settled.warnings.map((warning) => warning.code)).not.toContain('store.behind')
    expect(settled.sync).toMatchObject({ state: 'not_enrolled', mayEnrol: true, address: central.url.concat('/') })
    expect(settled.sync.device).not.toBe(before)
    expect(settled.warnings.map((warning) => warning.code)).toContain('sync.not_enrolled')
    expect(await codeOf(one.now().sync.now())).toBe('sync.not_enrolled')
    await enrol(one.at())
    await one.now().sync.now() // What it had written by itself is written again in this round, and sent in the next.
    expect(await one.now().sync.now()).toMatchObject({ state: 'settled', waiting: 0 })
    expect(await one.now().store.verify()).toMatchObject({ ok: true })

    await one.amelie()
    const after = [await numberOf(one.now()), await numberOf(one.now())]
    expect(after.some((number) => [...lost, ...kept].includes(number))).toBe(false)
    await one.now().eligibility.decide({ claimId: ready, outcome: 'referred' })
    expect(await one.now().sync.now()).toMatchObject({ state: 'settled', waiting: 0 })
    const { rows } = await one.now().claims.page({ limit: 50 })
    const here = rows.map(({ applicationNumber }) => applicationNumber)
    for (const number of [...lost.slice(0, 2), ...kept, ...after]) expect(here).toContain(number)
  },
  120_000,
)

test('a desk that the central refuses may be enrolled again as it is, and what it wrote is sent', async () => {
  const one = await settledDesk()
  const number = await numberOf(one.now())
  // As where the central was restored from before this desk came.
  await asked(central.databaseUrl, 'SET session_replication_role = replica; DELETE FROM device')
  expect(await codeOf(one.now().sync.now())).toBe('sync.refused')
  await one.gwen()
  const { sync, warnings } = await one.now().status()
  expect(sync).toMatchObject({ state: 'stopped', mayEnrol: true, problem: { code: 'sync.refused' } })
  expect(warnings.map(({ code }) => code)).toContain('sync.refused')
  await enrol(one.at())
  expect(await one.now().sync.now()).toMatchObject({ state: 'settled', waiting: 0 })
  expect((await one.now().status()).sync.mayEnrol).toBeUndefined()
  await one.amelie()
  const { rows } = await one.now().claims.page({ limit: 50 })
  expect(rows.map(({ applicationNumber }) => applicationNumber)).toContain(number)
}, 120_000)
