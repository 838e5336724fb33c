import { scheduleQueue } from '../../src/main/appointments/queue.ts'
import { cardOrders } from '../../src/main/confirmations/cards/orders.ts'
import { confirmationPage, queueCounts } from '../../src/main/confirmations/list.ts'
import { confirmationStatistics } from '../../src/main/confirmations/statistics.ts'
import { takeInRows } from '../../src/main/confirmations/take-in.ts'
import { confirmationView } from '../../src/main/confirmations/view.ts'
import { query } from '../../src/main/store/query.ts'
import type { EventBody, EventName } from '../../src/shared/domain/catalogue.ts'
import { suggestedMapping } from '../../src/shared/domain/confirmation/import-columns.ts'
import { confirmationQueues } from '../../src/shared/domain/confirmation/queue-names.ts'
import { ok, unwrap } from '../../src/shared/result.ts'
import { addDays } from '../../src/shared/rules/index.ts'
import { type Office, openOffice } from '../integration/claims/support.ts'
import { ottawa } from '../support/confirmation-events.ts'
import { crowd } from '../support/confirmation-files.ts'
import { machine, once, round, type Timing, timed } from './measure.ts'

export interface ConfirmationsReport {
  readonly machine: ReturnType<typeof machine>
  readonly people: number
  /** Milliseconds for ten thousand rows of a file, into a desk that holds all the others. */
  readonly importMs: number
  readonly queries: Readonly<Record<string, Timing>>
}

const atOnce = 10_000
const chunk = 1000

/** An encrypted desk with so many people at all steps before the photo; what its screens ask, and one more import. */
export async function benchConfirmations(people: number, say: (line: string) => void): Promise<ConfirmationsReport> {
  const office = openOffice()
  try {
    for (let n = 0; n < people; n += atOnce) {
      const { ms } = await once(() => importFile(office, n))
      say(`${n + atOnce} people, ${round(ms)} ms`)
    }
    await once(() => goOn(office)).then(({ ms }) => say(`further on, ${round(ms)} ms`))
    const queries = measure(office)
    const { ms: importMs } = await once(() => importFile(office, people))
    return { machine: machine(), people, importMs, queries }
  } finally {
    office.store.remove()
  }
}

function importFile({ tools, officer }: Office, first: number): void {
  const bytes = crowd(atOnce, first)
  const mapping = suggestedMapping(new TextDecoder().decode(bytes).split('\n', 1)[0]?.split(',') ?? [])
  for (let from = 0; from < atOnce; from += chunk) {
    const { taken } = unwrap(takeInRows(tools, officer, { bytes, mapping, from, count: chunk }))
    if (taken !== chunk) throw new Error(`Only ${taken} people of ${chunk} were taken in`)
  }
}

/** Nine in ten go on: some to each step that needs no picture. */
function goOn({ store, officer }: Office): void {
  const on = '2026-11-23'
  const ids = store.all(query.selectFrom('confirmation').select('id').orderBy('n')).map(({ id }) => id)
  for (let at = 0; at < ids.length; at += 500)
    unwrap(
      store.transact({ actor: officer.id }, (tx) => {
        for (const [i, id] of ids.slice(at, at + 500).entries()) {
          const say = <N extends EventName>(type: N, body: EventBody<N>) =>
            tx.append({ subject: { kind: 'confirmation', id }, type, body })
          const far = (at + i) % 10
          const answerBy = addDays(on, far === 2 ? -1 : 14)
          if (far > 0) say('confirmation.invited', { on, to: `p${at + i}@example.org`, answerBy })
          if (far > 2) say('confirmation.answered', { on, via: 'email', path: far === 3 ? 'portal' : 'assisted' })
          if (far > 4) say('confirmation.presence_declared', { on, via: 'phone', inCanada: true })
          if (far === 5) say('confirmation.interview_required', { on, why: 'identity' })
          if (far > 6) say('confirmation.address_set', { on, via: 'phone', home: ottawa, card: 'home' })
          if (far > 7)
            say('confirmation.confirmed', {
              ...{ on, notInadmissible: { checked: true, source: 'GCMS' }, passport: 'agrees' },
            })
          if (far === 9) say('confirmation.contact_opened', { on, why: 'unreachable' })
        }
        return ok(null)
      }),
    )
}

function measure({ store, tools, officer }: Office): Record<string, Timing> {
  const limit = 50
  const some = store
    .all(query.selectFrom('confirmation').select(['id', 'client_id', 'sort_name', 'application_number']).orderBy('n'))
    .filter((_row, at) => at % 997 === 0)
  const times: Record<string, Timing> = {
    'list, first page': timed(some, () => confirmationPage(tools, { limit })),
    'list, deep page': timed(some, (_row) => confirmationPage(tools, { limit, after: '60000' })),
  }
  for (const queue of confirmationQueues) {
    const first = confirmationPage(tools, { queue, limit })
    if (first.rows.length === 0) continue
    times[`queue ${queue}`] = timed(some, () => confirmationPage(tools, { queue, limit }))
  }
  return {
    ...times,
    'numbers beside the queues': timed(some, () => queueCounts(store, '2026-11-23')),
    'search, client ID': timed(some, ({ client_id }) => confirmationPage(tools, { text: client_id, limit })),
    'search, application': timed(some, ({ application_number: text }) => confirmationPage(tools, { text, limit })),
    'search, start of a name': timed(some, ({ sort_name }) =>
      confirmationPage(tools, { text: sort_name.slice(0, 4), limit }),
    ),
    'person, with family and timeline': timed(some, ({ id }) => unwrap(confirmationView(tools, id))),
    'card orders': timed(some.slice(0, 20), () => cardOrders(tools)),
    'people to be called to interviews': timed(some.slice(0, 20), () => scheduleQueue(tools, officer, { limit })),
    'statistics of a month': timed(some.slice(0, 20), () =>
      unwrap(confirmationStatistics(tools, { from: '2026-11-01', to: '2026-11-30' })),
    ),
  }
}
