import type { CardFileRow, CardOrders, CardUnderWay } from '../../../shared/contract/views.ts'
import { cardGoesElsewhere } from '../../../shared/domain/confirmation/facts.ts'
import { cardDueOn, cardInstructionsOf } from '../../../shared/domain/confirmation/queues.ts'
import { confirmationSteps } from '../../../shared/domain/confirmation/table.ts'
import { nameLine } from '../../../shared/names/name-line.ts'
import { type Tools, today } from '../../claims/tools.ts'
import { settingsOf } from '../../office/settings.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
import { type Confirmation, confirmationOf } from '../rows.ts'
import { cardCandidates } from './candidates.ts'

/** A batch is made of at most so many; more wait for the next. */
const mostListed = 200
const mostFiles = 50

/** The page of card orders: who waits, what is on its way, and the files so far. */
export function cardOrders(tools: Tools): CardOrders {
  const { store } = tools
  const on = today(tools)
  const waiting = cardCandidates(tools, mostListed + 1)
  return {
    toOrder: waiting.slice(0, mostListed),
    more: waiting.length > mostListed,
    ...followed(store, on),
    files: filesOf(store),
    facilityKnown: settingsOf(store).cardFacilityKey !== null,
  }
}

/**
 * Cards that are ordered and not delivered, those of whoever is to be called among them; and apart from them people to be
 * called of whom no card is on its way. Those that are due first in front.
 */
function followed(reader: Reader, on: string): Pick<CardOrders, 'underWay' | 'toCall'> {
  const rows = reader.all(
    query
      .selectFrom('confirmation')
      .selectAll()
      .where('step', 'in', ['card_ordered', 'card_produced', 'card_undelivered'])
      .orderBy('n')
      .limit(mostListed),
  )
  const called = reader.all(
    query
      .selectFrom('confirmation_place')
      .innerJoin('confirmation', 'confirmation.n', 'confirmation_place.n')
      .selectAll('confirmation')
      .where('confirmation_place.queue', '=', 'contact_open')
      .orderBy('confirmation_place.from_day')
      .orderBy('confirmation_place.n')
      .limit(mostListed),
  )
  const all = [...new Map([...called, ...rows].map((row) => [row.id, row])).values()]
    .map((row) => cardView(confirmationOf(row), on))
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
  const isOrdered = ({ state }: CardUnderWay) => state !== 'none' && state !== 'refused'
  return { underWay: all.filter(isOrdered), toCall: all.filter((row) => !isOrdered(row)) }
}

function cardView({ id, facts, state }: Confirmation, on: string): CardUnderWay {
  const { card, contact, identity } = facts
  const { familyName, givenNames } = identity
  const due = ['mailed', 'undelivered'].includes(state.card) ? undefined : cardDueOn(facts)
  const { why, openedOn, note, attempts } = contact
  const can = cardInstructionsOf(facts)
  return {
    confirmationId: id,
    name: nameLine({ familyName, givenNames }),
    clientId: identity.clientId,
    state: state.card,
    ...(card.orderedOn ? { orderedOn: card.orderedOn } : {}),
    ...(due ? { due } : {}),
    late: due !== undefined && due < on,
    ...(card.held ? { held: card.held } : {}),
    goesElsewhere: cardGoesElsewhere(facts),
    canSend: can.send,
    canHold: can.hold,
    ...(state.contact === 'open' && why && openedOn
      ? { contact: { why, openedOn, attempts: attempts.length, ...(note ? { note } : {}) } }
      : {}),
  }
}

function filesOf(reader: Reader): CardFileRow[] {
  const files = reader.all(query.selectFrom('card_file').selectAll().orderBy('n', 'desc').limit(mostFiles))
  const steps = stepsOf(
    reader,
    files.filter(({ kind }) => kind === 'order').map(({ id }) => id),
  )
  return files.map(({ id, kind, on_day, rows, taken, refused }) => ({
    id,
    kind,
    on: on_day,
    rows,
    ...(taken === null || refused === null ? {} : { taken, refused }),
    ...(kind === 'order' ? { steps: steps.get(id) ?? [] } : {}),
  }))
}

/** How many people of each batch stand at which step. Batches are named in the order of their making. */
function stepsOf(reader: Reader, batches: readonly string[]): Map<string, NonNullable<CardFileRow['steps']>> {
  if (batches.length === 0) return new Map()
  const counted = reader.all(
    query
      .selectFrom('card_order')
      .innerJoin('confirmation', 'confirmation.id', 'card_order.confirmation')
      .select(({ fn }) => ['card_order.batch', 'confirmation.step', fn.countAll<number>().as('count')])
      .where('card_order.batch', 'in', batches)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('card_order as later')
              .select('later.batch')
              .whereRef('later.confirmation', '=', 'card_order.confirmation')
              .whereRef('later.batch', '>', 'card_order.batch'),
          ),
        ),
      )
      .groupBy(['card_order.batch', 'confirmation.step']),
  )
  const found = new Map<string, NonNullable<CardFileRow['steps']>>()
  for (const step of confirmationSteps)
    for (const row of counted)
      if (row.step === step) found.set(row.batch, [...(found.get(row.batch) ?? []), { step, count: row.count }])
  return found
}
