import { uuidBytes } from '../store/log/uuid.ts'
import { prepared } from '../store/prepared.ts'
import { query } from '../store/query.ts'
import type { Store } from '../store/types.ts'
import type { Central } from './enrolment.ts'

/** For how many days a desk may go on that the central said nothing of. */
const usualDays = 30

/**
 * How many days are left until a desk that does not reach its central has to stop; 0 or less when it has to. Time that
 * the log saw counts also where the computer's clock was set back afterwards.
 * @param now ms since 1970-01-01T00:00Z
 */
export function leaseLeft(store: Store, central: Central, now: number): number {
  const { settledAt, enrolledAt, offlineDays = usualDays } = central
  const since = Date.parse(settledAt ?? enrolledAt)
  const gone = Math.max(now - since, writtenAt(store) - (central.settledMoment ?? since))
  return Math.ceil((offlineDays * dayMs - gone) / dayMs)
}

const dayMs = 86_400_000

/**
 * The logical clock of the latest event that this desk wrote, ms; 0 before its first. It never goes back. Those of other
 * desks are not looked at: their clock may be a year ahead.
 */
export function writtenAt(store: Store): number {
  const identity = store.identity()
  if (!identity) return 0
  const { office, device } = identity
  return store.first(latestOf({ office: uuidBytes(office), device: uuidBytes(device) }))?.hlc_ms ?? 0
}

const latestOf = prepared(({ office, device }: { office: Uint8Array; device: Uint8Array }) =>
  query
    .selectFrom('event')
    .select('hlc_ms')
    .where('stream', '=', (party) => party.selectFrom('party').select('n').where('id', '=', office))
    .where('device', '=', (party) => party.selectFrom('party').select('n').where('id', '=', device))
    .orderBy('sequence', 'desc')
    .limit(1),
)
