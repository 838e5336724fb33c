import { officeOf } from '../../shared/domain/ports-of-entry.ts'
import type { Stopwatch, Timers } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { dateIn } from '../../shared/rules/dates.ts'
import { makeCredential } from '../portal/accounts.ts'
import type { Services } from '../services.ts'
import { play, report } from '../simulate/play.ts'

export interface SimulateOptions {
  readonly claims: string
  readonly photos: string
  readonly rate: string
  readonly seed: string
  readonly office: string
  readonly url?: string
}

/** Plays people at the portal of a central that runs. Fails with central.setting, central.no_office, central.not_running. */
export async function simulate(
  services: Services,
  options: SimulateOptions,
  { timers, stopwatch }: { timers: Timers; stopwatch: Stopwatch },
): Promise<Result<readonly string[]>> {
  const [claims, photos, rate] = [options.claims, options.photos, options.rate].map(Number) as [number, number, number]
  if (!(Number.isInteger(claims) && claims > 0)) return fail('central.setting', { setting: '--claims' })
  if (!(Number.isInteger(photos) && photos >= 0 && photos <= claims))
    return fail('central.setting', { setting: '--photos' })
  if (!(rate > 0)) return fail('central.setting', { setting: '--rate' })
  const office = officeOf(options.office)
  if (!office) return fail('central.no_office', { office: options.office })
  const { host, port } = services.settings
  const url = options.url ?? `http://${host}:${port}`
  const up = await fetch(`${url}/healthz`).catch(() => undefined)
  if (!up?.ok) return fail('central.not_running', { address: url })
  const now = services.clock.now()
  // A service of its own each time: accounts are the service's, so a seed played again makes other accounts.
  const credential = await makeCredential(services, `simulate ${new Date(now).toISOString()}`)
  if (!credential) return fail('central.portal_name_taken')
  const began = stopwatch()
  const today = dateIn(office.zone, now)
  const played = await play({
    ...{ url, credential, office: office.slug, claims, photos, rate, seed: options.seed, today, timers, stopwatch },
  })
  return ok(report(played, (stopwatch() - began) / 1000))
}
