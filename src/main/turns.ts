/**
 * Works that must not meet (sign-ins, changes of officers and of the key file, issues of papers) take turns, in the order
 * in which they came. A work that throws does not stop the next. A work must not wait for another turn.
 */
export interface Turns {
  take<T>(work: () => Promise<T>): Promise<T>
  /** When everything that waits now has ended. */
  idle(): Promise<void>
}

export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return {
    take<T>(work: () => Promise<T>): Promise<T> {
      const turn = last.then(work, work)
      last = turn
      return turn
    },
    async idle() {
      await Promise.allSettled([last])
    },
  }
}
