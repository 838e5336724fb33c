import { z } from 'zod'
import { plainDate } from '../../domain/field-types.ts'
import { correctionAnswers, requiredActions } from '../../domain/vocabulary.ts'
import type * as v from '../views.ts'
import { call, cursor, digest, type File, id, limit, reason } from './call.ts'

const except = z.array(z.string().max(120)).min(1).max(500)

/** What people send through the portal, what they see there, and the messages between them and the office. */
export const portalContract = {
  portal: {
    get: call<v.PortalView>().takes({ claimId: id }),
    /** The claim exactly as its person sees it. */
    asClaimant: call<v.ClaimantScreenView>().takes({ claimId: id }),
    /** What accepting a correction without some of its changes would do to the findings. */
    effects: call<v.CorrectionEffects>().takes({ claimId: id, correction: id, except }),
    /**
     * Accepts a proposed correction, which then is one of the claim's own values, or declines it with a reason. `except`:
     * changes of an accepted one that are not accepted, by `changeKey`; the reason is for these.
     */
    answer: call<v.PortalView>().takes({
      claimId: id,
      correction: id,
      answer: z.enum(correctionAnswers),
      except: except.optional(),
      reason: reason.optional(),
    }),
    /** Bytes of a file that was sent: evidence, a message's. */
    file: call<File>().takes({ claimId: id, sha256: digest }),
  },

  messages: {
    ofClaim: call<v.MessagesView>().takes({ claimId: id }),
    send: call<v.MessagesView>().takes({
      claimId: id,
      /** The thread that it goes on; left out, it begins one. */
      thread: id.optional(),
      template: z.string().max(60).optional(),
      language: z.enum(['en', 'fr']),
      subject: z.string().trim().min(1).max(200),
      text: z.string().trim().min(1).max(10_000),
      action: z.strictObject({ what: z.enum(requiredActions), due: plainDate }).optional(),
      files: z.array(z.file().max(25_000_000)).max(10).default([]),
    }),
    read: call<v.MessagesView>().takes({ claimId: id, messages: z.array(id).min(1).max(100) }),
    /** What a message asked for was received or done. */
    settle: call<v.MessagesView>().takes({ claimId: id, message: id }),
    /** A letter came back: the person is not reached. */
    returned: call<v.MessagesView>().takes({ claimId: id, note: z.string().trim().max(40).optional() }),
    reachedAgain: call<v.MessagesView>().takes({ claimId: id, reason }),
    /** Messages of claimants that nobody has read, the longest waiting first. */
    waiting: call<v.Page<v.WaitingMessage>>().takes({ after: cursor, limit }),
  },
}
