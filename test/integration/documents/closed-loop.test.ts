import { describe, expect, test, vi } from 'vitest'
import { findSeal } from '../../../src/main/seals/see-paper.ts'
import { verifyPaper } from '../../../src/main/seals/verify-paper.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { forgedPaper, type Person, paperOf, tools } from '../../support/closed-loop.ts'
import { scanned } from '../../support/scanned.ts'

/** From the record to paper, through a scanner, and back: what is read must be what was sealed. */

// A page is looked at in many places, on computers that do much else.
vi.setConfig({ testTimeout: 90_000 })

/** Of several scripts; names of one letter, of many, and cut short in the zone. */
const people: readonly Person[] = [
  {
    familyName: 'Al-Ahmad',
    givenNames: 'Muhammad Yusuf',
    nativeName: 'محمد يوسف الأحمد',
    birthDate: '1991-04-23',
    nationality: 'SYR',
  },
  { familyName: 'Nguyễn', givenNames: 'Thị Ánh Đào', nativeName: null, birthDate: '1970-01-01', nationality: 'VNM' },
  { familyName: 'Tesfaye', givenNames: 'Selam', nativeName: 'ሰላም ተስፋዬ', birthDate: '1984-11-23', nationality: 'ERI' },
  {
    familyName: 'Shevchenko',
    givenNames: 'Dmytro',
    nativeName: 'Дмитро Шевченко',
    birthDate: '2001-08-30',
    nationality: 'UKR',
  },
  {
    familyName: 'Papadopoulos-Konstantinidis',
    givenNames: 'Alexandros Theofilos',
    nativeName: 'Αλέξανδρος Παπαδόπουλος-Κωνσταντινίδης',
    birthDate: '1966-06-06',
    nationality: 'GRC',
  },
  {
    familyName: 'Shrestha',
    givenNames: 'Laxmi',
    nativeName: 'लक्ष्मी श्रेष्ठ',
    birthDate: '1988-02-29',
    nationality: 'NPL',
  },
  { familyName: 'O', givenNames: '', nativeName: null, birthDate: '1999-12-31', nationality: 'MMR' },
]

const codes = (findings: readonly { code: string }[]) => findings.map(({ code }) => code)

const wears = [
  { dpi: 300, noise: 12, turned: 0.7 },
  { dpi: 200, noise: 18, turned: -1.3 },
  { dpi: 150, noise: 10, turned: 0.4 },
] as const

/** Each person through one of the scanners: a page takes seconds. */
const scans = people.map((person, at) => ({ person, at, ...(wears[at % wears.length] ?? wears[0]) }))

test.each(scans)(
  'the paper of person $at, scanned at $dpi dpi and turned by $turned degrees, is valid and shows the sealed zone',
  async ({ person, at, ...wear }) => {
    const { pdf } = await paperOf(person, at + 1)
    const judged = unwrap(await verifyPaper(await scanned(pdf, { ...wear, seed: at + 1 }), tools))
    expect([judged.status, codes(judged.findings)]).toEqual(['VALID', ['PORTRAIT_NOT_COMPARED', 'COPY_NOT_DETECTED']])
  },
)

test('the PDF itself is valid too', async () => {
  const judged = unwrap(await verifyPaper((await paperOf(people[0] as Person, 1)).pdf, tools))
  expect(judged.status).toBe('VALID')
})

test('a spot on the seal is made good, and one on the zone is told, not taken for a forgery', async () => {
  const { pdf } = await paperOf(people[0] as Person, 1)
  const blots = [
    { x: 500, y: 80, side: 14 },
    { x: 150, y: 44, side: 9 },
  ]
  const judged = unwrap(await verifyPaper(await scanned(pdf, { dpi: 300, noise: 8, blots }), tools))
  expect([judged.status, codes(judged.findings)]).toEqual([
    'VALID',
    ['ZONE_NOT_READ', 'PORTRAIT_NOT_COMPARED', 'COPY_NOT_DETECTED'],
  ])
})

describe('a paper that was altered and bears the seal of the true one', () => {
  const person = people[0] as Person
  const altered = async (change: Partial<Person>, otherFace?: number) => {
    const paper = await forgedPaper(person, 1, change, otherFace)
    const judged = unwrap(await verifyPaper(await scanned(paper.pdf, { dpi: 200, noise: 12, turned: 0.5 }), tools))
    return [judged.status, judged.findings[0]?.details]
  }

  test('another name', async () => {
    expect(await altered({ familyName: 'Al-Ahmid' })).toEqual(['SEAL_DOCUMENT_MISMATCH', { letters: 1 }])
  })
  test('another date of birth', async () => {
    expect((await altered({ birthDate: '1997-04-23' }))[0]).toBe('SEAL_DOCUMENT_MISMATCH')
  })
  test('another photograph', async () => {
    expect((await altered({}, 40))[0]).toBe('PORTRAIT_MISMATCH')
  })
})

test('a seal is found however the sheet lay', async () => {
  const { pdf, seal } = await paperOf(people[1] as Person, 2)
  for (const turned of [90, 180, 270]) {
    const found = unwrap(await findSeal(await scanned(pdf, { dpi: 200, turned })))
    expect(Buffer.from(found.seal ?? []).toString('hex')).toBe(Buffer.from(seal ?? []).toString('hex'))
    expect(unwrap(await verifyPaper(await scanned(pdf, { dpi: 200, turned }), tools)).status).toBe('VALID')
  }
})
