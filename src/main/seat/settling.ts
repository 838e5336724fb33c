import type { NumberBlockView } from '../../shared/contract/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Officer } from '../claims/tools.ts'
import { numberBlocks } from '../office/numbers.ts'
import { officeOf } from '../office/settings.ts'
import type { Behind } from '../store/reports.ts'
import type { Identity, Store, Tx } from '../store/types.ts'
import { hasStarted } from './new-device.ts'
import { appendDevice } from './set-up.ts'

/**
 * An administrator's answer to a database that was copied back by hand and is behind the mark outside it, or of which the
 * central said that it is forked: a new identity where the chain would fork, and the numbers that may have been given out
 * since are voided. Without a readable mark, and where the mark was put back too, nobody knows how far either had got:
 * everything unused is voided, as after a restore. Every event carries the reason. Nothing when the database is not
 * behind. Cut short, it can be done again; a stop right after the new identity makes the next opening void every unused
 * number. What was written stays, and goes to the central under the new identity once that is enrolled.
 */
export function settleStore(store: Store, officer: Officer, reason: string): Result<null> {
  const { behind } = store.status()
  if (behind.length === 0) return ok(null)
  const identity = identityFor(store, behind)
  if (!identity.ok) return identity
  const blind = behind.some(({ what }) => what === 'mark' || what === 'fork')
  const voided = settleNumbers(store, officer, { reason, behind, blind, identity: identity.value })
  if (!voided.ok) return voided
  // The voiding first: with a new mark and without it, numbers in doubt would be given out.
  const marked = blind ? renewMark(store, officer, voided.value) : ok(null)
  if (!marked.ok) return marked
  store.access.note({ actor: officer.id, act: 'settled', details: { count: numbersIn(voided.value) } })
  const flushed = store.access.flush()
  return flushed.ok ? ok(null) : flushed
}

interface Settling {
  readonly reason: string
  readonly behind: readonly Behind[]
  readonly blind: boolean
  readonly identity: Identity
}

/** In one transaction. Until it is done the new identity gives out no number either. */
function settleNumbers(store: Store, officer: Officer, { reason, behind, blind, identity }: Settling) {
  let done = false
  try {
    const voided = store.transact({ actor: officer.id }, (tx) => {
      startDevice(store, tx, identity, reason)
      const blocks = blocksInDoubt(tx, behind, blind)
      for (const { series, prefix, next: first, last } of blocks) {
        const body = { series, prefix, first, last, reason }
        tx.append({ subject: { kind: 'lease', id: tx.newId() }, type: 'lease.voided', body })
      }
      for (const each of behind) if (each.what === 'series') tx.settleSeries(each.series, each.mark)
      return ok(blocks)
    })
    done = voided.ok
    return voided
  } finally {
    if (blind && !done) store.noteFork(identity.device)
  }
}

/** A new identity unless only numbers are behind. */
function identityFor(store: Store, behind: readonly Behind[]): Result<Identity> {
  if (behind.some(({ what }) => what !== 'series')) return store.establish(officeOf(store).id)
  const known = store.identity()
  return known ? ok(known) : fail('store.no_identity')
}

/** Also for an identity that an earlier try made without coming further. */
function startDevice(store: Store, tx: Tx, { device, publicKey }: Identity, reason: string): void {
  if (hasStarted(store, device)) return
  appendDevice(tx, device, { publicKey: Buffer.from(publicKey).toString('base64'), reason })
}

/** What may have been given out of each block: from its next number up to the mark, or all that is left. */
function blocksInDoubt(tx: Tx, behind: readonly Behind[], blind: boolean): NumberBlockView[] {
  const marks = new Map(behind.flatMap((each) => (each.what === 'series' ? [[each.series, each.mark]] : [])))
  return numberBlocks(tx)
    .map((block) => ({
      ...block,
      last: blind ? block.last : Math.min(block.last, marks.get(`${block.series}.${block.prefix}`) ?? 0),
    }))
    .filter(({ next, last }) => next <= last)
}

/** The new mark knows the voided numbers too: copied back once more, the database is behind them. */
function renewMark(store: Store, officer: Officer, voided: readonly NumberBlockView[]): Result<null> {
  const renewed = store.renewMark()
  if (!renewed.ok) return renewed
  return store.transact({ actor: officer.id }, (tx) => {
    for (const { series, prefix, last } of voided) tx.settleSeries(`${series}.${prefix}`, last)
    return ok(null)
  })
}

const numbersIn = (blocks: readonly NumberBlockView[]): number =>
  blocks.reduce((sum, { next, last }) => sum + last - next + 1, 0)
