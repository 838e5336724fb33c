/**
 * The program of a batch, `out/bench/papers.js COUNT`: a thousand papers in the worker of the desk. It loads nothing that
 * a desk does not, and its faces are drawn in yet another process (`papers.js faces`): a desk is given its photos, and
 * drawing a dozen leaves 60 MB behind.
 */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { startDrawingEngine } from '../../../src/main/documents/drawing/engine.ts'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { cpuMs, round } from '../measure.ts'
import { drawnFaces, paperCases, signer } from './people.ts'

export interface BatchReport {
  readonly papers: number
  readonly seconds: number
  readonly meanCpu: number
  readonly megabytes: number
  /** Resident memory at its highest, before and at the end. */
  readonly rssMb: { readonly before: number; readonly peak: number; readonly after: number }
}

const [, program = '', asked] = process.argv
const inBase64 = (face: Uint8Array) => Buffer.from(face).toString('base64')
console.log(
  JSON.stringify(asked === 'faces' ? (await drawnFaces()).map(inBase64) : await runBatch(Number(asked ?? 1000))),
)

/** One after the other, as the worker makes a day's notices; nothing is kept but a count. */
async function runBatch(papers: number): Promise<BatchReport> {
  const workerFile = resolve('out/main/drawing.worker.js')
  const engine = startDrawingEngine({ assetsDir: 'assets', timers: nodeTimers, workerFile })
  const cases = paperCases(papers, facesFromApart())
  const before = megabytes(process.memoryUsage.rss())
  let [peak, bytes] = [before, 0]
  const [cpu, started] = [process.cpuUsage(), performance.now()]
  for (const [at, one] of cases.entries()) {
    const { paper, portrait } = one
    bytes += unwrap(await engine.draw({ paper, portrait, specimen: false, signer })).pdf.length
    if (at % 10 === 0) peak = Math.max(peak, megabytes(process.memoryUsage.rss()))
  }
  const seconds = round((performance.now() - started) / 1000)
  const after = megabytes(process.memoryUsage.rss())
  const meanCpu = round(cpuMs(cpu) / papers)
  await engine.close()
  return {
    papers,
    seconds,
    meanCpu,
    megabytes: megabytes(bytes),
    rssMb: { before, peak: Math.max(peak, after), after },
  }
}

function facesFromApart(): Uint8Array[] {
  const said = execFileSync(process.execPath, [program, 'faces'], { encoding: 'utf8' })
  return (JSON.parse(said) as string[]).map((face) => new Uint8Array(Buffer.from(face, 'base64')))
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20)
}
