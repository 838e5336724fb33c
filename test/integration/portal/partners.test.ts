import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { answerPartners } from '../../../src/central/simulate/partners.ts'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { portalDesks } from '../../support/portal-desk.ts'

/** A desk asks partners; in their place the central answers; the desk reads the answers. */
let central: TestCentral
beforeAll(async () => {
  central = await startTestCentral()
})
afterAll(() => central.remove())

const desks = portalDesks(() => central)
afterEach(desks.close)

test('what a desk asked of partners is answered once, by the central’s own chain, and some of it not at all', async () => {
  const { desk } = await desks.enrol()
  const claims: string[] = []
  for (let i = 0; i < 12; i++) {
    const { claimId } = (await desk.claims.open({ channel: 'port_of_entry' })).row
    await desk.review.ask({ claimId, partner: 'rcmp', purpose: 'criminality', fields: ['familyName'] })
    claims.push(claimId)
  }
  await desk.sync.now()
  const first = await answerPartners(central.services, { office: 'lacolle-15', seed: 'a' })
  expect(first.answered + first.silent).toBe(12)
  expect(first.answered).toBeGreaterThan(6)
  // Those that said nothing say nothing again; nobody answers twice.
  expect(await answerPartners(central.services, { office: 'lacolle-15', seed: 'a' })).toEqual({
    answered: 0,
    silent: first.silent,
  })
  await desk.sync.now()
  const states = await Promise.all(claims.map(async (claimId) => (await desk.review.get({ claimId })).ledger[0]))
  expect(states.filter((each) => each?.state === 'answered')).toHaveLength(first.answered)
  // Nobody takes one for the word of a partner.
  for (const each of states) if (each?.state === 'answered') expect(JSON.stringify(each)).toContain('Simulated')
  expect(states.find((each) => each?.state === 'answered')?.result).toMatch(/clear|inconclusive|hit/)
})
