import type { DocumentKind } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { isIdentityKind } from '../../shared/domain/vocabulary.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { present } from '../claims/rows.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { nextNumber, takeNumber } from '../office/numbers.ts'
import { takeSheet } from '../office/stock.ts'
import { query } from '../store/query.ts'
import type { Reader, Tx } from '../store/types.ts'
import { aboutOf } from './document-views.ts'
import { formerLetter } from './former-letter.ts'
import { type Issue, mayIssue } from './may-issue.ts'
import { type Paper, type PaperWish, paperData } from './paper-data.ts'
import { nextPlainNumber } from './plain-papers.ts'
import type { RenderedDocument } from './render.ts'
import { allFindings, type PaperTools, renderPaper } from './rendering.ts'
import { leftToReplace, type Revocation, replacedNumber } from './replaced.ts'
import { signingOf } from './sealing.ts'

/** A paper comes into being: what it would look like, and its issue. */

/** The page as it would be printed now, SPECIMEN across it; nothing is reserved. */
export async function previewPaper(
  tools: PaperTools,
  officer: Officer,
  claimId: Uuid,
  kind: DocumentKind,
): Promise<Result<RenderedDocument>> {
  const replaces = leftToReplace(tools.store, claimId, kind)
  const letter = isIdentityKind(kind) ? undefined : plainPlan(tools.store, { claimId, kind, ...present({ replaces }) })
  if (letter && !letter.ok) return letter
  const number = replaces?.number ?? letter?.value.number ?? nextNumber(tools.store, 'document')
  const plan = { number: number ?? 'R000000000', stockSerial: null }
  const paper = paperData(
    tools,
    officer,
    wishOf(tools.store, { claimId, kind, ...(replaces ? { replaces } : {}) }, plan),
  )
  return paper.ok ? renderPaper(tools, paper.value, true) : paper
}

/**
 * Issues a paper: renders it, stores the bytes, then takes number and sheet and writes the event in one transaction.
 * Only issuing demands that the claim is complete. Nothing is taken when anything fails.
 */
export async function issuePaper(tools: PaperTools, officer: Officer, asked: Issue): Promise<Result<Uuid>> {
  const { store } = tools
  const issue = withReplaced(tools, asked)
  const allowed = mayIssue(tools, issue)
  if (!allowed.ok) return allowed
  const planned = plan(tools, issue)
  if (!planned.ok) return planned
  const { number, stockSerial } = planned.value
  const paper = paperData(tools, officer, wishOf(store, issue, planned.value))
  if (!paper.ok) return paper
  const signing = signingOf(tools, paper.value.data.issueDate)
  const rendered = await renderPaper(tools, paper.value, tools.specimen, signing)
  if (!rendered.ok) return rendered
  const pdf = store.blobs.put(rendered.value.pdf)
  if (!pdf.ok) return pdf
  return store.transact({ actor: officer.id }, (tx) => {
    const still = stillTrue(tools, officer, issue, planned.value, paper.value)
    if (!still.ok) return still
    const reserved = reserve(tx, tools, issue, planned.value)
    if (!reserved.ok) return reserved
    if (issue.revocation && issue.replaces) revoke(tx, issue.replaces.documentId, issue.revocation)
    const id = tx.newId()
    const body: EventBody<'document.reserved'> = {
      claim: issue.claimId,
      person: paper.value.person,
      kind: issue.kind,
      number,
      issueDate: paper.value.data.issueDate,
      pdf: pdf.value,
      ...(rendered.value.seal ? { seal: Buffer.from(rendered.value.seal).toString('base64') } : {}),
      findings: allFindings(
        paper.value,
        rendered.value,
        signing,
      ) as unknown as EventBody<'document.reserved'>['findings'],
      ...(stockSerial ? { stockSerial } : {}),
      ...(issue.replaces ? { replaces: issue.replaces.documentId } : {}),
      ...present({ replacesNumber: replacedNumber(tx, number, issue.replaces?.documentId) }),
      ...('about' in paper.value && paper.value.about ? { about: [...paper.value.about] } : {}),
      ...('validUntil' in paper.value.data ? { validUntil: paper.value.data.validUntil } : {}),
    }
    tx.append({ subject: { kind: 'document', id }, type: 'document.reserved', body })
    return ok(id)
  })
}

/** The issue with the paper whose place it takes: a dead sheet, or the letter before it, which then no longer holds. */
function withReplaced(tools: Tools, asked: Issue): Issue {
  const replaces = asked.replaces ?? leftToReplace(tools.store, asked.claimId, asked.kind)
  if (replaces) return { ...asked, replaces }
  const former = formerLetter(tools.store, asked.claimId, asked.kind)
  if (!former) return asked
  const revocation: Revocation = { why: 'superseded', on: today(tools), returned: false }
  return { ...asked, replaces: { documentId: former.id }, revocation }
}

const revoke = (tx: Tx, documentId: Uuid, revocation: Revocation): void => {
  tx.append({ subject: { kind: 'document', id: documentId }, type: 'document.revoked', body: revocation })
}

/** What the page is to say of its place among the person's papers. */
const wishOf = (reader: Reader, { claimId, kind, replaces }: Issue, planned: Plan): PaperWish => ({
  claimId,
  kind,
  ...planned,
  replacement: replaces !== undefined,
  replacesNumber: replacedNumber(reader, planned.number, replaces?.documentId),
  ...(replaces ? { about: aboutOfPaper(reader, replaces.documentId) } : {}),
})

const aboutOfPaper = (reader: Reader, id: Uuid) =>
  aboutOf(reader.first(query.selectFrom('document').select('about').where('id', '=', id))?.about ?? null)

/**
 * Is the page that was rendered still what the claim says? Rendering takes a moment, in which the claim may be decided,
 * joined to another person or changed: a paper never says what its record no longer does.
 */
function stillTrue(tools: PaperTools, officer: Officer, issue: Issue, planned: Plan, printed: Paper): Result<null> {
  const allowed = mayIssue(tools, issue)
  if (!allowed.ok) return allowed
  const now = paperData(tools, officer, wishOf(tools.store, issue, planned))
  if (!now.ok) return now
  return contentOf(now.value) === contentOf(printed) ? ok(null) : fail('papers.changed_meanwhile')
}

/** A paper's content apart from the instant at which it was gathered. */
const contentOf = ({ data, ...paper }: Paper): string => JSON.stringify({ ...paper, data: { ...data, issuedAt: '' } })

interface Plan {
  readonly number: string
  readonly stockSerial: string | null
}

/** The number and sheet that the paper would take: known before rendering, since they are printed on it. */
function plan(tools: Tools, issue: Issue): Result<Plan> {
  const { store } = tools
  if (!isIdentityKind(issue.kind)) return plainPlan(store, issue)
  const number = issue.replaces?.number ?? nextNumber(store, 'document')
  if (!number) return fail('claims.numbers_exhausted', { series: 'document' })
  const sheet = takeSheet(store, store, issue.stockSerial)
  return sheet.ok ? ok({ number, stockSerial: sheet.value }) : sheet
}

/** Everything but the document goes on plain paper; a spoiled sheet leaves its number to the next one. */
function plainPlan(reader: Reader, { claimId, kind, replaces }: Issue): Result<Plan> {
  const number = replaces?.number ? ok(replaces.number) : nextPlainNumber(reader, claimId, kind)
  return number.ok ? ok({ number: number.value, stockSerial: null }) : number
}

/** Inside the transaction: what was planned must still be free, or everything is planned anew by the next try. */
function reserve(tx: Tx, tools: Tools, issue: Issue, planned: Plan): Result<null> {
  const issuing = tools.store.issuing()
  if (!issuing.ok) return issuing
  if (!isIdentityKind(issue.kind)) {
    const now = plainPlan(tx, issue)
    return now.ok && now.value.number !== planned.number ? fail('papers.changed_meanwhile') : now.ok ? ok(null) : now
  }
  if (!issue.replaces?.number) {
    const number = takeNumber(tx, 'document')
    if (!number.ok) return number
    if (number.value !== planned.number) return fail('papers.changed_meanwhile')
  }
  const sheet = takeSheet(tx, tools.store, planned.stockSerial ?? undefined)
  return sheet.ok ? ok(null) : sheet
}
