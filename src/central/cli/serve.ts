import { ok, type Result } from '../../shared/result.ts'
import { startCentral } from '../central.ts'
import { createLog } from '../http/log.ts'
import type { Settings } from '../settings.ts'
import type { CliWorld } from './main.ts'

/** Runs the service until it is asked to stop, or until its own database dies. */
export async function serve(settings: Settings, world: CliWorld): Promise<Result<void>> {
  const log = createLog(settings.logLevel)
  const { clock, random, timers, version } = world
  const started = await startCentral({ version, settings, clock, random, timers, log })
  if (!started.ok) return started
  const { practice } = started.value.services.database
  world.err(`Passerelle central${practice ? ', for practice' : ''}: ${started.value.url}`)
  const died = started.value.services.died.then((detail) => ({ ok: false, failure: postgresFailed(detail) }) as const)
  const reason = await Promise.race([world.stopped, died])
  log.info({ event: 'stopping' }, 'stopping')
  await started.value.close()
  return typeof reason === 'string' ? ok(undefined) : reason
}

const postgresFailed = (detail: string) => ({ code: 'central.postgres_failed', params: { detail } }) as const
