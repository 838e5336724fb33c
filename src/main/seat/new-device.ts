import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { numberBlocks } from '../office/numbers.ts'
import { officeOf } from '../office/settings.ts'
import { dropSigner } from '../seals/desk-signer.ts'
import { query } from '../store/query.ts'
import type { Identity, ProjectionTx, Store } from '../store/types.ts'
import { keepSecret, secretOf } from './secrets.ts'
import { appendDevice } from './set-up.ts'

/**
 * Gives a restored store its new identity, ends every shift and voids what the lost desk may have used. Asked at every opening: cut short
 * between the identity and the voiding, it goes on where it was, since the new device has not said that it started.
 */
export function startAsNewDevice(store: Store): Result<null> {
  const { restored } = store.status()
  const known = store.identity()
  if (!store.first(query.selectFrom('office').select('id'))) return ok(null) // being set up
  if (known && !restored && hasStarted(store, known.device)) return ok(null)
  const identity = known && !restored ? ok(known) : store.establish(officeOf(store).id)
  if (!identity.ok) return identity
  // On another computer no mark came along: every number that could be in doubt is voided below.
  if (store.status().behind.some(({ what }) => what === 'mark')) {
    const renewed = store.renewMark()
    if (!renewed.ok) return renewed
  }
  return start(store, identity.value, restored?.backup ?? 'backup')
}

/** Has this device said in the log that it started? */
export const hasStarted = (store: Store, device: Uuid): boolean =>
  store.timeline({ kind: 'device', id: device }, { limit: 1 }).length > 0

/** On the new device everybody gives the second factor again: a shift of the lost desk must not open this one. */
function endShifts(tx: ProjectionTx): void {
  for (const { officer } of tx.all(query.selectFrom('officer_secret').select('officer'))) {
    const secret = secretOf(tx, officer)
    if (secret) keepSecret(tx, officer, { ...secret, lastAt: null })
  }
}

/** In one transaction: shifts end, the key of the lost desk is forgotten, the device says that it started, unused numbers are void. */
function start(store: Store, { device, publicKey }: Identity, backup: string): Result<null> {
  const { behind } = store.status()
  return store.transact({ actor: device }, (tx) => {
    endShifts(tx)
    dropSigner(tx)
    appendDevice(tx, device, { publicKey: Buffer.from(publicKey).toString('base64'), restoredFrom: backup })
    for (const { series, prefix, next, last } of numberBlocks(tx)) {
      if (next > last) continue
      const body = { series, prefix, first: next, last, reason: `restored from ${backup}` }
      tx.append({ subject: { kind: 'lease', id: tx.newId() }, type: 'lease.voided', body })
      tx.settleSeries(`${series}.${prefix}`, last)
    }
    for (const each of behind) if (each.what === 'series') tx.settleSeries(each.series, each.mark)
    return ok(null)
  })
}
