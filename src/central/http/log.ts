import pino, { type Logger } from 'pino'

/**
 * One JSON object a line. A line holds codes, ids, counts and times; no body, no address of a person, no address of a
 * request beyond its route: whoever writes one picks its parts.
 */
export type Log = Logger

export const createLog = (level: string, write?: (line: string) => void): Log =>
  pino(
    { level, base: {}, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    write ? { write } : process.stdout,
  )

/** A bug in a line of the log: its kind, its code and where; never its message, which may quote a value. */
export function bugOf(error: unknown): { bug: string; code?: string; at: string[] } {
  const { name, stack = '' } = error instanceof Error ? error : new TypeError()
  const code = (error as { code?: string } | undefined)?.code
  const at = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return { bug: name, ...(code === undefined ? {} : { code }), at: at.slice(0, 8).map((line) => line.trim()) }
}
