import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeCode } from '../../../src/central/devices/enrolment.ts'
import type { Http } from '../../../src/main/sync/http.ts'
import { nodeHttp } from '../../../src/main/sync/http.ts'
import { explain, type Failure } from '../../../src/shared/errors.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { numbersFile } from '../../support/numbers.ts'
import { seatBorderOfficer } from '../../support/set-up.ts'
import { type CentralDesk, centralDesks } from '../../support/sync/central-desks.ts'

/** Whole desks that lease their numbers from a whole central on a real PostgreSQL. */
let central: TestCentral
beforeEach(async () => {
  central = await startTestCentral()
})
afterEach(() => central.remove())
const desks = centralDesks(() => central)
afterEach(desks.close)

/** So few of each series that a desk asks for more at once. */
let [part, sheet] = [500, 1]
const sheets = () => `A000${sheet++}`
const few = () => numbersFile(part++, 'lacolle-15', 5)
const blocksOf = async ({ desk }: CentralDesk) =>
  (await desk.numbers.blocks()).filter(({ first, last }) => last - first > 5)

test('two desks that run low get blocks of their own and go on from them without a network; no number comes twice', async () => {
  const both = [await desks.enrolled({ numbers: few() }), await desks.enrolled({ numbers: few() })]
  for (const { desk } of both) await desk.sync.now()
  const blocks = await Promise.all(both.map(blocksOf))
  for (const own of blocks)
    expect(own.map(({ series }) => series).sort()).toEqual(['application', 'client', 'document'])
  const [a, b] = blocks.map((own) => own.find(({ series }) => series === 'application'))
  expect((a?.last ?? 0) < (b?.first ?? 0) || (b?.last ?? 0) < (a?.first ?? 0)).toBe(true)
  // Enough is enough: the next round asks for nothing.
  for (const { desk } of both) await desk.sync.now()
  expect(await Promise.all(both.map(blocksOf))).toEqual(blocks)

  const given: string[] = []
  for (const at of both) {
    await seatBorderOfficer(at, undefined, sheets())
    at.net.state.cut = true
    for (let n = 0; n < 8; n++)
      given.push((await at.desk.claims.open({ channel: 'port_of_entry' })).row.applicationNumber)
  }
  expect(new Set(given).size).toBe(16)
  expect(given.filter((number) => /W\s?5000?0/.test(number.replace(/\s/g, ''))).length).toBe(6)
  for (const { desk, net } of both) {
    net.state.cut = false
    await desk.sync.now()
    expect(await desk.attention()).toEqual([])
  }
})

test('an answer that was lost is asked for again and is the same block', async () => {
  const real = nodeHttp()
  let lose = true
  const leased: string[] = []
  const http: Http = async (request) => {
    const answer = await real(request)
    if (request.url.pathname !== '/v1/leases') return answer
    leased.push(Buffer.from(answer.body).toString('utf8'))
    if (lose) throw new Error('The line was cut')
    return answer
  }
  const at = await desks.enrolled({ numbers: few(), http })
  await at.desk.sync.now()
  expect(await blocksOf(at)).toEqual([])
  lose = false
  await at.desk.sync.now()
  expect(leased[1]).toBe(leased[0])
  expect(await blocksOf(at)).toHaveLength(3)
})

test('a desk with the numbers file of another is not enrolled, and is told why', async () => {
  const numbers = few()
  await desks.enrolled({ numbers })
  const second = await desks.alone({ numbers })
  const code = await makeCode(central.services, 'lacolle-15')
  const refused: { data?: Failure } = await second.desk.sync
    .enrol({ address: central.url, code })
    .catch((error) => error)
  expect(refused.data?.code).toBe('sync.numbers_held')
  expect(refused.data && explain(refused.data, 'en').message).toMatch(/hands out numbers from \w+ to \w+ already/)
  expect((await second.desk.status()).sync.state).toBe('no_central')
})

test('a file that comes later with numbers of another desk is flagged where it was added', async () => {
  const numbers = few()
  // Known at the central since it asked to be enrolled; the second desk was never told.
  await desks.asked({ numbers })
  const second = await desks.enrolled()
  const { desk } = second
  await desk.numbers.import({ text: numbers })
  await desk.sync.now()
  await seatBorderOfficer(second, undefined, sheets())
  const texts = (await desk.attention()).map(({ text }) => text.en)
  expect(texts.filter((text) => text.startsWith('Numbers that were added here'))).toHaveLength(3)
})

test('a lease begins behind the numbers that a file brought', async () => {
  const { rows } = {
    rows: await central.services.database.db
      .selectFrom('series')
      .selectAll()
      .where('series', '=', 'application')
      .execute(),
  }
  const next = Number(rows[0]?.next)
  const taken = JSON.stringify({
    format: 'passerelle-numbers-1',
    office: 'lacolle-15',
    blocks: [{ series: 'application', prefix: 'W', first: next + 20, last: next + 30, width: 9 }],
  })
  await desks.enrolled({ numbers: taken })
  const at = await desks.enrolled({ numbers: few() })
  await at.desk.sync.now()
  expect((await blocksOf(at)).find(({ series }) => series === 'application')?.first).toBe(next + 31)
})
