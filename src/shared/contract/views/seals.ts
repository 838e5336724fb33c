import type { Bilingual } from '../../language.ts'
import type { SealFinding, SealStatus } from '../../seal/findings.ts'
import type { MessageValue } from '../../seal/messages.ts'
import type { Coding } from '../../seal/profiles.ts'
import type { File } from '../desk/call.ts'

/** What came of verifying a paper by its seal. */
export interface SealVerdictView {
  readonly status: SealStatus
  /** The gravest first. */
  readonly findings: readonly SealFinding[]
  /** Who signed, and when, as the seal says; absent where no seal was read. */
  readonly seal?: SealHeaderView
  /** Whom its machine-readable zone names; absent where it has none that can be read. */
  readonly holder?: SealHolderView
  /** Everything else that was signed, in the order of the seal. */
  readonly said: readonly SealSaidView[]
  /** The signed portrait, JPEG. */
  readonly portrait?: File
}

export interface SealHeaderView {
  /** Absent for a kind of document that nobody told this desk of. */
  readonly kind?: Bilingual
  readonly country: string
  readonly signer: string
  readonly reference: string
  /** ISO dates. */
  readonly issued: string
  readonly signed: string
  /** Name of the office, where it is this desk's own. */
  readonly office?: Bilingual
}

export interface SealHolderView {
  readonly documentNumber: string
  readonly familyName: string
  readonly givenNames: string
  /** Three letters. */
  readonly nationality: string
  /** ISO dates, `YYYY`, `YYYY-MM` or the six letters as they stand. */
  readonly birthDate: string
  readonly expiryDate: string
  readonly sex: 'M' | 'F' | 'X' | null
  /** The zone as it was signed. */
  readonly lines: readonly string[]
}

export interface SealSaidView {
  readonly tag: number
  /** Absent for a tag that the kind of document does not know. */
  readonly name?: Bilingual
  readonly coding?: Coding
  /** In hex where it cannot be read otherwise. */
  readonly value: MessageValue
}
