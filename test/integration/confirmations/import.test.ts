import { afterEach, describe, expect, test } from 'vitest'
import { readImportFile } from '../../../src/main/confirmations/import-file.ts'
import { confirmationPage } from '../../../src/main/confirmations/list.ts'
import { previewImport, takeInRows } from '../../../src/main/confirmations/take-in.ts'
import { noteApplication } from '../../../src/main/photos/import/take.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { crowd, csvOf, family } from '../../support/confirmation-files.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { importAll, personOf, viewOf } from './support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
const opened = (): Office => {
  const office = openOffice()
  open.push(office)
  return office
}
const bytes = (text: string) => new TextEncoder().encode(text)

describe('the preview of a file', () => {
  test('reads the mapping off the headers and says what would be taken in, changing nothing', () => {
    const { tools } = opened()
    const preview = unwrap(previewImport(tools, family()))
    expect(preview).toMatchObject({ rows: 4, good: 4, refused: [], missing: [], doubled: [] })
    expect(preview.sample[2]?.values).toMatchObject({
      clientId: '1110000003',
      givenNames: 'Lina',
      birthDate: '2010-09-03',
    })
    expect(confirmationPage(tools, { limit: 10 }).rows).toEqual([])
  })

  test('names each refused row with its column and why, never a value', () => {
    const { tools } = opened()
    const file = csvOf([
      { clientId: '1110000001' },
      { clientId: '11100' },
      { clientId: '1110000002', birthDate: '17/05/1990' },
      { clientId: '1110000003', birthDate: '2031-01-01' },
      { clientId: '1110000004', familyName: ' ' },
      { clientId: '1110000005', language: 'Klingon' },
      { clientId: '1110-000-001' },
    ])
    const { refused, good } = unwrap(previewImport(tools, file))
    expect(good).toBe(1)
    expect(refused).toEqual([
      { row: 3, why: 'format', column: 'clientId' },
      { row: 4, why: 'format', column: 'birthDate' },
      { row: 5, why: 'future', column: 'birthDate' },
      { row: 6, why: 'missing', column: 'familyName' },
      { row: 7, why: 'format', column: 'language' },
      { row: 8, why: 'twice', column: 'clientId' },
    ])
  })

  test('asks for columns that it cannot find, and refuses to take in without them', () => {
    const { tools, officer } = opened()
    const file = bytes('number;who\n1110000001;Haddad\n')
    const preview = unwrap(previewImport(tools, file))
    expect(preview.missing).toEqual(['clientId', 'applicationNumber', 'familyName', 'birthDate'])
    const refused = takeInRows(tools, officer, { bytes: file, mapping: preview.mapping, from: 0, count: 10 })
    expect(refused).toMatchObject({ ok: false, failure: { code: 'confirmations.import_mapping' } })
    const twice = unwrap(
      previewImport(tools, family(), { clientId: 0, applicationNumber: 0, familyName: 3, birthDate: 5 }),
    )
    expect(twice.doubled).toEqual(['clientId', 'applicationNumber'])
  })

  test('takes JSON as a list of objects, nested or not', () => {
    const { tools } = opened()
    const json = JSON.stringify([
      {
        client_id: 1110000001,
        application_number: 'E1',
        family_name: 'Haddad',
        birth_date: '1990-05-17',
        passport: { number: 'N1', country: 'SYR' },
      },
    ])
    const preview = unwrap(previewImport(tools, bytes(json)))
    expect(preview).toMatchObject({ good: 1, missing: [] })
    expect(preview.sample[0]?.values).toMatchObject({ passportNumber: 'N1', passportCountry: 'SYR' })
  })

  test.each([
    ['no text', new Uint8Array([0xff, 0xfe, 0x00]), 'UTF-8'],
    ['broken quotes', bytes('a,b\n"1,2\n'), 'CSV'],
    ['broken JSON', bytes('[{"a":'), 'JSON'],
    ['no rows', bytes('a,b\n'), '0'],
  ])('refuses %s', (_, file, key) => {
    const read = readImportFile(file)
    expect(read).toMatchObject({ ok: false, failure: { code: 'confirmations.import_file' } })
    expect(read.ok ? '' : read.failure.params.key).toContain(key)
  })
})

describe('taking a file in', () => {
  test('gives each person a profile and links a family by its application', () => {
    const office = opened()
    expect(importAll(office, family(), 2)).toEqual({ taken: 4, refused: [] })
    const view = viewOf(office, personOf(office, '1110000001'))
    expect(view.family.map(({ name, role }) => [name, role])).toEqual([
      ['HADDAD, Rana', 'principal'],
      ['HADDAD, Omar', 'spouse'],
      ['HADDAD, Lina', 'child'],
      ['HADDAD, Sami', 'child'],
    ])
    expect(view).toMatchObject({ step: 'to_invite', next: 'invite', familyStep: 'to_invite' })
    expect(view.facts.identity.passport).toMatchObject({ country: 'SYR' })
    expect(viewOf(office, personOf(office, '1110000003')).facts.identity.language).toBe('fr')
  })

  test('refuses a second profile of a client ID with the one that is there, however often it is tried', () => {
    const office = opened()
    importAll(office, family())
    const again = importAll(office, family())
    expect(again.taken).toBe(0)
    expect(again.refused[0]).toEqual({
      row: 2,
      why: 'known',
      column: 'clientId',
      existing: personOf(office, '1110000001'),
    })
    expect(confirmationPage(office.tools, { limit: 10 }).rows).toHaveLength(4)
  })

  test('joins the photos that were there for a client, and photos that come later', () => {
    const office = opened()
    const note = (clientId: string) =>
      unwrap(
        office.store.transact({ actor: office.officer.id }, (tx) =>
          ok(
            noteApplication(tx, {
              profile: 'pr-card',
              applicationNumber: 'E000000777',
              clientId,
              familyName: 'Haddad',
              language: 'en',
            }),
          ),
        ),
      )
    const before = note('1110000001')
    importAll(office, family())
    expect(viewOf(office, personOf(office, '1110000001')).facts.photo.application).toBe(before)
    const later = note('1110000002')
    expect(later).not.toBe(before)
    expect(viewOf(office, personOf(office, '1110000002')).facts.photo.application).toBe(later)
    expect(note('1110000002')).toBe(later)
  })

  test('takes ten thousand people in quickly', () => {
    const office = opened()
    const file = crowd(10_000)
    const { mapping } = unwrap(previewImport(office.tools, file))
    const started = performance.now()
    expect(importAll(office, file, 1000, mapping).taken).toBe(10_000)
    process.stdout.write(`10,000 people taken in: ${Math.round(performance.now() - started)} ms\n`)
    const page = performance.now()
    expect(confirmationPage(office.tools, { queue: 'to_invite', limit: 50 }).counts.to_invite).toBe(10_000)
    process.stdout.write(`a page of the queue: ${(performance.now() - page).toFixed(1)} ms\n`)
  }, 120_000)
})
