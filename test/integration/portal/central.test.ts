import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createBlobs } from '../../../src/central/blobs/blobs.ts'
import { createFolderStore } from '../../../src/central/blobs/folder-store.ts'
import { revokeCredential } from '../../../src/central/portal/accounts.ts'
import { createPortalAuthor, said } from '../../../src/central/portal/author.ts'
import { sweepDrafts } from '../../../src/central/portal/drafts.ts'
import type { PreparationAnswer } from '../../../src/shared/contract/portal.ts'
import { officeId } from '../../../src/shared/domain/ports-of-entry.ts'
import { asked, startTestCentral, type TestCentral } from '../../support/central.ts'
import { admit, refusalOf, wireDesk } from '../../support/central-desk.ts'
import { openPortal, someone, type TestPortal } from '../../support/portal.ts'

/** The portal's contract over HTTP, to a whole central on a real PostgreSQL. */
let central: TestCentral
let portal: TestPortal
beforeAll(async () => {
  central = await startTestCentral()
  portal = await openPortal(central)
})
afterAll(() => central.remove())

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(randomUUID())])
const dayMs = 86_400_000

describe('a portal', () => {
  test('shows its credential, and sees no account of another', async () => {
    const account = await portal.account()
    const other = await openPortal(central)
    expect(await refusalOf(await other.ask('GET', `/accounts/${account}/claims`))).toMatchObject({ code: 'no_account' })
    const nobody = await fetch(`${central.url}/portal/v1/accounts/${account}/claims`)
    expect(await refusalOf(nobody)).toMatchObject({ status: 401, code: 'credential' })
    // Before anything that a stranger sends is read: no JSON, and yet it is the credential that is missing.
    const headers = { 'content-type': 'application/json' }
    const stranger = await fetch(`${central.url}/portal/v1/accounts`, { method: 'POST', headers, body: '{' })
    expect(await refusalOf(stranger)).toMatchObject({ status: 401, code: 'credential' })
  })

  test('is turned away once its credential is revoked', async () => {
    const gone = await openPortal(central, 'gone')
    const account = await gone.account()
    expect(await revokeCredential(central.services, 'gone')).toBe(true)
    expect(await refusalOf(await gone.ask('GET', `/accounts/${account}/claims`))).toMatchObject({ code: 'credential' })
  })

  test('opens one account a reference', async () => {
    const reference = randomUUID()
    expect(await portal.account(reference)).toBe(await portal.account(reference))
  })
})

describe('a draft', () => {
  test('is kept sealed, read back, and its key is destroyed after 90 days; the person is warned at 75 and 85, once each', async () => {
    const account = await portal.account()
    const [draft, secret] = [randomUUID(), `secret-${randomUUID()}`]
    await portal.ask('PUT', `/accounts/${account}/draft`, { draft, form: { secret } })
    expect(await portal.get(`/accounts/${account}/draft`)).toMatchObject({ draft, form: { secret } })
    const { rows } = await central.services.database.pool.query('SELECT sealed FROM portal_draft WHERE draft = $1', [
      draft,
    ])
    expect(rows[0].sealed.includes(secret)).toBe(false)
    let day = 0
    const at = async (days: number) => {
      central.clock.advance((days - day) * dayMs)
      day = days
      const { warnings, purged } = await sweepDrafts(central.services)
      return [warnings.filter((one) => one.account === account).map(({ day }) => day), purged > 0] as const
    }
    expect(await at(74)).toEqual([[], false])
    expect(await at(76)).toEqual([[75], false])
    expect(await at(80)).toEqual([[], false])
    expect(await at(89)).toEqual([[85], false])
    expect(await at(90)).toEqual([[], true])
    expect(await refusalOf(await portal.ask('GET', `/accounts/${account}/draft`))).toMatchObject({ code: 'no_draft' })
    const keys = await central.services.database.pool.query('SELECT 1 FROM portal_key WHERE id = $1', [draft])
    expect(keys.rows).toEqual([])
    // A restart gets a new number; the old draft does not come back.
    const again = await portal.ask('PUT', `/accounts/${account}/draft`, { draft, form: {} })
    expect(await refusalOf(again)).toMatchObject({ code: 'draft_ended' })
  })
})

describe('a submission', () => {
  test('makes a claim for each person, with numbers of their own; asking again gives the same', async () => {
    const account = await portal.account()
    const draft = randomUUID()
    const people = [someone(), { ...someone(), person: { familyName: 'Diallo', givenNames: 'Mamadou' } }]
    const first = await portal.file(account, { draft, people })
    expect(first.applicationNumber).toMatch(/^W\d{9}$/)
    const { claims } = await portal.get<{ claims: { applicationNumber: string }[] }>(`/accounts/${account}/claims`)
    expect(new Set(claims.map(({ applicationNumber }) => applicationNumber)).size).toBe(2)
    const again = await portal.post(`/accounts/${account}/claims`, { draft, office: 'lacolle-15', people })
    expect(again).toEqual({ claims })
    const other = await portal.ask('POST', `/accounts/${account}/claims`, {
      draft: randomUUID(),
      office: 'lacolle-15',
      people,
    })
    expect(await refusalOf(other)).toMatchObject({ code: 'already_submitted' })
  })

  test('two at the same moment file once', async () => {
    const account = await portal.account()
    const draft = randomUUID()
    await portal.ask('PUT', `/accounts/${account}/draft`, { draft, form: {} })
    const given = { draft, office: 'lacolle-15', people: [someone()] }
    const answers = await Promise.all(
      [1, 2, 3].map(async () => (await portal.ask('POST', `/accounts/${account}/claims`, given)).json()),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  })

  test('may not say what is an officer’s to say', async () => {
    const account = await portal.account()
    const draft = randomUUID()
    await portal.ask('PUT', `/accounts/${account}/draft`, { draft, form: {} })
    const submitWith = (claim: object, person: object = {}) =>
      portal.ask('POST', `/accounts/${account}/claims`, {
        draft,
        office: 'lacolle-15',
        people: [{ person, claim }],
      })
    for (const claim of [{ claimDate: '2020-01-01' }, { channel: 'inland' }, { unableToAppreciate: true }])
      expect(await refusalOf(await submitWith(claim))).toMatchObject({ status: 422, code: 'schema' })
    expect(await refusalOf(await submitWith({}, { clientId: '12345678' }))).toMatchObject({ status: 422 })
  })

  test('that was weeks in the making has its files; one whose bytes were lost is asked for again', async () => {
    const { database, wrappingKey, random, clock } = central.services
    const store = createFolderStore(join(central.folder, 'blobs'), wrappingKey, random)
    const blobs = createBlobs({ database, store, clock })
    const account = await portal.account()
    const draft = randomUUID()
    await portal.ask('PUT', `/accounts/${account}/draft`, { draft, form: {} })
    const mine = Buffer.concat([jpeg, Buffer.from(account)])
    const { sha256 } = await portal.upload(account, 'lacolle-15', mine)
    central.clock.advance(20 * dayMs)
    await blobs.sweep()
    expect((await database.pool.query("SELECT 1 FROM blob WHERE sha = decode($1, 'hex')", [sha256])).rows).toHaveLength(
      1,
    )
    await database.pool.query("DELETE FROM blob WHERE sha = decode($1, 'hex')", [sha256])
    await store.remove({ office: 'lacolle-15', sha: sha256 })
    const file = { item: randomUUID(), kind: 'passport', title: 'Passport', file: { sha256, name: 'passport.jpg' } }
    const given = { draft, office: 'lacolle-15', people: [{ ...someone(), evidence: [file] }] }
    const send = () => portal.ask('POST', `/accounts/${account}/claims`, given)
    expect(await refusalOf(await send())).toMatchObject({ code: 'file_missing' })
    await portal.upload(account, 'lacolle-15', mine)
    expect((await send()).status).toBe(200)
  })

  test('names only files that this person uploaded', async () => {
    const [mine, others] = [await portal.account(), await portal.account()]
    const { sha256 } = await portal.upload(others, 'lacolle-15', jpeg)
    const draft = randomUUID()
    await portal.ask('PUT', `/accounts/${mine}/draft`, { draft, form: {} })
    const photo = { item: randomUUID(), file: { sha256, name: 'me.jpg' } }
    const response = await portal.ask('POST', `/accounts/${mine}/claims`, {
      draft,
      office: 'lacolle-15',
      people: [{ ...someone(), photo }],
    })
    expect(await refusalOf(response)).toMatchObject({ status: 409, code: 'file_missing' })
  })
})

describe('after filing', () => {
  test('the person sees status, dates, what was sent and what happened, with the moment of the office’s last settling', async () => {
    const account = await portal.account()
    const { claim, applicationNumber } = await portal.file(account)
    const { sha256 } = await portal.upload(account, 'lacolle-15', jpeg)
    const item = randomUUID()
    const evidence = { item, file: { sha256, name: 'scan.jpg' }, kind: 'police_report', title: 'Police report' }
    await portal.post(`/accounts/${account}/claims/${claim}/evidence`, evidence)
    await portal.post(`/accounts/${account}/claims/${claim}/evidence`, evidence)
    const correction = { correction: randomUUID(), claim: { phone: '+1 514 555 0199' }, reason: 'New telephone' }
    await portal.post(`/accounts/${account}/claims/${claim}/corrections`, correction)
    const view = await portal.claim(account, claim)
    expect(view).toMatchObject({
      applicationNumber,
      status: 'received',
      evidence: [{ item, title: 'Police report' }],
      corrections: [{ fields: ['phone'] }],
      asOf: { office: null },
    })
    // 15 business days from the day of submission.
    expect(view.dates).toHaveLength(1)
    expect(view.timeline.map(({ text }) => text.en)).toEqual([
      'Correction proposed. New telephone',
      'Evidence added: Police report',
      expect.stringMatching(/^Claim received on \d{4}-\d\d-\d\d, .*portal/),
      'Claim submitted through the portal',
      `Claim opened, application ${applicationNumber}`,
    ])
  })

  test('a photo waits for the office; no second one goes before it is answered', async () => {
    const account = await portal.account()
    const { claim } = await portal.file(account)
    const { sha256 } = await portal.upload(account, 'lacolle-15', jpeg)
    const photo = () => ({ item: randomUUID(), file: { sha256, name: 'me.jpg' } })
    await portal.post(`/accounts/${account}/claims/${claim}/photos`, photo())
    const second = await portal.ask('POST', `/accounts/${account}/claims/${claim}/photos`, photo())
    expect(await refusalOf(second)).toMatchObject({ code: 'photo_locked', state: 'sent' })
    expect((await portal.claim(account, claim)).photo).toMatchObject({ state: 'sent' })
  })

  test('a file is what its bytes say', async () => {
    const account = await portal.account()
    await expect(portal.upload(account, 'lacolle-15', Buffer.from('MZ not a picture'))).rejects.toThrow('media_type')
  })
})

describe('the chain of the portal', () => {
  test('is pulled by desks and signed as theirs are', async () => {
    const desk = wireDesk(officeId('lacolle-15'))
    await admit(central, desk)
    await portal.file(await portal.account())
    const pulled = await desk.pull(central)
    const events = pulled.events.flatMap(({ event }) => event ?? [])
    expect(events[0]).toMatchObject({ type: 'device.started', sequence: 1 })
    expect(new Set(pulled.events.map(({ verdict }) => verdict))).toEqual(new Set([undefined]))
    expect(pulled.batches.length).toBeGreaterThan(0)
  })

  test('the portal cannot write what only an officer may', async () => {
    const { services } = central
    const author = createPortalAuthor(services)
    await author.ready()
    const at = { office: 'lacolle-15', stream: officeId('lacolle-15') }
    const act = services.database.transact((tx) =>
      author.write(tx, at, [said('claim.deadline_met', randomUUID(), { rule: 'medical.exam', on: '2026-11-23' })]),
    )
    await expect(act).rejects.toThrow('sync.not_entitled')
  })

  test('an erased claim is gone for the portal too', async () => {
    const account = await portal.account()
    const { claim } = await portal.file(account)
    await asked(central.databaseUrl, `DELETE FROM subject_key WHERE subject = '${claim}'`)
    expect(await refusalOf(await portal.ask('GET', `/accounts/${account}/claims/${claim}`))).toMatchObject({
      status: 410,
    })
  })
})

test('a person is told how to get ready: what the case lacks, and papers of their own country, as of the last settling', async () => {
  const account = await portal.account()
  const people = [{ ...someone(), person: { ...someone().person, citizenships: ['SYR'] } }]
  const { claim } = await portal.file(account, { people })
  const pack = await portal.get<PreparationAnswer>(`/accounts/${account}/claims/${claim}/preparation`)
  expect(pack.lacking.map(({ fr }) => fr)).toContain('Une photo de vous')
  expect(pack.guides).toMatchObject([
    { country: 'SYR', verified: false, notice: { fr: expect.stringMatching(/^Non vérifié; revu le 2/) } },
  ])
  expect(pack.asOf).toMatchObject({ portal: expect.any(String) })
  const stranger = await portal.account()
  const refused = await portal.ask('GET', `/accounts/${stranger}/claims/${claim}/preparation`)
  expect(await refusalOf(refused)).toMatchObject({ code: 'no_claim' })
})
