/** People for papers: everybody another name, faces and zones that fit. */
import { createHash, generateKeyPairSync } from 'node:crypto'
import { people } from '../../../src/main/demo/people.ts'
import { portraitJpeg } from '../../../src/main/demo/portraits.ts'
import type { Paper } from '../../../src/main/documents/paper-data.ts'
import { type Sealing, sealingOf } from '../../../src/main/documents/sealing.ts'
import type { ClaimantDocumentData } from '../../../src/shared/documents/data.ts'
import { conditionsOnDocument } from '../../../src/shared/documents/templates/conditions.ts'
import { countryName } from '../../../src/shared/mrz/states.ts'
import { writeTd2 } from '../../../src/shared/mrz/write.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { today } from '../fill.ts'

export interface PaperCase {
  readonly paper: Paper
  readonly data: ClaimantDocumentData
  readonly portrait: Uint8Array
  readonly seal: Sealing
}

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
/** The key of a desk. */
export const signer = { signer: 'CA01', reference: '1F', privateKey }

/** A dozen faces: drawing one takes longer than a hundred papers. */
export const drawnFaces = (): Promise<Uint8Array[]> =>
  Promise.all(Array.from({ length: 12 }, (_, at) => portraitJpeg(at + 1, {}, 420)))

export function paperCases(count: number, faces: readonly Uint8Array[]): PaperCase[] {
  return [...people(7, count, today)].map(({ person }, at): PaperCase => {
    const portrait = faces[at % faces.length] ?? new Uint8Array()
    const data = dataOf(person, at, portrait)
    const paper: Paper = { kind: 'RPID', person: 'bench', zoneNotes: [], data }
    const seal = sealingOf(paper, signer)
    if (!seal) throw new Error('The document bears no seal')
    return { paper, data, portrait, seal }
  })
}

type Known =
  ReturnType<typeof people> extends Iterable<infer One> ? (One extends { person: infer P } ? P : never) : never

function dataOf(person: Known, at: number, portrait: Uint8Array): ClaimantDocumentData {
  const documentNumber = `R${100_000_000 + at}`
  const country = person.citizenships?.[0] ?? 'XXX'
  const { familyName = '', givenNames = '', nativeName, birthDate = null } = person
  const names = { familyName, givenNames }
  const zone = writeTd2({
    ...{ documentCode: 'IR', issuer: 'CAN', documentNumber, nationality: country, birthDate, sex: 'X' },
    ...names,
    expiryDate: '2032-11-21',
  })
  const [first = '', second = ''] = unwrap(zone).lines
  const facts = { letIn: true, minor: false, departureOrder: 'conditional' } as const
  const printed = { code: country, name: { en: countryName(country, 'en'), fr: countryName(country, 'fr') } }
  return {
    ...names,
    kind: 'RPID',
    documentNumber,
    clientId: '11-2048-1930',
    applicationNumber: `W${100_000_000 + at}`,
    nativeName: nativeName ?? null,
    birthDate,
    citizenships: [printed],
    countryOfBirth: printed,
    issueDate: '2026-11-22',
    issuedAt: '2026-11-22T15:00:00.000Z',
    office: { en: 'Toronto Pearson International Airport', fr: 'Aéroport international Pearson de Toronto' },
    issuedBy: '41877A2C',
    ifhp: true,
    firstLanguage: at % 2 === 0 ? 'en' : 'fr',
    portraitSha256: createHash('sha256').update(portrait).digest('hex'),
    stockSerial: `A${1_000_000 + at}`,
    validUntil: '2032-11-21',
    conditions: [...conditionsOnDocument('2026-11-22', facts)],
    remarks: null,
    replacement: false,
    replacesNumber: null,
    mrzLines: [first, second],
  }
}
