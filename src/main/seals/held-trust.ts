import { fail, ok, type Result } from '../../shared/result.ts'
import { keepLocalNote, localNote } from '../store/local-notes.ts'
import type { Reader, Store } from '../store/types.ts'
import { openBundle, type TrustBundle } from './bundle.ts'

/** The trust bundle that this desk goes by. */

const noteName = 'trust_bundle'

/** The bundle held; undefined before the first one. */
export function heldBundle(reader: Reader): TrustBundle | undefined {
  const file = localNote(reader, noteName)
  if (file === undefined) return undefined
  const bundle = openBundle(file)
  // It was opened before it was kept, in an encrypted and authenticated database.
  if (!bundle.ok) throw new Error(`The trust bundle that is held cannot be opened: ${bundle.failure.code}`)
  return bundle.value
}

/**
 * Takes a bundle in place of the one held. The first is believed by the fingerprint of its root, which somebody compared;
 * every later one by a root of the bundle before it, and only when it is newer.
 * Errors: `trust.not_a_bundle`, `trust.bundle_forged`, `trust.root_needed`, `trust.root_unknown`, `trust.rollback`.
 */
export function takeBundle(store: Store, actor: string, file: string, root?: string): Result<TrustBundle> {
  const bundle = openBundle(file)
  if (!bundle.ok) return bundle
  return store.transact({ actor }, (tx) => {
    const held = heldBundle(tx)
    const believed = held ? held.roots : root === undefined ? [] : [plain(root)]
    if (!held && root === undefined) return fail('trust.root_needed')
    if (!believed.includes(bundle.value.root)) return fail('trust.root_unknown')
    const [have, comes] = [held?.content.version ?? 0, bundle.value.content.version]
    if (file === localNote(tx, noteName)) return ok(bundle.value)
    if (comes <= have) return fail('trust.rollback', { held: have, given: comes })
    keepLocalNote(tx, noteName, file)
    return ok(bundle.value)
  })
}

/** A fingerprint as people write it: in groups, in either case. */
const plain = (fingerprint: string) => fingerprint.replace(/[\s:-]/g, '').toLowerCase()
