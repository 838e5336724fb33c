import { stringify } from 'uuid'
import { sha256 } from '../sync/crypto.ts'

/** Chance that is the same for the same seed: every draw names what it is for, so that one more draw changes no other. */
export interface Chance {
  /** A number from 0 to below 1. */
  draw(what: string): number
  /** True with this probability. */
  is(what: string, probability: number): boolean
  pick<T>(what: string, from: readonly [T, ...T[]]): T
  /** A whole number, both ends included. */
  between(what: string, from: number, to: number): number
  uuid(what: string): string
}

export function chanceOf(seed: string): Chance {
  const hash = (what: string) => Buffer.from(sha256(Buffer.from(`${seed}/${what}`)))
  const draw = (what: string) => hash(what).readUIntBE(0, 6) / 2 ** 48
  return {
    draw,
    is: (what, probability) => draw(what) < probability,
    pick: (what, from) => from[Math.floor(draw(what) * from.length)] ?? from[0],
    between: (what, from, to) => from + Math.floor(draw(what) * (to - from + 1)),
    uuid(what) {
      const bytes = hash(what).subarray(0, 16)
      bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
      bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
      return stringify(bytes)
    },
  }
}
