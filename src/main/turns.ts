/** Lets asynchronous work in one piece at a time, in the order in which it came; one that fails stops nobody after it. */
export function turns() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn
    return turn
  }
}
