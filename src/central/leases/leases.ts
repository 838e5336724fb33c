import type { z } from 'zod'
import type { leaseAnswer, leaseRequest } from '../../shared/contract/central.ts'
import type { Clock } from '../../shared/ports.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import { codeOf, type Database } from '../storage/database.ts'
import type { DeviceRow } from '../storage/devices.ts'
import { addLease, findLease, type LeaseRow, leasesSince, nextBlock } from '../storage/leases.ts'

const dayMs = 24 * 3_600_000
/** A desk that is away for longer than this asks again; what it holds is never given to anybody else. */
const leaseDays = 180
const mostADay = 30

type Answer = Outcome<z.infer<typeof leaseAnswer>>

/** Gives a desk a block of numbers. Asking again with the same `req` gives the same block. */
export async function takeLease(
  { database, clock }: { database: Database; clock: Clock },
  device: DeviceRow,
  { series, req }: z.infer<typeof leaseRequest>,
): Promise<Answer> {
  const once = () =>
    database.transact(async (tx): Promise<Answer> => {
      const known = await findLease(tx, req)
      if (known) return known.device === device.device ? done(viewOf(known)) : refuse(403, 'scope')
      const now = clock.now()
      if ((await leasesSince(tx, device.device, new Date(now - dayMs))) >= mostADay)
        return refuse(429, 'limited', { retryAfter: 3600 })
      const block = await nextBlock(tx, series)
      if (!block) return refuse(507, 'numbers_exhausted')
      const lease = { ...block, series, device: device.device, req }
      const row = { ...lease, granted: new Date(now), expires: new Date(now + leaseDays * dayMs) }
      await addLease(tx, row)
      return done(viewOf(row))
    })
  try {
    return await once()
  } catch (error) {
    // The same request at the same moment: the other one has made the lease.
    if (codeOf(error) !== '23505') throw error
    return once()
  }
}

const viewOf = ({ req, series, prefix, first, last, width, expires }: LeaseRow) => ({
  ...{ req, prefix, first, last, width },
  series: series as z.infer<typeof leaseAnswer>['series'],
  expires: expires.toISOString(),
})
