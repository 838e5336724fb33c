import { fail, ok, type Result } from '../../shared/result.ts'
import { linkClaims, makePrincipal, openMember, setDiffers, unlinkClaim } from '../claims/family/link.ts'
import { membershipOf } from '../claims/family/members.ts'
import { leaveLane, triageClaim } from '../claims/lane.ts'
import { claimView } from '../claims/view.ts'
import {
  correctArrival,
  finishArrival,
  handBack,
  handOver,
  leaveUnseen,
  noteArrival,
  openArrivalClaim,
  returnArrival,
  takeArrival,
  takeNext,
} from '../hall/arrivals.ts'
import { hallView } from '../hall/list.ts'
import type { Core } from '../seat/core.ts'
import { type Acting, allowed, onClaim, os, withAllowed } from './calls.ts'

/** The waiting room, families and lanes. A command answers with the list, or the claim, as it stands afterwards. */
export function hallRoutes(core: Core) {
  const work = () => allowed(core, 'hall.work')
  const listAfter = ({ desk, officer }: Acting, done: Result<unknown>) => (done.ok ? ok(hallView(desk, officer)) : done)
  const viewAfter = (who: Acting, done: Result<unknown>, claimId: string) =>
    done.ok ? claimView(who.desk, claimId) : done
  /** Who acts on both claims, if they may on each. */
  const onBoth = (claimId: string, other: string) => {
    const one = onClaim(core, 'family.link', claimId)
    return one.ok ? onClaim(core, 'family.link', other) : one
  }
  return {
    hall: {
      list: os.hall.list.handler(({ errors }) =>
        withAllowed(allowed(core, 'hall.view'), errors, ({ desk, officer }) => ok(hallView(desk, officer))),
      ),
      note: os.hall.note.handler(({ input, errors }) =>
        withAllowed(work(), errors, (who) => listAfter(who, noteArrival(who.desk, who.officer, noted(input)))),
      ),
      set: os.hall.set.handler(({ input, errors }) =>
        withAllowed(work(), errors, (who) => listAfter(who, correctArrival(who.desk, who.officer, input))),
      ),
      take: os.hall.take.handler(({ input, errors }) =>
        withAllowed(work(), errors, (who) =>
          listAfter(who, takeArrival(who.desk, who.officer, input.arrivalId, input.over)),
        ),
      ),
      takeNext: os.hall.takeNext.handler(({ errors }) =>
        withAllowed(work(), errors, ({ desk, officer }) => {
          const taken = takeNext(desk, officer)
          return taken.ok ? ok({ arrivalId: taken.value, view: hallView(desk, officer) }) : taken
        }),
      ),
      handBack: os.hall.handBack.handler(({ input, errors }) =>
        withAllowed(work(), errors, (who) => listAfter(who, handBack(who.desk, who.officer, input.arrivalId))),
      ),
      handOver: os.hall.handOver.handler(({ input, errors }) =>
        withAllowed(work(), errors, (who) =>
          listAfter(who, handOver(who.desk, who.officer, input.arrivalId, input.officerId)),
        ),
      ),
      openClaim: os.hall.openClaim.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'claim.open'), errors, (who) => {
          const opened = openArrivalClaim(who.desk, who.officer, input.arrivalId)
          return opened.ok ? claimView(who.desk, opened.value.claimId) : opened
        }),
      ),
      left: os.hall.left.handler(({ input, errors }) =>
        withAllowed(work(), errors, (who) =>
          listAfter(who, leaveUnseen(who.desk, who.officer, input.arrivalId, input.reason)),
        ),
      ),
      done: os.hall.done.handler(({ input, errors }) =>
        withAllowed(work(), errors, (who) => listAfter(who, finishArrival(who.desk, who.officer, input.arrivalId))),
      ),
      returned: os.hall.returned.handler(({ input, errors }) =>
        withAllowed(work(), errors, (who) => listAfter(who, returnArrival(who.desk, who.officer, input.arrivalId))),
      ),
    },
    families: {
      openMember: os.families.openMember.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'family.link', input.claimId), errors, (who) => {
          const opened = openMember(who.desk, who.officer, input.claimId)
          return opened.ok ? claimView(who.desk, opened.value.claimId) : opened
        }),
      ),
      link: os.families.link.handler(({ input, errors }) =>
        withAllowed(onBoth(input.claimId, input.to), errors, (who) =>
          viewAfter(who, linkClaims(who.desk, who.officer, input), input.claimId),
        ),
      ),
      unlink: os.families.unlink.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'family.link', input.claimId), errors, (who) =>
          viewAfter(who, unlinkClaim(who.desk, who.officer, input.claimId, input.reason), input.claimId),
        ),
      ),
      principal: os.families.principal.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'family.link', input.claimId), errors, (who) =>
          viewAfter(who, makePrincipal(who.desk, who.officer, input.claimId), input.claimId),
        ),
      ),
      differs: os.families.differs.handler(({ input, errors }) =>
        withAllowed(onBoth(input.claimId, input.memberId), errors, (who) => {
          const [one, other] = [input.claimId, input.memberId].map((id) => membershipOf(who.desk.store, id)?.family)
          if (one === undefined || one !== other) return fail('families.not_linked')
          const said = { claimId: input.memberId, group: input.group, as: input.as }
          return viewAfter(who, setDiffers(who.desk, who.officer, said), input.claimId)
        }),
      ),
    },
    lanes: {
      triage: os.lanes.triage.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'lane.triage', input.claimId), errors, (who) => {
          const { claimId, ...triage } = input
          return viewAfter(who, triageClaim(who.desk, who.officer, claimId, triage), claimId)
        }),
      ),
      leave: os.lanes.leave.handler(({ input, errors }) =>
        withAllowed(onClaim(core, 'lane.triage', input.claimId), errors, (who) =>
          viewAfter(who, leaveLane(who.desk, who.officer, input.claimId, input.reason), input.claimId),
        ),
      ),
    },
  }
}

/** What was noted, without the keys that were left out. */
const noted = <T extends object>(input: T) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
