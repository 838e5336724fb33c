/** A count of a count, with what it says of the world: 95 % interval after Wilson (1927). */
export interface Rate {
  readonly count: number
  readonly n: number
  /** Percent; null of nothing. */
  readonly percent: number | null
  /** Percent, lower and upper end. */
  readonly interval: readonly [number, number]
}

const z = 1.959964

export function rate(count: number, n: number): Rate {
  if (n === 0) return { count, n, percent: null, interval: [0, 100] }
  const share = count / n
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  return {
    count,
    n,
    percent: tenth(share),
    interval: [tenth(Math.max(0, middle - half)), tenth(Math.min(1, middle + half))],
  }
}

export const rateOf = <T>(items: readonly T[], holds: (item: T) => boolean): Rate =>
  rate(items.filter(holds).length, items.length)

const tenth = (share: number): number => Math.round(share * 1000) / 10

/** `100 % of 20 (84-100)` */
export const rateText = ({ percent, n, interval: [low, high] }: Rate): string =>
  percent === null ? '-' : `${percent} % of ${n} (${Math.round(low)}-${Math.round(high)})`
