import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { TOTP } from 'otpauth'
import type { DeskContract } from '../../../shared/contract/desk.ts'
import type { SetupSecrets } from '../../../shared/contract/views.ts'
import type { Bilingual } from '../../../shared/language.ts'
import { ok } from '../../../shared/result.ts'
import { pagePicture } from '../../documents/page-picture.ts'
import { createRouter } from '../../router/index.ts'
import { type PhotoJobs, startPhotoJobs } from '../../schedule/photo-jobs.ts'
import { type Core, createCore } from '../../seat/core.ts'
import { type CliWorld, noPorts } from '../world.ts'

/** What the steps of the tour share: two desks, the day's clock, what was found on the way, and the papers. */
export interface TourDay {
  readonly desk: DeskClient
  readonly core: Core
  /** The desk on which the backup is restored. */
  readonly second: DeskClient
  readonly secondCore: Core
  /** Where backups go: another disk, as it were. */
  readonly backups: string
  /** A photograph given with `--photo`. */
  readonly photo: Uint8Array | undefined
  readonly world: CliWorld
  /** Name and path of each file made. */
  readonly artefacts: Record<string, string>
  /** What earlier steps left for later ones. */
  readonly found: Found
  /** What the printer was given, oldest first. */
  readonly printed: readonly Uint8Array[]
  /** Today at the office. */
  today(): string
  /** Lets time pass. */
  wait(ms: number): void
  /** The code that the authenticator shows. */
  codeOf(secret: string): string
  /** Keeps a file in the folder asked for. */
  keep(name: string, file: string, bytes: Uint8Array): void
  /** Keeps a paper and the picture of its page. */
  keepPaper(name: string, pdf: Uint8Array): Promise<void>
  close(): Promise<void>
}

export type DeskClient = ContractRouterClient<DeskContract>

interface Found {
  secrets?: SetupSecrets
  officer?: { readonly id: string; readonly password: string }
  /** Another officer, who confirms what takes two. */
  second?: { readonly userName: string; readonly displayName: string; readonly password: string }
  claimId?: string
  documentId?: string
  replacementId?: string
  backup?: string
  restored?: true
}

/** An earlier step did not leave what this one needs. */
export class Needs extends Error {
  override readonly name = 'Needs'
  readonly what: string
  constructor(what: string) {
    super(what)
    this.what = what
  }
}

/** A step that was done and came out otherwise than it must. */
export class Wrong extends Error {
  override readonly name = 'Wrong'
  readonly text: Bilingual
  constructor(text: Bilingual) {
    super(text.en)
    this.text = text
  }
}

export function need<T>(value: T | undefined, step: string): T {
  if (value === undefined) throw new Needs(step)
  return value
}

export function must(holds: boolean, text: Bilingual): void {
  if (!holds) throw new Wrong(text)
}

/** The tour happens on a day of its own, whatever the computer's clock says: its papers can be compared. */
const morning = Date.parse('2026-11-23T14:05:00Z')
const zone = 'America/Toronto'

export function createTourDay(
  world: CliWorld,
  given: { readonly folder: string; readonly out: string; readonly photo: Uint8Array | undefined },
): TourDay {
  const started = world.clock.now()
  const printed: Uint8Array[] = []
  const artefacts: Record<string, string> = {}
  let waited = 0
  const clock = { now: () => morning + waited + world.clock.now() - started, zone: () => zone }
  const { random, timers, assetsDir, version } = world
  const ports = {
    ...noPorts,
    printing: {
      listPrinters: async () => ['Tour'],
      async printPdf(pdf: Uint8Array) {
        printed.push(pdf)
        return ok({ by: 'done' } as const)
      },
    },
  }
  const coreIn = (name: string) => {
    const dataDir = join(given.folder, name)
    mkdirSync(dataDir, { mode: 0o700 })
    return createCore({ host: 'browser', version, dataDir, assetsDir, demo: false, clock, random, timers, ports })
  }
  const [core, secondCore] = [coreIn('desk'), coreIn('second-desk')]
  const photoJobs: PhotoJobs[] = []
  const clientOf = (one: Core) => {
    const jobs = startPhotoJobs(one, undefined)
    photoJobs.push(jobs)
    return createRouterClient(createRouter(one, jobs)) as unknown as DeskClient
  }
  const backups = join(given.folder, 'backups')
  mkdirSync(backups)
  const keep = (name: string, file: string, bytes: Uint8Array) => {
    const path = join(given.out, file)
    writeFileSync(path, bytes)
    artefacts[name] = path
  }
  return {
    desk: clientOf(core),
    core,
    second: clientOf(secondCore),
    secondCore,
    backups,
    photo: given.photo,
    world,
    artefacts,
    found: {},
    printed,
    today: () => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(clock.now()),
    wait: (ms) => {
      waited += ms
    },
    codeOf: (secret) => new TOTP({ secret }).generate({ timestamp: clock.now() }),
    keep,
    async keepPaper(name, pdf) {
      keep(name, `${name}.pdf`, pdf)
      keep(`${name}-page`, `${name}.png`, await pagePicture(pdf, 0, 110))
    },
    async close() {
      for (const jobs of photoJobs) await jobs.stop()
      await core.close()
      await secondCore.close()
    },
  }
}
