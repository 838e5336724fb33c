import { z } from 'zod'

/**
 * What is kept of an officer's second factor, inside the encrypted database, one record an officer.
 * RFC 6238 with SHA-1, six digits and 30 seconds: what every authenticator application understands.
 */
export const secondFactorRecord = z.strictObject({
  version: z.literal(1),
  /** Shared secret of 160 bits, base32 without padding. */
  secret: z.string().regex(/^[A-Z2-7]{32}$/),
  /** Counter (time / 30 s) of the last accepted code; -1 before the first. No code up to it is accepted again. */
  lastCounter: z.int().min(-1),
  /** HMAC-SHA-256 of the unused recovery codes under a random key of this record, hex. */
  recovery: z.strictObject({
    key: z.string().regex(/^[0-9a-f]{64}$/),
    unused: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
  }),
})
export type SecondFactorRecord = z.infer<typeof secondFactorRecord>

/** How often the second factor is asked for. */
export interface SecondFactorPolicy {
  /** Length of a shift in milliseconds. */
  readonly shiftMs: number
  /** How far the clock may have been set back, as time services do, before the code is asked for again. */
  readonly toleranceMs: number
}

export const defaultSecondFactorPolicy: SecondFactorPolicy = { shiftMs: 12 * 3_600_000, toleranceMs: 5 * 60_000 }

/**
 * Is the second factor due? `lastAt` is when it was last accepted (ms), null for never.
 * A clock set back behind `lastAt` by more than the tolerance makes it due: it can only be asked for too often.
 */
export function secondFactorDue(lastAt: number | null, now: number, policy: SecondFactorPolicy): boolean {
  if (lastAt === null || !Number.isFinite(lastAt)) return true
  return now - lastAt >= policy.shiftMs || lastAt - now > policy.toleranceMs
}
