import { afterEach, expect, test } from 'vitest'
import { attentionItems } from '../../../src/main/office/today.ts'
import { query } from '../../../src/main/store/query.ts'
import { markSeen } from '../../../src/main/sync/troubles.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice } from '../claims/support.ts'

let office: Office
afterEach(() => office.store.remove())

test('a person whom another office knows needs attention until an officer has seen to it; a rebuild says the same', async () => {
  office = openOffice()
  const { store, tools, officer } = office
  const { claimId } = newClaim(office, { familyName: 'Okafor' })
  const body = { office: 'windsor-detroit-tunnel', way: 'document' }
  const event = unwrap(
    store.transact({ actor: officer.id }, (tx) =>
      ok(tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.known_elsewhere', body })),
    ),
  )
  const items = () => attentionItems(tools).filter(({ kind }) => kind === 'known_elsewhere')
  expect(items()).toMatchObject([{ claimId, person: 'OKAFOR', event: event.id }])
  expect(items()[0]?.text.en).toMatch(/^Windsor.* knows the person of W.*, by the same passport or paper: ask there/)
  expect(items()[0]?.text.fr).toContain('connaît aussi la personne de')
  const rows = store.all(query.selectFrom('known_elsewhere').selectAll())
  unwrap(await store.rebuild())
  expect(store.all(query.selectFrom('known_elsewhere').selectAll())).toEqual(rows)
  unwrap(markSeen(store, officer.id, event.id))
  expect(items()).toEqual([])
  unwrap(
    store.transact({ actor: officer.id }, (tx) =>
      ok(tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.erased', body: { law: 'test' } })),
    ),
  )
  expect(store.all(query.selectFrom('known_elsewhere').selectAll())).toEqual([])
})
