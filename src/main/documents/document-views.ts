import type { DocumentView, FieldView, FindingView } from '../../shared/contract/views.ts'
import { type DocumentAction, type DocumentState, documentAllows } from '../../shared/domain/states.ts'
import { isIdentityKind } from '../../shared/domain/vocabulary.ts'
import { renewalOf } from '../../shared/rules/index.ts'
import { present } from '../claims/rows.ts'
import { lastPosition } from '../claims/timeline.ts'
import { officerNames } from '../claims/tools.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { lacksNewPhoto, type PhotoInput, type Revocation, replacedNumber } from './replaced.ts'

/** Papers as the screens show them. */

/** Papers of a claim, latest first. */
export function documentsOf(reader: Reader, claimId: string): DocumentView[] {
  const rows = reader.all(
    query.selectFrom('document').selectAll().where('claim', '=', claimId).orderBy('reserved_ms', 'desc'),
  )
  return rows.map((row) => ({
    documentId: row.id,
    kind: row.kind as DocumentView['kind'],
    number: row.number,
    state: row.state as DocumentState,
    allowed: actionsOn(row),
    issueDate: row.issue_date,
    pdf: row.pdf,
    findings: JSON.parse(row.findings) as FindingView[],
    about: aboutOf(row.about),
    signed: signedCopies(row.signed),
    ...present({
      stockSerial: row.stock_serial,
      notPrinted: row.not_printed,
      validUntil: row.valid_until,
      replaces: row.replaces,
      replacesNumber: replacedNumber(reader, row.number, row.replaces ?? undefined),
      revocation: revocationView(reader, row.revocation),
    }),
  }))
}

/** What a stored paper speaks of. */
export const aboutOf = (json: string | null): readonly string[] => (json ? (JSON.parse(json) as string[]) : [])

const signedCopies = (json: string): DocumentView['signed'] =>
  (JSON.parse(json) as { picture: string; width: number; height: number; at: number }[]).map(
    ({ picture, width, height, at }) => ({ sha256: picture, width, height, at: new Date(at).toISOString() }),
  )

const shownActions: readonly DocumentAction[] = ['print', 'confirm', 'spoil', 'reprint', 'replace', 'add_signed_copy']

/** A letter is never replaced: it lapses with the decision. */
const actionsOn = ({ kind, state }: { kind: string; state: string }): DocumentAction[] =>
  shownActions.filter(
    (action) => documentAllows(state as DocumentState, action) && (action !== 'replace' || isIdentityKind(kind)),
  )

function revocationView(reader: Reader, json: string | null): DocumentView['revocation'] {
  if (!json) return undefined
  const { by, at, ...revocation } = JSON.parse(json) as Revocation & { by: string; at: number }
  return { ...revocation, by: officerNames(reader)(by), at: new Date(at).toISOString() } as NonNullable<
    DocumentView['revocation']
  >
}

/** What a paper prints of its holder. */
const printed = [
  'familyName',
  'givenNames',
  'nativeName',
  'birthDate',
  'citizenships',
  'birthCountry',
  'clientId',
] as const

/** What is known of a document in the person's hand: which of its lines were corrected since, when it may be renewed. */
export function withStanding(
  reader: Reader,
  documents: readonly DocumentView[],
  person: Readonly<Record<string, FieldView>>,
  photo: PhotoInput & { readonly today: string },
): DocumentView[] {
  return documents.map((document) => {
    if (!document.allowed.includes('replace')) return document
    const { documentId, kind, validUntil } = document
    const issued = lastPosition(reader, { kind: 'document', id: documentId }, ['document.reserved'])
    const since = (field: string) =>
      (person[field]?.heads ?? []).some((head) => (reader.event(head)?.position ?? 0) > issued)
    return {
      ...document,
      corrected: [...printed, ...(kind === 'RPCD' ? (['sex'] as const) : [])].filter(since),
      needsNewPhoto: lacksNewPhoto(reader, documentId, 'expiry', photo),
      ...(validUntil ? { renewal: renewalOf(validUntil, photo.today) } : {}),
    }
  })
}
