import type { Failure } from '../../errors.ts'
import type { Bilingual } from '../../language.ts'
import type { File } from '../desk/call.ts'
import type { DeliveryView, DocumentKind } from './papers.ts'

/** Papers on plain sheets, printed one after the other: a day's notices in one go. */

/**
 * `waiting`, `printing`; `unsure`: the desk stopped while the printer had it, or the window has it, and an officer looks
 * whether it came out; `sent`: printed, to be confirmed; `confirmed`; `failed`.
 */
export type PrintJobState = 'waiting' | 'printing' | 'unsure' | 'sent' | 'confirmed' | 'failed'

export interface PrintLineView {
  readonly documentId: string
  readonly claimId: string
  readonly kind: DocumentKind
  readonly number: string
  readonly familyName?: string
  readonly givenNames?: string
}

export interface PrintJobView extends PrintLineView {
  readonly state: PrintJobState
  /** Code of the failure. */
  readonly failure?: string
}

/** A person whose interview is booked and who lacks its notice or the sheet to prepare for it. */
export interface NoticeDueView {
  readonly claimId: string
  /** What is to be issued, in the order of printing. */
  readonly kinds: readonly ('interview' | 'preparation')[]
  /** Day of the interview. */
  readonly date: string
  readonly familyName?: string
  readonly givenNames?: string
}

/** A reminder that is to go by post: of a limit of somebody without an account at the portal. */
export interface LetterDueView {
  readonly claimId: string
  readonly rule: string
  readonly what: Bilingual
  readonly due: string
  readonly passed: boolean
  readonly familyName?: string
  readonly givenNames?: string
}

/** Some of a day's reminders by post, made by one call. */
export interface PostedReminders {
  readonly made: number
  /** Whose letter could not be made, and why; they stay due. */
  readonly refused: readonly { readonly claimId: string; readonly name: string; readonly failure: Failure }[]
  /** The next call goes on here. */
  readonly next?: string
}

/** Letters that were made today. */
export interface LettersFileView {
  readonly file: File
  readonly count: number
  /** The number of the letter with which the following file begins. */
  readonly next?: number
}

export interface PrintQueueView {
  readonly running: boolean
  readonly jobs: readonly PrintJobView[]
  /** Issued, not printed, and not in the queue. */
  readonly left: readonly PrintLineView[]
  /** Papers of interviews that are to be issued. */
  readonly due: readonly NoticeDueView[]
}

/** The queue as it stands; `delivery` where the window prints. */
export interface PrintResumedView extends PrintQueueView {
  readonly delivery?: DeliveryView
}
