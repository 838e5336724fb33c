import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type RenderedDocument, renderClaimantDocument } from '../../src/main/documents/render.ts'
import { sealingOf } from '../../src/main/documents/sealing.ts'
import type { ClaimantDocumentData } from '../../src/shared/documents/data.ts'
import { writeTd2 } from '../../src/shared/mrz/write.ts'
import { ok, unwrap } from '../../src/shared/result.ts'
import { claimant, fonts } from '../integration/documents/samples.ts'
import { portraitJpeg } from './portraits.ts'
import { testKey, trustIn } from './seals.ts'

/** Sealed papers of made-up people, and what a desk needs to judge them. */

const key = testKey()
const today = '2026-11-26'
export const tools = {
  trust: trustIn(key.certificate),
  today,
  ocrb: () => new Uint8Array(readFileSync('assets/fonts/OCRB.otf')),
}

/** Whom a paper is for. */
export interface Person {
  readonly familyName: string
  readonly givenNames: string
  readonly nativeName: string | null
  readonly birthDate: string
  readonly nationality: string
}

async function dataOf(person: Person, seed: number): Promise<{ data: ClaimantDocumentData; face: Uint8Array }> {
  const face = await portraitJpeg(seed)
  const { familyName, givenNames, nativeName, birthDate, nationality } = person
  const zone = unwrap(
    writeTd2({
      documentCode: 'IR',
      issuer: 'CAN',
      documentNumber: `R${48_219_370 + seed}`,
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
    documentNumber: `R${48_219_370 + seed}`,
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
    { signer: 'CA01', reference: '1F', privateKey: key.privateKey },
  )

export async function paperOf(person: Person, seed: number) {
  const { data, face } = await dataOf(person, seed)
  const seal = sealOf(data)
  return unwrap(await renderClaimantDocument(data, face, fonts, seal ? { seal } : {}))
}

/** The paper of `person` with something changed, under the seal of the true one: another value, another face. */
export async function forgedPaper(
  person: Person,
  seed: number,
  change: Partial<Person>,
  otherFace?: number,
): Promise<RenderedDocument> {
  const { seal } = await paperOf(person, seed)
  const { data, face } = await dataOf({ ...person, ...change }, seed)
  const other = otherFace === undefined ? face : await portraitJpeg(otherFace)
  const forged = { ...data, portraitSha256: createHash('sha256').update(other).digest('hex') }
  return unwrap(await renderClaimantDocument(forged, other, fonts, { seal: async () => ok(seal ?? new Uint8Array()) }))
}
