import type { GuideHint, GuideReading } from '../../../../shared/photos/guide.ts'

/** What the live guidance says now: one thing at a time, and never faster than a person can follow. */

/** A hint stands at least so long. */
export const hintMs = 2000

/** `ready`: nothing to change. */
export interface Shown {
  readonly hint: GuideHint | 'ready'
  readonly since: number
}

export function nextShown(shown: Shown | undefined, { hints }: Pick<GuideReading, 'hints'>, now: number): Shown {
  const hint = hints[0] ?? 'ready'
  if (!shown) return { hint, since: now }
  if (hint === shown.hint) return shown
  // A clock that was set back must not hold a hint for hours.
  const stands = now - shown.since
  return stands >= 0 && stands < hintMs ? shown : { hint, since: now }
}
