/** Weight of a common beginning of up to four letters (Winkler 1990). */
const prefixWeight = 0.1

/** Jaro-Winkler similarity of two words, 0 to 1, the same both ways round. */
export function jaroWinkler(a: string, b: string): number {
  const jaro = a < b ? jaroOf(a, b) : jaroOf(b, a)
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++
  return jaro + prefix * prefixWeight * (1 - jaro)
}

function jaroOf(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Set<number>()
  const common: string[] = []
  for (let i = 0; i < a.length; i++) {
    const j = findFree(b, a.charAt(i), i - reach, i + reach, taken)
    if (j < 0) continue
    taken.add(j)
    common.push(a.charAt(i))
  }
  const m = common.length
  if (m === 0) return 0
  const inB = [...taken].sort((x, y) => x - y).map((j) => b.charAt(j))
  const transposed = common.filter((letter, at) => letter !== inB[at]).length / 2
  return (m / a.length + m / b.length + (m - transposed) / m) / 3
}

function findFree(text: string, letter: string, from: number, to: number, taken: ReadonlySet<number>): number {
  for (let at = Math.max(0, from); at <= to && at < text.length; at++)
    if (text[at] === letter && !taken.has(at)) return at
  return -1
}
