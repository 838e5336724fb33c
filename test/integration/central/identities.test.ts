import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { admit, type WireDesk, wireDesk } from '../../support/central-desk.ts'

/** Two offices, a desk each; neither sees the other's stream. */
let central: TestCentral
let here: WireDesk
let there: WireDesk
beforeEach(async () => {
  central = await startTestCentral()
  ;[here, there] = [wireDesk(), wireDesk()]
  await admit(central, here, 'lacolle-15')
  await admit(central, there, 'windsor-detroit-tunnel')
})
afterEach(() => central.remove())

/** A claim of a person whose passport was read, and perhaps a client number typed. */
function claimAt(desk: WireDesk, number: string, { issuer = 'SYR', clientId = '' } = {}) {
  const [claim, person, ana] = [v7(), v7(), v7()]
  const roles = ['border_officer' as const, 'supervisor' as const]
  const enrolled = { userName: ana.slice(-8), displayName: 'Ana', roles, jurisdiction: 'office' as const }
  desk.add('officer.enrolled', enrolled, { subject: { kind: 'officer', id: ana } })
  const by = { actor: ana }
  const opened = {
    person,
    office: desk.stream,
    applicationNumber: `W${claim.slice(-9)}`,
    channel: 'port_of_entry' as const,
  }
  desk.add(
    'claim.opened',
    { ...opened, claimDate: '2026-11-20' as never },
    { ...by, subject: { kind: 'claim', id: claim } },
  )
  const read = { claim, format: 'TD3', lines: [], number, issuer, failedChecks: [] }
  desk.add('person.document_read', read, { ...by, subject: { kind: 'person', id: person } })
  if (clientId)
    desk.add('person.set', { fields: { clientId }, source: 'typed' } as never, {
      ...by,
      subject: { kind: 'person', id: person },
    })
  return { claim, person, ana }
}

const told = async (desk: WireDesk) =>
  (await desk.pull(central)).events.flatMap(({ event }) =>
    event?.type === 'claim.known_elsewhere' ? [[event.subject.id, JSON.parse(event.body ?? '{}')]] : [],
  )

test('a passport that was read at two offices is told to both, with nothing but the other office’s name', async () => {
  const first = claimAt(here, 'N0012345')
  await here.push(central)
  const second = claimAt(there, ' n001-2345')
  await there.push(central)
  await vi.waitFor(async () => expect(await told(there)).toHaveLength(1), { timeout: 10_000 })
  expect(await told(there)).toEqual([[second.claim, { office: 'lacolle-15', way: 'document' }]])
  await vi.waitFor(async () => expect(await told(here)).toHaveLength(1), { timeout: 10_000 })
  expect(await told(here)).toEqual([[first.claim, { office: 'windsor-detroit-tunnel', way: 'document' }]])
  // Read again: told once.
  there.add('person.document_read', JSON.parse(there.chain.at(-1)!.body!), {
    actor: second.ana,
    subject: { kind: 'person', id: second.person },
  })
  await there.push(central)
  expect(await told(there)).toHaveLength(1)
})

test('a client number is compared too; another country’s paper of the same number, or the same office twice, is nobody’s concern', async () => {
  claimAt(here, 'A1', { clientId: '1100000001' })
  claimAt(here, 'A1')
  await here.push(central)
  claimAt(there, 'A1', { issuer: 'LBN' })
  const same = claimAt(there, 'B2', { clientId: '1100000001' })
  await there.push(central)
  await vi.waitFor(async () => expect(await told(there)).toHaveLength(1), { timeout: 10_000 })
  expect(await told(there)).toEqual([[same.claim, { office: 'lacolle-15', way: 'client' }]])
})

test('what is kept says nothing without the key file, and goes with the person', async () => {
  const { person, ana } = claimAt(here, 'N0012345', { clientId: '1100000001' })
  await here.push(central)
  const { db } = central.services.database
  const rows = await db.selectFrom('identity').selectAll().execute()
  expect(rows.map(({ way }) => way).sort()).toEqual(['client', 'document'])
  expect(JSON.stringify(rows)).not.toContain('0012345')
  here.add('person.erased', { law: 'retention' }, { actor: ana, subject: { kind: 'person', id: person } })
  await here.push(central)
  expect(await db.selectFrom('identity').selectAll().execute()).toEqual([])
  claimAt(there, 'N0012345')
  await there.push(central)
  expect(await told(there)).toEqual([])
})
