/** One round of the product: two desks and a central, everything new. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RunningCentral, startCentralProcess } from './central.ts'
import { type Cost, costOf, type Side } from './measured.ts'
import { type Actor, startActor } from './parts.ts'
import { memoryOf, sharedMemoryOf, treeOf } from './processes.ts'

export interface Memory {
  /** MB, now and at the highest; the desk's process holds two desks in a round, one in a first sync. */
  readonly desk: { readonly before: number; readonly now: number; readonly peak: number }
  readonly central: { readonly now: number; readonly peak: number }
  readonly database: number
}

export interface OurRound {
  readonly costs: Readonly<Record<string, Cost>>
  /** Edits that are ready to be sent: the central with every check, by itself. */
  readonly ingest: Cost
  readonly memory: Memory
  readonly documentBytes: number
}

const program = () => process.argv[1] ?? ''
export const startDesks = (folder: string, central: RunningCentral): Actor =>
  startActor(program(), ['sync-desks', '--folder', folder, '--central', central.url])

export async function enter(desks: Actor, central: RunningCentral, desk: string): Promise<void> {
  const { value } = await desks.act<string>('enrol', { desk, code: central.code() })
  central.approve(value)
  await desks.act('settle', { desk })
}

export async function ourRound(folder: string, count: number): Promise<OurRound> {
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const central = await startCentralProcess(folder)
  const desks = startDesks(folder, central)
  try {
    for (const desk of ['a', 'b']) await enter(desks, central, desk)
    await desks.act('settle', { desk: 'a' }) // what the other one began with
    const before = memoryOf(desks.pid).now
    const side: Side = { client: desks, server: central.pid, database: central.database }
    const costs: Record<string, Cost> = {}
    const both = async (name: string, events: number) => {
      costs[`${name} push`] = await costOf(side, 'settle', { given: { desk: 'a', told: 'pushed' }, count: events })
      costs[`${name} pull`] = await costOf(side, 'settle', { given: { desk: 'b', told: 'pulled' }, count: events })
      await desks.act('same')
    }
    await desks.act('openCases', { count })
    await both('opened', count * 2)
    await desks.act('writeNames', { count })
    await both('names', count)
    const { value: documentBytes } = await desks.act<number>('writeDocuments', { count })
    await both('documents', count)
    await desks.act('writeEdits', { count, round: 1 })
    await both('edits', count)
    await desks.act('writeEdits', { count, round: 2 })
    await desks.act('pack')
    const ingest = await costOf(side, 'pour', { count })
    return { costs, ingest, memory: memory(desks, central, before), documentBytes: Math.round(documentBytes) }
  } finally {
    await desks.end()
    await central.stop()
  }
}

export interface FirstSync {
  readonly cases: number
  readonly events: number
  readonly seconds: number
  /** CPU seconds of all of it, by process. */
  readonly cpu: { readonly client: number; readonly server: number; readonly database: number }
  readonly memory: Memory
}

/**
 * A desk that never settled takes all cases of its office, a person and a claim each, as another desk wrote them out. In a
 * folder where that was done before, the office is there already.
 */
export async function firstSync(folder: string, cases: number, say: (line: string) => void): Promise<FirstSync> {
  const written = join(folder, 'written')
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const central = await startCentralProcess(folder)
  const started: Actor[] = []
  const desk = `c-${central.pid}`
  try {
    if (!existsSync(written)) {
      const writer = startDesks(folder, central)
      started.push(writer)
      await writeOffice(writer, central, cases, say)
      await writer.end()
      started.pop()
      writeFileSync(written, `${cases}`)
    }
    const desks = startDesks(folder, central)
    started.push(desks)
    const { value } = await desks.act<string>('enrol', { desk, code: central.code() })
    central.approve(value)
    const before = memoryOf(desks.pid).now
    say('first sync')
    const side: Side = { client: desks, server: central.pid, database: central.database }
    const cost = await costOf(side, 'settle', { given: { desk }, count: 10_000 })
    const { client, server, database } = cost
    const events = cases * 2
    return {
      cases,
      events,
      seconds: cost.wall,
      cpu: { client, server, database },
      memory: memory(desks, central, before),
    }
  } finally {
    for (const one of started) await one.end()
    await central.stop()
    rmSync(join(folder, desk), { recursive: true, force: true })
  }
}

async function writeOffice(writer: Actor, central: RunningCentral, cases: number, say: (line: string) => void) {
  await enter(writer, central, 'a')
  say(`${cases} cases are written`)
  await writer.act('openCases', { count: cases })
  say('and pushed')
  await writer.act('settle', { desk: 'a' })
  const { ms } = await writer.act<boolean>('offer', { desk: 'a' })
  say(`a snapshot is made and handed in, ${(ms / 1000).toFixed(1)} s`)
}

function memory(desks: Actor, central: RunningCentral, before: number): Memory {
  return {
    desk: { before, ...memoryOf(desks.pid) },
    central: memoryOf(central.pid),
    database: sharedMemoryOf(treeOf(central.database)),
  }
}

export const roundFolder = (folder: string, name: string): string => join(folder, name)
