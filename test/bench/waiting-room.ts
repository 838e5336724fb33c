import { query } from '../../src/main/store/query.ts'
import type { Store } from '../../src/main/store/types.ts'
import { ok, unwrap } from '../../src/shared/result.ts'

/** Forty parties wait, each with two of the newest claims: the list that officers live by at three in the morning. */
export function fillWaitingRoom(store: Store, officer: string): void {
  // A store that was kept has them already.
  if (store.first(query.selectFrom('arrival').select('id').limit(1))) return
  const office = store.first(query.selectFrom('office').select('id'))?.id
  const claims = store.all(
    query
      .selectFrom('claim')
      .select('id')
      .orderBy('n', 'desc')
      .limit(parties * 2),
  )
  unwrap(
    store.transact({ actor: officer }, (tx) => {
      for (let party = 0; party < parties; party++) {
        const id = tx.newId()
        const fields = { adults: 1, children: 1, language: 'ar', note: 'by the window' }
        tx.append({ subject: { kind: 'arrival', id }, type: 'arrival.noted', body: { office, fields } })
        for (const [at, claim] of claims.slice(party * 2, party * 2 + 2).entries()) {
          const family = { 'family.id': id, 'family.principal': at === 0 }
          tx.append({ subject: { kind: 'claim', id: claim.id }, type: 'claim.family_joined', body: { fields: family } })
        }
      }
      return ok(null)
    }),
  )
}

const parties = 40
