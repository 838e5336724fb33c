import { fail, type Result } from '../../shared/result.ts'
import { type SealContent, writeMessages } from '../../shared/seal/messages.ts'
import { ourCategory } from '../../shared/seal/profiles.ts'
import { writeSeal } from '../../shared/seal/write.ts'
import type { DeskSigner } from '../seals/desk-signer.ts'
import type { Paper } from './paper-data.ts'

/** What a paper puts under seal. */

/** What is known only once the page is laid out: SHA-256 of its printed values, and the small portrait. */
export interface Printed {
  readonly digest: Uint8Array
  readonly portrait?: Uint8Array
}

/** Makes the seal of a paper from what was printed. */
export type Sealing = (printed: Printed) => Promise<Result<Uint8Array>>

/** How this paper is sealed; undefined for a kind that bears no seal. */
export function sealingOf(paper: Paper, { signer, reference, sign }: DeskSigner): Sealing | undefined {
  const content = contentOf(paper)
  if (!content) return undefined
  const { issueDate } = paper.data
  return async (printed) => {
    const messages = writeMessages({ ...content.says, ...printed })
    if (!messages.ok) return fail('seal.unwritable', messages.failure.params)
    const dates = { issued: issueDate, signed: issueDate }
    const kind = { feature: content.feature, category: ourCategory }
    return writeSeal({ version: 4, country: 'CAN', signer, reference, ...dates, ...kind }, messages.value, sign)
  }
}

function contentOf(paper: Paper): { feature: number; says: SealContent } | undefined {
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
  if (paper.kind !== 'acknowledgement') return undefined
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
