import type { ConfirmationFacts } from '../../domain/confirmation/facts.ts'
import type { ImportColumn, ImportMapping } from '../../domain/confirmation/import-columns.ts'
import type { RefusedRow } from '../../domain/confirmation/import-row.ts'
import type { ConfirmationQueue } from '../../domain/confirmation/queue-names.ts'
import type { StepTime } from '../../domain/confirmation/statistics.ts'
import type { ConfirmationAct, ConfirmationState, ConfirmationStep } from '../../domain/confirmation/table.ts'
import type { ConfirmationMessage, FamilyRole } from '../../domain/confirmation/vocabulary.ts'
import type { Failure } from '../../errors.ts'
import type { Bilingual } from '../../language.ts'
import type { File } from '../desk/call.ts'
import type { TimelineEntry } from './claims.ts'

/** Views of the confirmation of permanent residence. Days are the office's, ISO. */

export interface ConfirmationRow {
  readonly confirmationId: string
  readonly name: string
  readonly clientId: string
  readonly applicationNumber: string
  readonly role: FamilyRole
  readonly birthDate: string
  readonly step: ConfirmationStep
  /** Since when the person stands in the queue that is shown. */
  readonly since?: string
  /** The temporary password ran out. */
  readonly passwordExpired: boolean
  /** The day by which the card should be in the mail, while it is not. */
  readonly cardDue?: string
}

export interface ConfirmationPage {
  readonly rows: readonly ConfirmationRow[]
  readonly next?: string
  readonly counts: Readonly<Record<ConfirmationQueue, number>>
}

export interface ConfirmationView {
  readonly confirmationId: string
  readonly facts: ConfirmationFacts
  readonly state: ConfirmationState
  readonly step: ConfirmationStep
  readonly passwordExpired: boolean
  readonly cardDue?: string
  /** IRPR s. 58: by when address and photo are due, while they are. */
  readonly addressPhotoBy?: string
  /** The card that was ordered or mailed goes to an address that is not the one on file any more. */
  readonly cardGoesElsewhere: boolean
  readonly queues: readonly { readonly queue: ConfirmationQueue; readonly from: string }[]
  /** What the state table allows now; whether the officer may is another question. */
  readonly allowed: readonly ConfirmationAct[]
  /** The one thing to do next; none while the person's answer is awaited. */
  readonly next?: ConfirmationAct
  readonly family: readonly ConfirmationRow[]
  readonly familyStep: ConfirmationStep
  readonly timeline: readonly TimelineEntry[]
  /** Who confirmed permanent residence. */
  readonly confirmedBy?: string
}

/** A day's letters. */
export interface PostedLetters {
  /** Left out where no letter could be made. */
  readonly file?: File
  readonly count: number
  /** Whose letter could not be made, and why; they stay due. */
  readonly refused: readonly {
    readonly confirmationId: string
    readonly name: string
    readonly clientId: string
    readonly failure: Failure
  }[]
}

export interface ImportPreview {
  readonly headers: readonly string[]
  readonly mapping: ImportMapping
  /** Columns that must be there and are not, and places of the file that two columns take. */
  readonly missing: readonly ImportColumn[]
  readonly doubled: readonly ImportColumn[]
  readonly rows: number
  readonly good: number
  readonly refused: readonly RefusedRow[]
  readonly refusedInAll: number
  readonly sample: readonly { readonly row: number; readonly values: Readonly<Partial<Record<ImportColumn, string>>> }[]
}

/** What one part of an import did. */
export interface ImportStep {
  readonly taken: number
  readonly refused: readonly RefusedRow[]
  /** Rows that were gone through, of all. */
  readonly done: number
  readonly rows: number
}

/** A message as it would go out, in the person's language and the other. */
export interface MessageDraft {
  readonly message: ConfirmationMessage
  readonly language: 'en' | 'fr'
  readonly to?: string
  readonly subject: Bilingual
  readonly text: Bilingual
}

/** Numbers of a period, days of the office, both included. */
export interface ConfirmationStatistics {
  readonly from: string
  readonly to: string
  /** Steps that people left in the period, in the order of the process. */
  readonly steps: readonly StepTime[]
  /** Those invited in the period, and how many of the same people have answered. */
  readonly invitations: { readonly sent: number; readonly answered: number }
  /** Photos for cards that were decided in the period. */
  readonly photos: { readonly accepted: number; readonly returned: number }
  /** Cards first mailed in the period, those of them mailed after the day they were due, those that came back. */
  readonly cards: {
    readonly mailed: number
    readonly late: number
    readonly cameBack: number
    readonly lateNow: number
  }
}
