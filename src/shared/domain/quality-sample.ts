/**
 * A random sample of decisions that a supervisor looks at. Which ones follows from a seed and the decision alone: every
 * desk draws the same, nobody can choose, and a changed rate or seed shows in the log of settings.
 */
export interface SampleSettings {
  /** Decisions of a hundred. */
  readonly percent: number
  readonly seed: string
}

/** FNV-1a, 32 bits, stirred once more: spread evenly enough for a sample, and no secret. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const char of new TextEncoder().encode(text)) hash = Math.imul(hash ^ char, 0x01000193)
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Is this decision in the sample? `decidedAt`: ms since 1970-01-01T00:00Z. */
export const isSampled = ({ percent, seed }: SampleSettings, claimId: string, decidedAt: number): boolean =>
  hashOf(`${seed} ${claimId} ${decidedAt}`) % 10_000 < percent * 100
