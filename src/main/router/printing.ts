import type { PrintQueueView, PrintResumedView } from '../../shared/contract/views.ts'
import type { Failure } from '../../shared/errors.ts'
import { ok, type Result } from '../../shared/result.ts'
import { lettersDue, lettersFile, postReminders } from '../casework/reminder-letters.ts'
import { today } from '../claims/tools.ts'
import { loadFonts } from '../documents/load-fonts.ts'
import { mergePapers } from '../documents/merge.ts'
import { noticesDue } from '../documents/notices-due.ts'
import { printablePaper } from '../documents/papers.ts'
import {
  addToQueue,
  confirmInQueue,
  endJob,
  jobsOf,
  leftToPrint,
  settleJobs,
  takeNext,
} from '../documents/print-queue.ts'
import type { Core } from '../seat/core.ts'
import { createTurns } from '../turns.ts'
import { type Acting, allowed, note, os, withAllowed } from './calls.ts'

/** As one file to the window, where the host has no printer: more would keep the desk busy. */
const mostAtOnce = 50

/** The print queue: one sheet after the other while the officer sits there, and between two sheets everything else. */
export function printingRoutes(core: Core) {
  const fonts = loadFonts(core.options.assetsDir)
  /** A second press while letters are being made must find the first one's. */
  const inTurn = createTurns().take
  let running = false
  /** A loop is under way, perhaps paused with a sheet still at the printer. */
  let looping = false
  let current: string | undefined
  const viewOf = ({ desk }: Acting): PrintQueueView => ({
    running,
    jobs: jobsOf(desk.store, current),
    left: leftToPrint(desk.store),
    due: noticesDue(desk),
  })
  const after = (who: Acting, done: Result<unknown>): Result<PrintQueueView> => (done.ok ? ok(viewOf(who)) : done)

  /** Prints until nothing waits, somebody pauses, or the officer leaves the seat. A sheet that fails stops no other. */
  async function run(printer: string | undefined): Promise<void> {
    while (running) {
      const who = allowed(core, 'document.print')
      if (!who.ok) break
      const more = await who.value.desk.during(() => printNext(who.value, printer))
      if (!more) break
    }
    running = false
    looping = false
  }

  /** A mistake of ours must not end the desk under an officer's hands: it stands in the access log. */
  function stopped({ desk, officer }: Acting, bug: unknown): void {
    running = false
    looping = false
    const reason = bug instanceof Error ? bug.name : 'unknown'
    desk.store.access.note({ actor: officer.id, act: 'job_failed', details: { job: 'print_queue', reason } })
  }

  async function printNext(who: Acting, printer: string | undefined): Promise<boolean> {
    const { desk, officer } = who
    const next = takeNext(desk, officer)
    if (!next.ok || !next.value) return false
    current = next.value
    const failure = await print(who, current, printer)
    current = undefined
    return endJob(desk, officer, next.value, failure?.code).ok
  }

  async function print(who: Acting, documentId: string, printer: string | undefined): Promise<Failure | undefined> {
    const paper = printablePaper(who.desk, documentId)
    if (!paper.ok) return paper.failure
    note(who, 'printed', { kind: 'document', id: documentId })
    const noted = who.desk.store.access.flush()
    if (!noted.ok) return noted.failure
    const options = { title: paper.value.number, ...(printer ? { printer } : {}) }
    const printed = await core.options.ports.printing.printPdf(paper.value.pdf, options)
    if (!printed.ok) return printed.failure
    return printed.value.by === 'done' ? undefined : { code: 'host.print_failed', params: { reason: 'cancelled' } }
  }

  /** The window prints: what waits goes to it as one file, and whether it came out is for the officer to say. */
  async function handToWindow(who: Acting): Promise<Result<PrintResumedView>> {
    const bytes: Uint8Array[] = []
    while (bytes.length < mostAtOnce) {
      const next = takeNext(who.desk, who.officer)
      if (!next.ok) return next
      if (!next.value) break
      const paper = printablePaper(who.desk, next.value)
      const ended = paper.ok ? ok(null) : endJob(who.desk, who.officer, next.value, paper.failure.code)
      if (!ended.ok) return ended
      if (!paper.ok) continue
      note(who, 'printed', { kind: 'document', id: next.value })
      bytes.push(paper.value.pdf)
    }
    if (bytes.length === 0) return ok(viewOf(who))
    const noted = who.desk.store.access.flush()
    if (!noted.ok) return noted
    const { printing } = core.options.ports
    const printed = await printing.printPdf(await mergePapers(bytes), { title: `${bytes.length}` })
    return printed.ok ? ok({ ...viewOf(who), delivery: printed.value }) : printed
  }

  return {
    printQueue: {
      view: os.printQueue.view.handler(({ errors }) =>
        withAllowed(allowed(core, 'document.print'), errors, (who) => ok(viewOf(who))),
      ),
      add: os.printQueue.add.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'document.print'), errors, (who) =>
          after(who, addToQueue(who.desk, who.officer, input.documentIds)),
        ),
      ),
      resume: os.printQueue.resume.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'document.print'), errors, async (who) => {
          const printers = await core.options.ports.printing.listPrinters()
          if (printers.length === 0) return handToWindow(who)
          running = true
          // One that was paused and still holds a sheet goes on by itself.
          if (!looping) {
            looping = true
            const to = input.printer ?? (printers.length === 1 ? printers[0] : undefined)
            void run(to).catch((bug: unknown) => stopped(who, bug))
          }
          return ok(viewOf(who))
        }),
      ),
      pause: os.printQueue.pause.handler(({ errors }) =>
        withAllowed(allowed(core, 'document.print'), errors, (who) => {
          running = false
          return ok(viewOf(who))
        }),
      ),
      settle: os.printQueue.settle.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'document.print'), errors, (who) =>
          after(who, settleJobs(who.desk, who.officer, input.documentIds, input.as, current)),
        ),
      ),
      lettersDue: os.printQueue.lettersDue.handler(({ errors }) =>
        withAllowed(allowed(core, 'document.print'), errors, ({ desk }) => ok(lettersDue(desk))),
      ),
      postLetters: os.printQueue.postLetters.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'message.send'), errors, (who) => {
          const tools = { ...who.desk, fonts, drawing: core.drawing, specimen: core.options.demo }
          return inTurn(() => postReminders(tools, who.officer, input.after))
        }),
      ),
      lettersFile: os.printQueue.lettersFile.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'message.send'), errors, async ({ desk }) => {
          const made = await lettersFile(desk, input.from)
          if (!made.ok) return made
          const { pdf, ...told } = made.value
          const part = input.from > 0 ? `-${input.from + 1}` : ''
          const name = `reminders-${today(desk)}${part}.pdf`
          return ok({ ...told, file: new File([Buffer.from(pdf)], name, { type: 'application/pdf' }) })
        }),
      ),
      confirm: os.printQueue.confirm.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'document.confirm'), errors, (who) =>
          after(who, confirmInQueue(who.desk, who.officer, input.scanned)),
        ),
      ),
    },
  }
}
