import type { SealVerdictView } from '../../shared/contract/views.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ReadingEngine } from '../reading/engine.ts'
import { lookAtFrame, ownDocument, verifyFile, verifyScanned } from '../seals/verify-here.ts'
import type { Core } from '../seat/core.ts'
import { type Acting, allowed, note, os, withAllowed } from './calls.ts'

/** Papers are verified by their seals; each look is in the access log, with its verdict and nothing that was read. */
export function sealRoutes(core: Core, reading: ReadingEngine) {
  const noted = (who: Acting, verdict: Result<SealVerdictView>) => {
    if (!verdict.ok) return verdict
    const id = ownDocument(who.desk.store, verdict.value)
    note(who, 'verified', id ? { kind: 'document', id } : undefined, { status: verdict.value.status })
    return verdict
  }
  return {
    seals: {
      verify: os.seals.verify.handler(({ input, errors, signal }) =>
        withAllowed(allowed(core, 'document.verify'), errors, async (who) => {
          const bytes = new Uint8Array(await input.file.arrayBuffer())
          return noted(who, await verifyFile(who.desk, (paper) => reading.paper(paper, signal), bytes))
        }),
      ),
      look: os.seals.look.handler(({ input, errors, signal }) =>
        withAllowed(allowed(core, 'document.verify'), errors, async (who) => {
          const bytes = new Uint8Array(await input.file.arrayBuffer())
          const seen = await lookAtFrame(who.desk, (paper) => reading.paper(paper, signal), bytes)
          return seen.ok && seen.value ? noted(who, ok(seen.value)) : seen
        }),
      ),
      verifyText: os.seals.verifyText.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'document.verify'), errors, async (who) =>
          noted(who, await verifyScanned(who.desk, input.text)),
        ),
      ),
    },
  }
}
