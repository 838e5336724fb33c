import type { DocumentKind } from '../../shared/contract/views.ts'
import { type DocumentAction, type DocumentState, documentAllows } from '../../shared/domain/states.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { issuePaper } from './issue.ts'
import type { PaperTools } from './rendering.ts'
import { isSheetOf } from './scanned-sheet.ts'

/** The life of a paper once it is issued: printed, confirmed, spoiled and replaced, reprinted. */

/** Moves a paper on: sent to the printer, or confirmed to be in the officer's hand. */
export function markPaper(
  tools: Tools,
  officer: Officer,
  documentId: Uuid,
  mark: { readonly as: 'sent' } | { readonly as: 'confirmed'; readonly scanned?: string | undefined },
): Result<Uuid> {
  return onPaper(tools, officer, documentId, mark.as === 'sent' ? 'print' : 'confirm', (tx, document) => {
    const subject = { kind: 'document', id: documentId } as const
    if (mark.as === 'sent') tx.append({ subject, type: 'document.sent', body: {} })
    else if (mark.scanned !== undefined) {
      const right = isSheetOf(tx, document, mark.scanned, today(tools))
      if (!right.ok) return right
      tx.append({ subject, type: 'document.confirmed', body: { by: 'scan' } })
    } else tx.append({ subject, type: 'document.confirmed', body: { by: 'officer' } })
    return ok(document.claim)
  })
}

/**
 * Notes that a sheet is spoiled; with `reissue`, the replacement follows in the same call and a transaction of its own:
 * the sheet is spoiled whatever becomes of the next one, which takes its number now or when it is next issued.
 */
export async function spoilPaper(
  tools: PaperTools,
  officer: Officer,
  spoil: {
    readonly documentId: Uuid
    readonly reason: string
    readonly reissue: boolean
    readonly nextSerial?: string | undefined
  },
): Promise<Result<Uuid>> {
  const { documentId, reason } = spoil
  const spoiled = onPaper(tools, officer, documentId, 'spoil', (tx, document) => {
    tx.append({ subject: { kind: 'document', id: documentId }, type: 'document.spoiled', body: { reason } })
    return ok(document)
  })
  if (!spoiled.ok) return spoiled
  const { claim, number, kind } = spoiled.value
  if (!spoil.reissue) return ok(claim)
  const issue = {
    claimId: claim,
    kind: kind as DocumentKind,
    stockSerial: spoil.nextSerial,
    replaces: { documentId, number },
  }
  const issued = await issuePaper(tools, officer, issue)
  return issued.ok ? ok(claim) : issued
}

/** The stored bytes of a paper; a reprint is these bytes, never a second rendering. */
export function paperBytes(
  { store }: Tools,
  documentId: Uuid,
): Result<{ readonly pdf: Uint8Array; readonly number: string; readonly claim: Uuid }> {
  const document = paperRow(store, documentId)
  if (!document) return fail('desk.not_found')
  const pdf = store.blobs.get(document.pdf)
  return pdf.ok ? ok({ pdf: pdf.value, number: document.number, claim: document.claim }) : pdf
}

/** The bytes for the printer, if the paper's state still allows it: nobody prints a spoiled sheet again. */
export function printablePaper(tools: Tools, documentId: Uuid): ReturnType<typeof paperBytes> {
  const document = paperRow(tools.store, documentId)
  if (document && !documentAllows(document.state as DocumentState, 'print'))
    return fail('papers.not_in_this_state', { state: document.state })
  return paperBytes(tools, documentId)
}

/** Notes that a file copy was printed, and gives its bytes. */
export function reprintPaper(tools: Tools, officer: Officer, documentId: Uuid, reason: string): Result<Uint8Array> {
  const noted = onPaper(tools, officer, documentId, 'reprint', (tx) => {
    tx.append({ subject: { kind: 'document', id: documentId }, type: 'document.reprinted', body: { reason } })
    return ok(null)
  })
  if (!noted.ok) return noted
  const bytes = paperBytes(tools, documentId)
  return bytes.ok ? ok(bytes.value.pdf) : bytes
}

function onPaper<T>(
  tools: Tools,
  officer: Officer,
  documentId: Uuid,
  action: DocumentAction,
  work: (tx: Tx, document: NonNullable<ReturnType<typeof paperRow>>) => Result<T>,
): Result<T> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const document = paperRow(tx, documentId)
    if (!document) return fail('desk.not_found')
    if (!documentAllows(document.state as DocumentState, action))
      return fail('papers.not_in_this_state', { state: document.state })
    return work(tx, document)
  })
}

const paperRow = (reader: Reader, id: Uuid) =>
  reader.first(query.selectFrom('document').selectAll().where('id', '=', id))
