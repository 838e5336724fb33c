import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startTestCentral, type TestCentral } from '../../support/central.ts'
import { refusalOf } from '../../support/central-desk.ts'
import { openPortal, someone, type TestPortal } from '../../support/portal.ts'
import { portalDesks } from '../../support/portal-desk.ts'
import { codeOf } from '../seat/kit.ts'

/** People send corrected forms over HTTP; a desk with its real encrypted store shows them, and officers answer. */
let central: TestCentral
let portal: TestPortal
beforeAll(async () => {
  central = await startTestCentral()
  portal = await openPortal(central)
})
afterAll(() => central.remove())
const desks = portalDesks(() => central)
afterEach(desks.close)

const dayMs = 86_400_000
const left = 'record.boc.leftOn'
const why = 'record.boc.whyThen'
const agent = `row.agents.${randomUUID()}`

/** A claim whose Basis of Claim Form says that the person left after they had come to Canada. */
async function filed() {
  const account = await portal.account()
  const entries = [{ date: '2026-10-02', manner: 'airport' as const }]
  const route = [{ from: 'GIN', to: 'CAN', left: '2026-10-01', arrived: '2026-10-02', means: 'air' as const }]
  const people = [
    {
      ...someone(),
      claim: { ...someone().claim, entries, route },
      record: { [left]: '2026-11-01', [agent]: { name: 'Soldiers' } },
    },
  ]
  const { claim } = await portal.file(account, { people })
  const post = (body: object) => portal.ask('POST', `/accounts/${account}/claims/${claim}/corrections`, body)
  return { account, claim, post }
}

const corrected = () => ({
  ...{ correction: randomUUID(), form: 'boc', reason: 'I mixed up the months' },
  record: { [left]: '2026-10-01', [why]: 'They came at night', [agent]: null },
  claim: { fearedCountries: ['GIN'] },
})

test('a corrected form reaches the officer as it was sent, old and new side by side, and becomes an amendment', async () => {
  const { account, claim: claimId, post } = await filed()
  const { desk } = await desks.enrol()
  await desk.claims.get({ claimId })
  central.clock.advance(dayMs)
  const form = corrected()
  expect((await post(form)).status).toBe(200)
  expect((await post(form)).status).toBe(200)
  expect((await portal.claim(account, claimId)).corrections).toMatchObject([
    { correction: form.correction, form: { number: 'RPD.02.01' }, fields: ['fearedCountries', left, why, agent] },
  ])
  await desk.sync.now()

  const [waiting] = (await desk.portal.get({ claimId })).corrections
  expect(waiting).toMatchObject({
    state: 'waiting',
    reason: form.reason,
    form: { title: { fr: expect.stringContaining('fondement') } },
    changes: expect.arrayContaining([
      { of: 'claim', field: left, held: '2026-11-01', proposed: '2026-10-01' },
      { of: 'claim', field: agent, held: { name: 'Soldiers' }, proposed: null },
      { of: 'claim', field: 'fearedCountries', proposed: ['GIN'] },
    ]),
  })
  expect(waiting?.lateSince).toBeUndefined()
  // The checks run over the claim as it would be.
  expect(waiting?.effects?.settles.map(({ key }) => key)).toEqual(
    expect.arrayContaining([expect.stringContaining('departure')]),
  )
  const queue = await desk.queues.page({ queue: 'sent_items', whose: 'all', limit: 50 })
  expect(queue.rows.map((row) => row.claimId)).toContain(claimId)
  // Nothing changed yet.
  expect((await desk.record.get({ claimId })).registers[left]).toMatchObject({ value: '2026-11-01', source: 'portal' })

  await desk.portal.answer({ claimId, correction: form.correction, answer: 'accepted' })
  const { registers, findings } = await desk.record.get({ claimId })
  expect(registers[left]).toMatchObject({
    ...{ value: '2026-10-01', source: 'portal', sent: '2026-11-01', reason: form.reason },
  })
  expect(registers[agent]?.value).toBeUndefined()
  expect(findings.map(({ key }) => key).filter((key) => key.includes('departure'))).toEqual([])
  // Both values stay readable in the answer and in the log.
  const [answered] = (await desk.portal.get({ claimId })).corrections
  expect(answered?.changes).toContainEqual({ of: 'claim', field: left, held: '2026-11-01', proposed: '2026-10-01' })
  const said = (await desk.claims.timeline({ claimId })).map(({ text }) => text)
  expect(said.find(({ en }) => en.startsWith('Corrected form received'))?.fr).toContain('Formulaire corrigé reçu')
  expect(said.find(({ en }) => en.startsWith('Record corrected'))).toMatchObject({
    en: expect.stringContaining('As the person asked through the portal'),
    fr: expect.stringContaining('À la demande de la personne'),
  })
  await desk.sync.now()
  const { asOf: _, ...atPortal } = await portal.claim(account, claimId)
  expect(atPortal.corrections).toMatchObject([{ answer: 'accepted', answeredOn: expect.any(String) }])
  expect((await desk.portal.asClaimant({ claimId })).view).toEqual(atPortal)
})

test('what comes after the day by which the office asked for it is kept, and marked late on both sides', async () => {
  const { account, claim: claimId, post } = await filed()
  const at = await desks.enrol()
  const due = (await at.desk.status()).today ?? ''
  const action = { what: 'correct_form', due } as const
  await at.desk.messages.send({ claimId, language: 'en', subject: 'The form', text: 'Please correct it.', action })
  await at.desk.sync.now()
  central.clock.advance(dayMs)
  at.time.now = central.clock.now()
  expect((await post(corrected())).status).toBe(200)
  await at.desk.sync.now()
  expect((await at.desk.portal.get({ claimId })).corrections).toMatchObject([{ state: 'waiting', lateSince: due }])
  expect((await portal.claim(account, claimId)).corrections).toMatchObject([{ lateSince: due }])
})

test('a form that tells of a day to come, or holds what it does not ask, is refused with where, and nothing is sent', async () => {
  const { account, claim, post } = await filed()
  const refused = async (more: object) => refusalOf(await post({ ...corrected(), ...more }))
  expect(await refused({ record: { [left]: '2031-01-01' } })).toMatchObject({ code: 'future_date', at: left })
  expect(await refused({ record: { 'record.past.charged': null } })).toMatchObject({
    ...{ code: 'schema', at: 'record.record.past.charged' },
  })
  expect(await refused({ record: { [left]: 7 } })).toMatchObject({ status: 422, code: 'schema' })
  expect((await portal.claim(account, claim)).corrections).toEqual([])
})

test('a declined form leaves the record as it is, and the person reads why', async () => {
  const { account, claim: claimId, post } = await filed()
  const form = corrected()
  await post(form)
  const { desk } = await desks.enrol()
  const answer = { claimId, correction: form.correction, answer: 'declined' } as const
  expect(await codeOf(desk.portal.answer(answer))).toBe('portal.reason_missing')
  await desk.portal.answer({ ...answer, reason: 'The stamp says otherwise' })
  expect((await desk.record.get({ claimId })).registers[left]).toMatchObject({ value: '2026-11-01' })
  await desk.sync.now()
  expect((await portal.claim(account, claimId)).corrections).toMatchObject([
    { answer: 'declined', reason: 'The stamp says otherwise' },
  ])
})

test('an officer accepts some changes of a form: the others stay as they were, and the person reads which and why', async () => {
  const { account, claim: claimId, post } = await filed()
  const form = corrected()
  await post(form)
  const { desk } = await desks.enrol()
  const own = { claimId, correction: form.correction }
  const except = [`claim.${agent}`, 'claim.fearedCountries']
  const before = await desk.record.get({ claimId })

  // What it would do without one change is seen before.
  const settled = async (without: string[]) =>
    (await desk.portal.effects({ ...own, except: without })).settles.map(({ key }) => key).join()
  expect(await settled(except)).toContain('departure')
  expect(await settled([`claim.${left}`])).not.toContain('departure')

  const part = { ...own, answer: 'accepted', except } as const
  expect(await codeOf(desk.portal.answer(part))).toBe('portal.reason_missing')
  const reason = 'The soldiers are named in the narrative'
  expect(await codeOf(desk.portal.answer({ ...part, reason, except: ['claim.dateOfBirth'] }))).toBe('portal.no_change')
  const all = [left, why, agent, 'fearedCountries'].map((field) => `claim.${field}`)
  expect(await codeOf(desk.portal.answer({ ...part, reason, except: all }))).toBe('portal.nothing_accepted')
  expect(await codeOf(desk.portal.effects({ ...own, except: all }))).toBe('portal.nothing_accepted')
  expect((await desk.record.get({ claimId })).registers).toEqual(before.registers)

  const { corrections } = await desk.portal.answer({ ...part, reason })
  expect(corrections).toMatchObject([{ state: 'accepted', answer: reason }])
  const declined = corrections[0]?.changes.filter((change) => change.declined).map(({ field }) => field)
  expect(declined?.toSorted()).toEqual([agent, 'fearedCountries'].toSorted())
  const { registers } = await desk.record.get({ claimId })
  expect(registers[left]).toMatchObject({ value: '2026-10-01', sent: '2026-11-01' })
  expect(registers[why]).toMatchObject({ value: 'They came at night' })
  expect(registers[agent]).toMatchObject({ value: { name: 'Soldiers' } })
  const said = (await desk.claims.timeline({ claimId })).map(({ text }) => text.fr)
  expect(said).toContainEqual(expect.stringContaining('Correction acceptée en partie, 2 changements écartés'))
  expect(await codeOf(desk.portal.answer({ ...part, reason }))).toBe('portal.answered')
  expect(await desk.portal.effects({ ...own, except })).toEqual({ brings: [], settles: [] })

  await desk.sync.now()
  const { asOf: _, ...atPortal } = await portal.claim(account, claimId)
  expect(atPortal.corrections).toMatchObject([
    { answer: 'accepted', reason, declined: expect.arrayContaining([agent]) },
  ])
  expect((await desk.portal.asClaimant({ claimId })).view).toEqual(atPortal)
})

test('what the second of two desks accepted and the first did not is shown as entered, and said at the second', async () => {
  const account = await portal.account()
  const { claim: claimId } = await portal.file(account)
  const correction = randomUUID()
  const wished = { phone: '+1 514 555 0199', email: 'aissatou@example.org' }
  await portal.post(`/accounts/${account}/claims/${claimId}/corrections`, { correction, claim: wished, reason: 'New' })
  const [first, second] = [await desks.enrol(), await desks.enrol()]
  const own = { claimId, correction, answer: 'accepted' } as const
  await first.desk.portal.answer({ ...own, except: ['claim.phone'], reason: 'It is the number of the shelter' })
  await second.desk.portal.answer(own)
  for (const at of [first, second, first]) await at.desk.sync.now()
  for (const { desk } of [first, second]) {
    const [answered] = (await desk.portal.get({ claimId })).corrections
    const phone = answered?.changes.find(({ field }) => field === 'phone')
    expect(phone).toMatchObject({ declined: true, entered: true, held: wished.phone, proposed: wished.phone })
    expect(answered?.changes.find(({ field }) => field === 'email')).not.toHaveProperty('entered')
  }
  const told = (await second.desk.attention()).map(({ text }) => text.en)
  expect(told).toContainEqual(expect.stringContaining('answered a correction first'))
})
