import type { DocumentKind } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { claimAllows } from '../../shared/domain/states.ts'
import { barsToDocument } from '../../shared/domain/steps.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { claimView } from '../claims/view.ts'
import { nextNumber, takeNumber } from '../office/numbers.ts'
import { settingsOf } from '../office/settings.ts'
import { takeSheet } from '../office/stock.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { type Paper, paperData } from './paper-data.ts'
import type { RenderedDocument } from './render.ts'
import { allFindings, type PaperTools, renderPaper } from './rendering.ts'

/** A paper comes into being: what it would look like, and its issue. */

/** The page as it would be printed now, SPECIMEN across it; nothing is reserved. */
export async function previewPaper(
  tools: PaperTools,
  officer: Officer,
  claimId: Uuid,
  kind: DocumentKind,
): Promise<Result<RenderedDocument>> {
  const { replaces } = replacing(tools.store, { claimId, kind })
  const letter = kind === 'acknowledgement' ? plainPlan(tools.store, claimId) : undefined
  if (letter && !letter.ok) return letter
  const number = replaces?.number ?? letter?.value.number ?? nextNumber(tools.store, 'document')
  const paper = paperData(tools, officer, {
    claimId,
    kind,
    number: number ?? 'R000000000',
    stockSerial: null,
    replacement: replaces !== undefined,
  })
  return paper.ok ? renderPaper(tools, paper.value, true) : paper
}

/** What an issue is asked for. */
export interface Issue {
  readonly claimId: Uuid
  readonly kind: DocumentKind
  readonly stockSerial?: string | undefined
  /** The spoiled paper that this one replaces: same document number, next sheet, new bytes. */
  readonly replaces?: { readonly documentId: Uuid; readonly number: string }
}

/**
 * Issues a paper: renders it, stores the bytes, then takes number and sheet and writes the event in one transaction.
 * Only issuing demands that the claim is complete. Nothing is taken when anything fails.
 */
export async function issuePaper(tools: PaperTools, officer: Officer, asked: Issue): Promise<Result<Uuid>> {
  const { store } = tools
  const issue = replacing(store, asked)
  const allowed = mayIssue(tools, issue)
  if (!allowed.ok) return allowed
  const planned = plan(tools, issue)
  if (!planned.ok) return planned
  const { number, stockSerial } = planned.value
  const paper = paperData(tools, officer, { ...issue, number, stockSerial, replacement: issue.replaces !== undefined })
  if (!paper.ok) return paper
  const rendered = await renderPaper(tools, paper.value, tools.specimen)
  if (!rendered.ok) return rendered
  const pdf = store.blobs.put(rendered.value.pdf)
  if (!pdf.ok) return pdf
  return store.transact({ actor: officer.id }, (tx) => {
    const still = stillTrue(tools, officer, issue, planned.value, paper.value)
    if (!still.ok) return still
    const reserved = reserve(tx, tools, issue, planned.value)
    if (!reserved.ok) return reserved
    const id = tx.newId()
    const body: EventBody<'document.reserved'> = {
      claim: issue.claimId,
      person: paper.value.person,
      kind: issue.kind,
      number,
      issueDate: paper.value.data.issueDate,
      pdf: pdf.value,
      findings: allFindings(paper.value, rendered.value) as unknown as EventBody<'document.reserved'>['findings'],
      ...(stockSerial ? { stockSerial } : {}),
      ...(issue.replaces ? { replaces: issue.replaces.documentId } : {}),
      ...('validUntil' in paper.value.data ? { validUntil: paper.value.data.validUntil } : {}),
    }
    tx.append({ subject: { kind: 'document', id }, type: 'document.reserved', body })
    return ok(id)
  })
}

/**
 * A paper that was spoiled and not replaced, since no sheet was ready or the desk stopped in between, is what the next
 * one of its kind replaces: a person never gets a second document number for it.
 */
function replacing(reader: Reader, issue: Issue): Issue {
  if (issue.replaces) return issue
  const spoiled = reader.first(
    query
      .selectFrom('document')
      .select(['id', 'number'])
      .where('claim', '=', issue.claimId)
      .where('kind', '=', issue.kind)
      .where('state', '=', 'spoiled')
      .where('replaced_by', 'is', null)
      .orderBy('reserved_ms', 'desc')
      .limit(1),
  )
  return spoiled ? { ...issue, replaces: { documentId: spoiled.id, number: spoiled.number } } : issue
}

/** May this paper be given for this claim now? */
function mayIssue(tools: Tools, { claimId, kind, replaces }: Issue): Result<null> {
  const view = claimView(tools, claimId)
  if (!view.ok) return view
  const { state } = view.value.row
  if (!claimAllows(state, kind === 'acknowledgement' ? 'issue_acknowledgement' : 'issue_document'))
    return fail('papers.kind_not_allowed')
  if (state === 'ineligible' && !riskAssessmentPossible(view.value.decision?.grounds ?? []))
    return fail('papers.kind_not_allowed')
  if (kind !== 'acknowledgement') {
    const bars = barsToDocument(view.value.steps, settingsOf(tools.store).requireSearchBeforeDocument)
    if (bars.length > 0) return fail('claims.incomplete', { lacks: bars.map((bar) => bar.lacks.join(', ')).join(', ') })
  }
  const held =
    kind === 'acknowledgement' ? undefined : heldDocument(tools, view.value.row.personId, replaces?.documentId)
  return held ? fail('papers.already_issued', { number: held.number }) : ok(null)
}

/** The document that the person holds, by this claim or by another one, apart from the one being replaced. */
const heldDocument = (tools: Tools, person: Uuid, replaced?: Uuid) =>
  tools.store
    .all(
      query
        .selectFrom('document')
        .select(['id', 'number', 'valid_until'])
        .where('person', '=', person)
        .where('kind', '!=', 'acknowledgement')
        .where('state', '!=', 'spoiled'),
    )
    .find(({ id, valid_until }) => id !== replaced && (valid_until ?? today(tools)) >= today(tools))

/**
 * Is the page that was rendered still what the claim says? Rendering takes a moment, in which the claim may be decided,
 * joined to another person or changed: a paper never says what its record no longer does.
 */
function stillTrue(tools: PaperTools, officer: Officer, issue: Issue, planned: Plan, printed: Paper): Result<null> {
  const allowed = mayIssue(tools, issue)
  if (!allowed.ok) return allowed
  const now = paperData(tools, officer, { ...issue, ...planned, replacement: issue.replaces !== undefined })
  if (!now.ok) return now
  return contentOf(now.value) === contentOf(printed) ? ok(null) : fail('papers.changed_meanwhile')
}

/** A paper's content apart from the instant at which it was gathered. */
const contentOf = ({ data, ...paper }: Paper): string => JSON.stringify({ ...paper, data: { ...data, issuedAt: '' } })

/** After an ineligible decision a document is for those who may ask for a PRRA (facts: domain 1.1, 2.2). */
const riskAssessmentPossible = (grounds: readonly string[]): boolean =>
  grounds.length > 0 && grounds.every((ground) => !closedToRiskAssessment.includes(ground))
const closedToRiskAssessment = ['irpa.101.1.a', 'irpa.101.1.b', 'irpa.101.1.e', 'irpa.99.3']

interface Plan {
  readonly number: string
  readonly stockSerial: string | null
}

/** The number and sheet that the paper would take: known before rendering, since they are printed on it. */
function plan(tools: Tools, issue: Issue): Result<Plan> {
  const { store } = tools
  if (issue.kind === 'acknowledgement') return plainPlan(store, issue.claimId)
  const number = issue.replaces?.number ?? nextNumber(store, 'document')
  if (!number) return fail('claims.numbers_exhausted', { series: 'document' })
  const sheet = takeSheet(store, store, issue.stockSerial)
  return sheet.ok ? ok({ number, stockSerial: sheet.value }) : sheet
}

/** A letter goes on plain paper under the application number. */
function plainPlan(reader: Reader, claimId: Uuid): Result<Plan> {
  const row = reader.first(query.selectFrom('claim').select('application_number').where('id', '=', claimId))
  return row ? ok({ number: row.application_number, stockSerial: null }) : fail('desk.not_found')
}

/** Inside the transaction: what was planned must still be free, or everything is planned anew by the next try. */
function reserve(tx: Tx, tools: Tools, issue: Issue, planned: Plan): Result<null> {
  const issuing = tools.store.issuing()
  if (!issuing.ok) return issuing
  if (issue.kind === 'acknowledgement') return ok(null)
  if (!issue.replaces) {
    const number = takeNumber(tx, 'document')
    if (!number.ok) return number
    if (number.value !== planned.number) return fail('papers.changed_meanwhile')
  }
  const sheet = takeSheet(tx, tools.store, planned.stockSerial ?? undefined)
  return sheet.ok ? ok(null) : sheet
}
