import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { DeskState } from '../../shared/domain/shift-brief.ts'
import { mainSteps, type StepName } from '../../shared/domain/steps.ts'
import type { Proposal } from '../claims/decisions.ts'
import { stepsOf } from '../claims/progress.ts'
import { claimRows } from '../claims/rows.ts'
import type { Tools } from '../claims/tools.ts'
import { presentParties } from '../hall/list.ts'
import { uuidText } from '../store/log/uuid.ts'
import { tallied } from '../store/projections/tally.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** What the desk knows of the shift that is going on, for its brief. */

/** More than a brief lists. */
const most = 201
const dayMs = 86_400_000

/** The state of the desk now; the warnings that stand are handed in. */
export function deskState({ store, clock }: Tools, device: string, warnings: DeskState['warnings']): DeskState {
  const now = clock.now()
  const from = shiftStart(store, device, now)
  return {
    now,
    since: from.ms,
    intakes: openIntakes(store),
    intakesInAll: tallied(store, 'claim.intake'),
    waiting: store.all(presentParties()).map((party) => ({
      arrival: party.id,
      people: party.adults + party.children,
      since: party.arrived_ms,
      held: party.holder !== null,
    })),
    proposals: proposals(store),
    ...endedSince(store, from.position),
    unconfirmed: store
      .all(
        query
          .selectFrom('document')
          .select('id')
          .where('state', 'in', ['reserved', 'sent'])
          .where('replaced_by', 'is', null)
          .orderBy('reserved_ms')
          .limit(most),
      )
      .map(({ id }) => ({ document: id })),
    warnings,
  }
}

/** The shift goes from the last handing over at this desk; a desk that never had one counts a day back. */
function shiftStart(reader: Reader, device: string, now: number): { position: number; ms: number } {
  const last = reader.first(
    query.selectFrom('shift').select(['n', 'at_ms']).where('device', '=', device).orderBy('n', 'desc').limit(1),
  )
  if (last) return { position: last.n, ms: last.at_ms }
  const since = now - dayMs
  const before = reader.first(
    query.selectFrom('event').select('position').where('at_ms', '<', since).orderBy('position', 'desc').limit(1),
  )
  return { position: before?.position ?? 0, ms: since }
}

/** Intakes that nobody touched for longest first. Nothing but work on them ever ends them: time does not. */
export const intakesByTouch = (limit: number) =>
  claimRows()
    .select(['claim.owner', 'claim.search', 'person.document_read'])
    .where('claim.state', '=', 'intake')
    .orderBy('claim.updated_ms')
    .limit(limit)

const openIntakes = (reader: Reader): DeskState['intakes'] =>
  reader
    .all(intakesByTouch(most))
    .map((row) => ({ claim: row.id, touched: row.updated_ms, lacks: lackingSteps(reader, row) }))

/** The steps of an intake that its document still waits for. */
export const lackingSteps = (reader: Reader, row: Parameters<typeof stepsOf>[1]): StepName[] =>
  stepsOf(reader, row)
    .filter(({ step, state, later }) => state !== 'complete' && !later && barring.has(step))
    .map(({ step }) => step)

/** What a full intake asks beyond these bars no document. */
const barring: ReadonlySet<StepName> = new Set(mainSteps)

const proposals = (reader: Reader): DeskState['proposals'] =>
  reader
    .all(
      query
        .selectFrom('claim')
        .select(['id', 'proposal'])
        .where('state', '=', 'ineligible_proposed')
        .orderBy('updated_ms')
        .limit(most),
    )
    .map(({ id, proposal }) => ({
      claim: id,
      since: (JSON.parse(proposal ?? '{"at":0}') as Pick<Proposal, 'at'>).at,
    }))

/** Sheets that ended after a place in the log, by a paper or without one. */
function endedSince(reader: Reader, position: number): Pick<DeskState, 'spoiled' | 'sheets'> {
  const ids = reader.all(
    query
      .selectFrom('event')
      .select('id')
      .where('position', '>', position)
      .where('type', 'in', ['document.spoiled', 'stock.ended'])
      .orderBy('position')
      .limit(2 * most),
  )
  // A body that was erased since says nothing any more.
  const events = ids.flatMap(({ id }) => reader.event(uuidText(id)) ?? []).filter(({ body }) => body !== null)
  return {
    spoiled: events.flatMap(({ type, subject: { id: document } }) => {
      if (type !== 'document.spoiled') return []
      const row = reader.first(query.selectFrom('document').select('replaced_by').where('id', '=', document))
      return [{ document, ...(row?.replaced_by ? { replacedBy: row.replaced_by } : {}) }]
    }),
    sheets: events.flatMap(({ type, body }) => {
      if (type !== 'stock.ended') return []
      const { serial, state } = body as EventBody<'stock.ended'>
      return [{ serial, state }]
    }),
  }
}
