import { type SyncReport, syncGoals } from './bench.ts'
import type { Spread } from './measured.ts'

const widths = [18, 8, 8, 9, 8, 14, 8]
const row = (cells: readonly (string | number)[]): string =>
  cells
    .map((cell, i) => (i === 0 ? String(cell).padEnd(widths[0] ?? 0) : String(cell).padStart(widths[i] ?? 8)))
    .join(' ')

const line = (name: string, { client, server, database, cpu, least, most, wall }: Spread): string =>
  row([name, client, server, database, cpu, `(${least}-${most})`, wall])

const held = (yes: boolean): string => (yes ? 'holds' : 'does NOT hold')

/** The report of settling for people. */
export function printSync(report: SyncReport): string {
  const { machine, ours, peer, ingest, memory, firstSync } = report
  return [
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, load ${machine.load.join(' ')}, at the end ${report.loadAfter.join(' ')}`,
    ...(ingest
      ? [
          `${report.count} of each, ${report.rounds} rounds, documents of ${report.documentBytes} bytes; seconds for 10,000, median (by CPU)`,
          '',
          row(['ours', 'client', 'server', 'database', 'CPU', '(range)', 'wall']),
          ...Object.entries(ours).map(([name, cost]) => line(name, cost)),
          line('ingest of edits', ingest),
        ]
      : []),
    ...(peer ? ['', peer.name, ...Object.entries(peer.costs).map(([name, cost]) => line(name, cost))] : []),
    '',
    ...(ingest
      ? [
          `ingest: ${ingest.perSecond} events/s by the clock, ${ingest.perCentralCpuSecond} a CPU second of central and database`,
        ]
      : []),
    ...(memory
      ? [
          `memory, MB: desks ${memory.desk.before} before, ${memory.desk.now} after, ${memory.desk.peak} at most; central ${memory.central.now}, ${memory.central.peak} at most; database ${memory.database}`,
        ]
      : []),
    ...(firstSync
      ? [
          `first sync of ${firstSync.cases} cases (${firstSync.events} events, as a snapshot): ${firstSync.seconds} s; CPU desk ${firstSync.cpu.client}, central ${firstSync.cpu.server}, database ${firstSync.cpu.database}; memory of the desk ${firstSync.memory.desk.now} MB, ${firstSync.memory.desk.peak} at most`,
        ]
      : []),
    '',
    ...verdicts(report),
  ].join('\n')
}

function verdicts({ times, ingest, firstSync }: SyncReport): string[] {
  const against = Object.entries(times ?? {}).map(([name, value]) => {
    const { must } = name.startsWith('edits') ? syncGoals.edits : syncGoals.documents
    return `${name}: ${value} times less CPU than the peer, must ${must}: ${held(value >= must)}`
  })
  const { ingestPerSecond, firstSyncSeconds } = syncGoals
  return [
    ...against,
    ...(ingest ? [`ingest: must ${ingestPerSecond.must}/s: ${held(ingest.perSecond >= ingestPerSecond.must)}`] : []),
    ...(firstSync
      ? [`first sync: must ${firstSyncSeconds.must} s: ${held(firstSync.seconds <= firstSyncSeconds.must)}`]
      : []),
  ]
}
