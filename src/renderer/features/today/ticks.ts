/** Whole, round numbers from nothing to at least `most`, five or six at most: 0, 20, 40, 60 for 47. */
export function ticksUpTo(most: number): number[] {
  const wanted = Math.max(most, 1) / 4
  const power = 10 ** Math.floor(Math.log10(wanted))
  const step = Math.max(1, [1, 2, 5, 10].map((each) => each * power).find((each) => each >= wanted) ?? wanted)
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, at) => at * step)
}
