import type { DocumentKind } from '../../shared/contract/views.ts'
import { type ClaimAction, claimAllows, type DocumentState, documentAllows } from '../../shared/domain/states.ts'
import { barsToDocument } from '../../shared/domain/steps.ts'
import { isIdentityKind, isSuccessive } from '../../shared/domain/vocabulary.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { validDocument } from '../claims/settled.ts'
import type { Tools } from '../claims/tools.ts'
import { claimView } from '../claims/view.ts'
import { settingsOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { changedSince } from './former-letter.ts'
import { isRevoked, lacksNewPhoto, type PhotoInput, type Replaced, type Revocation, revocationOf } from './replaced.ts'
import { riskAssessmentPossible } from './risk-assessment.ts'

/** What law and record demand before a paper is given. */

/** What an issue is asked for. */
export interface Issue {
  readonly claimId: Uuid
  readonly kind: DocumentKind
  readonly stockSerial?: string | undefined
  /** The paper whose place this one takes: after a jam the same document number, next sheet, new bytes. */
  readonly replaces?: Replaced
  /** What ends the document that is replaced, in the same transaction. */
  readonly revocation?: Revocation
}

const actions: Readonly<Record<DocumentKind, ClaimAction>> = {
  RPID: 'issue_document',
  RPCD: 'issue_document',
  acknowledgement: 'issue_acknowledgement',
  seizure: 'issue_notice',
  conditions: 'issue_conditions',
  cover: 'issue_cover',
  referral: 'issue_referral',
  interview: 'issue_interview',
  decision: 'issue_decision',
  preparation: 'issue_interview',
}

/** May this paper be given for this claim now? */
export function mayIssue(tools: Tools, issue: Issue): Result<null> {
  const { claimId, kind, replaces } = issue
  const view = claimView(tools, claimId)
  if (!view.ok) return view
  const { row, steps, decision } = view.value
  const standsIn = kind === 'acknowledgement' && claimAllows(row.state, 'issue_stand_in')
  if (!claimAllows(row.state, standsIn ? 'issue_stand_in' : actions[kind])) return fail('papers.kind_not_allowed')
  if (isSuccessive(kind)) return mayFollow(tools.store, issue, row.personId)
  if (!isIdentityKind(kind) && !standsIn) return ok(null)
  if (row.state === 'ineligible' && !riskAssessmentPossible(decision?.grounds ?? []))
    return fail('papers.kind_not_allowed')
  if (standsIn) return mayStandIn(tools.store, row.personId)
  // Who stands there is known from the document that is replaced: a corrected name asks for no new search.
  const settings = settingsOf(tools.store)
  const requireSearchBeforeDocument = settings.requireSearchBeforeDocument && !replaces
  const bars = barsToDocument(steps, { ...settings, requireSearchBeforeDocument })
  if (bars.length > 0) return fail('claims.incomplete', { lacks: bars.map((bar) => bar.lacks.join(', ')).join(', ') })
  const held = validDocument(tools.store, row.personId, replaces?.documentId)
  if (held) return fail('papers.already_issued', { number: held.number })
  return mayReplaceNow(tools.store, issue, {
    person: row.personId,
    birthDate: row.birthDate,
    claimDate: row.claimDate,
  })
}

/** A letter follows another one only if what it would say may have changed: a second press revokes nothing. */
function mayFollow(reader: Reader, { claimId, kind, replaces, revocation }: Issue, person: Uuid): Result<null> {
  if (!replaces || !revocation) return ok(null)
  const { number } = reader.first(numbered(replaces.documentId)) ?? {}
  return changedSince(reader, { claimId, person, documentId: replaces.documentId, kind })
    ? ok(null)
    : fail('papers.nothing_changed', { number: number ?? '' })
}

const numbered = (id: Uuid) => query.selectFrom('document').select('number').where('id', '=', id)

/** A letter stands in for a document that the person does not hold yet: none is issued, or none came out of the printer. */
function mayStandIn(reader: Reader, person: Uuid): Result<null> {
  const held = validDocument(reader, person)
  return held?.state === 'confirmed' ? fail('papers.already_issued', { number: held.number }) : ok(null)
}

/** May the paper take the place of the other one: still there, and with a new photo where one is needed? */
function mayReplaceNow(reader: Reader, { replaces, revocation }: Issue, photo: PhotoInput): Result<null> {
  if (!replaces) return ok(null)
  const state = revocation && stateOf(reader, replaces.documentId)
  if (state && !documentAllows(state, 'replace')) return fail('papers.not_in_this_state', { state })
  if (replaces.number && isRevoked(reader, replaces.number))
    return fail('papers.number_revoked', { number: replaces.number })
  const why = (revocation ?? revocationOf(reader, replaces.documentId))?.why
  return why && lacksNewPhoto(reader, replaces.documentId, why, photo) ? fail('papers.new_photo_needed') : ok(null)
}

const stateOf = (reader: Reader, documentId: Uuid) =>
  reader.first(query.selectFrom('document').select('state').where('id', '=', documentId))?.state as
    | DocumentState
    | undefined
