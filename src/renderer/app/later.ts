/** A part of the window's program that is not in the first script: fetched once, then at hand without waiting. */
export interface Later<Part> {
  /** Undefined until it was fetched. */
  readonly atHand: () => Part | undefined
  /** Fetches it, or gives what was fetched. A failure is not kept: the next call tries again. */
  readonly fetch: () => Promise<Part>
}

export function later<Part>(load: () => Promise<Part>): Later<Part> {
  let part: Part | undefined
  let coming: Promise<Part> | undefined
  const keep = (loaded: Part) => {
    part = loaded
    return loaded
  }
  const forget = (error: unknown) => {
    coming = undefined
    throw error
  }
  return {
    atHand: () => part,
    fetch: () => {
      coming ??= load().then(keep, forget)
      return coming
    },
  }
}

/** Runs `work` once the window has nothing else to do, at the latest after a second; gives back how to call it off. */
export function whenIdle(work: () => void): () => void {
  const request = requestIdleCallback(work, { timeout: 1000 })
  return () => cancelIdleCallback(request)
}

/** Settles with `work`, whatever comes of it, at the latest after so many milliseconds. */
export function atLatest(ms: number, work: Promise<unknown>): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms)
    const over = () => {
      clearTimeout(timer)
      done()
    }
    void work.then(over, over)
  })
}
