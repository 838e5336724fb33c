/** Every expected failure of Passerelle: its code, what the officer reads, the next step. One file a room. */

import { appointmentErrors } from './errors/appointments.ts'
import { cardErrors } from './errors/cards.ts'
import { caseworkErrors } from './errors/casework.ts'
import { centralErrors } from './errors/central.ts'
import { claimErrors } from './errors/claims.ts'
import { confirmationErrors } from './errors/confirmations.ts'
import { deskErrors } from './errors/desk.ts'
import { documentErrors } from './errors/documents.ts'
import { familyErrors } from './errors/families.ts'
import { hallErrors } from './errors/hall.ts'
import { hostErrors } from './errors/host.ts'
import { mrzErrors } from './errors/mrz.ts'
import { officerErrors } from './errors/officers.ts'
import { paramWord } from './errors/param-words.ts'
import { photoReviewErrors } from './errors/photo-review.ts'
import { photoErrors } from './errors/photos.ts'
import { portalErrors } from './errors/portal.ts'
import { recordErrors } from './errors/record.ts'
import { reviewErrors } from './errors/review.ts'
import { ruleErrors } from './errors/rules.ts'
import { sealErrors } from './errors/seals.ts'
import { seatErrors } from './errors/seat.ts'
import { shiftErrors } from './errors/shifts.ts'
import { stockErrors } from './errors/stock.ts'
import { storeErrors } from './errors/store.ts'
import { syncErrors } from './errors/sync.ts'
import type { Language } from './language.ts'

export const errors = {
  ...deskErrors,
  ...seatErrors,
  ...hostErrors,
  ...storeErrors,
  ...stockErrors,
  ...officerErrors,
  ...claimErrors,
  ...hallErrors,
  ...familyErrors,
  ...photoErrors,
  ...photoReviewErrors,
  ...portalErrors,
  ...documentErrors,
  ...mrzErrors,
  ...reviewErrors,
  ...ruleErrors,
  ...shiftErrors,
  ...recordErrors,
  ...sealErrors,
  ...cardErrors,
  ...centralErrors,
  ...syncErrors,
  ...confirmationErrors,
  ...appointmentErrors,
  ...caseworkErrors,
}

/** A code such as `store.wrong_key`: room, dot, what went wrong. Codes are never reused for another meaning. */
export type ErrorCode = keyof typeof errors

/** An expected failure as it travels: over the contract, into logs (codes only) and onto the screen. */
export interface Failure {
  readonly code: ErrorCode
  /** Values that the message names in double braces: codes, counts, dates, limits; never personal data. */
  readonly params: Readonly<Record<string, string | number>>
}

/** The plain message of a failure and what to do next, in the officer's language. */
export function explain(failure: Failure, language: Language): { message: string; next: string } {
  const spec = errors[failure.code]
  const fill = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => wordOf(name, failure.params[name], language))
  return { message: fill(spec.message[language]), next: fill(spec.next[language]) }
}

/** A value as it is read: codes in words; a failure that another one names, by its message. */
function wordOf(name: string, value: string | number | undefined, language: Language): string {
  if (value === undefined) return '?'
  if (isErrorCode(value)) return explain({ code: value, params: {} }, language).message.replace(/\.$/, '')
  return paramWord(name, value, language)
}

const isErrorCode = (value: string | number): value is ErrorCode => Object.hasOwn(errors, value)
