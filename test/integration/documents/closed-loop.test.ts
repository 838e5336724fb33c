import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { renderClaimantDocument } from '../../../src/main/documents/render.ts'
import { sealingOf } from '../../../src/main/documents/sealing.ts'
import { findSeal } from '../../../src/main/seals/see-paper.ts'
import { verifyPaper } from '../../../src/main/seals/verify-paper.ts'
import type { ClaimantDocumentData } from '../../../src/shared/documents/data.ts'
import { writeTd2 } from '../../../src/shared/mrz/write.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { portraitJpeg } from '../../support/portraits.ts'
import { scanned } from '../../support/scanned.ts'
import { testKey, trustIn } from '../../support/seals.ts'
import { claimant, fonts } from './samples.ts'

/** From the record to paper, through a scanner, and back: what is read must be what was sealed. */

// A page is looked at in many places, on computers that do much else.
vi.setConfig({ testTimeout: 90_000 })

const key = testKey()
const today = '2026-11-26'
const tools = {
  trust: trustIn(key.certificate),
  today,
  ocrb: () => new Uint8Array(readFileSync('assets/fonts/OCRB.otf')),
}

interface Person {
  readonly familyName: string
  readonly givenNames: string
  readonly nativeName: string | null
  readonly birthDate: string
  readonly nationality: string
}

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
    nativeName: null,
    birthDate: '1966-06-06',
    nationality: 'GRC',
  },
  { familyName: 'O', givenNames: '', nativeName: null, birthDate: '1999-12-31', nationality: 'MMR' },
]

async function dataOf(person: Person, seed: number): Promise<{ data: ClaimantDocumentData; face: Uint8Array }> {
  const face = await portraitJpeg(seed)
  const { familyName, givenNames, nativeName, birthDate, nationality } = person
  const zone = unwrap(
    writeTd2({
      documentCode: 'IR',
      issuer: 'CAN',
      documentNumber: `R4821937${seed}`,
      familyName,
      givenNames,
      nationality,
      birthDate,
      sex: 'X',
      expiryDate: '2032-11-21',
    }),
  )
  const [first = '', second = ''] = zone.lines
  const data = claimant({
    documentNumber: `R4821937${seed}`,
    familyName,
    givenNames,
    nativeName,
    birthDate,
    portraitSha256: createHash('sha256').update(face).digest('hex'),
    mrzLines: [first, second],
  })
  return { data, face }
}

const sealOf = (data: ClaimantDocumentData) =>
  sealingOf(
    { kind: 'RPID', person: 'somebody', data, zoneNotes: [] },
    { signer: 'CA01', reference: '1F', sign: key.sign },
  )

async function paperOf(person: Person, seed: number) {
  const { data, face } = await dataOf(person, seed)
  const seal = sealOf(data)
  return unwrap(await renderClaimantDocument(data, face, fonts, seal ? { seal } : {}))
}

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
  const altered = async (change: Partial<Person>, otherFace = false) => {
    const { seal } = await paperOf(person, 1)
    const { data, face } = await dataOf({ ...person, ...change }, 1)
    const other = otherFace ? await portraitJpeg(40) : face
    const forged = { ...data, portraitSha256: createHash('sha256').update(other).digest('hex') }
    const paper = unwrap(
      await renderClaimantDocument(forged, other, fonts, { seal: async () => ok(seal ?? new Uint8Array()) }),
    )
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
    expect((await altered({}, true))[0]).toBe('PORTRAIT_MISMATCH')
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
