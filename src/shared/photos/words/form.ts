import type { Bilingual } from '../../language.ts'

/**
 * What a check says. In double braces: `value`, `min`, `max`, `limit` of the deciding number, or the name of a metric
 * for its number. Shares are written as percent, without their sign where the text says the side.
 */
export interface Form {
  /** What is checked, a noun. */
  readonly title: Bilingual
  readonly ok: Bilingual
  /** For `review` and `return`. */
  readonly found: Bilingual
  /** Instead of `found`, below or above a two-sided limit. */
  readonly low?: Bilingual
  readonly high?: Bilingual
}

export const form = (title: [string, string], ok: [string, string], found: [string, string], sides = {}): Form => ({
  title: both(title),
  ok: both(ok),
  found: both(found),
  ...sides,
})

export const both = ([en, fr]: readonly [string, string]): Bilingual => ({ en, fr })
