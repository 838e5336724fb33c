import type { ClaimView, PackView } from '../../shared/contract/views.ts'
import { mostSeizedOnNotice } from '../../shared/documents/plain-data.ts'
import { type MemberOfPack, type PaperOfPack, packLines, type Supplies } from '../../shared/domain/pack.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { membershipOf, membersOf } from '../claims/family/members.ts'
import { present } from '../claims/rows.ts'
import { validDocument } from '../claims/settled.ts'
import type { Tools } from '../claims/tools.ts'
import { claimView } from '../claims/view.ts'
import { numberBlocks } from '../office/numbers.ts'
import { readySheets } from '../office/stock.ts'
import type { Reader } from '../store/types.ts'
import { riskAssessmentPossible } from './risk-assessment.ts'

/** The pack of a claim and of all members of its family, gathered from the record as it stands. */
export function packOf(tools: Tools, claimId: Uuid): Result<PackView> {
  const views: ClaimView[] = []
  for (const id of membersOfPack(tools.store, claimId)) {
    const view = claimView(tools, id)
    if (!view.ok) return view
    views.push(view.value)
  }
  const members = views.map((view) => memberOf(tools.store, view))
  return ok({
    members: views.map(({ row }) => ({
      claimId: row.claimId,
      applicationNumber: row.applicationNumber,
      state: row.state,
      ...present({ familyName: row.familyName, givenNames: row.givenNames }),
    })),
    lines: packLines(members, suppliesOf(tools), mostSeizedOnNotice),
  })
}

/** Claims of the family, the principal's first; the claim alone where it has none. */
function membersOfPack(reader: Reader, claimId: Uuid): Uuid[] {
  const own = membershipOf(reader, claimId)
  return own ? membersOf(reader, own.family).map(({ claim }) => claim) : [claimId]
}

function suppliesOf({ store }: Tools): Supplies {
  const numbers = numberBlocks(store).filter(({ series }) => series === 'document')
  return { numbers: numbers.reduce((sum, { left }) => sum + left, 0), sheets: readySheets(store, 200) }
}

function memberOf(reader: Reader, view: ClaimView): MemberOfPack {
  const { row, bars, acts, documents, decision } = view
  const seizures = acts.seizures?.value as readonly { readonly document: string }[] | undefined
  const held = validDocument(reader, row.personId)
  return {
    claimId: row.claimId,
    state: row.state,
    lacks: bars.flatMap(({ lacks }) => lacks),
    mayHaveDocument: row.state !== 'ineligible' || riskAssessmentPossible(decision?.grounds ?? []),
    seized: (seizures ?? []).map(({ document }) => document),
    acknowledged: acts.conditionsAcknowledged?.value !== undefined,
    papers: documents.map((paper): PaperOfPack => {
      const { documentId, kind, number, state, about } = paper
      const replaced = documents.some(({ replaces }) => replaces === documentId)
      return {
        documentId,
        kind,
        number,
        state,
        about,
        replaced,
        signed: paper.signed.length > 0,
        ...present({ stockSerial: paper.stockSerial, notPrinted: paper.notPrinted }),
      }
    }),
    ...(held && held.claim !== row.claimId ? { heldElsewhere: held.number } : {}),
  }
}
