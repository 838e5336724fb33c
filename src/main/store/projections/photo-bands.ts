/**
 * Fingerprints that are nearly the same, found through an index: 64 bits in four bands of 16. If two differ in at most
 * 6 bits, one of the four bands differs in at most 1 (four bands of 2 or more would be 8); so 17 values a band are
 * looked up, and the few that come back are compared whole.
 */

export interface Band {
  readonly band: number
  readonly bits: number
}

/** The bands of a fingerprint of 16 hex digits. */
export const bandsOf = (print: string): Band[] =>
  [0, 1, 2, 3].map((band) => ({ band, bits: Number.parseInt(print.slice(band * 4, band * 4 + 4), 16) }))

/** The values of a band that differ from it in at most one bit. */
export const near = ({ bits }: Band): number[] => [bits, ...Array.from({ length: 16 }, (_, bit) => bits ^ (1 << bit))]
