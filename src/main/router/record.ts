import { ok, type Result } from '../../shared/result.ts'
import { setAside } from '../claims/record/aside.ts'
import { dismissFinding } from '../claims/record/dismiss.ts'
import { addEvidence, evidencePage } from '../claims/record/evidence.ts'
import { correctRecord, receiveClaim, setRecord } from '../claims/record/set.ts'
import { recordView } from '../claims/record/view.ts'
import { formPdf } from '../documents/form-paper.ts'
import { loadFonts } from '../documents/load-fonts.ts'
import type { ReadingEngine } from '../reading/engine.ts'
import type { Core } from '../seat/core.ts'
import { type Acting, note, onClaim, os, withAllowed } from './calls.ts'

/** The record of a claim. A command answers with the record as it stands afterwards. */
export function recordRoutes(core: Core, reading: ReadingEngine) {
  const fonts = loadFonts(core.options.assetsDir)
  const after = (who: Acting, done: Result<unknown>, claimId: string) =>
    done.ok ? recordView(who.desk, claimId) : done
  return {
    record: {
      get: os.record.get.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId), errors, ({ desk }) =>
          recordView(desk, input.claimId),
        ),
      ),
      set: os.record.set.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          after(who, setRecord(who.desk, who.officer, input), input.claimId),
        ),
      ),
      correct: os.record.correct.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.amend', input.claimId), errors, (who) =>
          after(who, correctRecord(who.desk, who.officer, input), input.claimId),
        ),
      ),
      receive: os.record.receive.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          after(who, receiveClaim(who.desk, who.officer, input), input.claimId),
        ),
      ),
      dismiss: os.record.dismiss.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          after(who, dismissFinding(who.desk, who.officer, input), input.claimId),
        ),
      ),
      printForm: os.record.printForm.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'document.print', input.claimId), errors, async (who) => {
          const tools = { ...who.desk, fonts, specimen: core.options.demo }
          const made = await formPdf(tools, input)
          if (!made.ok) return made
          note(who, 'printed', { kind: 'claim', id: input.claimId })
          return core.options.ports.printing.printPdf(made.value.pdf, { title: made.value.title })
        }),
      ),
      addEvidence: os.record.addEvidence.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, async (who) => {
          const { claimId, file, source, replaces } = input
          const bytes = new Uint8Array(await file.arrayBuffer())
          const given = { claimId, bytes, name: file.name, source, replaces }
          return after(who, await addEvidence(who.desk, who.officer, reading, given), claimId)
        }),
      ),
      setAside: os.record.setAside.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          after(who, setAside(who.desk, who.officer, input), input.claimId),
        ),
      ),
      evidencePage: os.record.evidencePage.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId), errors, async ({ desk }) => {
          const bytes = await evidencePage(desk, reading, input)
          return bytes.ok ? ok(new File([Buffer.from(bytes.value)], 'page.jpg', { type: 'image/jpeg' })) : bytes
        }),
      ),
    },
  }
}
