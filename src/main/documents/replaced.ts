import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { PersonValues } from '../../shared/domain/fields.ts'
import { isIdentityKind } from '../../shared/domain/vocabulary.ts'
import type { Uuid } from '../../shared/ports.ts'
import { newPhotoNeeded } from '../../shared/rules/index.ts'
import { lastPosition } from '../claims/timeline.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** What a paper stands for: the sheet that was spoiled, or the document that was revoked, before it. */

export type Revocation = EventBody<'document.revoked'>

/** The paper whose place the next one takes. */
export interface Replaced {
  readonly documentId: Uuid
  /** A spoiled sheet leaves its number to the next one; a revoked number is never given again. */
  readonly number?: string
}

/**
 * A paper that was spoiled or revoked and not replaced, since no sheet was ready or the desk stopped in between, is what
 * the next one stands for: a person never gets a second number for a sheet that jammed.
 */
export function leftToReplace(reader: Reader, claim: Uuid, kind: string): Replaced | undefined {
  const left = reader
    .all(
      query
        .selectFrom('document')
        .select(['id', 'number', 'state', 'kind'])
        .where('claim', '=', claim)
        .where('state', 'in', ['spoiled', 'revoked'])
        .where('replaced_by', 'is', null)
        .orderBy('reserved_ms', 'desc'),
    )
    .find((row) => (row.state === 'spoiled' ? row.kind === kind : isIdentityKind(kind) && isIdentityKind(row.kind)))
  if (!left) return undefined
  return { documentId: left.id, ...(left.state === 'spoiled' ? { number: left.number } : {}) }
}

/** Number of the revoked document that a paper replaces, also through sheets that were spoiled in between; null for none. */
export function replacedNumber(reader: Reader, number: string, replaced: Uuid | undefined): string | null {
  if (!replaced) return null
  const before = reader.first(query.selectFrom('document').select(['number', 'replaces']).where('id', '=', replaced))
  if (!before) return null
  return before.number === number ? replacedNumber(reader, number, before.replaces ?? undefined) : before.number
}

/** Why the document was revoked, if it was. */
export function revocationOf(reader: Reader, documentId: Uuid): Revocation | undefined {
  const row = reader.first(query.selectFrom('document').select('revocation').where('id', '=', documentId))
  return row?.revocation ? (JSON.parse(row.revocation) as Revocation) : undefined
}

/** Is this number never valid again? */
export const isRevoked = (reader: Reader, number: string): boolean =>
  reader.first(query.selectFrom('revoked').select('number').where('number', '=', number)) !== undefined ||
  reader.first(query.selectFrom('ecopr').select('number').where('number', '=', number).where('withdrawn', '=', 1)) !==
    undefined

/** What the photo of a replacement is judged by. */
export interface PhotoInput {
  readonly person: Uuid
  readonly birthDate: PersonValues['birthDate']
  readonly claimDate: string
}

/** Does the document that stands for this one lack a photo taken after it? By the order of the log, never by a clock. */
export function lacksNewPhoto(reader: Reader, documentId: Uuid, why: Revocation['why'], input: PhotoInput): boolean {
  if (why === 'reopened' || why === 'superseded' || !newPhotoNeeded(why, input.birthDate, input.claimDate)) return false
  const photo = lastPosition(reader, { kind: 'person', id: input.person }, ['person.photo_added'])
  return photo < lastPosition(reader, { kind: 'document', id: documentId }, ['document.reserved'])
}
