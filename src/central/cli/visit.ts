import { ok, type Result } from '../../shared/result.ts'
import { createLog } from '../http/log.ts'
import { createCleanup, openServices, type Services } from '../services.ts'
import type { Settings } from '../settings.ts'
import type { CliWorld } from './main.ts'

/**
 * Does one thing on the database and prints what it says.
 * @param as `visitor`: whether the central runs meanwhile or not; `server`: only while it does not
 */
export async function visit(
  settings: Settings,
  world: CliWorld,
  work: (services: Services) => Promise<Result<readonly string[]>>,
  as: 'server' | 'visitor' = 'visitor',
): Promise<Result<void>> {
  const cleanup = createCleanup()
  const { clock, random, timers, version } = world
  try {
    const log = createLog('silent')
    const services = await openServices({ version, settings, clock, random, timers, log }, cleanup, as)
    if (!services.ok) return services
    const said = await work(services.value)
    if (!said.ok) return said
    for (const line of said.value) world.out(line)
    return ok(undefined)
  } finally {
    await cleanup.run()
  }
}
