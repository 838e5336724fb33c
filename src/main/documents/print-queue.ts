import type { PrintJobState, PrintJobView, PrintLineView } from '../../shared/contract/views.ts'
import { type DocumentState, documentAllows } from '../../shared/domain/states.ts'
import { identityKinds } from '../../shared/domain/vocabulary.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { present } from '../claims/rows.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { markPaper } from './papers.ts'
import { numberScanned } from './scanned-sheet.ts'

/**
 * The print queue: which papers wait, in the store, so that a desk that dies goes on where it was. A sheet that the printer
 * had at that moment is neither printed again nor taken for printed: an officer looks.
 */

/** Papers on plain sheets with whose they are. */
const lines = () =>
  query
    .selectFrom('document')
    .innerJoin('claim', 'claim.id', 'document.claim')
    .innerJoin('person', 'person.n', 'claim.person_n')
    .select([
      'document.id',
      'document.claim',
      'document.kind',
      'document.number',
      'document.state',
      'person.family_name',
      'person.given_names',
    ])
    .where('document.kind', 'not in', [...identityKinds])

type Line = ReturnType<typeof lines> extends { execute(): Promise<(infer R)[]> } ? R : never

const lineView = (row: Line): PrintLineView => ({
  documentId: row.id,
  claimId: row.claim,
  kind: row.kind as PrintLineView['kind'],
  number: row.number,
  ...present({ familyName: row.family_name, givenNames: row.given_names }),
})

const mostShown = 1000

/** Issued papers that nobody printed and that are not in the queue, oldest first. */
export function leftToPrint(reader: Reader): PrintLineView[] {
  const rows = reader.all(
    lines()
      .leftJoin('print_job', 'print_job.document', 'document.id')
      .where('document.state', '=', 'reserved')
      .where((where) => where.or([where('print_job.state', 'is', null), where('print_job.state', '=', 'sent')]))
      .orderBy('document.reserved_ms')
      .limit(mostShown),
  )
  return rows.map(lineView)
}

/** The queue in its order. `current` is the paper that this program prints now: another one under way was left behind. */
export function jobsOf(reader: Reader, current: Uuid | undefined): PrintJobView[] {
  const rows = reader.all(
    lines()
      .innerJoin('print_job', 'print_job.document', 'document.id')
      .select(['print_job.state as job', 'print_job.failure'])
      .orderBy('print_job.n')
      .limit(mostShown),
  )
  return rows.map((row) => ({
    ...lineView(row),
    state: stateOf(row.job, row.state, row.id === current),
    ...present({ failure: row.failure }),
  }))
}

function stateOf(job: string, document: string, current: boolean): PrintJobState {
  if (document === 'confirmed') return 'confirmed'
  if (job === 'printing') return current ? 'printing' : 'unsure'
  return job as PrintJobState
}

/** Puts papers at the end; what is no longer to be printed, or waits already, is passed over. */
export function addToQueue({ store }: Tools, officer: Officer, documentIds: readonly Uuid[]): Result<null> {
  return store.transact({ actor: officer.id }, (tx) => {
    // Those that ended make room: the queue shows one round of work.
    tx.run(query.deleteFrom('print_job').where('state', '=', 'sent'))
    for (const document of documentIds) {
      const paper = tx.first(lines().where('document.id', '=', document))
      if (!paper || !documentAllows(paper.state as DocumentState, 'print')) continue
      const job = { document, state: 'waiting', failure: null, added_ms: tx.now }
      tx.run(
        query
          .insertInto('print_job')
          .values(job)
          .onConflict((conflict) => conflict.column('document').doNothing()),
      )
    }
    return ok(null)
  })
}

/** The next paper, noted as under way before the printer gets it; null when nothing waits. */
export function takeNext({ store }: Tools, officer: Officer): Result<Uuid | null> {
  return store.transact({ actor: officer.id }, (tx) => {
    const next = tx.first(
      query.selectFrom('print_job').select('document').where('state', '=', 'waiting').orderBy('n').limit(1),
    )
    if (next) setJob(tx, next.document, 'printing')
    return ok(next?.document ?? null)
  })
}

/** What became of a paper that was under way: of the job and of the paper, in one transaction. */
export function endJob({ store }: Tools, officer: Officer, document: Uuid, failure?: string): Result<null> {
  return store.transact({ actor: officer.id }, (tx) => {
    setJob(tx, document, failure ? 'failed' : 'sent', failure ?? null)
    const subject = { kind: 'document', id: document } as const
    if (failure) tx.append({ subject, type: 'document.not_printed', body: { failure } })
    else if (isPrintable(tx, document)) tx.append({ subject, type: 'document.sent', body: {} })
    return ok(null)
  })
}

/** An officer looked: papers that failed or are unsure wait again, or are in hand. */
export function settleJobs(
  { store }: Tools,
  officer: Officer,
  documentIds: readonly Uuid[],
  as: 'again' | 'printed',
  current: Uuid | undefined,
): Result<null> {
  return store.transact({ actor: officer.id }, (tx) => {
    for (const { documentId, state } of jobsOf(tx, current)) {
      if (!documentIds.includes(documentId) || (state !== 'unsure' && state !== 'failed')) continue
      setJob(tx, documentId, as === 'again' ? 'waiting' : 'sent')
      if (as === 'printed' && isPrintable(tx, documentId))
        tx.append({ subject: { kind: 'document', id: documentId }, type: 'document.sent', body: {} })
    }
    return ok(null)
  })
}

/** Confirms the sheet of the queue with that number or seal. Fails with `papers.scan_not_in_queue` and as `isSheetOf` does. */
export function confirmInQueue(tools: Tools, officer: Officer, scanned: string): Result<unknown> {
  const number = numberScanned(scanned, today(tools))
  const job = jobsOf(tools.store, undefined).find((each) => each.number === number && each.state === 'sent')
  if (!job) return fail('papers.scan_not_in_queue', { number: number.slice(0, 20) })
  return markPaper(tools, officer, job.documentId, { as: 'confirmed', scanned })
}

const isPrintable = (reader: Reader, id: Uuid): boolean => {
  const row = reader.first(query.selectFrom('document').select('state').where('id', '=', id))
  return row !== undefined && documentAllows(row.state as DocumentState, 'print')
}

const setJob = (tx: Tx, document: Uuid, state: string, failure: string | null = null): void => {
  tx.run(query.updateTable('print_job').set({ state, failure }).where('document', '=', document))
}
