import type { ConfirmationsReport } from './confirmations.ts'
import { type PapersReport, paperGoals } from './documents/bench.ts'
import type { StartReport } from './start.ts'
import type { StoreReport } from './store.ts'

const row = (cells: readonly (string | number)[], widths: readonly number[]): string =>
  cells
    .map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i] ?? 0) : String(cell).padStart(widths[i] ?? 0)))
    .join(' ')

const about = ({ machine }: { machine: StoreReport['machine'] }): string =>
  `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, load ${machine.load.join(' ')}`

/** The store's report for people. */
export function printStore(report: StoreReport): string {
  const { build, queries, peer, append, rebuild } = report
  const widths = [22, 9, 9, 9, 16]
  return [
    about(report),
    `${report.cases} cases, ${build.events} events in ${build.ms} ms (${build.eventsPerSecond}/s), file ${build.fileMb} MB, open ${report.openMs} ms`,
    '',
    row(['ms', 'p50', 'p95', 'max', "peer LIKE '%x%'"], widths),
    ...Object.entries(queries).map(([name, t]) => row([name, t.p50, t.p95, t.max, peer[name]?.p95 ?? ''], widths)),
    '',
    ...Object.entries(append).map(([name, rate]) =>
      row([`append ${name}`, `${rate.perSecond}/s`, `(${rate.slowest}-${rate.fastest})`], [30, 9, 14]),
    ),
    ...(rebuild
      ? [
          `rebuild ${rebuild.ms} ms, ${rebuild.eventsPerSecond} events/s, ${rebuild.equal ? 'equal' : 'DIFFERENT'}, longest turn ${rebuild.longestTurnMs} ms, 99 % under ${rebuild.turnP99Ms} ms`,
        ]
      : []),
  ].join('\n')
}

/** The start's report for people. */
export function printStart(report: StartReport): string {
  const widths = [34, 9, 9, 9]
  return [
    about(report),
    `${report.cases} cases, ${report.runs} starts`,
    '',
    row(['ms', 'p50', 'p95', 'max'], widths),
    ...Object.entries(report.times).map(([name, t]) => row([name, t.p50, t.p95, t.max], widths)),
  ].join('\n')
}

/** The report of confirmations for people. */
export function printConfirmations(report: ConfirmationsReport): string {
  const widths = [36, 9, 9, 9]
  return [
    about(report),
    `${report.people} people; 10,000 more taken in: ${report.importMs} ms`,
    '',
    row(['ms', 'p50', 'p95', 'max'], widths),
    ...Object.entries(report.queries).map(([name, t]) => row([name, t.p50, t.p95, t.max], widths)),
  ].join('\n')
}

/** The papers' report for people. */
export function printDocuments(report: PapersReport): string {
  const { cpu, wall, meanCpu, bytes, parts, peer, timesPeer, samePagesCpu, batch } = report
  const widths = [34, 9, 9, 9]
  const kilobytes = (size: number) => Math.round(size / 1000)
  return [
    about(report),
    `${report.papers} claimant documents with layout, seal, signed portrait and PDF`,
    '',
    row(['ms', 'p50', 'p95', 'max'], widths),
    row(['CPU', cpu.p50, cpu.p95, cpu.max], widths),
    row(['wall', wall.p50, wall.p95, wall.max], widths),
    ...(peer ? [row([`${peer.name}, CPU`, peer.cpu.p50, peer.cpu.p95, peer.cpu.max], widths)] : []),
    '',
    `mean CPU ${meanCpu} ms (goal ${paperGoals.cpu.must}, aim ${paperGoals.cpu.aim}); ${kilobytes(bytes.mean)} KB (goal ${paperGoals.kilobytes.must})`,
    `of it: ${Object.entries(parts)
      .map(([name, ms]) => `${name} ${ms}`)
      .join(', ')}`,
    ...(peer
      ? [
          `the peer ${peer.meanCpu} ms, ${kilobytes(peer.bytes)} KB (${peer.configuration}): ${timesPeer} times our ${samePagesCpu} ms on the same pages (goal ${paperGoals.timesPeer.must}, aim ${paperGoals.timesPeer.aim})`,
        ]
      : []),
    ...(batch
      ? [
          `batch of ${batch.papers}: ${batch.seconds} s, ${batch.meanCpu} CPU ms each, ${batch.megabytes} MB, resident ${batch.rssMb.before} to ${batch.rssMb.peak} MB (goal ${paperGoals.batchMb.must})`,
        ]
      : []),
  ].join('\n')
}
