import { numberSeries } from '../../shared/domain/vocabulary.ts'
import { ok, type Result } from '../../shared/result.ts'
import { numberBlocks, takeLeased } from '../office/numbers.ts'
import { dropLocalNote, keepLocalNote, localNote } from '../store/local-notes.ts'
import type { Store } from '../store/types.ts'
import type { CentralClient } from './client.ts'

/** Of the central: its leases. */
type Lessor = Pick<CentralClient, 'lease'>

/** So few numbers left of a series, and a desk asks for the next block: half of one, days of work without a network. */
const fewLeft = { document: 100, client: 250, application: 250 } as const satisfies Record<Series, number>
type Series = (typeof numberSeries)[number]

/**
 * Asks the central for a block of each series that runs low. What is asked for is written down first, so that an answer
 * that was lost is asked for again and is the same block. Gives how many blocks came. Errors: those of the client,
 * sync.numbers_exhausted.
 */
export async function topUpNumbers(store: Store, client: Lessor, signal: AbortSignal): Promise<Result<number>> {
  let taken = 0
  for (const series of numberSeries) {
    if (leftOf(store, series) >= fewLeft[series]) continue
    const leased = await leaseOf(store, client, series, signal)
    if (!leased.ok) return leased
    taken += leased.value
  }
  return ok(taken)
}

const leftOf = (store: Store, series: Series): number =>
  numberBlocks(store)
    .filter((block) => block.series === series)
    .reduce((sum, { left }) => sum + left, 0)

async function leaseOf(store: Store, client: Lessor, series: Series, signal: AbortSignal): Promise<Result<number>> {
  const actor = store.identity()?.device ?? ''
  const name = `lease_request.${series}`
  const req = localNote(store, name) ?? store.newId()
  const noted = store.transact({ actor }, (tx) => ok(keepLocalNote(tx, name, req)))
  if (!noted.ok) return noted
  const forget = () => store.transact({ actor }, (tx) => ok(dropLocalNote(tx, name)))
  const leased = await client.lease({ series, req }, signal)
  // Another desk's: this one was that desk, before it was restored under a new identity. It asks anew.
  if (!leased.ok) return leased.failure.code === 'sync.scope' ? again(forget()) : leased
  const { prefix, first, last, width } = leased.value
  const taken = store.transact({ actor }, (tx) => {
    const granted = takeLeased(tx, { series, prefix, first, last, width })
    if (granted.ok) dropLocalNote(tx, name)
    return granted
  })
  if (taken.ok) return ok(1)
  // Numbers of a file that the central did not know of: not used twice, the next request gets others.
  return taken.failure.code === 'claims.numbers_already_held' ? again(forget()) : taken
}

const again = (forgotten: Result<unknown>): Result<number> => (forgotten.ok ? ok(0) : forgotten)
