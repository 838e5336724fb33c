import type { PackPrintedView, PackView } from '../../shared/contract/views.ts'
import { ok, type Result } from '../../shared/result.ts'
import { claimView } from '../claims/view.ts'
import { mergePapers } from '../documents/merge.ts'
import { packOf } from '../documents/pack.ts'
import { confirmInPack, issuePack, noteNotPrinted, toPrint } from '../documents/pack-commands.ts'
import { markPaper, printablePaper } from '../documents/papers.ts'
import type { PaperTools } from '../documents/rendering.ts'
import { addSignedCopy, signedCopy } from '../documents/signed-copies.ts'
import type { Delivery } from '../ports/types.ts'
import type { Core } from '../seat/core.ts'
import type { Turns } from '../turns.ts'
import { type Acting, note, onClaim, onDocument, os, withAllowed } from './calls.ts'

/** The pack of a family, and its sheets as they come back signed. */
export function packRoutes(core: Core, papers: (who: Acting) => PaperTools, inTurn: Turns['take']) {
  return {
    pack: os.documents.pack.handler(({ input, errors }) =>
      withAllowed(onClaim(core, 'claim.view_file', input.claimId), errors, ({ desk }) => packOf(desk, input.claimId)),
    ),
    issuePack: os.documents.issuePack.handler(({ input, errors }) =>
      withAllowed(onClaim(core, 'document.issue', input.claimId), errors, (who) =>
        inTurn(() =>
          issuePack(papers(who), who.officer, input.claimId, (claimId) => onClaim(core, 'document.issue', claimId)),
        ),
      ),
    ),
    printPack: os.documents.printPack.handler(({ input, errors }) =>
      withAllowed(onClaim(core, 'document.print', input.claimId), errors, async (who) => {
        const pack = packOf(who.desk, input.claimId)
        if (!pack.ok) return pack
        const sheets = toPrint(pack.value, input.documentIds)
        const printed = await printSheets(core, who, sheets, input.printer)
        if (!printed.ok) return printed
        const after = packOf(who.desk, input.claimId)
        return after.ok ? ok({ ...after.value, ...printed.value }) : after
      }),
    ),
    confirmInPack: os.documents.confirmInPack.handler(({ input, errors }) =>
      withAllowed(onClaim(core, 'document.confirm', input.claimId), errors, (who) => {
        const pack = packOf(who.desk, input.claimId)
        if (!pack.ok) return pack
        const confirmed = confirmInPack(who.desk, who.officer, pack.value, input.scanned)
        if (!confirmed.ok) return confirmed
        const after: Result<PackView> = packOf(who.desk, input.claimId)
        return after.ok ? ok({ ...after.value, ...confirmed.value }) : after
      }),
    ),
    addSignedCopy: os.documents.addSignedCopy.handler(({ input, errors }) =>
      withAllowed(onDocument(core, 'document.confirm', input.documentId), errors, async (who) => {
        const bytes = new Uint8Array(await input.file.arrayBuffer())
        const { documentId, source } = input
        const added = await addSignedCopy(who.desk, who.officer, { documentId, bytes, source })
        return added.ok ? claimView(who.desk, added.value) : added
      }),
    ),
    signedCopy: os.documents.signedCopy.handler(({ input, errors }) =>
      withAllowed(onDocument(core, 'claim.view_file', input.documentId), errors, async (who) => {
        const picture = await signedCopy(who.desk, input.documentId, input.sha256)
        if (!picture.ok) return picture
        note(who, 'viewed', { kind: 'document', id: input.documentId })
        return ok(new File([Buffer.from(picture.value)], 'signed.jpg', { type: 'image/jpeg' }))
      }),
    ),
  }
}

type Sheet = ReturnType<typeof toPrint>[number]
type Printed = Pick<PackPrintedView, 'delivery' | 'handed'>

/** One by one where the host prints, so that each sheet has its own end; as one file where the window must. */
async function printSheets(
  core: Core,
  who: Acting,
  sheets: readonly Sheet[],
  printer: string | undefined,
): Promise<Result<Printed>> {
  const { printing } = core.options.ports
  const allowed = sheets.filter(({ claimId }) => onClaim(core, 'document.print', claimId).ok)
  const printers = await printing.listPrinters()
  if (printers.length === 0) return printAsOne(core, who, allowed)
  // One that is alone needs no choice, and no dialog for every sheet.
  const to = printer ?? (printers.length === 1 ? printers[0] : undefined)
  for (const { documentId } of allowed) {
    const done = await printSheet(core, who, documentId, to)
    if (!done.ok) return done
  }
  return ok({ handed: [] })
}

/** A printer that refuses is noted with the sheet and is no failure of the call; a log that cannot be written is. */
async function printSheet(core: Core, who: Acting, documentId: string, printer?: string): Promise<Result<unknown>> {
  const { desk, officer } = who
  const paper = printablePaper(desk, documentId)
  if (!paper.ok) return noteNotPrinted(desk, officer, documentId, paper.failure.code)
  note(who, 'printed', { kind: 'document', id: documentId })
  const noted = desk.store.access.flush()
  if (!noted.ok) return noted
  const options = { title: paper.value.number, ...(printer ? { printer } : {}) }
  const printed = await core.options.ports.printing.printPdf(paper.value.pdf, options)
  if (!printed.ok) return noteNotPrinted(desk, officer, documentId, printed.failure.code)
  if (printed.value.by !== 'done') return noteNotPrinted(desk, officer, documentId, 'cancelled')
  return markPaper(desk, officer, documentId, { as: 'sent' })
}

async function printAsOne(core: Core, who: Acting, sheets: readonly Sheet[]): Promise<Result<Printed>> {
  const { desk, officer } = who
  const bytes: Uint8Array[] = []
  const handed: string[] = []
  for (const { documentId } of sheets) {
    const paper = printablePaper(desk, documentId)
    if (!paper.ok) {
      const noted = noteNotPrinted(desk, officer, documentId, paper.failure.code)
      if (!noted.ok) return noted
      continue
    }
    bytes.push(paper.value.pdf)
    handed.push(documentId)
    note(who, 'printed', { kind: 'document', id: documentId })
  }
  if (handed.length === 0) return ok({ handed })
  const noted = desk.store.access.flush()
  if (!noted.ok) return noted
  const merged = await mergePapers(bytes)
  const printed = await core.options.ports.printing.printPdf(merged, { title: `${handed.length}` })
  return endOf(who, printed, handed)
}

/** One file has one end for all its sheets. The window says itself that it has them. */
function endOf({ desk, officer }: Acting, printed: Result<Delivery>, handed: string[]): Result<Printed> {
  if (printed.ok && printed.value.by === 'window') return ok({ delivery: printed.value, handed })
  for (const documentId of handed) {
    const code = printed.ok ? 'cancelled' : printed.failure.code
    const done =
      printed.ok && printed.value.by === 'done'
        ? markPaper(desk, officer, documentId, { as: 'sent' })
        : noteNotPrinted(desk, officer, documentId, code)
    if (!done.ok) return done
  }
  return ok({ handed: [] })
}
