import type { AccessEntry, AuditReport, Page, StoreHealth } from '../../shared/contract/views.ts'
import { type ErrorCode, errors, type Failure } from '../../shared/errors.ts'
import { ok, type Result } from '../../shared/result.ts'
import { officerNames, type Tools } from '../claims/tools.ts'
import { uuidText } from '../store/log/uuid.ts'
import { query } from '../store/query.ts'
import type { Store } from '../store/types.ts'

/** What auditors and administrators ask of the store itself. */

/** Walks both logs. A broken place is an answer, not a failure: it is what was asked for. */
export async function auditReport(store: Store): Promise<Result<AuditReport>> {
  const flushed = store.access.flush()
  if (!flushed.ok) return flushed
  const report = await store.verify()
  if (report.ok) return ok({ ok: true, events: report.value.events, accesses: report.value.access })
  if (report.failure.code !== 'store.chain_broken') return report
  const { table, device, sequence, reason } = report.failure.params
  return ok({
    ok: false,
    events: 0,
    accesses: 0,
    broken: {
      log: table === 'access' ? 'access' : 'record',
      device: String(device ?? ''),
      sequence: Number(sequence ?? 0),
      reason: String(reason ?? ''),
    },
  })
}

/** SQLite's own checks, both chains and the pictures and papers: each thing that is wrong, as a failure with its words. */
export async function storeHealth({ store, clock }: Tools): Promise<Result<StoreHealth>> {
  const started = clock.now()
  const report = await store.check()
  const { missing } = report.blobs
  const problems = [
    ...report.problems.map(asFailure),
    ...(report.logs.ok ? [] : [report.logs.failure]),
    ...(missing > 0 ? [{ code: 'store.blobs_missing', params: { count: missing } } as const] : []),
  ]
  return ok({ ok: report.ok && problems.length === 0, problems, ms: clock.now() - started })
}

/** A reading that failed says so by its code; SQLite's own findings are sentences about pages and rows. */
const asFailure = (problem: string): Failure =>
  Object.hasOwn(errors, problem)
    ? { code: problem as ErrorCode, params: {} }
    : { code: 'store.page_wrong', params: { detail: problem } }

/** Who viewed, searched, printed or was refused, newest first. */
export function accessPage(store: Store, limit: number, after?: string): Page<AccessEntry> {
  const before = after ? Number(after) : Number.MAX_SAFE_INTEGER
  const rows = store.all(
    query
      .selectFrom('access')
      .innerJoin('party', 'party.n', 'access.actor')
      .leftJoin('subject', 'subject.n', 'access.subject')
      .select(['position', 'at_ms', 'act', 'details', 'party.id as actor', 'subject.kind', 'subject.id as about'])
      .where('position', '<', before)
      .orderBy('position', 'desc')
      .limit(limit + 1),
  )
  const nameOf = officerNames(store)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    rows: shown.map((row) => ({
      at: new Date(row.at_ms).toISOString(),
      by: nameOf(uuidText(row.actor)),
      kind: row.act,
      ...(row.kind && row.about ? { subject: `${row.kind} ${uuidText(row.about)}` } : {}),
      ...(row.details === '{}' ? {} : { detail: withNames(row.details, nameOf) }),
    })),
    ...(last ? { next: String(last.position) } : {}),
  }
}

/** Who had the seat before is an id in the log, and a name on the screen. */
function withNames(details: string, nameOf: (id: string) => string): string {
  const { from, ...others } = JSON.parse(details) as Record<string, unknown>
  return typeof from === 'string' ? JSON.stringify({ from: nameOf(from), ...others }) : details
}
