import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { query } from '../store/query.ts'
import type { Store } from '../store/types.ts'

/** What the demo's past is made from; kept, so that a later start plays the same. */
export interface SeedWish {
  readonly seed: number
  /** How many claims. */
  readonly count: number
  /** The moment at which the demo began, ms since epoch. */
  readonly now: number
}

/** How far the seeding came and which claim is which: memories of this desk, not of the office's record. */
export interface SeedNotes {
  /** The next step to play. */
  readonly next: number
  claimOf(index: number): Uuid | undefined
  opened(index: number, claim: Uuid): Result<null>
  reached(next: number): Result<null>
}

/** The wish of the first start, or undefined for a demo that has no past. */
export function seedWishOf(store: Store): SeedWish | undefined {
  const text = noteOf(store, 'demo.wish')
  return text === undefined ? undefined : (JSON.parse(text) as SeedWish)
}

export const keepSeedWish = (store: Store, wish: SeedWish): Result<null> =>
  keep(store, 'demo.wish', JSON.stringify(wish))

const claimNote = 'demo.claim.'

export function seedNotes(store: Store): SeedNotes {
  const rows = store.all(query.selectFrom('local_note').selectAll().where('name', 'like', `${claimNote}%`))
  const claims = new Map(rows.map(({ name, value }) => [Number(name.slice(claimNote.length)), value]))
  return {
    next: Number(noteOf(store, 'demo.next') ?? 0),
    claimOf: (index) => claims.get(index),
    opened(index, claim) {
      claims.set(index, claim)
      return keep(store, `${claimNote}${index}`, claim)
    },
    reached: (next) => keep(store, 'demo.next', String(next)),
  }
}

const noteOf = (store: Store, name: string): string | undefined =>
  store.first(query.selectFrom('local_note').select('value').where('name', '=', name))?.value

const keep = (store: Store, name: string, value: string): Result<null> =>
  store.transact({ actor: store.identity()?.device ?? '' }, (tx) => {
    tx.run(
      query
        .insertInto('local_note')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value })),
    )
    return ok(null)
  })
