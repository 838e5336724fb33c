/** Memory that is used again: some megabytes anew for each batch or page cost more than to fill them. */
export interface Memory {
  /** At least so many bytes, with whatever stood in them. */
  take(length: number): Buffer<ArrayBuffer>
  /** Nobody reads them any more. */
  giveBack(bytes: Buffer<ArrayBuffer>): void
}

/** So many pieces at most are kept; small ones are had quickly, and of large ones there are few. */
const mostKept = 2
const [smallestKept, largestKept] = [64 * 1024, 8 * 1024 * 1024]

export function memoryKept(): Memory {
  const kept: Buffer<ArrayBuffer>[] = []
  return {
    take(length) {
      const found = kept.findIndex((bytes) => bytes.length >= length)
      return kept.splice(found, found < 0 ? 0 : 1)[0] ?? Buffer.allocUnsafeSlow(length)
    },
    giveBack(bytes) {
      if (bytes.length < smallestKept || bytes.length > largestKept) return
      bytes.fill(0) // What somebody said does not wait in memory for the next one.
      if (kept.length === mostKept) kept.shift()
      kept.push(bytes)
    },
  }
}
