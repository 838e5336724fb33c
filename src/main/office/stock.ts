import type { Page, StockSerialView, StockState, StockView } from '../../shared/contract/views.ts'
import { bareNumber, readSheetRange, serialsOf } from '../../shared/domain/numbers.ts'
import { stockStates } from '../../shared/domain/vocabulary.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { present } from '../claims/rows.ts'
import type { Officer, Tools } from '../claims/tools.ts'
import { uuidBytes } from '../store/log/uuid.ts'
import { query, sql } from '../store/query.ts'
import type { Reader, Store, Tx } from '../store/types.ts'
import { officeOf, settingsOf } from './settings.ts'

/** The ledger of pre-printed sheets: every serial received ends issued, spoiled, lost or returned. */

/** The ledger in short: how many sheets of each state, and this desk's pile. */
export function stockLedger(store: Store): StockView {
  const counted = store.all(
    query
      .selectFrom('stock')
      .select((q) => ['state', q.fn.countAll<number>().as('sheets')])
      .groupBy('state'),
  )
  return {
    counts: Object.fromEntries(
      stockStates.map((state) => [state, counted.find((row) => row.state === state)?.sheets ?? 0]),
    ) as StockView['counts'],
    ready: readySheets(store, 200),
    warnAt: settingsOf(store).stockWarnAt,
  }
}

/** Which page of the ledger: after that serial, of that state. */
export interface LedgerPage {
  readonly limit: number
  readonly after?: string | undefined
  readonly state?: StockState | undefined
}

/** Sheets by serial. Without a state: those that left the office's pile, where most of a delivery lies. */
export function ledgerPage(reader: Reader, { limit, after = '', state }: LedgerPage): Page<StockSerialView> {
  const rows = reader.all(
    query
      .selectFrom('stock')
      .leftJoin('document', 'document.id', 'stock.document')
      .select(['stock.serial', 'stock.state', 'stock.device', 'stock.reason', 'document.number as document'])
      .select('document.claim as claimId')
      .where((is) => (state ? is('stock.state', '=', state) : sql<boolean>`stock.state != 'in_office'`))
      .where('stock.serial', '>', after)
      .orderBy('stock.serial')
      .limit(limit + 1),
  )
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    rows: shown.map(({ serial, state, ...rest }) => ({ serial, state: state as StockState, ...present(rest) })),
    ...(last ? { next: last.serial } : {}),
  }
}

/** Serials checked out to this desk and not used, in order. */
export function readySheets(store: Store, limit: number): string[] {
  const device = store.identity()?.device ?? ''
  const rows = store.all(
    query
      .selectFrom('stock')
      .select('serial')
      .where('state', '=', 'checked_out')
      .where('device', '=', device)
      .orderBy('serial')
      .limit(limit),
  )
  return rows.map((row) => row.serial)
}

/** Takes a delivery of sheets into the office's ledger. */
export function receiveSheets(tools: Tools, officer: Officer, first: string, last: string): Result<StockView> {
  const range = readSheetRange(first, last)
  if (!range.ok) return range
  return onStock(tools, officer, (tx, subject) => {
    const known = serialsOf(range.value).find((serial) => sheet(tx, serial))
    if (known) return fail('stock.already_received', { serial: known })
    tx.append({ subject, type: 'stock.received', body: range.value })
    return ok(null)
  })
}

/** Hands sheets of the office to this desk. */
export function checkOutSheets(tools: Tools, officer: Officer, first: string, last: string): Result<StockView> {
  const range = readSheetRange(first, last)
  if (!range.ok) return range
  const serials = serialsOf(range.value)
  if (serials.length > 1000) return fail('stock.range_invalid')
  return onStock(tools, officer, (tx, subject) => {
    for (const serial of serials) {
      const row = sheet(tx, serial)
      if (!row) return fail('stock.unknown', { serial })
      if (row.state !== 'in_office' && !leftBehind(tx, row))
        return fail('stock.not_available', { serial, state: row.state })
    }
    tx.append({ subject, type: 'stock.checked_out', body: { serials } })
    return ok(null)
  })
}

/** Ends an unused sheet: spoiled, lost or returned, with the reason. */
export function endSheet(
  tools: Tools,
  officer: Officer,
  end: { readonly serial: string; readonly state: 'spoiled' | 'lost' | 'returned'; readonly reason: string },
): Result<StockView> {
  const serial = bareNumber(end.serial)
  return onStock(tools, officer, (tx, subject) => {
    const state = sheet(tx, serial)?.state
    if (!state) return fail('stock.unknown', { serial })
    if (state !== 'in_office' && state !== 'checked_out') return fail('stock.not_available', { serial, state })
    tx.append({ subject, type: 'stock.ended', body: { ...end, serial } })
    return ok(null)
  })
}

/** The sheet that a paper is to be printed on: checked out to this desk and unused; the next of the pile if none is named. */
export function takeSheet(tx: Reader, store: Store, named?: string): Result<string> {
  const serial = named ? bareNumber(named) : readySheets(store, 1)[0]
  if (!serial) return fail('stock.none_ready')
  const row = sheet(tx, serial)
  if (!row) return fail('stock.unknown', { serial })
  if (row.state !== 'checked_out' || row.device !== store.identity()?.device)
    return fail('stock.not_available', { serial, state: row.state })
  return ok(serial)
}

/** A pile that this desk held before it was restored as a new device: the officer counts it and checks it out again. */
const leftBehind = (reader: Reader, row: { state: string; device: string | null }): boolean =>
  row.state === 'checked_out' &&
  row.device !== null &&
  reader.first(
    query
      .selectFrom('desk_identity')
      .select('device')
      .where('device', '=', uuidBytes(row.device))
      .where('retired_ms', 'is not', null),
  ) !== undefined

const sheet = (reader: Reader, serial: string) =>
  reader.first(query.selectFrom('stock').select(['state', 'device']).where('serial', '=', serial))

function onStock(
  { store }: Tools,
  officer: Officer,
  work: (tx: Tx, subject: { kind: 'stock'; id: string }) => Result<null>,
): Result<StockView> {
  const done = store.transact({ actor: officer.id }, (tx) => work(tx, { kind: 'stock', id: officeOf(tx).id }))
  return done.ok ? ok(stockLedger(store)) : done
}
