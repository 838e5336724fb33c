import type { BriefPaper, BriefView, HandoverRow, HandoverView, ShiftView } from '../../shared/contract/views.ts'
import { type ShiftBrief, shiftBrief } from '../../shared/domain/shift-brief.ts'
import { type StepName, steps } from '../../shared/domain/steps.ts'
import { type ErrorCode, errors, type Failure } from '../../shared/errors.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { claimRows, present, rowView } from '../claims/rows.ts'
import { type Officer, officerNames, type Tools } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { deskState } from './desk-state.ts'
import { deskOf } from './shifts.ts'

/** Briefs with their ids resolved: names are looked up when an officer reads, and never stood in the log. */

const historyShown = 50
const iso = (ms: number): string => new Date(ms).toISOString()

/** The shift as it stands, the one to accept, and those before. */
export function shiftView(tools: Tools, officer: Officer, warnings: readonly Failure[]): ShiftView {
  const { store } = tools
  const device = deskOf(store)
  const rows = store.all(handoversOf(device))
  const [last] = rows
  const nameOf = officerNames(store)
  return {
    now: briefView(store, officer, shiftBrief(deskState(tools, device, warningsIn(warnings)))),
    history: rows.map((row) => handoverRow(row, officer, nameOf)),
    ...(last && last.accepted_by === null ? { pending: wholeHandover(store, last, officer) } : {}),
  }
}

/** A brief of before. Fails with `desk.not_found`. */
export function handoverView({ store }: Tools, officer: Officer, id: string): Result<HandoverView> {
  const row = store.first(query.selectFrom('shift').selectAll().where('id', '=', id))
  return row ? ok(wholeHandover(store, row, officer)) : fail('desk.not_found')
}

/** Warnings as a brief keeps them. */
export const warningsIn = (warnings: readonly Failure[]): ShiftBrief['warnings'] =>
  warnings.map(({ code, params }) => ({ code, params: { ...params } }))

export const handoversOf = (device: string) =>
  query.selectFrom('shift').selectAll().where('device', '=', device).orderBy('n', 'desc').limit(historyShown)

type Row = ReturnType<typeof handoversOf> extends { execute(): Promise<(infer R)[]> } ? R : never

function handoverRow(row: Row, officer: Officer, nameOf: (id: string) => string): HandoverRow {
  const brief = JSON.parse(row.brief) as ShiftBrief
  return {
    handoverId: row.id,
    at: iso(row.at_ms),
    by: nameOf(row.officer),
    mine: row.officer === officer.id,
    intakes: brief.intakesInAll,
    waiting: brief.waitingInAll,
    ...present({
      note: row.note,
      acceptedBy: row.accepted_by === null ? null : nameOf(row.accepted_by),
      acceptedAt: row.accepted_ms === null ? null : iso(row.accepted_ms),
    }),
  }
}

function wholeHandover(reader: Reader, row: Row, officer: Officer): HandoverView {
  return {
    ...handoverRow(row, officer, officerNames(reader)),
    brief: briefView(reader, officer, JSON.parse(row.brief) as ShiftBrief),
    takeable:
      reader.first(
        query
          .selectFrom('claim')
          .select((q) => q.fn.countAll<number>().as('claims'))
          .where('owner', '=', row.officer)
          .where('state', '=', 'intake'),
      )?.claims ?? 0,
  }
}

function briefView(reader: Reader, officer: Officer, brief: ShiftBrief): BriefView {
  const claimOf = claimsById(
    reader,
    [...brief.intakes, ...brief.proposals].map(({ claim }) => claim),
  )
  const named = (claimId: string) => {
    const row = claimOf.get(claimId)
    return { claimId, ...(row ? { name: nameLine(row), applicationNumber: row.applicationNumber } : {}) }
  }
  return {
    ...brief,
    since: iso(brief.since),
    intakes: brief.intakes.map(({ claim, lacks, touched, over }) => ({
      ...named(claim),
      ...present({ owner: claimOf.get(claim)?.ownerName }),
      mine: claimOf.get(claim)?.owner === officer.id,
      lacks: lacks.filter((step): step is StepName => (steps as readonly string[]).includes(step)),
      touched: iso(touched),
      over,
    })),
    waiting: brief.waiting.map(({ arrival, people, since, held }) => ({
      arrivalId: arrival,
      people,
      since: iso(since),
      held,
      ...present({ name: reader.first(query.selectFrom('arrival').select('name').where('id', '=', arrival))?.name }),
    })),
    proposals: brief.proposals.map(({ claim, since }) => ({ ...named(claim), since: iso(since) })),
    spoiled: brief.spoiled.map(({ document, replacedBy }) => ({
      ...paper(reader, document),
      ...present({ replacedBy: replacedBy && (sheetOf(reader, replacedBy) ?? null) }),
    })),
    unconfirmed: brief.unconfirmed.map(({ document }) => paper(reader, document)),
    // A brief written by a newer program may warn of what this one has no words for.
    warnings: brief.warnings.filter((each): each is { code: ErrorCode; params: Failure['params'] } =>
      Object.hasOwn(errors, each.code),
    ) as Failure[],
  }
}

function claimsById(reader: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, ReturnType<typeof rowView> & { owner: string }>()
  const rows = reader.all(claimRows().select('claim.owner').where('claim.id', 'in', ids))
  return new Map(rows.map((row) => [row.id, { ...rowView(row), owner: row.owner }]))
}

const documentOf = (reader: Reader, id: string) =>
  reader.first(query.selectFrom('document').select(['claim', 'number', 'stock_serial']).where('id', '=', id))

function paper(reader: Reader, documentId: string): BriefPaper {
  const row = documentOf(reader, documentId)
  return { documentId, ...present({ claimId: row?.claim, number: row?.number, serial: row?.stock_serial }) }
}

function sheetOf(reader: Reader, documentId: string): string | undefined {
  const row = documentOf(reader, documentId)
  return row?.stock_serial ?? row?.number
}
