import type { HallRow } from '../../../shared/contract/views.ts'
import type { Vulnerability } from '../../../shared/domain/hall.ts'

/** A party as the form holds it, before it is noted. */
export interface PartyDraft {
  readonly adults: number
  readonly children: number
  readonly minorAlone: boolean
  readonly vulnerable: readonly Vulnerability[]
  readonly language: string | undefined
  readonly name: string
  readonly note: string
  /** `09:12`; empty for now. */
  readonly time: string
}

/** One adult who has just come in: the most common party. */
export const freshParty: PartyDraft = {
  adults: 1,
  children: 0,
  minorAlone: false,
  vulnerable: [],
  language: undefined,
  name: '',
  note: '',
  time: '',
}

export const draftOf = (row: HallRow, time: string): PartyDraft => ({
  adults: row.adults,
  children: row.children,
  minorAlone: row.minorAlone,
  vulnerable: row.vulnerable,
  language: row.language,
  name: row.name ?? '',
  note: row.note ?? '',
  time,
})
