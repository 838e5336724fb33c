import { query } from '../../../src/main/store/query.ts'
import type { Store, Tx } from '../../../src/main/store/types.ts'
import { minuteOf, timeOf } from '../../../src/shared/domain/appointments.ts'
import { sharingRules } from '../../../src/shared/partners/table.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { addDays } from '../../../src/shared/rules/dates.ts'
import { openDayAfter } from '../../../src/shared/rules/index.ts'
import { today } from '../fill.ts'

/** What waits in an office with as many claims: the portal's, appointments, messages, checks of partners, missing items. */

interface Office {
  readonly store: Store
  readonly officers: readonly string[]
  readonly office: string
}

/** Adds to the open claims of a filled store what a large office has at a time. */
export function fillCasework({ store, officers, office }: Office): void {
  const claims = (state: string) =>
    store.all(query.selectFrom('claim').select('id').where('state', '=', state).orderBy('n')).map(({ id }) => id)
  const [intakes, undecided, referred] = [claims('intake'), claims('undecided'), claims('referred')]
  const device = store.identity()?.device ?? ''
  const officer = officers.at(-1) ?? ''
  inBatches(store, device, intakes.slice(0, Math.floor(intakes.length / 2)), (tx, id, at) => fromPortal(tx, id, at))
  inBatches(store, officer, undecided, (tx, id, at) => appointment(tx, id, at, office))
  inBatches(
    store,
    officer,
    [...intakes, ...undecided].filter((_, at) => at % 5 === 0),
    review,
  )
  // Those that were decided keep their document: but for the newest, as in an office that is up to date.
  const done = referred.slice(0, Math.max(0, referred.length - 3000))
  inBatches(store, officer, done, (tx, id, at) => issued(tx, id, at))
}

const batch = 250

function inBatches(store: Store, actor: string, ids: readonly string[], one: (tx: Tx, id: string, at: number) => void) {
  for (let from = 0; from < ids.length; from += batch)
    unwrap(
      store.transact({ actor }, (tx) => {
        for (const [at, id] of ids.slice(from, from + batch).entries()) one(tx, id, from + at)
        return ok(null)
      }),
    )
}

function fromPortal(tx: Tx, id: string, at: number): void {
  const subject = { kind: 'claim', id } as const
  const on = `2026-11-${String(1 + (at % 22)).padStart(2, '0')}`
  const document = { kind: 'passport', number: `P${1_000_000 + at}` }
  const sent = { account: tx.newId(), draft: `D${1_000_000 + at}`, language: 'fr', document, people: 1, on }
  tx.append({ subject, type: 'claim.sent', body: sent })
  tx.append({ subject, type: 'claim.received', body: { on, by: 'portal' } })
  if (at % 3 === 0) {
    const missing = [{ item: 'identity', name: { en: 'Passport', fr: 'Passeport' } }]
    tx.append({ subject, type: 'claim.review_paused', body: { on, missing, weeks: { from: 4, to: 6 } } })
  }
  if (at % 2 === 0) {
    const message = tx.newId()
    const words = { subject: 'Question', text: 'Avez-vous reçu mon passeport?', files: [] }
    const body = { message, thread: message, from: 'claimant', language: 'fr', ...words, on }
    tx.append({ subject, type: 'claim.message_sent', body })
  }
}

function appointment(tx: Tx, id: string, at: number, office: string): void {
  if (at % 3 === 2) return
  const about = { kind: 'claim', id } as const
  const kind = 'eligibility_interview'
  const times = Array.from({ length: 28 }, (_, i) => timeOf(minuteOf('08:30') + i * 15))
  const slot = {
    date: openDayAfter(today, 1 + (at % 40), new Map()),
    time: times[at % times.length] ?? '09:00',
    ...{ minutes: 60, mode: 'video', officer: null, room: null, interpreter: null, place: 'Microsoft Teams' },
  }
  const subject = { kind: 'appointment', id: tx.newId() } as const
  tx.append({ subject, type: 'appointment.booked', body: { office, about, kind, slot, was: [], by: 'office' } })
}

/** Every partner is asked; of every other claim all have answered and the review is passed. */
function review(tx: Tx, id: string, at: number): void {
  const subject = { kind: 'claim', id } as const
  const person = tx.newId()
  const on = addDays(today, -(at % 40))
  for (const { partner, purpose, fields, days = 0 } of awaited) {
    const request = tx.newId()
    const given = { fields, rules: 'partners/2026-11', authority: 'IRPA s. 16', consent: 'given' }
    const asked = { request, person, partner, purpose, ...given, on, due: addDays(on, days) }
    tx.append({ subject, type: 'claim.partner_asked', body: asked })
    if (at % 2 === 0) tx.append({ subject, type: 'claim.partner_answered', body: { request, result: 'clear', on } })
  }
  if (at % 2 === 0) tx.append({ subject, type: 'preliminary_review.passed', body: { on, opens: ['work_permit'] } })
  if (at % 20 !== 0) return
  const words = { en: 'Medical examination', fr: 'Examen médical' }
  const deadline = { rule: 'medical.exam', due: addDays(today, at % 60), trigger: on, label: words, citation: words }
  tx.append({
    subject,
    type: 'claim.deadline_set',
    body: { deadline: { ...deadline, source: 'LAW' }, reason: 'filled' },
  })
  const asked = { request: tx.newId(), rule: 'medical.exam', by: 'claimant', reason: 'no place', on }
  tx.append({ subject, type: 'claim.extension_asked', body: asked })
}

const awaited = sharingRules.flatMap(({ rows }) => rows.filter(({ days }) => days !== undefined))

function issued(tx: Tx, claim: string, at: number): void {
  const person = tx.first(
    query
      .selectFrom('claim')
      .innerJoin('person', 'person.n', 'claim.person_n')
      .select('person.id')
      .where('claim.id', '=', claim),
  )
  const body = {
    ...{ claim, person: person?.id, kind: 'RPCD', number: `R${100_000_000 + at}` },
    // Over two years, as they were decided.
    issueDate: addDays(today, -(at % 730)),
    ...{ pdf: '0'.repeat(64), findings: [] },
  }
  const subject = { kind: 'document', id: tx.newId() } as const
  tx.append({ subject, type: 'document.reserved', body })
  tx.append({ subject, type: 'document.confirmed', body: { by: 'scan' } })
}
