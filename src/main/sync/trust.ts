import type { TrustAge } from '../../shared/contract/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { TrustBundle } from '../seals/bundle.ts'
import { heldBundle, takeBundle } from '../seals/held-trust.ts'
import type { Store } from '../store/types.ts'
import type { CentralClient } from './client.ts'

/**
 * Fetches the trust bundle that the central hands out, when it is newer than the one held. The central only carries it: it
 * is believed by its offline root, as one from a stick is. The first one comes on a stick, since somebody has to compare
 * the fingerprint of the root. Gives whether another one is held now. Errors: those of the client and of `takeBundle`.
 */
export async function fetchTrust(
  store: Store,
  client: Pick<CentralClient, 'trust'>,
  offered: number | undefined,
): Promise<Result<boolean>> {
  const held = heldBundle(store)
  if (offered === undefined || !held || held.content.version >= offered) return ok(false)
  const fetched = await client.trust()
  if (!fetched.ok) return fetched
  const actor = store.identity()?.device ?? ''
  const taken = takeBundle(store, actor, fetched.value.file)
  if (!taken.ok) return taken
  const { version } = taken.value.content
  if (version < offered) return fail('trust.rollback', { held: offered, given: version })
  store.access.note({ actor, act: 'trust_changed', details: { what: 'bundle', version } })
  return ok(true)
}

/** How old a bundle is on a day (ISO). */
export function ageOf({ content }: TrustBundle, today: string): TrustAge {
  const { version, created, nextUpdate } = content
  const days = Math.round((Date.parse(today) - Date.parse(created.slice(0, 10))) / 86_400_000)
  return { version, days: Math.max(0, days), nextUpdate, late: today > nextUpdate }
}
