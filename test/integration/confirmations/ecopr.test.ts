import { afterEach, expect, test } from 'vitest'
import { confirmResidence } from '../../../src/main/confirmations/decide.ts'
import { issueEcopr, renewEcopr, takeEcopr, withdrawEcopr } from '../../../src/main/confirmations/ecopr.ts'
import { addPhoto } from '../../../src/main/confirmations/photo.ts'
import { paperDrawing } from '../../../src/main/documents/drawing/paper-drawing.ts'
import { loadFonts } from '../../../src/main/documents/load-fonts.ts'
import { pageText } from '../../../src/main/documents/page-picture.ts'
import { isRevoked } from '../../../src/main/documents/replaced.ts'
import { approvePhoto } from '../../../src/main/photos/review/decide.ts'
import { type Result, unwrap } from '../../../src/shared/result.ts'
import { family } from '../../support/confirmation-files.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { portrait, reviewer } from '../photos/review-support.ts'
import { does, home, importAll, personOf, viewOf } from './support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
const day = 86_400_000
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)

function begun(clientId = '1110000001') {
  const office = openOffice()
  open.push(office)
  importAll(office, family())
  const id = personOf(office, clientId)
  does(
    office,
    id,
    { act: 'invite', email: 'p@example.org' },
    { act: 'record_answer', via: 'email', path: 'portal' },
    { act: 'declare_presence', via: 'portal', inCanada: true },
    { act: 'set_address', via: 'portal', home, card: 'home' },
  )
  const tools = {
    ...office.tools,
    specimen: false,
    fonts: loadFonts('assets'),
    drawing: paperDrawing({ assetsDir: 'assets' }),
  }
  const issue = (checkedNow = false) => issueEcopr(tools, office.officer, { confirmationId: id, checkedNow })
  const confirm = () =>
    unwrap(confirmResidence(office.tools, office.officer, id, { source: 'GCMS', passport: 'agrees' }))
  return { office, tools, id, issue, confirm }
}

test('is issued once somebody is a permanent resident, is available for 30 days, and given as the same bytes', async () => {
  const { office, tools, id, issue, confirm } = begun()
  expect(code(await issue())).toBe('confirmations.residence')
  confirm()
  unwrap(await issue())
  expect(code(await issue())).toBe('confirmations.ecopr')
  const { ecopr } = viewOf(office, id).facts
  expect(ecopr).toMatchObject({
    state: 'available',
    number: 'T111000000101',
    availableUntil: '2026-12-23',
    downloads: 0,
  })
  const [one, two] = [unwrap(takeEcopr(tools, office.officer, id)), unwrap(takeEcopr(tools, office.officer, id))]
  expect(one.pdf).toEqual(two.pdf)
  expect(viewOf(office, id).facts.ecopr).toMatchObject({ state: 'downloaded', downloads: 2 })
  const text = (await pageText(one.pdf, 0)).replace(/\s+/g, ' ')
  for (const part of ['HADDAD', 'RANA', '11-1000-0001', '168 cm', 'Brown', '12 Rideau Street, Ottawa, ON K1N 9J7'])
    expect(text).toContain(part)
})

test('shows the accepted photo, cut to its frame', async () => {
  const { office, tools, id, issue, confirm } = begun()
  confirm()
  unwrap(await addPhoto(office.tools, office.officer, id, { bytes: await portrait(3) }))
  const photoId = viewOf(office, id).facts.photo.id ?? ''
  unwrap(approvePhoto(office.tools, reviewer(office), { photoId }))
  unwrap(await issue())
  const { pdf } = unwrap(takeEcopr(tools, office.officer, id))
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Subtype\s*\/Image/)
})

test('on a later day the officer says that inadmissibility was checked again', async () => {
  const { office, issue, confirm } = begun()
  confirm()
  office.store.clock.advance(day)
  expect(code(await issue())).toBe('confirmations.check_again')
  expect(code(await issue(true))).toBe('ok')
})

test('is renewed for 30 days more', async () => {
  const { office, tools, id, issue, confirm } = begun()
  confirm()
  unwrap(await issue())
  office.store.clock.advance(40 * day)
  unwrap(renewEcopr(tools, office.officer, id))
  expect(viewOf(office, id).facts.ecopr.availableUntil).toBe('2027-02-01')
})

test('once withdrawn its number holds no longer, and the next has another', async () => {
  const { office, tools, id, issue, confirm } = begun()
  confirm()
  unwrap(await issue())
  expect(isRevoked(office.store, 'T111000000101')).toBe(false)
  unwrap(withdrawEcopr(tools, office.officer, id, 'wrong name'))
  expect(isRevoked(office.store, 'T111000000101')).toBe(true)
  expect(code(takeEcopr(tools, office.officer, id))).toBe('confirmations.ecopr')
  unwrap(await issue())
  expect(viewOf(office, id).facts.ecopr.number).toBe('T111000000102')
})

test('a parent signs for a child under 14', async () => {
  const { office, tools, id, issue, confirm } = begun('1110000004')
  confirm()
  unwrap(await issue())
  const text = await pageText(unwrap(takeEcopr(tools, office.officer, id)).pdf, 0)
  expect(text).toContain(
    viewOf(office, id).facts.identity.birthDate > '2012-12-01' ? 'parent or guardian' : 'permanent resident',
  )
})
