import type { PackIssuedView, PackView } from '../../shared/contract/views.ts'
import { isDue, isToPrint, lineScanned, type PackLine } from '../../shared/domain/pack.ts'
import { documentAllows } from '../../shared/domain/states.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Tx } from '../store/types.ts'
import { issuePaper } from './issue.ts'
import { packOf } from './pack.ts'
import type { PaperTools } from './rendering.ts'
import { isSheetOf, numberScanned } from './scanned-sheet.ts'

/** Commands on a whole pack. Each paper is an issue, a print, a confirmation of its own: one that fails stops no other. */

type MayOn = (claimId: Uuid) => Result<unknown>

/** Issues everything that is due, the cover last since it names the others. `may` says whether this officer may, claim by claim. */
export async function issuePack(
  tools: PaperTools,
  officer: Officer,
  claimId: Uuid,
  may: MayOn,
): Promise<Result<PackIssuedView>> {
  const refused: PackIssuedView['refused'][number][] = []
  const before = packOf(tools, claimId)
  if (!before.ok) return before
  for (const line of before.value.lines.filter((each) => isDue(each) && each.kind !== 'cover')) {
    const done = await issueLine(tools, officer, line, may)
    if (!done.ok) refused.push({ claimId: line.claimId, kind: line.kind, failure: done.failure })
  }
  const then = packOf(tools, claimId)
  if (!then.ok) return then
  const cover = then.value.lines.find((line) => line.kind === 'cover' && isDue(line))
  const someIssued = then.value.lines.some(({ kind, paper, shown }) => kind !== 'cover' && paper && shown !== 'barred')
  if (cover && someIssued) {
    const done = await issueCover(tools, officer, cover, may)
    if (!done.ok) refused.push({ claimId: cover.claimId, kind: 'cover', failure: done.failure })
  }
  const after = packOf(tools, claimId)
  return after.ok ? ok({ ...after.value, refused }) : after
}

async function issueLine(tools: PaperTools, officer: Officer, line: PackLine, may: MayOn): Promise<Result<unknown>> {
  const allowed = may(line.claimId)
  if (!allowed.ok) return allowed
  return issuePaper(tools, officer, { claimId: line.claimId, kind: line.kind })
}

/** A cover that is out of date and was not handed over is dead: the new one takes its number. */
async function issueCover(tools: PaperTools, officer: Officer, line: PackLine, may: MayOn): Promise<Result<unknown>> {
  const allowed = may(line.claimId)
  if (!allowed.ok) return allowed
  const ended = tools.store.transact({ actor: officer.id }, (tx) => ok(endStaleCovers(tx, line.claimId)))
  return ended.ok ? issueLine(tools, officer, line, may) : ended
}

function endStaleCovers(tx: Tx, claim: Uuid): void {
  for (const id of openCovers(tx, claim))
    tx.append({ subject: { kind: 'document', id }, type: 'document.spoiled', body: { reason: staleReason } })
}

/** Bilingual, since it stands in the log: the list has other papers now. */
const staleReason = 'Replaced by a newer checklist / Remplacée par une liste plus récente'

const openCovers = (tx: Tx, claim: Uuid): Uuid[] =>
  tx
    .all(
      query
        .selectFrom('document')
        .select('id')
        .where('claim', '=', claim)
        .where('kind', '=', 'cover')
        .where('state', 'in', ['reserved', 'sent']),
    )
    .map(({ id }) => id)

/** The papers of the pack that are to be printed, in its order, of those asked for. */
export const toPrint = ({ lines }: PackView, asked: readonly Uuid[]): { documentId: Uuid; claimId: Uuid }[] =>
  lines.flatMap(({ paper, claimId, shown }) =>
    paper && asked.includes(paper.documentId) && (isToPrint({ shown } as PackLine) || shown === 'sent')
      ? [{ documentId: paper.documentId, claimId }]
      : [],
  )

/** Notes that the printer did not take a sheet, and why (a code). */
export function noteNotPrinted(tools: Tools, officer: Officer, documentId: Uuid, failure: string): Result<null> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    tx.append({ subject: { kind: 'document', id: documentId }, type: 'document.not_printed', body: { failure } })
    return ok(null)
  })
}

/** Confirms the sheet with that number or serial. One that the log does not know as printed is in the hand all the same. */
export function confirmInPack(
  tools: Tools,
  officer: Officer,
  pack: PackView,
  scanned: string,
): Result<{ readonly documentId: Uuid }> {
  const paper = lineScanned(pack.lines, numberScanned(scanned, today(tools)))?.paper
  if (!paper) return fail('papers.scan_not_in_pack')
  const row = tools.store.first(query.selectFrom('document').selectAll().where('id', '=', paper.documentId))
  const right = row ? isSheetOf(tools.store, row, scanned, today(tools)) : fail('desk.not_found')
  if (!right.ok) return right
  const { documentId } = paper
  if (paper.state === 'confirmed') return ok({ documentId })
  const subject = { kind: 'document', id: documentId } as const
  return tools.store.transact({ actor: officer.id }, (tx) => {
    if (!documentAllows(paper.state, 'confirm')) tx.append({ subject, type: 'document.sent', body: {} })
    tx.append({ subject, type: 'document.confirmed', body: { by: 'scan' } })
    return ok({ documentId })
  })
}
