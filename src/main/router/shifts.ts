import { ok } from '../../shared/result.ts'
import type { Core } from '../seat/core.ts'
import { warningsOf } from '../seat/warnings.ts'
import { acceptShift, handOverShift, takeOverClaims } from '../shifts/shifts.ts'
import { handoverView, shiftView, warningsIn } from '../shifts/view.ts'
import { type Acting, allowed, os, withAllowed } from './calls.ts'

/** What one shift leaves to the next. */
export function shiftRoutes(core: Core) {
  const work = () => allowed(core, 'shift.work')
  const viewOf = ({ desk, officer }: Acting) => shiftView(desk, officer, warningsOf(core, desk))
  return {
    shift: {
      view: os.shift.view.handler(({ errors }) => withAllowed(work(), errors, (who) => ok(viewOf(who)))),
      handover: os.shift.handover.handler(({ input, errors }) =>
        withAllowed(work(), errors, ({ desk, officer }) => handoverView(desk, officer, input.handoverId)),
      ),
      handOver: os.shift.handOver.handler(({ input, errors }) =>
        withAllowed(work(), errors, (who) => {
          const warnings = warningsIn(warningsOf(core, who.desk))
          const done = handOverShift(who.desk, who.officer, { note: input.note, warnings })
          return done.ok ? ok(viewOf(who)) : done
        }),
      ),
      accept: os.shift.accept.handler(({ input, errors }) =>
        withAllowed(input.takeOver ? both(core) : work(), errors, (who) => {
          const accepted = acceptShift(who.desk, who.officer, input)
          return accepted.ok ? ok({ tookOver: accepted.value, view: viewOf(who) }) : accepted
        }),
      ),
      takeOver: os.shift.takeOver.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'claim.take'), errors, ({ desk, officer }) => {
          const taken = takeOverClaims(desk, officer, input.claimIds)
          return taken.ok ? ok({ tookOver: taken.value }) : taken
        }),
      ),
    },
  }
}

const both = (core: Core) => {
  const who = allowed(core, 'shift.work')
  return who.ok ? allowed(core, 'claim.take') : who
}
