/** The limits of a claim as its row holds them, with the day on which one was met and the time that was added to one. */

export interface HeldDeadline {
  readonly rule: string
  readonly due: string
  /** What it is counted from. */
  readonly trigger?: string | undefined
  /** A legal effect on a day, not something that anybody can miss. */
  readonly effect?: boolean | undefined
  /** It counts no more: it came from a decision that was reopened, or the claim was withdrawn. */
  readonly superseded?: boolean | undefined
  /** Superseded by the withdrawal of the claim: should the claim be reinstated undecided, it runs again. */
  readonly withdrawn?: boolean | undefined
  /** The day on which what it asks for was received or done. */
  readonly met?: string | undefined
  /** The day as it was first set, of one that was extended. */
  readonly original?: string | undefined
}

/** Can it still be missed? */
export const isOpen = ({ effect, superseded, met }: HeldDeadline): boolean => !effect && !superseded && !met

/** Was it met, but after its day? Kept all the same: whoever decides weighs it. */
export const isLate = ({ met, due }: Pick<HeldDeadline, 'met' | 'due'>): boolean => met !== undefined && met > due

/** The earliest day of those that can still be missed. */
export const nextDue = (deadlines: readonly HeldDeadline[]): string | undefined =>
  deadlines
    .filter(isOpen)
    .map(({ due }) => due)
    .sort()[0]

const change = <D extends HeldDeadline>(deadlines: readonly D[], rule: string, by: (deadline: D) => D): D[] =>
  deadlines.map((deadline) => (deadline.rule === rule && !deadline.superseded ? by(deadline) : deadline))

/** The same limits with one of them met on a day, or open again. */
export const withMet = <D extends HeldDeadline>(deadlines: readonly D[], rule: string, on: string | undefined): D[] =>
  change(deadlines, rule, (deadline) => {
    const { met: _, ...open } = deadline
    return (on ? { ...open, met: on } : open) as D
  })

/** The same limits with one of them moved on. A day that is not later changes nothing: an extension takes no time away. */
export const withExtension = <D extends HeldDeadline>(deadlines: readonly D[], rule: string, to: string): D[] =>
  change(deadlines, rule, (deadline) =>
    to > deadline.due ? { ...deadline, due: to, original: deadline.original ?? deadline.due } : deadline,
  )

/** The same limits with one that an officer set, in the place of the one of its rule: never to an earlier day. */
export function withSet<D extends HeldDeadline>(deadlines: readonly D[], set: D): D[] {
  const before = deadlines.find(({ rule, superseded }) => rule === set.rule && !superseded)
  if (before) return withExtension(deadlines, set.rule, set.due)
  return [...deadlines, set]
}

/**
 * What was met or extended stays so when a later decision sets the limits anew: an extension as long as the limit is
 * counted from the same day.
 */
export const keepAnswers = <D extends HeldDeadline>(before: readonly HeldDeadline[], after: readonly D[]): D[] =>
  before.reduce<D[]>(
    (all, { rule, met, original, due, trigger, superseded }) => {
      const moved =
        original && !superseded && all.some((each) => each.rule === rule && each.trigger === trigger && !each.effect)
          ? withExtension(all, rule, due)
          : all
      return met ? withMet(moved, rule, met) : moved
    },
    [...after],
  )

/**
 * The limits after a decision that leaves the claim open: those it sets anew, and whatever ran before and it says nothing
 * of, as the day that an officer set for the Basis of Claim Form. The review has no say of the decision: its clock goes on.
 */
export const keepRunning = <D extends HeldDeadline>(before: readonly D[], after: readonly D[]): D[] => {
  const stays = before.filter(
    ({ rule, superseded }) => !superseded && rule !== 'officer.review' && !after.some((each) => each.rule === rule),
  )
  return [...keepAnswers(before, after), ...stays]
}

/** The limits of a withdrawn claim: those that the withdrawal brings, and what it ended. */
export const withWithdrawal = (before: readonly HeldDeadline[], brought: readonly HeldDeadline[]): HeldDeadline[] => [
  ...brought,
  ...before.map((due) => (due.superseded ? due : { ...due, superseded: true, withdrawn: true })),
]

/** All superseded, for good: the decision they rest on was set aside. */
export const withNoneStanding = (deadlines: readonly HeldDeadline[]): HeldDeadline[] =>
  deadlines.map(({ withdrawn: _, ...due }) => ({ ...due, superseded: true }))

/** The limits of a claim that is reinstated undecided: what the withdrawal ended runs again, what it brought does not. */
export const withReinstatement = (deadlines: readonly HeldDeadline[]): HeldDeadline[] =>
  deadlines.map(({ withdrawn, superseded: _, ...due }) => (withdrawn ? due : { ...due, superseded: true }))
