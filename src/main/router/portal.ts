import { ok, type Result } from '../../shared/result.ts'
import { findClaim } from '../claims/tools.ts'
import { asClaimant } from '../portal/claimant.ts'
import { answerCorrection } from '../portal/corrections.ts'
import {
  mailReturned,
  messagesOf,
  reachedAgain,
  readMessages,
  sendMessage,
  settleAction,
  waitingMessages,
} from '../portal/messages.ts'
import { portalView, sentFile } from '../portal/sent.ts'
import { correctionEffects } from '../portal/sent-corrections.ts'
import type { Core } from '../seat/core.ts'
import { type Acting, allowed, onClaim, os, withAllowed } from './calls.ts'

/** What came through the portal, and the messages. A command answers with what its screen shows afterwards. */
export function portalRoutes(core: Core) {
  const may = (claimId: string) => onClaim(core, 'message.send', claimId)
  const messagesAfter = (who: Acting, done: Result<unknown>, claimId: string) =>
    done.ok ? messagesOf(who.desk, claimId) : done
  return {
    portal: {
      get: os.portal.get.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId, 'viewed'), errors, ({ desk }) =>
          portalView(desk, input.claimId),
        ),
      ),
      asClaimant: os.portal.asClaimant.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId, 'viewed'), errors, ({ desk }) =>
          asClaimant(desk, input.claimId),
        ),
      ),
      effects: os.portal.effects.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.amend', input.claimId), errors, ({ desk }) => {
          const claim = findClaim(desk.store, input.claimId)
          return claim.ok ? correctionEffects(desk, claim.value, input.correction, input.except) : claim
        }),
      ),
      answer: os.portal.answer.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.amend', input.claimId), errors, ({ desk, officer }) => {
          const answered = answerCorrection(desk, officer, input)
          return answered.ok ? portalView(desk, input.claimId) : answered
        }),
      ),
      file: os.portal.file.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId, 'viewed'), errors, ({ desk }) => {
          const found = sentFile(desk, input.claimId, input.sha256)
          if (!found.ok) return found
          const { bytes, file } = found.value
          return ok(new File([new Uint8Array(bytes)], file.name, { type: file.mime }))
        }),
      ),
    },

    messages: {
      ofClaim: os.messages.ofClaim.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId, 'viewed'), errors, ({ desk }) =>
          messagesOf(desk, input.claimId),
        ),
      ),
      send: os.messages.send.handler(({ input, errors }) =>
        withAllowed(may(input.claimId), errors, async (who) => {
          const files = await Promise.all(
            input.files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
          )
          return messagesAfter(who, sendMessage(who.desk, who.officer, { ...input, files }), input.claimId)
        }),
      ),
      read: os.messages.read.handler(({ input, errors }) =>
        withAllowed(may(input.claimId), errors, (who) =>
          messagesAfter(who, readMessages(who.desk, who.officer, input.claimId, input.messages), input.claimId),
        ),
      ),
      settle: os.messages.settle.handler(({ input, errors }) =>
        withAllowed(may(input.claimId), errors, (who) =>
          messagesAfter(who, settleAction(who.desk, who.officer, input.claimId, input.message), input.claimId),
        ),
      ),
      returned: os.messages.returned.handler(({ input, errors }) =>
        withAllowed(may(input.claimId), errors, (who) =>
          messagesAfter(who, mailReturned(who.desk, who.officer, input.claimId, input.note), input.claimId),
        ),
      ),
      reachedAgain: os.messages.reachedAgain.handler(({ input, errors }) =>
        withAllowed(may(input.claimId), errors, (who) =>
          messagesAfter(who, reachedAgain(who.desk, who.officer, input.claimId, input.reason), input.claimId),
        ),
      ),
      waiting: os.messages.waiting.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'message.send'), errors, ({ desk }) =>
          ok(waitingMessages(desk.store, input.after, input.limit)),
        ),
      ),
    },
  }
}
