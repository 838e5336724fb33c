/** `bench -- photo`: how good the checks of photos are, and how fast. */
import { rmSync } from 'node:fs'
import { startPhotoEngine } from '../../../src/main/photos/engine.ts'
import { loadModels } from '../../../src/main/photos/measure/models.ts'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import { photoPolicies } from '../../../src/shared/photos/policy.ts'
import { checkWith } from '../../support/photo-check.ts'
import { machine } from '../measure.ts'
import { faultNames, judgeAgain, judgeAll } from './judged.ts'
import { drawnPeople, type Kind, realPeople, workerFile } from './material.ts'
import { type Quality, qualityOf, shortfalls } from './quality.ts'
import { benchSpeed, type SpeedReport } from './speed.ts'

export interface PhotoBench {
  readonly machine: ReturnType<typeof machine>
  readonly engine: { readonly version: string; readonly policy: string }
  readonly people: Readonly<Record<Kind, number>>
  readonly quality?: Quality
  readonly shortfalls: readonly string[]
  readonly speed?: SpeedReport
}

interface Options {
  /** Drawn people; the faces beside the repository are always all taken. */
  readonly people: number
  readonly faults: 'all' | 'gross' | 'none'
  /** Rounds of the speed measurement; 0 leaves it out. */
  readonly rounds: number
  readonly peer: boolean
  readonly save?: string | undefined
  /** Saved pictures of an earlier run, to be judged again instead of new ones. */
  readonly from?: string | undefined
  readonly say: (line: string) => void
}

const policy = photoPolicies['pr-card']

/** Speed first, while the process is fresh; then every picture. */
export async function benchPhoto(options: Options): Promise<PhotoBench> {
  const { rounds, peer, from, say } = options
  const facts = machine()
  const speed = rounds > 0 ? await benchSpeed(rounds, peer, say) : undefined
  const { judged, engine } = from ? { judged: judgeAgain(from, policy), engine: 'earlier' } : await judgeNew(options)
  const good = judged.filter(({ fault }) => fault === 'good')
  const of = (kind: Kind) => good.filter((one) => one.kind === kind).length
  const quality = judged.length > 0 ? qualityOf(judged) : undefined
  return {
    machine: facts,
    engine: { version: engine, policy: policy.version },
    people: { drawn: of('drawn'), framed: of('framed'), selfie: of('selfie') },
    ...(quality ? { quality } : {}),
    shortfalls: quality ? shortfalls(quality) : [],
    ...(speed ? { speed } : {}),
  }
}

async function judgeNew({ people: count, faults, save, say }: Options) {
  const people = count > 0 ? [...(await drawnPeople(count)), ...realPeople()] : []
  if (save) rmSync(save, { force: true })
  const models = await loadModels('assets')
  const engine = startPhotoEngine({ assetsDir: 'assets', timers: nodeTimers, workerFile })
  const check = checkWith(engine)
  let version = '-'
  const judged = await judgeAll({
    ...{ people, faults: faultNames(faults), models, save, say },
    check: async (bytes) => {
      const { report } = await check(bytes)
      version = report.engine?.version ?? version
      return report
    },
  })
  await engine.close()
  return { judged, engine: version }
}
