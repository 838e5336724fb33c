import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { searchCandidates } from '../../../src/main/claims/candidates.ts'
import { officerRow } from '../../../src/main/claims/tools.ts'
import { cardOrders } from '../../../src/main/confirmations/cards/orders.ts'
import { confirmationPage } from '../../../src/main/confirmations/list.ts'
import { confirmationStatistics } from '../../../src/main/confirmations/statistics.ts'
import { openDemo, type Playing } from '../../../src/main/demo/open.ts'
import type { Seeding } from '../../../src/main/demo/seed.ts'
import { replayClock } from '../../../src/main/demo/seed-clock.ts'
import { type SeedPlan, seedPlan } from '../../../src/main/demo/seed-plan.ts'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import { paperBytes } from '../../../src/main/documents/papers.ts'
import { hallView } from '../../../src/main/hall/list.ts'
import { dateIn } from '../../../src/main/office/settings.ts'
import { nodeRandom, nodeTimers } from '../../../src/main/ports/node.ts'
import { startPhotoJobs } from '../../../src/main/schedule/photo-jobs.ts'
import { type Core, createCore, type OpenDesk } from '../../../src/main/seat/core.ts'
import { query } from '../../../src/main/store/query.ts'
import { confirmationSteps } from '../../../src/shared/domain/confirmation/table.ts'
import { claimStates } from '../../../src/shared/domain/states.ts'
import { fail, unwrap } from '../../../src/shared/result.ts'
import { noon } from '../../support/desk.ts'

const count = 50
const real = { now: () => noon, zone: () => 'America/Toronto' }

interface Demo {
  readonly core: Core
  readonly desk: OpenDesk
  readonly seeding: Playing
}
const open: Demo[] = []
const folders: string[] = []
afterEach(async () => {
  for (const demo of open.splice(0)) await closeDemo(demo)
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-demo-'))
  folders.push(folder)
  return folder
}

async function startDemo(dataDir: string, claims = count): Promise<Demo> {
  const clock = replayClock(real)
  const keychain = { available: async () => false } as never
  const options = { host: 'browser', version: '0.0.0', dataDir, assetsDir: 'assets', demo: true } as const
  const world = { clock, random: nodeRandom, timers: nodeTimers, ports: { keychain } as never }
  const core = createCore({ ...options, ...world })
  const seeding = await openDemo(core, clock, claims)
  const desk = core.opened()
  if (!seeding || !desk) throw new Error('No demo')
  const demo = { core, desk, seeding }
  open.push(demo)
  return demo
}

async function closeDemo({ core, seeding }: Demo): Promise<void> {
  await seeding.stop()
  await core.close()
}

/** Seconds without a step after which the seeding stands still; a busy computer may need some for one. */
const patience = 15

const settled = async (seeding: Seeding): Promise<void> => {
  for (let left = seeding.left, still = 0; left > 0 && still < patience; still++) {
    await new Promise((resolve) => setTimeout(resolve, 1000))
    if (seeding.left !== left) still = 0
    left = seeding.left
  }
}

const countsOf = ({ desk }: Demo): Record<string, number> =>
  Object.fromEntries(
    desk.store
      .all(
        query
          .selectFrom('claim')
          .select((q) => ['state', q.fn.countAll<number>().as('claims')])
          .groupBy('state'),
      )
      .map(({ state, claims }) => [state, claims]),
  )

const planOf = (seed: number): SeedPlan =>
  seedPlan({ seed, count, now: noon, dateAt: (ms) => dateIn('America/Toronto', ms) })

test('the past is the same for the same seed, in order of time, and ends before now', () => {
  for (const seed of [1, 2, 3, 2026]) {
    const plan = planOf(seed)
    expect(planOf(seed)).toEqual(plan)
    const times = plan.steps.map(({ at }) => at)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.every((at) => at < noon)).toBe(true)
    expect(plan.cases).toHaveLength(count)
  }
  expect(planOf(1)).not.toEqual(planOf(2))
})

test('families come on one day by one road; some come again under another spelling', () => {
  const { cases } = planOf(2026)
  for (const { person, openedAt, route } of cases) {
    const family = cases.filter((other) => other.person.household.first === person.household.first)
    for (const member of family) {
      expect(Math.abs(member.openedAt - openedAt)).toBeLessThan(4 * 3_600_000)
      expect(member.route.name).toBe(route.name)
    }
  }
  expect(cases.some(({ person }) => person.household.size > 2)).toBe(true)
  expect(cases.filter(({ twin }) => twin !== undefined).length).toBeGreaterThan(0)
})

test('the desk has claims at once, then every state, papers in every state, and two sound logs', async () => {
  const demo = await startDemo(newFolder())
  const { desk, seeding } = demo
  const atOnce = Object.values(countsOf(demo)).reduce((sum, claims) => sum + claims, 0)
  expect(atOnce).toBeGreaterThan(2)
  expect(atOnce).toBeLessThan(count)
  await settled(seeding)
  expect([...seeding.refused]).toEqual([])
  expect(seeding.left).toBe(0)
  const counts = countsOf(demo)
  // Only a central takes a claim to another office, and the demonstration has none.
  const here = claimStates.filter((state) => state !== 'moved')
  expect(Object.keys(counts).sort()).toEqual(here.sort())
  expect(Object.values(counts).reduce((sum, claims) => sum + claims, 0)).toBe(count)
  const papers = desk.store.all(query.selectFrom('document').selectAll())
  expect(new Set(papers.map(({ state }) => state))).toEqual(
    new Set(['reserved', 'sent', 'confirmed', 'spoiled', 'revoked']),
  )
  const open = papers.filter(({ state, replaced_by }) => state === 'spoiled' && replaced_by === null)
  expect(open).toHaveLength(1)
  const types = new Set(desk.store.since(0, 5000).map(({ type }) => type))
  for (const type of ['claim.amended', 'person.amended', 'claim.reopened', 'claim.family_joined'])
    expect(types).toContain(type)
  const lanes = desk.store.all(query.selectFrom('claim_lane').select('lane')).map(({ lane }) => lane)
  expect(new Set(lanes)).toEqual(new Set(['one_touch', 'full_intake']))
  expect(
    hallView(desk, officerRow(desk.store.all(query.selectFrom('officer').selectAll())[0]!)).rows.length,
  ).toBeGreaterThan(5)
  const appointments = desk.store.all(query.selectFrom('appointment').select(['state', 'date']))
  expect(appointments.some(({ state }) => state === 'attended')).toBe(true)
  expect(appointments.some(({ state, date }) => state === 'booked' && (date ?? '') > '2026-11-23')).toBe(true)
  expect(desk.store.all(query.selectFrom('partner_request').select('request')).length).toBeGreaterThan(0)
  const [caseworker] = desk.store.all(
    query.selectFrom('officer').select('id').where('user_name', '=', 'demo.caseworker'),
  )
  const owned = query
    .selectFrom('claim')
    .select('id')
    .where('owner', '=', caseworker?.id ?? '')
  expect(desk.store.all(owned).length).toBeGreaterThan(2)
  const claims = desk.store.all(query.selectFrom('claim').select(['claim_date', 'updated_ms', 'next_deadline']))
  expect(claims.some(({ claim_date }) => claim_date < '2026-10-01')).toBe(true)
  expect(claims.every(({ updated_ms }) => updated_ms < noon)).toBe(true)
  expect(claims.some(({ next_deadline }) => (next_deadline ?? '9') < '2026-11-23')).toBe(true)
  expect((await desk.store.verify()).ok).toBe(true)
  const last = papers.at(-1)?.id ?? ''
  expect(await pageText(unwrap(paperBytes(desk, last)).pdf, 0)).toContain('SPECIMEN')
  const twin = planOf(2026).cases.find((one) => one.twin !== undefined && one.twin % 3 !== 1)
  expect(twin).toBeDefined()
  const claim = desk.store.first(
    query.selectFrom('local_note').select('value').where('name', '=', `demo.claim.${twin?.index}`),
  )
  const officer = desk.store.all(query.selectFrom('officer').selectAll()).map(officerRow)[0]!
  const found = unwrap(searchCandidates(desk, officer, claim?.value ?? ''))
  expect(found.candidates[0]?.why).toContain('same_birth_date')
}, 120_000)

test('people whose residence is confirmed stand at every step, in every queue', async () => {
  const demo = await startDemo(newFolder(), 40)
  await settled(demo.seeding)
  expect([...demo.seeding.refused]).toEqual([])
  const { counts, rows } = confirmationPage(demo.desk, { limit: 100 })
  expect(counts).toEqual({
    to_invite: 7,
    invitation_unanswered: 2,
    account_to_create: 2,
    password_expired: 2,
    declaration_awaited: 2,
    interview_to_book: 2,
    interview_to_record: 1,
    not_satisfied: 1,
    ready_for_confirmation: 4,
    ecopr_to_issue: 2,
    photo_waiting: 2,
    address_photo_due: 1,
    card_to_order: 4,
    card_late: 1,
    contact_open: 3,
  })
  // A duplicate comes of two desks, and the demonstration has one.
  const steps = confirmationSteps.filter((step) => step !== 'duplicate')
  expect(new Set(rows.map(({ step }) => step))).toEqual(new Set(steps))
  expect(new Set(rows.map(({ role }) => role))).toEqual(new Set(['principal', 'spouse', 'child']))
  const { toOrder, underWay, toCall, files } = cardOrders(demo.desk)
  expect(toOrder.map(({ late, missing, refusal }) => [late, ...missing, refusal !== undefined])).toEqual(
    expect.arrayContaining([
      [false, false],
      [false, true],
      [true, 'eyeColour', false],
    ]),
  )
  expect(underWay.map(({ state }) => state).sort()).toEqual(['acknowledged', 'produced', 'undelivered'])
  expect(toCall.map(({ contact }) => [contact?.why, contact?.attempts])).toEqual(
    expect.arrayContaining([
      ['unreachable', 3],
      ['card_refused', 0],
    ]),
  )
  expect(files.filter(({ kind }) => kind === 'order')).toHaveLength(2)
  expect(files.filter(({ taken }) => taken !== undefined).every(({ rows, taken }) => rows === taken)).toBe(true)
  const period = { from: '2026-08-01', to: '2026-11-30' }
  const { invitations, photos, cards } = unwrap(confirmationStatistics(demo.desk, period))
  expect(invitations.answered).toBeGreaterThan(invitations.sent / 2)
  expect(photos).toEqual({ accepted: 9, returned: 1 })
  expect(cards).toMatchObject({ mailed: 3, cameBack: 1, lateNow: 1 })
  const interviews = query.selectFrom('appointment').select('state').where('kind', '=', 'confirmation_interview')
  const states = demo.desk.store.all(interviews).map(({ state }) => state)
  expect(new Set(states)).toEqual(new Set(['attended', 'no_show', 'booked']))
}, 120_000)

test('the machine looks at photos once the past is played: what it writes today would date everything after it today', async () => {
  const { core, seeding } = await startDemo(newFolder(), 10)
  const lefts: number[] = []
  const engine = () => {
    lefts.push(seeding.left)
    return { measure: async () => fail('photo.cancelled'), close: async () => {} }
  }
  const jobs = startPhotoJobs(core, engine as never, undefined, seeding.over)
  try {
    await seeding.over
    await vi.waitUntil(() => lefts.length > 0, { timeout: 30_000 })
    expect(lefts).toEqual([0])
  } finally {
    await jobs.stop()
  }
}, 90_000)

test('closed half way, the next start plays on to the same end', async () => {
  const folder = newFolder()
  const first = await startDemo(folder)
  await new Promise((resolve) => setTimeout(resolve, 400))
  await closeDemo(first)
  open.splice(0)
  const left = first.seeding.left
  expect(left).toBeGreaterThan(0)
  const second = await startDemo(folder)
  expect(second.seeding.left).toBeLessThan(left)
  await settled(second.seeding)
  expect([...second.seeding.refused]).toEqual([])
  expect(Object.values(countsOf(second)).reduce((sum, claims) => sum + claims, 0)).toBe(count)
  const opened = second.desk.store.all(query.selectFrom('claim').select('application_number'))
  expect(new Set(opened.map((row) => row.application_number)).size).toBe(count)
  await closeDemo(second)
  open.splice(0)
  const third = await startDemo(folder)
  expect(third.seeding.left).toBe(0)
}, 120_000)
