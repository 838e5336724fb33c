/** How long a whole report takes, warm, through the worker as the desk has it; beside the peer on the same pixels. */

import sharp from 'sharp'
import { portraitJpeg } from '../../../src/main/demo/portraits.ts'
import { type PhotoEngine, startPhotoEngine } from '../../../src/main/photos/engine.ts'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { checkWith } from '../../support/photo-check.ts'
import { openCanvas } from '../../support/photo-degrade/canvas.ts'
import { once, spread, type Timing } from '../measure.ts'
import { workerFile } from './material.ts'
import { askPeer, type PeerReport } from './peer.ts'

export interface SpeedReport {
  readonly workerReadyMs: number
  readonly rssMb: number
  readonly pictures: Readonly<
    Record<string, { readonly wall: Timing; readonly cpu: Timing; readonly stages: Readonly<Record<string, Timing>> }>
  >
  readonly peer?: PeerReport
}

/** Goals of issue 4, milliseconds and megabytes. */
export const speedGoals = { report: 350, aim: 150, recapture: 100, rssMb: 500, workerReadyMs: 400 } as const

/** From the start of a thread until it has its models. */
async function readyMs(engine: PhotoEngine): Promise<number> {
  // A waiting worker does not keep a program alive by itself.
  const alive = setInterval(() => undefined, 1000)
  const { ms } = await once(() => engine.ready())
  clearInterval(alive)
  return ms
}

/** `rounds` reports of a picture of 12 megapixels and of the smallest that the card takes. */
export async function benchSpeed(rounds: number, withPeer: boolean, say: (line: string) => void): Promise<SpeedReport> {
  say('drawing')
  const small = await portraitJpeg(1, { tone: 4, age: 30 }, 715, 'card')
  const files = {
    // Enlarged: drawing at this size takes minutes, and time depends on pixels only.
    '12 MP': new Uint8Array(await sharp(small).resize(3000).jpeg({ quality: 93 }).toBuffer()),
    '715x1000': small,
  }
  const engine = startPhotoEngine({ assetsDir: 'assets', timers: nodeTimers, workerFile })
  const workerReadyMs = await readyMs(engine)
  const check = checkWith(engine)
  const pictures: Record<string, SpeedReport['pictures'][string]> = {}
  let rss = 0
  for (const [name, bytes] of Object.entries(files)) {
    say(`${name}, ${rounds} rounds`)
    for (let warm = 0; warm < 3; warm++) await check(bytes)
    const times: { wall: number; cpu: number; stages: Readonly<Record<string, number>> }[] = []
    for (let round = 0; round < rounds; round++) {
      const cpu = process.cpuUsage()
      const { ms: wall, value } = await once(() => check(bytes))
      const spent = process.cpuUsage(cpu)
      times.push({ wall, cpu: (spent.user + spent.system) / 1000, stages: value.timingsMs })
      rss = Math.max(rss, process.memoryUsage().rss)
    }
    const stages = Object.keys(times[0]?.stages ?? {})
    pictures[name] = {
      wall: spread(times.map((one) => one.wall)),
      cpu: spread(times.map((one) => one.cpu)),
      stages: Object.fromEntries(stages.map((stage) => [stage, spread(times.map((one) => one.stages[stage] ?? 0))])),
    }
  }
  await engine.close()
  const report = { workerReadyMs, rssMb: Math.round(rss / 2 ** 20), pictures }
  if (!withPeer) return report
  say('peer')
  const decoded = { '12 MP': await openCanvas(files['12 MP']), '715x1000': await openCanvas(files['715x1000']) }
  return { ...report, peer: askPeer(decoded, Math.min(rounds, 10)) }
}
