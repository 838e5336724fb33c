/** The generated part of docs/photo-quality.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { PhotoBench } from './bench.ts'
import type { FaultRates, Quality } from './quality.ts'
import { rateText } from './rate.ts'
import { type SpeedReport, speedGoals } from './speed.ts'

const file = 'docs/photo-quality.md'
const [start, end] = ['<!-- generated: npm run -s bench -- photo --write -->', '<!-- end of the generated part -->']

/** Puts the tables between the marks; what people wrote around them stays. */
export function writeTables(report: PhotoBench): void {
  const text = readFileSync(file, 'utf8')
  const [from, to] = [text.indexOf(start), text.indexOf(end)]
  if (from < 0 || to < from) throw new Error(`${file} has no place for the tables`)
  writeFileSync(file, `${text.slice(0, from + start.length)}\n\n${tablesOf(report)}\n${text.slice(to)}`)
}

/** Markdown: faults, good photos, speed. */
export function tablesOf({ quality, speed, machine, engine, people, shortfalls }: PhotoBench): string {
  const about = `Engine ${engine.version}, policy ${engine.policy}; ${people.drawn} drawn, ${people.framed} framed, ${people.selfie} other photos; ${machine.processor}, ${machine.cores} cores, load ${machine.load.join(' ')}.`
  return [
    about,
    ...(quality ? [faultTable(quality), goodTable(quality), missed(shortfalls)] : []),
    ...(speed ? [speedTable(speed)] : []),
    '',
  ].join('\n\n')
}

function faultTable({ faults }: Quality): string {
  const names = [...new Set(faults.map(({ fault }) => fault))]
  const cell = (kind: FaultRates['kind'], fault: string) => {
    const one = faults.find((each) => each.kind === kind && each.fault === fault)
    return one ? `${rateText(one.returned)} / ${one.noticed.percent} % | ${one.suggestedReturn.percent} %` : '- | -'
  }
  const rows = names.map((fault) => {
    const one = faults.find((each) => each.fault === fault)
    const allowed = one?.checks.length === 0
    return `| ${one?.gross ? `**${fault}**` : fault}${allowed ? ' (allowed)' : ''} | ${cell('drawn', fault)} | ${cell('framed', fault)} |`
  })
  return `Each fault: returned (95 % interval) / returned or to review, by its own checks; and returned by any check. Bold: gross.

| fault | drawn | any | real | any |
| --- | --- | --- | --- | --- |
${rows.join('\n')}`
}

function goodTable({ good }: Quality): string {
  const rows = good.map(({ group, returned, reviewed, causes }) => {
    const why = Object.entries(causes).map(([check, { return: back, review }]) => `${check} ${back}/${review}`)
    return `| ${group} | ${rateText(returned)} | ${rateText(reviewed)} | ${why.join(', ') || '-'} |`
  })
  return `Good photos: every alarm is a false one. Causes as returned/to review.

| photos | returned | to review | causes |
| --- | --- | --- | --- |
${rows.join('\n')}`
}

const missed = (shortfalls: readonly string[]): string =>
  shortfalls.length > 0
    ? `Short of the goals:\n\n${shortfalls.map((line) => `- ${line}`).join('\n')}`
    : 'Every goal is met.'

function speedTable({ workerReadyMs, rssMb, pictures, peer }: SpeedReport): string {
  const rows = Object.entries(pictures).map(([name, { wall, cpu, stages }]) => {
    const recapture = stages.recapture
    const other = peer ? ` | ${peer.wall[name]?.p50} / ${peer.wall[name]?.p95} | ${peer.cpu[name]?.p50}` : ''
    return `| ${name} | ${wall.p50} / ${wall.p95} | ${cpu.p50} / ${cpu.p95} | ${recapture ? recapture.p50 : '-'}${other} |`
  })
  const head = peer
    ? '| picture | wall p50 / p95 | CPU p50 / p95 | recapture | peer wall | peer CPU |'
    : '| picture | wall p50 / p95 | CPU p50 / p95 | recapture |'
  const line = peer ? '| --- | --- | --- | --- | --- | --- |' : '| --- | --- | --- | --- |'
  return [
    `Whole report, warm, milliseconds (must: ${speedGoals.report} at 12 MP, of which recapture ${speedGoals.recapture}; aim ${speedGoals.aim}). Worker ready in ${workerReadyMs} ms (must ${speedGoals.workerReadyMs}), process ${rssMb} MB (must ${speedGoals.rssMb}).`,
    `${head}\n${line}\n${rows.join('\n')}`,
    ...(peer
      ? [
          `Peer: ${peer.name} (${peer.configuration}); ready in ${peer.readyMs} ms, ${peer.rssMb} MB. It gets decoded pixels and judges nothing: no light, sharpness, background, compression or recapture.`,
        ]
      : []),
  ].join('\n\n')
}
