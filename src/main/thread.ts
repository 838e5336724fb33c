/** One long-lived worker thread that takes one task after the other: started when needed, replaced when it fails. */
import { Worker } from 'node:worker_threads'
import type { Timers } from '../shared/ports.ts'

/** What a worker says: once, when it is ready; then one answer a task, in order. A bug ends the worker instead. */
export type ThreadMessage<Answer> = { readonly ready: true } | { readonly answer: Answer }

export interface Thread<Task, Answer> {
  /** Resolves when the worker is ready; starts it if it is not there. */
  ready(): Promise<void>
  /**
   * Answers a task; of those that wait, the one of lowest rank comes first. A cancelled one is answered at once. What is
   * in `transfer` goes to the worker and is no longer here.
   */
  ask(task: Task, options?: AskOptions): Promise<Answer>
  /** Ends the worker; what waits is answered as cancelled. */
  close(): Promise<void>
}

interface AskOptions {
  readonly rank?: number
  readonly signal?: AbortSignal | undefined
  readonly transfer?: readonly ArrayBuffer[]
}

export interface ThreadOptions<Answer> {
  /** The worker's program, and what it is given. */
  readonly file: string
  readonly data: unknown
  /** For the message of a bug: `The worker of the photo checks`. */
  readonly name: string
  readonly timers: Timers
  /** A task may take this long; then the worker is ended. */
  readonly timeoutSeconds: number
  /** Answers of tasks that were not done. */
  readonly cancelled: Answer
  readonly late: Answer
  readonly failed: Answer
  /** Told when the worker ended by a bug. */
  readonly onBug?: ((bug: unknown) => void) | undefined
  /** Room for what is short-lived, in megabytes; the runtime's own measure when left out. */
  readonly youngMegabytes?: number
  /** Runs here before a worker starts. */
  readonly beforeStart?: () => void
}

interface Job<Task, Answer> {
  readonly task: Task
  readonly rank: number
  readonly transfer: readonly ArrayBuffer[]
  /** The first answer counts. */
  readonly answer: (answer: Answer) => void
}

/** Gives the thread; its worker starts with the first task, or with `ready`. */
export function startThread<Task, Answer>(options: ThreadOptions<Answer>): Thread<Task, Answer> {
  const { file, data, name, timers, timeoutSeconds, cancelled, late, failed, onBug, beforeStart } = options
  const resourceLimits = options.youngMegabytes ? { maxYoungGenerationSizeMb: options.youngMegabytes } : {}
  const waiting: Job<Task, Answer>[] = []
  let running: { job: Job<Task, Answer>; stopTimer: () => void } | null = null
  let thread: { worker: Worker; ready: Promise<void> } | null = null
  let closed = false

  function start(): { worker: Worker; ready: Promise<void> } {
    beforeStart?.()
    const worker = new Worker(file, { workerData: data, resourceLimits })
    const { promise: ready, resolve, reject } = Promise.withResolvers<void>()
    ready.catch(() => undefined) // told through `ended` as well
    const ended = (bug: unknown) => {
      reject(bug)
      if (thread?.worker !== worker) return
      thread = null
      onBug?.(bug)
      finish(failed)
    }
    worker.on('message', (message: ThreadMessage<Answer>) => ('ready' in message ? resolve() : finish(message.answer)))
    worker.on('error', ended)
    worker.on('exit', (code) => ended(new Error(`${name} ended with ${code}`)))
    worker.unref()
    return { worker, ready }
  }

  /** Ends the running job with an answer and takes the next one. */
  function finish(answer: Answer): void {
    const done = running
    running = null
    done?.stopTimer()
    done?.job.answer(answer)
    thread?.worker.unref()
    next()
  }

  function next(): void {
    if (running || closed) return
    const job = waiting.shift()
    if (!job) return
    thread ??= start()
    // The program may not end while somebody waits for an answer.
    thread.worker.ref()
    running = { job, stopTimer: timers.after(timeoutSeconds * 1000, tooLong) }
    thread.worker.postMessage(job.task, job.transfer)
  }

  function tooLong(): void {
    const slow = thread
    thread = null
    void slow?.worker.terminate()
    finish(late)
  }

  return {
    ready: () => {
      thread ??= start()
      return thread.ready
    },
    ask(task, { rank = 0, signal, transfer = [] } = {}) {
      if (closed || signal?.aborted) return Promise.resolve(cancelled)
      return new Promise((resolve) => {
        const answer = (given: Answer) => {
          signal?.removeEventListener('abort', drop)
          resolve(given)
        }
        const job: Job<Task, Answer> = { task, rank, transfer, answer }
        // What runs already is let run: it is short, and a new worker would take longer.
        const drop = () => {
          const at = waiting.indexOf(job)
          if (at >= 0) waiting.splice(at, 1)
          answer(cancelled)
        }
        signal?.addEventListener('abort', drop, { once: true })
        const place = waiting.findIndex((other) => other.rank > rank)
        waiting.splice(place < 0 ? waiting.length : place, 0, job)
        next()
      })
    },
    close: async () => {
      closed = true
      const last = thread
      thread = null
      for (const job of waiting.splice(0)) job.answer(cancelled)
      finish(cancelled)
      await last?.worker.terminate()
    },
  }
}
