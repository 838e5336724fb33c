/** What settling costs: product and PouchDB in one run, alternating. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { machine, round } from '../measure.ts'
import { type Cost, costOf, middle, type Spread } from './measured.ts'
import { type FirstSync, firstSync, type Memory, type OurRound, ourRound, roundFolder } from './ours.ts'
import { installPeer, startPeer } from './peer.ts'

/** Goals of issue 6. Times: CPU of the peer through ours. */
export const syncGoals = {
  edits: { must: 5, aim: 7 },
  documents: { must: 3, aim: 4 },
  ingestPerSecond: { must: 8000, aim: 15_000 },
  firstSyncSeconds: { must: 5, aim: 3 },
} as const

export interface SyncReport {
  readonly machine: ReturnType<typeof machine>
  readonly loadAfter: readonly number[]
  readonly count: number
  readonly rounds: number
  readonly documentBytes?: number
  /** Seconds for 10,000 events (documents of the peer), the median of the rounds. */
  readonly ours: Readonly<Record<string, Spread>>
  readonly peer?: { readonly name: string; readonly costs: Readonly<Record<string, Spread>> }
  /** CPU of the peer through ours. */
  readonly times?: Readonly<Record<string, number>>
  /** With the memory: of the rounds, if there were any. */
  readonly ingest?: Spread & { readonly perSecond: number; readonly perCentralCpuSecond: number }
  readonly memory?: Memory
  readonly firstSync?: FirstSync
}

interface Options {
  readonly count: number
  /** None where the first sync alone is measured. */
  readonly rounds: number
  /** A folder where the office of the first sync stays when it is over, and is taken from when it is there. */
  readonly kept?: string | undefined
  /** Cases of the first sync; 0 leaves it out. */
  readonly cases: number
  readonly peer: boolean
  readonly say: (line: string) => void
}

export async function benchSync({ count, rounds, cases, kept, peer, say }: Options): Promise<SyncReport> {
  const about = machine()
  const folder = mkdtempSync(`${tmpdir()}/passerelle-sync-`)
  chmodSync(folder, 0o711) // PostgreSQL may have to run as another user
  try {
    if (peer && rounds > 0) installPeer()
    const ours: OurRound[] = []
    const theirs: PeerRound[] = []
    for (let at = 1; at <= rounds; at++) {
      say(`round ${at}: ours`)
      ours.push(await ourRound(roundFolder(folder, `ours-${at}`), count))
      if (!peer) continue
      say(`round ${at}: peer`)
      theirs.push(await peerRound(roundFolder(folder, `peer-${at}`), count))
    }
    const costs = middles(ours.map((one) => one.costs))
    const last = ours.at(-1)
    const first = cases > 0 ? await firstSync(kept ?? roundFolder(folder, 'first'), cases, say) : undefined
    return {
      ...{ machine: about, loadAfter: machine().load, count, rounds, ours: costs },
      ...(theirs[0] ? beside(theirs[0].name, costs, middles(theirs.map((one) => one.costs))) : {}),
      ...(last ? { ingest: ingestOf(ours), documentBytes: last.documentBytes, memory: last.memory } : {}),
      ...(first ? { firstSync: first } : {}),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function ingestOf(rounds: readonly OurRound[]) {
  const ingest = middle(rounds.map((one) => one.ingest))
  return {
    ...ingest,
    perSecond: Math.round(10_000 / ingest.wall),
    perCentralCpuSecond: Math.round(10_000 / (ingest.server + ingest.database)),
  }
}

interface PeerRound {
  readonly name: string
  readonly costs: Readonly<Record<string, Cost>>
}

async function peerRound(folder: string, count: number): Promise<PeerRound> {
  const { client, server, stop } = await startPeer(folder, count)
  try {
    const costs: Record<string, Cost> = {}
    const both = async (name: string) => {
      for (const way of ['push', 'pull']) costs[`${name} ${way}`] = await costOf({ client, server }, way, { count })
    }
    const { value: name } = await client.act<string[]>('versions')
    await client.act('open')
    await client.act('writeDocuments')
    await both('documents')
    await client.act('writeEdits', { round: 1 })
    await both('edits')
    return { name: name.join(' + '), costs }
  } finally {
    await stop()
  }
}

function middles(rounds: readonly Readonly<Record<string, Cost>>[]): Record<string, Spread> {
  const names = Object.keys(rounds[0] ?? {})
  return Object.fromEntries(names.map((name) => [name, middle(rounds.flatMap((costs) => costs[name] ?? []))]))
}

function beside(name: string, ours: Record<string, Spread>, costs: Record<string, Spread>) {
  const times = Object.entries(costs).map(([phase, cost]) => [phase, round(cost.cpu / (ours[phase]?.cpu ?? 0))])
  return { peer: { name, costs }, times: Object.fromEntries(times) as Record<string, number> }
}
