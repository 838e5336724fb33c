import type { Store, Tx } from '../../src/main/store/types.ts'
import { ok, unwrap } from '../../src/shared/result.ts'
import { today } from './fill.ts'
import { bareCommits } from './peer.ts'
import { demoPerson } from './samples.ts'
import type { StoreReport } from './store.ts'

/** Events a second as officers cause them: a field of a claim (log, heads, list), a name (with both full-text tables). */
export function appends(store: Store, clock: { at: number }, actor: string, office: string): StoreReport['append'] {
  const person = { kind: 'person', id: store.newId() } as const
  const claim = { kind: 'claim', id: store.newId() } as const
  unwrap(
    store.transact({ actor }, (tx) => {
      const opened = { person: person.id, office, applicationNumber: 'W000000001', channel: 'inland', claimDate: today }
      tx.append({ subject: person, type: 'person.registered', body: { office } })
      tx.append({ subject: claim, type: 'claim.opened', body: opened })
      return ok(null)
    }),
  )
  const last = new Map<string, string>()
  const set = (tx: Tx, type: 'claim.set' | 'person.set', fields: Record<string, unknown>) => {
    clock.at += 1
    const seen = last.get(type)
    const subject = type === 'claim.set' ? claim : person
    last.set(type, tx.append({ subject, type, body: { fields, source: 'typed' }, bases: seen ? [seen] : [] }).id)
  }
  const field = (tx: Tx, i: number) => set(tx, 'claim.set', { fearSummary: `written so far: ${i}` })
  const name = (tx: Tx, i: number) =>
    set(tx, 'person.set', { familyName: demoPerson(i % 500).person.familyName ?? 'Nemo' })
  const rate = (one: (tx: Tx, i: number) => void, batch: number, total: number): number => {
    const started = performance.now()
    for (let at = 0; at < total; at += batch)
      unwrap(
        store.transact({ actor }, (tx) => {
          for (let i = at; i < at + batch; i++) one(tx, i)
          return ok(null)
        }),
      )
    return Math.round((total / (performance.now() - started)) * 1000)
  }
  const middle = (one: (tx: Tx, i: number) => void, batch: number, total: number) => {
    const tries = [1, 2, 3, 4, 5].map(() => rate(one, batch, total)).toSorted((a, b) => a - b)
    return { perSecond: tries[2] ?? 0, slowest: tries[0] ?? 0, fastest: tries[4] ?? 0 }
  }
  return {
    'a field, one by one': middle(field, 1, 1000),
    'a field, by 100': middle(field, 100, 3000),
    'a name, one by one': middle(name, 1, 1000),
    'a name, by 100': middle(name, 100, 3000),
    // Nothing but one row and its commit, in the same format on the same disk: what no program can be faster than.
    'bare row, one by one': bareCommits(1000),
  }
}
