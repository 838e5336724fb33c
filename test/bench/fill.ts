import { people } from '../../src/main/demo/people.ts'
import type { Store, Tx } from '../../src/main/store/types.ts'
import type { Clock } from '../../src/shared/ports.ts'
import { ok, unwrap } from '../../src/shared/result.ts'

/** The day on which the benchmark's desk stands. */
export const today = '2026-11-23'
const start = Date.parse('2025-01-02T12:00:00Z')
/** Never ahead of the real clock: the start benchmark goes on with it. */
export const fillingEnd = Math.min(Date.parse('2026-11-23T17:00:00Z'), Date.now())

/** A clock that the filling moves, so that claims lie over two years as in an office. */
export function movingClock(): Clock & { at: number } {
  const clock = { at: start, now: () => clock.at, zone: () => 'America/Toronto' }
  return clock
}

export interface Filling {
  readonly store: Store
  readonly clock: { at: number }
  readonly officers: readonly string[]
  readonly office: string
}

/** Cases in one transaction: what a sync would bring at once. */
const batch = 250

/** Writes `cases` claims as their officers would have: the same events, the same projections. Gives the number of events. */
export function fill({ store, clock, officers, office }: Filling, cases: number, progress = (_: number) => {}): number {
  let events = 0
  let at = 0
  const everybody = people(1, cases, today)
  while (at < cases) {
    const actor = officers[at % officers.length] ?? ''
    unwrap(
      store.transact({ actor }, (tx) => {
        for (let i = 0; i < batch && at < cases; i++) {
          const next = everybody.next()
          if (next.done) break
          clock.at = start + Math.floor(((fillingEnd - start) * at) / cases)
          events += oneCase(tx, next.value, at, office)
          at++
        }
        return ok(null)
      }),
    )
    progress(at)
  }
  clock.at = fillingEnd
  return events
}

type Person = ReturnType<typeof people> extends Generator<infer P> ? P : never

function oneCase(tx: Tx, { person, claim: values, document }: Person, index: number, office: string): number {
  const subject = { kind: 'person', id: tx.newId() } as const
  const claim = { kind: 'claim', id: tx.newId() } as const
  const claimDate = values.claimDate ?? today
  const applicationNumber = `W${String(100_000_000 + index)}`
  const channel = values.channel ?? 'port_of_entry'
  tx.append({ subject, type: 'person.registered', body: { office } })
  tx.append({
    subject: claim,
    type: 'claim.opened',
    body: { person: subject.id, office, applicationNumber, channel, claimDate },
  })
  tx.append({ subject, type: 'person.set', body: { fields: person, source: 'typed' } })
  tx.append({ subject: claim, type: 'claim.set', body: { fields: values, source: 'typed' } })
  let events = 4
  if (document) {
    const body = {
      claim: claim.id,
      format: 'TD3',
      lines: [],
      number: document.number,
      issuer: document.issuer,
      expiry: document.expiresOn,
      failedChecks: [],
    }
    tx.append({ subject, type: 'person.document_read', body })
    events++
  }
  return events + decide(tx, { subject, claim, index, claimDate })
}

/** Nineteen of twenty are decided, as in an office that has been at work for two years. */
function decide(
  tx: Tx,
  {
    subject,
    claim,
    index,
    claimDate,
  }: {
    subject: { kind: 'person'; id: string }
    claim: { kind: 'claim'; id: string }
    index: number
    claimDate: string
  },
): number {
  if (index % 20 === 7) return 0
  const clientId = String(1_100_000_000 + index)
  const outcome = index % 20 === 3 ? 'undecided' : index % 10 === 4 ? 'ineligible' : 'referred'
  const source = { en: 'IRPA', fr: 'LIPR' }
  const deadline = {
    rule: 'boc.poe.practice',
    due: claimDate,
    trigger: claimDate,
    citation: source,
    label: source,
    source: 'LAW',
  }
  tx.append({ subject, type: 'person.client_id_given', body: { fields: { clientId } } })
  tx.append({
    subject: claim,
    type: 'claim.decided',
    body: {
      outcome,
      proposed: 'eligible',
      ruleSet: 'bench',
      claimDate,
      decisionDate: claimDate,
      grounds: [],
      findings: [],
      facts: {},
      deadlines: [deadline],
      clientId,
    },
  })
  if (outcome !== 'referred') return 2
  tx.append({
    subject: { kind: 'document', id: tx.newId() },
    type: 'document.reserved',
    body: {
      claim: claim.id,
      person: subject.id,
      kind: 'RPID',
      number: `R${String(100_000_000 + index)}`,
      issueDate: claimDate,
      pdf: 'a'.repeat(64),
      findings: [],
    },
  })
  return 3
}
