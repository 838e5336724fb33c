import { mkdirSync, readFileSync } from 'node:fs'
import type { ContractRouterClient } from '@orpc/contract'
import { createRouterClient } from '@orpc/server'
import { TOTP } from 'otpauth'
import { nodeRandom, nodeTimers } from '../../src/main/ports/node.ts'
import { createRouter } from '../../src/main/router/index.ts'
import { startPhotoJobs } from '../../src/main/schedule/photo-jobs.ts'
import { createCore } from '../../src/main/seat/core.ts'
import type { Store } from '../../src/main/store/types.ts'
import type { DeskContract } from '../../src/shared/contract/desk.ts'
import type { Clock } from '../../src/shared/ports.ts'
import { fail } from '../../src/shared/result.ts'
import { fill, fillingEnd, movingClock } from './fill.ts'

const refused = async () => fail('host.dialog_unavailable')

export interface Opened {
  readonly store: Store
  readonly clock: Clock
}

interface Filled extends Opened {
  /** The border officer. */
  readonly officer: string
  readonly office: string
}

/**
 * Sets a desk up as a person would, with a border officer `amelie` and claims. Gives the secret of her second factor.
 * `then`: what is done with the filled store before the desk is closed.
 */
export async function createDeskOn(
  dataDir: string,
  password: string,
  cases: number,
  then: (filled: Filled) => void = () => {},
): Promise<string> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const clock = movingClock()
  const { core, desk, close } = deskOn(dataDir, clock)
  const numbers = readFileSync('assets/samples/numbers-lacolle-15.json', 'utf8')
  const gwen = { office: 'lacolle-15', displayName: 'Gwen Fitzgerald', userName: 'gwen' }
  const secrets = await desk.setup.begin({ ...gwen, password: `first ${password}`, numbers })
  const code = (secret: string) => new TOTP({ secret }).generate({ timestamp: clock.at })
  await desk.setup.finish({ code: code(secrets.totpSecret), recoveryKeySaved: true })
  const amelie = { userName: 'amelie', displayName: 'Amélie Tremblay', jurisdiction: 'office' as const }
  const enrolled = await desk.officers.enrol({
    ...amelie,
    password: `temporary ${password}`,
    roles: ['border_officer'],
  })
  await desk.seat.signOut()
  await desk.seat.signIn({ userName: 'amelie', password: `temporary ${password}` })
  await desk.seat.secondFactor({ code: code(enrolled.secrets.totpSecret) })
  await desk.seat.changePassword({ current: `temporary ${password}`, next: password })
  const { office } = await desk.status()
  const store = core.opened()?.store
  if (!store || !office) throw new Error('The desk was not set up')
  fill({ store, clock, officers: [enrolled.officer.id], office: office.id }, cases)
  then({ store, clock, officer: enrolled.officer.id, office: office.id })
  await close()
  return enrolled.secrets.totpSecret
}

/** Opens the desk that `createDeskOn` left, with the password alone: what `ask` asks, it asks of the store. */
export async function reopenDeskOn<T>(dataDir: string, password: string, ask: (desk: Opened) => T): Promise<T> {
  const clock = movingClock()
  clock.at = fillingEnd
  const { core, desk, close } = deskOn(dataDir, clock)
  await desk.seat.signIn({ userName: 'amelie', password })
  const store = core.opened()?.store
  if (!store) throw new Error('The desk was not opened')
  const asked = ask({ store, clock })
  await close()
  return asked
}

function deskOn(dataDir: string, clock: Clock) {
  const core = createCore({
    host: 'browser',
    version: '0.0.0',
    assetsDir: 'assets',
    demo: false,
    random: nodeRandom,
    timers: nodeTimers,
    dataDir,
    clock,
    ports: {
      dialogs: { saveFile: refused, openFile: refused, openFolder: refused },
      printing: { listPrinters: async () => [], printPdf: refused },
      keychain: {
        available: async () => false,
        protect: async () => fail('host.keychain_unavailable'),
        unprotect: async () => fail('host.keychain_unavailable'),
      },
      practice: { open: refused },
    },
  })
  const jobs = startPhotoJobs(core, undefined)
  const desk = createRouterClient(createRouter(core, jobs)) as unknown as ContractRouterClient<DeskContract>
  return { core, desk, close: () => jobs.stop().then(core.close) }
}
