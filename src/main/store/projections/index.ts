import type { Projection } from '../types.ts'
import { appointmentsProjection } from './appointments.ts'
import { cardsProjection } from './cards.ts'
import { claimPapersProjection } from './claim-papers.ts'
import { claimsProjection } from './claims.ts'
import { confirmationsProjection } from './confirmations.ts'
import { deadlinesProjection } from './deadlines.ts'
import { documentsProjection } from './documents.ts'
import { familiesProjection } from './families.ts'
import { hallProjection } from './hall.ts'
import { knownElsewhereProjection } from './known-elsewhere.ts'
import { movesProjection } from './moves.ts'
import { officeProjection } from './office.ts'
import { ownershipProjection } from './ownership.ts'
import { peopleProjection } from './people.ts'
import { photosProjection } from './photos.ts'
import { portalProjection } from './portal.ts'
import { recordProjection } from './record.ts'
import { representativesProjection } from './representatives.ts'
import { reviewProjection } from './review.ts'
import { rosterProjection } from './roster.ts'
import { shiftsProjection } from './shifts.ts'
import { tallyProjection } from './tally.ts'

/** Every projection of the desk, in the order in which an event reaches them: claims point to people, papers to both. */
export const deskProjections: readonly Projection[] = [
  officeProjection,
  tallyProjection,
  peopleProjection,
  claimsProjection,
  documentsProjection,
  familiesProjection,
  hallProjection,
  shiftsProjection,
  photosProjection,
  confirmationsProjection,
  recordProjection,
  rosterProjection,
  appointmentsProjection,
  portalProjection,
  cardsProjection,
  representativesProjection,
  deadlinesProjection,
  ownershipProjection,
  reviewProjection,
  knownElsewhereProjection,
  movesProjection,
  claimPapersProjection,
]
