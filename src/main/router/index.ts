import type { AnyRouter } from '@orpc/server'
import { paperReading } from '../reading/paper-reading.ts'
import type { PhotoJobs } from '../schedule/photo-jobs.ts'
import type { Core } from '../seat/core.ts'
import { createSync, type Sync } from '../sync/engine.ts'
import { appointmentRoutes } from './appointments.ts'
import { os } from './calls.ts'
import { cardRoutes } from './cards.ts'
import { caseworkRoutes } from './casework.ts'
import { claimRoutes } from './claims.ts'
import { confirmationRoutes } from './confirmations.ts'
import { deadlineRoutes } from './deadlines.ts'
import { hallRoutes } from './hall.ts'
import { officeRoutes } from './office.ts'
import { paperPackRoutes } from './paper-packs.ts'
import { photoRoutes } from './photos.ts'
import { portalRoutes } from './portal.ts'
import { printingRoutes } from './printing.ts'
import { recordRoutes } from './record.ts'
import { reviewRoutes } from './review.ts'
import { sealRoutes } from './seals.ts'
import { seatRoutes } from './seat.ts'
import { shiftRoutes } from './shifts.ts'
import { syncRoutes } from './sync.ts'
import { answeringTroubles } from './troubles.ts'

/** The whole contract, implemented: each procedure asks who may, then calls one service. */
export const createRouter = (
  core: Core,
  photoJobs: PhotoJobs,
  reading = paperReading(core.options),
  sync: Sync = createSync(core),
): AnyRouter =>
  os.use(answeringTroubles(core.options.random)).router({
    ...seatRoutes(core),
    ...claimRoutes(core, reading),
    ...officeRoutes(core),
    ...hallRoutes(core),
    ...shiftRoutes(core),
    ...paperPackRoutes(core),
    ...photoRoutes(core, photoJobs),
    ...printingRoutes(core),
    ...recordRoutes(core, reading),
    ...portalRoutes(core),
    ...sealRoutes(core, reading),
    ...syncRoutes(core, sync),
    ...confirmationRoutes(core),
    ...appointmentRoutes(core),
    ...cardRoutes(core),
    ...caseworkRoutes(core),
    ...deadlineRoutes(core),
    ...reviewRoutes(core),
  })
