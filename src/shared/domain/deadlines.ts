/** The limits of a claim as its row holds them: from the decision on, with the day on which one was met. */

export interface HeldDeadline {
  readonly rule: string
  readonly due: string
  /** A legal effect on a day, not something that anybody can miss. */
  readonly effect?: boolean | undefined
  /** It came from a decision that was reopened. */
  readonly superseded?: boolean | undefined
  /** The day on which what it asks for was received or done. */
  readonly met?: string | undefined
}

/** Can it still be missed? */
export const isOpen = ({ effect, superseded, met }: HeldDeadline): boolean => !effect && !superseded && !met

/** The earliest day of those that can still be missed. */
export const nextDue = (deadlines: readonly HeldDeadline[]): string | undefined =>
  deadlines
    .filter(isOpen)
    .map(({ due }) => due)
    .sort()[0]

/** The same limits with one of them met on a day, or open again. */
export const withMet = <D extends HeldDeadline>(deadlines: readonly D[], rule: string, on: string | undefined): D[] =>
  deadlines.map((deadline) => {
    if (deadline.rule !== rule || deadline.superseded) return deadline
    const { met: _, ...open } = deadline
    return (on ? { ...open, met: on } : open) as D
  })

/** What was met stays met when a later decision sets the limits anew. */
export const keepMet = <D extends HeldDeadline>(before: readonly HeldDeadline[], after: readonly D[]): D[] =>
  before.reduce<D[]>((all, { rule, met }) => (met ? withMet(all, rule, met) : all), [...after])
