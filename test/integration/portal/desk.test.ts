import { createHash, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { openPortal, someone, type TestPortal } from '../../support/portal.ts'
import { portalDesks } from '../../support/portal-desk.ts'
import { codeOf } from '../seat/kit.ts'

/** People at a portal, a whole central on a real PostgreSQL, and a desk with its real encrypted store. */
let central: TestCentral
let portal: TestPortal
beforeAll(async () => {
  central = await startTestCentral()
  portal = await openPortal(central)
})
afterAll(() => central.remove())

const desks = portalDesks(() => central)
afterEach(desks.close)

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(randomUUID())])

test('a claim filed at the portal is in the officers’ list, nobody’s yet, with what was sent and by whom', async () => {
  const account = await portal.account()
  const { claim: claimId, applicationNumber } = await portal.file(account)
  const { desk } = await desks.enrol()
  const { rows } = await desk.claims.page({ limit: 50 })
  const row = rows.find((one) => one.claimId === claimId)
  expect(row).toMatchObject({ applicationNumber, familyName: 'Diallo', portal: true, state: 'intake' })
  expect(row?.ownerName).toBeUndefined()
  expect(await desk.portal.get({ claimId })).toMatchObject({
    sent: { language: 'fr', document: { kind: 'passport', number: 'P1234567' }, people: 1 },
    corrections: [],
  })
  const timeline = await desk.claims.timeline({ claimId })
  expect(timeline.map(({ type }) => type)).toContain('claim.sent')
  // An officer works on it as on any other.
  await desk.claims.setPerson({ claimId, fields: { birthPlace: 'Conakry' }, bases: [] })
  await desk.sync.now()
})

test('a correction changes nothing until an officer accepts it; then the person reads the answer', async () => {
  const account = await portal.account()
  const { claim: claimId } = await portal.file(account)
  const correction = randomUUID()
  const wished = { familyName: 'Dialo' }
  const reason = 'My name has one l'
  await portal.post(`/accounts/${account}/claims/${claimId}/corrections`, { correction, person: wished, reason })
  const { desk } = await desks.enrol()
  expect((await desk.claims.get({ claimId })).person.familyName?.value).toBe('Diallo')
  expect((await desk.portal.get({ claimId })).corrections).toMatchObject([
    { reason, state: 'waiting', changes: [{ field: 'familyName', held: 'Diallo', proposed: 'Dialo' }] },
  ])
  expect(await codeOf(desk.portal.answer({ claimId, correction, answer: 'declined' }))).toBe('portal.reason_missing')
  await desk.portal.answer({ claimId, correction, answer: 'accepted' })
  const { person } = await desk.claims.get({ claimId })
  expect(person.familyName).toMatchObject({ value: 'Dialo' })
  expect(person.familyName?.conflict).toBeUndefined()
  // What was sent first is still read as sent.
  const { sent } = await desk.portal.get({ claimId })
  expect(sent?.fields).toContainEqual({ of: 'person', field: 'familyName', value: 'Diallo' })
  expect(await codeOf(desk.portal.answer({ claimId, correction, answer: 'accepted' }))).toBe('portal.answered')
  await desk.sync.now()
  const view = await portal.claim(account, claimId)
  expect(view.corrections).toMatchObject([{ correction, answer: 'accepted' }])
  expect(view.asOf.office).not.toBeNull()
})

test('the officer sees exactly what the person sees, also after messages went both ways', async () => {
  const account = await portal.account()
  const { claim: claimId } = await portal.file(account, { people: [someone(), someone()] })
  const { sha256 } = await portal.upload(account, 'lacolle-15', jpeg)
  const evidence = { item: randomUUID(), file: { sha256, name: 'a.jpg' }, kind: 'police_report', title: 'Report' }
  await portal.post(`/accounts/${account}/claims/${claimId}/evidence`, evidence)
  const { desk } = await desks.enrol()
  const action = { what: 'send_document', due: '2026-12-18' } as const
  await desk.messages.send({ claimId, language: 'fr', subject: 'Il manque un document', text: 'Le passeport.', action })
  await desk.sync.now()
  const [asked] = (await portal.claim(account, claimId)).messages
  if (!asked) throw new Error('the message did not arrive')
  expect(asked).toMatchObject({ from: 'office', action })
  await portal.post(`/accounts/${account}/claims/${claimId}/messages/read`, { messages: [asked.message] })
  await portal.post(`/accounts/${account}/claims/${claimId}/acknowledgements`, { message: asked.message })
  const answer = { message: randomUUID(), thread: asked.message, subject: 'Réponse', text: 'Le voici.' }
  await portal.post(`/accounts/${account}/claims/${claimId}/messages`, answer)
  await desk.sync.now()
  const { rows: waiting } = await desk.messages.waiting({})
  expect(waiting.filter((one) => one.claimId === claimId)).toMatchObject([{ subject: 'Réponse' }])
  await desk.messages.read({ claimId, messages: [answer.message] })
  await desk.messages.settle({ claimId, message: asked.message })
  await desk.sync.now()
  const { messages } = await desk.messages.ofClaim({ claimId })
  expect(messages).toMatchObject([
    { readOn: expect.any(String), action: { acknowledgedOn: expect.any(String), settledOn: expect.any(String) } },
    { from: 'claimant', thread: asked.message, readOn: expect.any(String) },
  ])
  const { asOf: _, ...atPortal } = await portal.claim(account, claimId)
  expect((await desk.portal.asClaimant({ claimId })).view).toEqual(atPortal)
  expect(atPortal.timeline.length).toBeGreaterThan(6)
})

test('a letter that came back makes the person unreachable until somebody reaches them', async () => {
  const { claim: claimId } = await portal.file(await portal.account())
  const { desk } = await desks.enrol()
  expect(await codeOf(desk.messages.reachedAgain({ claimId, reason: 'nothing lost' }))).toBe('portal.reachable')
  const lost = await desk.messages.returned({ claimId, note: 'moved' })
  expect(lost.unreachable).toMatchObject({ how: 'returned', code: 'moved' })
  const found = await desk.messages.reachedAgain({ claimId, reason: 'She called the office' })
  expect(found.unreachable).toBeUndefined()
})

test('two desks that answer a correction apart: the first answer counts, and both read it', async () => {
  const account = await portal.account()
  const { claim: claimId } = await portal.file(account)
  const correction = randomUUID()
  const body = { correction, claim: { phone: '+1 514 555 0123' }, reason: 'New number' }
  await portal.post(`/accounts/${account}/claims/${claimId}/corrections`, body)
  const [a, b] = [await desks.enrol(), await desks.enrol()]
  await a.desk.portal.answer({ claimId, correction, answer: 'accepted' })
  await b.desk.portal.answer({ claimId, correction, answer: 'declined', reason: 'no such number' })
  for (const at of [a, b, a]) await at.desk.sync.now()
  const states = await Promise.all(
    [a, b].map(async ({ desk }) => (await desk.portal.get({ claimId })).corrections[0]?.state),
  )
  expect(states[0]).toBe(states[1])
  expect((await portal.claim(account, claimId)).corrections).toMatchObject([{ answer: states[0] }])
})

test('the rest of the forms is sent with the claim, stands in the record as sent, and is corrected by amendment alone', async () => {
  const account = await portal.account()
  const name = 'record.who.eyes'
  const filed = portal.file(account, { people: [{ ...someone(), record: { [name]: 'brown' } }] })
  const { claim: claimId } = await filed
  const { desk } = await desks.enrol()
  const { registers } = await desk.record.get({ claimId })
  expect(registers[name]).toMatchObject({ value: 'brown', source: 'portal' })
  const typed = { claimId, fields: { [name]: 'blue' }, bases: [], source: 'typed' as const }
  expect(await codeOf(desk.record.set(typed))).toBe('claims.correct_instead')
})

test('additional dependants come through the portal as sent, and are corrected by the form that asks of them', async () => {
  const account = await portal.account()
  const row = `row.dependants.${randomUUID()}`
  const said = { relation: 'spouse', familyName: 'Diallo', givenNames: 'Sékou', birthDate: '1989-02-11' }
  const { claim: claimId } = await portal.file(account, { people: [{ ...someone(), record: { [row]: said } }] })
  const form = { correction: randomUUID(), form: 'imm0008dep', record: { [row]: { ...said, residence: 'GIN' } } }
  await portal.post(`/accounts/${account}/claims/${claimId}/corrections`, { ...form, reason: 'I left it out' })
  const { desk } = await desks.enrol()
  expect((await desk.record.get({ claimId })).registers[row]).toMatchObject({ value: said, source: 'portal' })
  expect((await desk.portal.get({ claimId })).corrections).toMatchObject([
    { form: { number: 'IMM 0008DEP' }, changes: [{ held: said, proposed: { residence: 'GIN' } }] },
  ])
})

test('an answer that the form does not ask for, or of the wrong shape, is refused and files nothing', async () => {
  const account = await portal.account()
  const draft = randomUUID()
  await portal.ask('PUT', `/accounts/${account}/draft`, { draft, form: {} })
  for (const record of [{ 'record.who.shoe': 'x' }, { 'record.who.eyes': 7 }]) {
    const people = [{ ...someone(), record }]
    const answer = await portal.ask('POST', `/accounts/${account}/claims`, { draft, office: 'lacolle-15', people })
    expect(answer.status).toBe(422)
  }
  expect(await portal.get(`/accounts/${account}/claims`)).toEqual({ claims: [] })
})

test('a file that the office attached is opened by its person once it is here, and by nobody else', async () => {
  const account = await portal.account()
  const { claim: claimId } = await portal.file(account)
  const { desk } = await desks.enrol()
  const bytes = Buffer.concat([jpeg, Buffer.from('attached')])
  const file = new File([bytes], 'exemple.jpg', { type: 'image/jpeg' })
  await desk.messages.send({ claimId, language: 'fr', subject: 'Exemple', text: 'Le voici.', files: [file] })
  const sha = createHash('sha256').update(bytes).digest('hex')
  const open = async (who: string) => {
    await desk.sync.now()
    return portal.ask('GET', `/accounts/${who}/claims/${claimId}/files/${sha}`)
  }
  await expect.poll(async () => (await open(account)).status, { timeout: 10_000 }).toBe(200)
  expect(Buffer.from(await (await open(account)).arrayBuffer()).equals(bytes)).toBe(true)
  expect((await open(await portal.account())).status).toBe(404)
})
