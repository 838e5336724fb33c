/** What processes took, as Linux tells it: the same clock for product, database and peer. */
import { readdirSync, readFileSync } from 'node:fs'

/** CPU seconds, user and system. */
export interface Spent {
  readonly client: number
  readonly server: number
  readonly database: number
}

/** Linux counts in hundredths of a second on every machine that Node runs on. */
const ticks = 100

interface Stat {
  readonly parent: number
  readonly own: number
  /** Of children that have ended. */
  readonly ended: number
}

function statOf(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const at = (field: number) => fields[field - 3] ?? 0 // as proc(5) numbers them
    return { parent: at(4), own: at(14) + at(15), ended: at(16) + at(17) }
  } catch {
    return undefined // it ended meanwhile
  }
}

export const cpuOf = (pid: number): number => (statOf(pid)?.own ?? 0) / ticks

/** A process, its children, theirs, and those that have ended already. */
export const cpuOfTree = (pid: number): number =>
  treeOf(pid).reduce((sum, one) => sum + (statOf(one)?.own ?? 0) + (statOf(one)?.ended ?? 0), 0) / ticks

/** Ids of a process and of all that it started. */
export function treeOf(pid: number): number[] {
  const children = readdirSync('/proc')
    .map(Number)
    .filter((one) => one > 0 && statOf(one)?.parent === pid)
  return [pid, ...children.flatMap(treeOf)]
}

/** Ids of what a process started itself. */
export const childrenOf = (pid: number): number[] => treeOf(pid).filter((one) => statOf(one)?.parent === pid)

/** Resident memory now and at its highest, MB. */
export function memoryOf(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const line = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
  return { now: line('VmRSS'), peak: line('VmHWM') }
}

/** Memory of processes that share some of it, MB: what is shared counts once (PSS). */
export function sharedMemoryOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(text)?.[1] ?? 0)
  })
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024)
}
