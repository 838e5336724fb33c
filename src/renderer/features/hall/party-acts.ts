import type { HallRow } from '../../../shared/contract/views.ts'
import { keysWaitFor } from '../../app/key-waits.ts'
import { type Hall, isThrough, nextMember } from './use-hall.ts'

/** One thing that can be done with the selected party. */
export interface PartyAct {
  readonly key: string
  readonly label:
    | 'hall.take'
    | 'hall.take_over'
    | 'overview.continue'
    | 'hall.open_claim'
    | 'hall.hand_over'
    | 'hall.hand_back'
    | 'hall.correct'
    | 'hall.finish'
    | 'hall.leave'
  readonly run: () => void
  readonly pending?: boolean
  /** What Enter does. */
  readonly main?: boolean
}

/** Dialogs that a party's acts open. */
export type HallDialog = 'take_over' | 'hand_over' | 'correct' | 'leave' | 'finish'

/** What may be done with a party now, by its state: the likeliest first. */
export function actsOf(row: HallRow, hall: Hall, ask: (dialog: HallDialog) => void): readonly PartyAct[] {
  const { id: arrivalId, holder } = row
  const may = (action: HallRow['allowed'][number]) => row.allowed.includes(action)
  const member = nextMember(row) ?? row.members[0]
  const acts: readonly (PartyAct | false | undefined)[] = [
    may('take') &&
      !holder && {
        key: 's',
        label: 'hall.take',
        run: () => keysWaitFor(hall.take.mutateAsync({ arrivalId })),
        pending: hall.take.isPending,
        main: true,
      },
    member && {
      key: 'c',
      label: 'overview.continue',
      run: () => hall.toClaim(member.claimId, member.next),
      main: holder?.mine === true && nextMember(row) !== undefined,
    },
    may('open_claim') &&
      holder?.mine && {
        key: 'o',
        label: 'hall.open_claim',
        run: () => keysWaitFor(hall.openClaim.mutateAsync({ arrivalId })),
        pending: hall.openClaim.isPending,
        main: row.unopened > 0 && nextMember(row) === undefined,
      },
    may('take') && holder?.mine === false && { key: 's', label: 'hall.take_over', run: () => ask('take_over') },
    may('hand_over') && { key: 'h', label: 'hall.hand_over', run: () => ask('hand_over') },
    may('hand_back') &&
      holder?.mine && {
        key: 'b',
        label: 'hall.hand_back',
        run: () => keysWaitFor(hall.handBack.mutateAsync({ arrivalId })),
      },
    may('set') && { key: 'e', label: 'hall.correct', run: () => ask('correct') },
    may('finish') && {
      key: 'd',
      label: 'hall.finish',
      run: () => (isThrough(row) ? keysWaitFor(hall.done.mutateAsync({ arrivalId })) : ask('finish')),
      main: isThrough(row) && holder?.mine === true,
    },
    may('leave') && row.members.length === 0 && { key: 'l', label: 'hall.leave', run: () => ask('leave') },
  ]
  return acts.filter((act) => act !== false && act !== undefined)
}
