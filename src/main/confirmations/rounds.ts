import type { ConfirmationQueue } from '../../shared/domain/confirmation/queue-names.ts'
import { ok, type Result } from '../../shared/result.ts'
import { addDays } from '../../shared/rules/dates.ts'
import { type Tools, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { type Confirmation, confirmationOf } from './rows.ts'
import { send } from './say.ts'
import { mostReminders, remind } from './work.ts'

/** How many people a transaction takes: the desk answers officers in between. */
const atOnce = 200
/** A temporary password that nobody used is reminded of so many days before it runs out. */
const passwordWarningDays = 3

/**
 * What goes out by itself: reminders of invitations (two by e-mail, then the post is an officer's), of temporary passwords
 * that run out, of address and photo within the 180 days. It asks what is due today: after days of sleep it catches up
 * with one message, and run again it sends none twice. Gives how many went out.
 */
export function confirmationRound(tools: Tools, device: string): Result<number> {
  const on = today(tools)
  let sent = 0
  for (const round of roundsOf(on)) {
    for (let after: Place | undefined; ; ) {
      const page = placesOf(tools.store, round, after)
      const done = tools.store.transact({ actor: device }, (tx) => ok(pageRound(tx, round, page, on)))
      if (!done.ok) return done
      sent += done.value
      after = page.at(-1)
      if (!after || page.length < atOnce) break
    }
  }
  return ok(sent)
}

interface Round {
  readonly queue: ConfirmationQueue
  readonly from: string
  readonly to: string
  /** Sends what is due to one person; says whether anything went out. */
  readonly go: (tx: Tx, person: Confirmation, on: string) => boolean
}
interface Place {
  readonly n: number
  readonly from_day: string
}

const long = '0000-00-00'

const roundsOf = (on: string): readonly Round[] => [
  {
    queue: 'invitation_unanswered',
    from: long,
    to: on,
    go: (tx, person) =>
      person.facts.identity.email !== undefined &&
      person.facts.invitation.reminders < mostReminders &&
      remind(tx, person, on).ok,
  },
  {
    queue: 'password_expired',
    from: addDays(on, 1),
    to: addDays(on, passwordWarningDays + 1),
    go: (tx, person) =>
      once(tx, person, on, 'password_expiring', `password expiring ${person.facts.account.validUntil ?? ''}`),
  },
  {
    queue: 'address_photo_due',
    from: long,
    to: on,
    go: (tx, person) => once(tx, person, on, 'address_photo', 'address and photo'),
  },
]

function once(
  tx: Tx,
  person: Confirmation,
  on: string,
  message: 'password_expiring' | 'address_photo',
  key: string,
): boolean {
  if (person.facts.sent.includes(key)) return false
  send(tx, person, { message, key, on })
  return true
}

/** People are read again inside the transaction: what an officer did meanwhile counts. */
function pageRound(tx: Tx, { go, queue }: Round, page: readonly Place[], on: string): number {
  let sent = 0
  for (const { n, from_day } of page) {
    const row = tx.first(
      query
        .selectFrom('confirmation_place')
        .innerJoin('confirmation', 'confirmation.n', 'confirmation_place.n')
        .selectAll('confirmation')
        .where('confirmation_place.queue', '=', queue)
        .where('confirmation_place.from_day', '=', from_day)
        .where('confirmation_place.n', '=', n),
    )
    if (row && go(tx, confirmationOf(row), on)) sent++
  }
  return sent
}

const placesOf = (reader: Reader, { queue, from, to }: Round, after: Place | undefined): readonly Place[] =>
  reader.all(
    query
      .selectFrom('confirmation_place')
      .select(['n', 'from_day'])
      .where('queue', '=', queue)
      .where('from_day', '>=', from)
      .where('from_day', '<=', to)
      .where((is) => is(is.refTuple('from_day', 'n'), '>', is.tuple(after?.from_day ?? long, after?.n ?? 0)))
      .orderBy('from_day')
      .orderBy('n')
      .limit(atOnce),
  )
