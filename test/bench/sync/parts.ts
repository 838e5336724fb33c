/** Processes that do one named thing after the other, so that whoever started them can read their clocks in between. */
import { type ChildProcess, fork } from 'node:child_process'

export type Acts = Readonly<Record<string, (given: never) => unknown>>

export interface Actor {
  readonly pid: number
  /** Lets it do one of its acts. Gives what came of it, and the milliseconds that it took. */
  act<T>(name: string, given?: unknown): Promise<{ value: T; ms: number }>
  end(): Promise<void>
}

export function startActor(program: string, args: readonly string[]): Actor {
  const child = fork(program, [...args], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    pid: child.pid ?? 0,
    async act<T>(name: string, given: unknown = {}) {
      const answer = await Promise.race([asked(child, name, given), ended.then(() => ({ error: 'It ended' }))])
      if ('error' in answer) throw new Error(`${name}: ${answer.error}`)
      return answer as { value: T; ms: number }
    },
    async end() {
      child.disconnect()
      child.kill('SIGTERM')
      await ended
    },
  }
}

type Answer = { value: unknown; ms: number } | { error: string }

function asked(child: ChildProcess, name: string, given: unknown): Promise<Answer> {
  const answer = new Promise<Answer>((resolve) => child.once('message', (message) => resolve(message as Answer)))
  child.send({ name, given })
  return answer
}

/** The child's side: does what it is told until nobody tells it any more. */
export function actOn(acts: Acts): Promise<void> {
  process.on('message', async ({ name, given }: { name: string; given: never }) => {
    const started = performance.now()
    try {
      const value = await acts[name]?.(given)
      process.send?.({ value: value ?? null, ms: performance.now() - started })
    } catch (error) {
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
  return new Promise((resolve) => process.once('disconnect', resolve))
}
