import { ok, type Result } from '../../shared/result.ts'
import { claimView } from '../claims/view.ts'
import { upholdPaper } from '../documents/in-doubt.ts'
import { issuePaper, previewPaper } from '../documents/issue.ts'
import { loadFonts } from '../documents/load-fonts.ts'
import { markPaper, paperBytes, printablePaper, reprintPaper, spoilPaper } from '../documents/papers.ts'
import { findingViews, type PaperTools } from '../documents/rendering.ts'
import { replacePaper } from '../documents/replace.ts'
import { changeSettings, settingsView } from '../office/change-settings.ts'
import { importGuides } from '../office/guides.ts'
import { importNumbers, numberBlocks } from '../office/numbers.ts'
import { accessPage, auditReport, storeHealth } from '../office/oversight.ts'
import { checkOutSheets, endSheet, ledgerPage, receiveSheets, stockLedger } from '../office/stock.ts'
import { attentionCount, attentionItems, todayView, todayWithoutClaims } from '../office/today.ts'
import { runBackup } from '../schedule/backup.ts'
import type { Core } from '../seat/core.ts'
import { holds } from '../seat/holds.ts'
import { settleStore } from '../seat/settling.ts'
import { createTurns } from '../turns.ts'
import { type Acting, acting, allowed, note, onClaim, onDocument, os, withAllowed } from './calls.ts'
import { packRoutes } from './packs.ts'

/** Papers, sheets, numbers, the first screen, settings and oversight. */
export function officeRoutes(core: Core) {
  const fonts = loadFonts(core.options.assetsDir)
  /** A second press while the page is being made must find the first one's paper. */
  const inTurn = createTurns().take
  const papers = ({ desk }: Acting): PaperTools => ({
    ...desk,
    fonts,
    drawing: core.drawing,
    specimen: core.options.demo,
  })
  const viewOf = (who: Acting, claim: Result<string>) => (claim.ok ? claimView(who.desk, claim.value) : claim)
  const viewOfSettings = ({ store }: Acting['desk']) => settingsView(store, core.options.dataDir)
  const pdfFile = (bytes: Uint8Array, name: string) =>
    new File([Buffer.from(bytes)], `${name}.pdf`, { type: 'application/pdf' })
  return {
    documents: {
      ...packRoutes(core, papers, inTurn),
      preview: os.documents.preview.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId), errors, async (who) => {
          const page = await previewPaper(papers(who), who.officer, input.claimId, input.kind)
          return page.ok ? ok({ file: pdfFile(page.value.pdf, 'preview'), findings: findingViews(page.value) }) : page
        }),
      ),
      issue: os.documents.issue.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'document.issue', input.claimId), errors, async (who) => {
          const issued = await inTurn(() => issuePaper(papers(who), who.officer, input))
          return issued.ok ? claimView(who.desk, input.claimId) : issued
        }),
      ),
      pdf: os.documents.pdf.handler(({ input, errors }) =>
        withAllowed(onDocument(core, 'claim.view_file', input.documentId), errors, (who) => {
          const paper = paperBytes(who.desk, input.documentId)
          if (paper.ok) note(who, 'viewed', { kind: 'document', id: input.documentId })
          return paper.ok ? ok(pdfFile(paper.value.pdf, paper.value.number)) : paper
        }),
      ),
      calendar: os.documents.calendar.handler(({ input, errors }) =>
        withAllowed(onDocument(core, 'claim.view_file', input.documentId), errors, async (who) => {
          // Only once one is asked for: the sign-in must not wait for it.
          const { noticeCalendar } = await import('../documents/calendar.ts')
          const made = noticeCalendar(who.desk, input.documentId)
          if (!made.ok) return made
          const { text, number } = made.value
          note(who, 'viewed', { kind: 'document', id: input.documentId })
          return ok(new File([text], `${number}.ics`, { type: 'text/calendar' }))
        }),
      ),
      print: os.documents.print.handler(({ input, errors }) =>
        withAllowed(onDocument(core, 'document.print', input.documentId), errors, async (who) => {
          const paper = printablePaper(who.desk, input.documentId)
          if (!paper.ok) return paper
          note(who, 'printed', { kind: 'document', id: input.documentId })
          const noted = who.desk.store.access.flush()
          if (!noted.ok) return noted
          const options = { title: paper.value.number, ...(input.printer ? { printer: input.printer } : {}) }
          const printed = await core.options.ports.printing.printPdf(paper.value.pdf, options)
          if (!printed.ok || printed.value.by !== 'done') return printed
          const sent = markPaper(who.desk, who.officer, input.documentId, { as: 'sent' })
          return sent.ok ? printed : sent
        }),
      ),
      sent: os.documents.sent.handler(({ input, errors }) =>
        withAllowed(onDocument(core, 'document.print', input.documentId), errors, (who) =>
          viewOf(who, markPaper(who.desk, who.officer, input.documentId, { as: 'sent' })),
        ),
      ),
      confirm: os.documents.confirm.handler(({ input, errors }) =>
        withAllowed(onDocument(core, 'document.confirm', input.documentId), errors, (who) => {
          const mark = { as: 'confirmed', scanned: input.scanned } as const
          return viewOf(who, markPaper(who.desk, who.officer, input.documentId, mark))
        }),
      ),
      uphold: os.documents.uphold.handler(({ input, errors }) =>
        withAllowed(onDocument(core, 'document.replace', input.documentId), errors, (who) =>
          viewOf(who, upholdPaper(who.desk, who.officer, input)),
        ),
      ),
      spoil: os.documents.spoil.handler(({ input, errors }) =>
        withAllowed(onDocument(core, 'document.spoil', input.documentId), errors, async (who) =>
          viewOf(who, await inTurn(() => spoilPaper(papers(who), who.officer, input))),
        ),
      ),
      replace: os.documents.replace.handler(({ input, errors }) =>
        withAllowed(onDocument(core, 'document.replace', input.documentId), errors, async (who) =>
          viewOf(who, await inTurn(() => replacePaper(papers(who), who.officer, input))),
        ),
      ),
      reprint: os.documents.reprint.handler(({ input, errors }) =>
        withAllowed(onDocument(core, 'document.reprint', input.documentId), errors, (who) => {
          const bytes = reprintPaper(who.desk, who.officer, input.documentId, input.reason)
          return bytes.ok ? ok(pdfFile(bytes.value, 'copy')) : bytes
        }),
      ),
      printers: os.documents.printers.handler(({ errors }) =>
        withAllowed(acting(core), errors, async () => ok([...(await core.options.ports.printing.listPrinters())])),
      ),
    },
    stock: {
      ledger: os.stock.ledger.handler(({ errors }) =>
        withAllowed(allowed(core, 'stock.view'), errors, ({ desk }) => ok(stockLedger(desk.store))),
      ),
      page: os.stock.page.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'stock.view'), errors, ({ desk }) => ok(ledgerPage(desk.store, input))),
      ),
      receive: os.stock.receive.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'stock.receive'), errors, ({ desk, officer }) =>
          receiveSheets(desk, officer, input.first, input.last),
        ),
      ),
      checkOut: os.stock.checkOut.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'stock.checkout'), errors, ({ desk, officer }) =>
          checkOutSheets(desk, officer, input.first, input.last),
        ),
      ),
      end: os.stock.end.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'stock.mark'), errors, ({ desk, officer }) => endSheet(desk, officer, input)),
      ),
    },
    numbers: {
      blocks: os.numbers.blocks.handler(({ errors }) =>
        withAllowed(allowed(core, 'lease.view'), errors, ({ desk }) => ok(numberBlocks(desk.store))),
      ),
      import: os.numbers.import.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'lease.import'), errors, ({ desk, officer }) =>
          importNumbers(desk, officer, input.text),
        ),
      ),
    },
    today: os.today.handler(({ errors }) =>
      withAllowed(acting(core), errors, ({ desk, officer }) =>
        ok(holds(desk.store, officer, 'today.view') ? todayView(desk, officer) : todayWithoutClaims(desk)),
      ),
    ),
    attention: os.attention.handler(({ errors }) =>
      withAllowed(acting(core), errors, ({ desk, officer }) =>
        ok(holds(desk.store, officer, 'today.view') ? attentionItems(desk) : []),
      ),
    ),
    attentionCount: os.attentionCount.handler(({ errors }) =>
      withAllowed(acting(core), errors, ({ desk, officer }) =>
        ok(holds(desk.store, officer, 'today.view') ? attentionCount(desk) : 0),
      ),
    ),
    settings: {
      get: os.settings.get.handler(({ errors }) =>
        withAllowed(allowed(core, 'settings.view'), errors, ({ desk }) => ok(viewOfSettings(desk))),
      ),
      set: os.settings.set.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'settings.change'), errors, ({ desk, officer }) => {
          const changed = changeSettings(desk, officer, input)
          return changed.ok ? ok(viewOfSettings(desk)) : changed
        }),
      ),
    },
    guides: {
      import: os.guides.import.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'settings.change'), errors, async ({ desk, officer }) => {
          const imported = importGuides(desk, officer, await input.file.text())
          return imported.ok ? ok(viewOfSettings(desk)) : imported
        }),
      ),
    },
    store: {
      backup: os.store.backup.handler(({ errors }) =>
        withAllowed(allowed(core, 'store.backup'), errors, ({ desk, officer }) => runBackup(core, desk, officer.id)),
      ),
      check: os.store.check.handler(({ errors }) =>
        withAllowed(allowed(core, 'store.check'), errors, ({ desk }) => storeHealth(desk)),
      ),
      settle: os.store.settle.handler(({ input, errors }) =>
        core.inTurn(() =>
          withAllowed(allowed(core, 'store.restore'), errors, ({ desk, officer }) => {
            const settled = settleStore(desk.store, officer, input.reason)
            return settled.ok ? ok(core.status()) : settled
          }),
        ),
      ),
      verify: os.store.verify.handler(({ errors }) =>
        withAllowed(allowed(core, 'audit.verify'), errors, ({ desk }) => auditReport(desk.store)),
      ),
      accesses: os.store.accesses.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'access_log.view'), errors, ({ desk }) =>
          ok(accessPage(desk.store, input.limit, input.after)),
        ),
      ),
    },
  }
}
