/** The value of a rank without sorting the rest. */

/**
 * The value that would stand at `rank` if the values were sorted upwards (Hoare's selection); they are left in another
 * order. None may be NaN, and `rank` must be one of theirs.
 */
export function ranked(values: Float32Array, rank: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const pivot = middleOf(values, low, high)
    let [left, right] = [low, high]
    while (left <= right) {
      while ((values[left] as number) < pivot) left++
      while ((values[right] as number) > pivot) right--
      if (left > right) break
      const kept = values[left] as number
      values[left++] = values[right] as number
      values[right--] = kept
    }
    if (rank <= right) high = right
    else if (rank >= left) low = left
    else break
  }
  return values[rank] as number
}

/** Of the first, the middle and the last: sorted values and equal ones are no worse than others. */
function middleOf(values: Float32Array, low: number, high: number): number {
  const [a, b, c] = [values[low] as number, values[(low + high) >> 1] as number, values[high] as number]
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
