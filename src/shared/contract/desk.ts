import { appointmentsContract } from './desk/appointments.ts'
import { cardsContract } from './desk/cards.ts'
import { caseworkContract } from './desk/casework.ts'
import { claimsContract } from './desk/claims.ts'
import { confirmationsContract } from './desk/confirmations.ts'
import { deadlinesContract } from './desk/deadlines.ts'
import { documentsContract } from './desk/documents.ts'
import { hallContract } from './desk/hall.ts'
import { officeContract } from './desk/office.ts'
import { photosContract } from './desk/photos.ts'
import { portalContract } from './desk/portal.ts'
import { printingContract } from './desk/printing.ts'
import { recordContract } from './desk/record.ts'
import { reviewContract } from './desk/review.ts'
import { sealsContract } from './desk/seals.ts'
import { seatContract } from './desk/seat.ts'
import { shiftsContract } from './desk/shifts.ts'
import { syncContract } from './desk/sync.ts'

/**
 * The one contract between the window and the desk, the same over Electron's port and loopback HTTP.
 * Input is parsed; answers are typed. An expected failure is the error `FAILURE` with the code and its parameters.
 */
export const deskContract = {
  ...seatContract,
  ...claimsContract,
  ...documentsContract,
  ...officeContract,
  ...hallContract,
  ...shiftsContract,
  ...photosContract,
  ...sealsContract,
  ...syncContract,
  ...printingContract,
  ...confirmationsContract,
  ...recordContract,
  ...appointmentsContract,
  ...portalContract,
  ...cardsContract,
  ...caseworkContract,
  ...deadlinesContract,
  ...reviewContract,
}

export type DeskContract = typeof deskContract
