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
