import { sign } from 'node:crypto'
import type { PhotoReturnData } from '../../shared/documents/photo-return-data.ts'
import type { ResidenceData } from '../../shared/documents/residence-data.ts'
import { writeTd2 } from '../../shared/mrz/write.ts'
import { fail, type Result } from '../../shared/result.ts'
import { type SealContent, writeMessages } from '../../shared/seal/messages.ts'
import { ourCategory } from '../../shared/seal/profiles.ts'
import { type SealSigner, writeSeal } from '../../shared/seal/write.ts'
import { type DeskSigner, type DeskSigning, deskSigning } from '../seals/desk-signer.ts'
import { heldBundle } from '../seals/held-trust.ts'
import type { Paper } from './paper-data.ts'
import type { PaperTools } from './rendering.ts'

/** What a paper puts under seal. */

/** What is known only once the page is laid out: SHA-256 of its printed values, and the small portrait. */
export interface Printed {
  readonly digest: Uint8Array
  readonly portrait?: Uint8Array
}

/** Makes the seal of a paper from what was printed. */
export type Sealing = (printed: Printed) => Promise<Result<Uint8Array>>

/** With what the desk signs today; practice signs nothing. */
export const signingOf = ({ store, specimen }: Pick<PaperTools, 'store' | 'specimen'>, today: string): DeskSigning =>
  specimen ? { state: 'none' } : deskSigning(store, heldBundle(store), today)

/** How this paper is sealed; undefined for a kind that bears no seal. */
export function sealingOf(paper: Paper, signer: DeskSigner): Sealing | undefined {
  const content = contentOf(paper)
  const { issueDate: day } = paper.data
  return content && sealingAs(content, { issued: day, signed: day }, signer)
}

/** The seal of a letter that returns a photo: made on a later day than the return that it tells. */
export const photoReturnSealing = (
  { documentNumber, clientId, issueDate }: PhotoReturnData,
  signed: string,
  signer: DeskSigner,
): Sealing =>
  sealingAs({ feature: 4, says: plainContent(documentNumber, clientId) }, { issued: issueDate, signed }, signer)

/**
 * The seal of a confirmation of permanent residence. A zone that is not printed names its holder to any reader of seals;
 * where the name has no letters for it, the number alone stands under seal.
 */
export function residenceSealing(data: ResidenceData, signer: DeskSigner): Sealing {
  const { documentNumber, clientId, issueDate: day } = data
  const zone = writeTd2({
    documentCode: 'IR',
    issuer: 'CAN',
    documentNumber,
    familyName: data.familyName,
    givenNames: data.givenNames,
    nationality: data.citizenships[0]?.code ?? 'XXX',
    birthDate: data.birthDate,
    sex: data.sex ?? 'X',
    expiryDate: null,
  })
  const says: SealContent = zone.ok ? { zone: zone.value.lines, clientId } : { clientId, documentNumber }
  return sealingAs({ feature: 5, says }, { issued: day, signed: day }, signer)
}

interface Content {
  readonly feature: number
  readonly says: SealContent
}

function sealingAs(
  { feature, says }: Content,
  dates: { readonly issued: string; readonly signed: string },
  { signer, reference, privateKey }: DeskSigner,
): Sealing {
  const make: SealSigner = (bytes) =>
    new Uint8Array(sign('sha256', bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' }))
  return async (printed) => {
    const messages = writeMessages({ ...says, ...printed })
    if (!messages.ok) return fail('seal.unwritable', messages.failure.params)
    const kind = { feature, category: ourCategory }
    return writeSeal({ version: 4, country: 'CAN', signer, reference, ...dates, ...kind }, messages.value, make)
  }
}

const plainContent = (documentNumber: string, clientId: string | null): SealContent => ({
  documentNumber,
  ...(clientId ? { clientId } : {}),
})

/** An office's name in the letters of a seal, such as `SAINTBERNARD`. */
const shortName = (name: string): string =>
  name
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 12)

/** The checklist on top of a pack proves nothing to anybody and stays with the office: it bears none. */
const plainFeatures: Readonly<Partial<Record<Paper['kind'], number>>> = {
  seizure: 6,
  conditions: 7,
  referral: 8,
  decision: 9,
}

function contentOf(paper: Paper): Content | undefined {
  if (paper.kind === 'RPID' || paper.kind === 'RPCD') {
    const { mrzLines: zone, clientId, stockSerial, ifhp, replacement, eligibility } = paper.data
    const decision = eligibility ? { eligible: eligibility.decision === 'eligible' } : {}
    return {
      feature: 1,
      says: {
        zone,
        ...(clientId ? { clientId } : {}),
        ...(stockSerial ? { sheet: stockSerial } : {}),
        flags: { ifhp, replacement, ...decision },
      },
    }
  }
  if (paper.kind === 'acknowledgement') {
    const { clientId, ifhp } = paper.data
    return {
      feature: 2,
      says: {
        ...(paper.zone ? { zone: paper.zone } : {}),
        ...(clientId ? { clientId } : {}),
        flags: { ifhp, replacement: false },
      },
    }
  }
  if (paper.kind === 'interview') {
    const { documentNumber, clientId, date, time, office } = paper.data
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    const appointment = { date, minutes: 60 * hours + minutes, office: shortName(office.en) }
    return { feature: 3, says: { ...plainContent(documentNumber, clientId), appointment } }
  }
  const feature = plainFeatures[paper.kind]
  if (!feature || !('clientId' in paper.data)) return undefined
  return { feature, says: plainContent(paper.data.documentNumber, paper.data.clientId) }
}
