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

const read = { format: 'TD3', lines: [], issuer: 'ETH', failedChecks: [] }

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
  desk.add(
    'person.document_read',
    { ...read, claim, number, issuer },
    { ...by, subject: { kind: 'person', id: person } },
  )
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

/** A claim of a person without a paper, whose name and birth date were typed field by field. */
function namedAt(desk: WireDesk, familyName: string, givenNames: string, birthDate: string) {
  const made = claimAt(desk, '')
  const by = { actor: made.ana, subject: { kind: 'person', id: made.person } as const }
  for (const fields of [{ familyName }, { givenNames }, { birthDate }])
    desk.add('person.set', { fields, source: 'typed' } as never, by)
  return { ...made, by }
}

test('a like name, however it is written, and the same birth date at two offices: each is told that the other may know the person', async () => {
  const first = namedAt(here, 'Al-Hassan', 'Muhammad Reza', '1985-03-17')
  namedAt(here, 'Hasan', 'Mohamed', '1985-03-17') // the same office sees these itself
  await here.push(central)
  const second = namedAt(there, 'حسن', 'Mohammed', '1985-03-17')
  namedAt(there, 'Hassan', 'Leila', '1985-03-17')
  namedAt(there, 'Hassan', 'Muhammad', '1985-03-18')
  await there.push(central)
  await vi.waitFor(async () => expect(await told(there)).toHaveLength(1), { timeout: 10_000 })
  expect(await told(there)).toEqual([[second.claim, { office: 'lacolle-15', way: 'name' }]])
  await vi.waitFor(async () => expect(await told(here)).toHaveLength(2), { timeout: 10_000 })
  expect(await told(here)).toContainEqual([first.claim, { office: 'windsor-detroit-tunnel', way: 'name' }])
})

test('a maiden name or another spelling is compared too, until it is taken off the list; a first of January needs the name itself', async () => {
  const married = namedAt(here, 'Tesfaye', 'Sara', '1988-07-09')
  const aliases = [{ kind: 'birth', familyName: 'Gebremariam' }]
  here.add('person.set', { fields: { aliases }, source: 'typed' } as never, married.by)
  const former = namedAt(here, 'Nazari', 'Leila', '1977-04-05')
  for (const value of [[{ kind: 'other', familyName: 'Karimi', givenNames: 'Roya' }], null])
    here.add('person.set', { fields: { aliases: value }, source: 'typed' } as never, former.by)
  const unsure = namedAt(here, 'Osman', 'Amina', '1990-01-01')
  here.add('person.set', { fields: { aliases }, source: 'typed' } as never, unsure.by)
  await here.push(central)
  const found = namedAt(there, 'Gebremaryam', 'Sarah', '1988-07-09')
  namedAt(there, 'Karimi', 'Roya', '1977-04-05')
  namedAt(there, 'Gebremariam', 'Amina', '1990-01-01')
  await there.push(central)
  await vi.waitFor(async () => expect(await told(there)).toHaveLength(1), { timeout: 10_000 })
  expect(await told(there)).toEqual([[found.claim, { office: 'lacolle-15', way: 'name' }]])
  await vi.waitFor(async () => expect(await told(here)).toHaveLength(1), { timeout: 10_000 })
  expect(await told(here)).toEqual([[married.claim, { office: 'windsor-detroit-tunnel', way: 'name' }]])
})

test('with a first of January, which many share, every sound of the name must agree, in any order', async () => {
  namedAt(here, 'Ahmadi', 'Farid', '1990-01-01')
  await here.push(central)
  namedAt(there, 'Ahmadi', 'Farid Khan', '1990-01-01')
  const swapped = namedAt(there, 'Fareed', 'Ahmady', '1990-01-01')
  await there.push(central)
  await vi.waitFor(async () => expect(await told(there)).toHaveLength(1), { timeout: 10_000 })
  expect(await told(there)).toEqual([[swapped.claim, { office: 'lacolle-15', way: 'name' }]])
})

test('a name that was corrected or taken away is not compared any more, and who is told of a paper is not told of the name', async () => {
  const typo = namedAt(here, 'Okafor', 'Grace', '1979-06-02')
  here.add('person.set', { fields: { familyName: null, birthDate: '1979-06-03' }, source: 'typed' } as never, typo.by)
  await here.push(central)
  namedAt(there, 'Okafor', 'Grace', '1979-06-02')
  namedAt(there, 'Okafor', 'Grace', '1979-06-03')
  await there.push(central)
  const named = namedAt(here, 'Haile', 'Sara', '1991-10-12')
  here.add('person.document_read', { ...read, claim: named.claim, number: 'EP55' }, named.by)
  await here.push(central)
  const same = namedAt(there, 'Haile', 'Sara', '1991-10-12')
  there.add('person.document_read', { ...read, claim: same.claim, number: 'EP55' }, same.by)
  await there.push(central)
  await vi.waitFor(async () => expect(await told(there)).toHaveLength(1), { timeout: 10_000 })
  expect(await told(there)).toEqual([[same.claim, { office: 'lacolle-15', way: 'document' }]])
})

test('what is kept says nothing without the key file, and goes with the person', async () => {
  const { person, ana } = claimAt(here, 'N0012345', { clientId: '1100000001' })
  const fields = { familyName: 'Okafor', givenNames: 'Grace', birthDate: '1979-06-02' }
  const by = { actor: ana, subject: { kind: 'person', id: person } as const }
  here.add('person.set', { fields, source: 'typed' } as never, by)
  await here.push(central)
  const { db } = central.services.database
  const rows = await db.selectFrom('identity').selectAll().execute()
  expect(rows.map(({ way }) => way).sort()).toEqual(['client', 'document'])
  const names = await db.selectFrom('identity_name').selectAll().execute()
  expect(names).toMatchObject([
    { person, family: [expect.any(Buffer)], given: [expect.any(Buffer), expect.any(Buffer)] },
  ])
  expect(JSON.stringify([rows, names])).not.toMatch(/0012345|KFR|1979/)
  here.add('person.erased', { law: 'retention' }, by)
  await here.push(central)
  expect(await db.selectFrom('identity').selectAll().execute()).toEqual([])
  expect(await db.selectFrom('identity_name').selectAll().execute()).toEqual([])
  claimAt(there, 'N0012345')
  await there.push(central)
  expect(await told(there)).toEqual([])
})
