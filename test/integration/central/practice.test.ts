import { afterEach, expect, test } from 'vitest'
import { main } from '../../../src/central/cli/main.ts'
import { nodeRandom, nodeTimers } from '../../../src/central/ports/node.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { admit, wireDesk } from '../../support/central-desk.ts'

let central: TestCentral | undefined
afterEach(async () => {
  await central?.remove()
  central = undefined
})

/** Runs a command of the administrator beside the central; its status and what it said. */
async function command({ databaseUrl, folder }: { databaseUrl: string; folder: string }, ...typed: string[]) {
  const said: string[] = []
  const status = await main([...typed, '--database', databaseUrl, '--data', folder], {
    ...{ version: '0.1.0', random: nodeRandom, timers: nodeTimers, stopwatch: () => performance.now(), env: {} },
    clock: { now: () => Date.now(), zone: () => 'America/Toronto' },
    out: (line) => void said.push(line),
    err: (line) => void said.push(line),
    stopped: Promise.resolve('test'),
  })
  return { status, said: said.join('\n') }
}
const healthOf = async ({ url }: TestCentral) => (await fetch(`${url}/healthz`)).json()
const pageOf = async ({ url }: TestCentral) => (await fetch(`${url}/docs`)).text()

test('at a live central nobody is played, and the administrator is told where they may be', async () => {
  central = await startTestCentral()
  expect(await healthOf(central)).toEqual({ status: 'up', practice: false })
  expect(await pageOf(central)).not.toContain('practice')
  for (const typed of [
    ['simulate', '--claims', '1'],
    ['simulate-partners', '--office', 'lacolle-15'],
    ['simulate-families', '--families', '1'],
  ]) {
    const { status, said } = await command(central, ...typed)
    expect(status).toBe(1)
    expect(said).toContain('is live')
    expect(said).toContain('--practice')
  }
  const desk = wireDesk()
  await admit(central, desk)
  expect(await desk.hello(central)).not.toHaveProperty('practice')
  // It was chosen at the first start.
  const { status, said } = await command(central, 'enrol-code', '--office', 'lacolle-15', '--practice')
  expect([status, said]).toEqual([1, expect.stringContaining('stays so')])
})

test('one for practice says so to whoever asks, also after it was started again without the word', async () => {
  central = await startTestCentral({ practice: true })
  expect(await healthOf(central)).toEqual({ status: 'up', practice: true })
  expect(await pageOf(central)).toContain('For practice')
  const desk = wireDesk()
  await admit(central, desk)
  expect(await desk.hello(central)).toMatchObject({ practice: true })
  const { status } = await command(central, 'simulate-partners', '--office', 'lacolle-15')
  expect(status).toBe(0)
  await central.close()
  const again = await startTestCentral({ databaseUrl: central.databaseUrl, dataDir: central.folder })
  expect(await healthOf(again)).toMatchObject({ practice: true })
  await again.remove()
})
