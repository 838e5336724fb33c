import { addDays } from '../rules/dates.ts'
import type { Consent, PartnerId, PartnerPurpose, SharedField } from './names.ts'
import { type SharingRow, sharingOn } from './table.ts'

/** May this be given to that partner? The table says what; consent, or an authority that is cited, says whether. */

export interface SharingWish {
  readonly partner: PartnerId
  readonly purpose: PartnerPurpose
  readonly fields: readonly SharedField[]
  /** An authority that the officer cites, in place of consent. */
  readonly cited?: string | undefined
  readonly consent: Consent
  /** Day of the office. */
  readonly on: string
}

export type SharingRefusal =
  | { readonly code: 'not_agreed' }
  | { readonly code: 'too_much'; readonly fields: readonly SharedField[] }
  | { readonly code: 'no_consent' }
  | { readonly code: 'consent_withdrawn' }

export interface SharingGrant {
  readonly row: SharingRow
  readonly version: string
  /** Cited by the officer, or the table's, in English as it goes into the ledger. */
  readonly authority: string
  /** Day until which an answer is expected; the day itself where none is awaited. */
  readonly due: string
}

/**
 * A withdrawn consent stops all sharing unless an authority is cited. Without any word of consent, what the Act orders
 * goes on, and what rests on consent does not.
 */
export function sharing(wish: SharingWish): { readonly granted: SharingGrant } | { readonly refused: SharingRefusal } {
  const { partner, purpose, fields, cited, consent, on } = wish
  const rules = sharingOn(on)
  const row = rules?.rows.find((each) => each.partner === partner && each.purpose === purpose)
  if (!rules || !row) return { refused: { code: 'not_agreed' } }
  const more = fields.filter((field) => !row.fields.includes(field))
  if (more.length > 0) return { refused: { code: 'too_much', fields: more } }
  if (!cited && consent === 'withdrawn') return { refused: { code: 'consent_withdrawn' } }
  if (!cited && row.consent && consent !== 'given') return { refused: { code: 'no_consent' } }
  return {
    granted: { row, version: rules.version, authority: cited ?? row.authority.en, due: addDays(on, row.days ?? 0) },
  }
}

/** How an asked partner stands on a day. */
export const requestState = (
  { due, result, awaited }: { readonly due: string; readonly result?: string | undefined; readonly awaited: boolean },
  today: string,
): 'given' | 'answered' | 'late' | 'asked' => {
  if (result) return 'answered'
  if (!awaited) return 'given'
  return due < today ? 'late' : 'asked'
}
