import { fail, ok, type Result } from '../../shared/result.ts'
import { noteInterview } from '../casework/review/notes.ts'
import { askPartner, recordAnswer } from '../casework/review/partners.ts'
import { passPreliminary, takeBackPreliminary } from '../casework/review/preliminary.ts'
import { judgeSample, sampledDecisions } from '../casework/review/samples.ts'
import { exportSchedule2 } from '../casework/review/schedule2.ts'
import { claimReview } from '../casework/review/view.ts'
import { withdrawClaim } from '../casework/review/withdraw.ts'
import { claimView } from '../claims/view.ts'
import type { Core } from '../seat/core.ts'
import { type Acting, allowed, onClaim, os, withAllowed } from './calls.ts'

/** The review of a claim. A command answers with the review as it stands afterwards. */
export function reviewRoutes(core: Core) {
  const after = (who: Acting, done: Result<unknown>, claimId: string) =>
    done.ok ? claimReview(who.desk, claimId) : done
  return {
    review: {
      get: os.review.get.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.view_file', input.claimId), errors, ({ desk }) =>
          claimReview(desk, input.claimId),
        ),
      ),
      pass: os.review.pass.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.decide', input.claimId), errors, (who) =>
          after(who, passPreliminary(who.desk, who.officer, input.claimId), input.claimId),
        ),
      ),
      takeBack: os.review.takeBack.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.decide', input.claimId), errors, (who) =>
          after(who, takeBackPreliminary(who.desk, who.officer, input.claimId, input.reason), input.claimId),
        ),
      ),
      ask: os.review.ask.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          after(who, askPartner(who.desk, who.officer, input), input.claimId),
        ),
      ),
      answer: os.review.answer.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.edit', input.claimId), errors, (who) =>
          after(who, recordAnswer(who.desk, who.officer, input), input.claimId),
        ),
      ),
      note: os.review.note.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'interview.conduct', input.claimId), errors, (who) =>
          after(who, noteInterview(who.desk, who.officer, input), input.claimId),
        ),
      ),
      schedule2: os.review.schedule2.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.decide', input.claimId), errors, ({ desk, officer }) => {
          if (core.options.kiosk) return fail('host.no_files_at_kiosk')
          const made = exportSchedule2(desk, officer, input.claimId)
          if (!made.ok) return made
          const name = `schedule-2-${made.value.applicationNumber}.json`
          return ok(new File([`${JSON.stringify(made.value, null, 2)}\n`], name, { type: 'application/json' }))
        }),
      ),
      withdraw: os.review.withdraw.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'claim.decide', input.claimId), errors, (who) => {
          const done = withdrawClaim(who.desk, who.officer, input)
          return done.ok ? claimView(who.desk, input.claimId) : done
        }),
      ),
      samples: os.review.samples.handler(({ errors }) =>
        withAllowed(allowed(core, 'quality.review'), errors, ({ desk }) => ok(sampledDecisions(desk))),
      ),
      judgeSample: os.review.judgeSample.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'quality.review', input.claimId), errors, ({ desk, officer }) => {
          const done = judgeSample(desk, officer, input)
          return done.ok ? ok(sampledDecisions(desk)) : done
        }),
      ),
    },
  }
}
