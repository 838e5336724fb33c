import { ok, unwrap } from '../../../src/shared/result.ts'
import type { Office } from '../claims/support.ts'

/** Claims of so many people in one transaction, for logs of many parts. */
export function openCases({ store, officer }: Office, cases: number): void {
  unwrap(
    store.transact({ actor: officer.id }, (tx) => {
      for (let i = 0; i < cases; i++) {
        const office = store.identity()?.office ?? ''
        const [person, claim] = [tx.newId(), tx.newId()]
        tx.append({ subject: { kind: 'person', id: person }, type: 'person.registered', body: { office } })
        const applicationNumber = `W${100_000_000 + i}`
        const body = { person, office, applicationNumber, channel: 'port_of_entry', claimDate: '2026-11-20' }
        tx.append({ subject: { kind: 'claim', id: claim }, type: 'claim.opened', body })
      }
      return ok(null)
    }),
  )
}
