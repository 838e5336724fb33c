import type { Fingerprints } from './measures.ts'

/** Bits of 64 in which two photos differ: of their faces; of the whole pictures when one shows no face. */
export const difference = (a: Fingerprints, b: Fingerprints): number =>
  a.face !== null && b.face !== null ? hamming(a.face, b.face) : hamming(a.whole, b.whole)

/** Bits in which two hashes of 16 hex digits differ. */
export function hamming(a: string, b: string): number {
  let bits = 0
  for (let left = BigInt(`0x${a}`) ^ BigInt(`0x${b}`); left > 0n; left &= left - 1n) bits++
  return bits
}
