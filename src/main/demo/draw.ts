/** A seeded stream of choices for demo data: the same seeds always give the same people. Never for keys or ids. */
export interface Draw {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number
  /** True with this probability. */
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Picks by weight. */
  weighted<T>(items: readonly (readonly [T, number])[]): T
}

/** A stream that depends on every part of its seed. */
export function drawOf(...seeds: readonly number[]): Draw {
  let state = seeds.reduce((sum, seed) => mix(sum ^ mix(seed | 0)), 0x9e3779b9)
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    return mix(state) / 0x100000000
  }
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(next() * items.length)]
    if (item === undefined) throw new Error('Nothing to pick from')
    return item
  }
  return {
    next,
    pick,
    between: (min, max) => min + Math.floor(next() * (max - min + 1)),
    chance: (probability) => next() < probability,
    weighted: (items) => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of items) {
        left -= weight
        if (left < 0) return item
      }
      return pick(items)[0]
    },
  }
}

/** The finaliser of MurmurHash3 (public domain): spreads every input bit over the 32 output bits. */
function mix(value: number): number {
  let bits = value
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
