import { z } from 'zod'
import type * as v from '../views.ts'
import { call, id } from './call.ts'

/** Settling with the central service. */
export const syncContract = {
  sync: {
    enrol: call<v.SyncView>().takes({
      address: z.string().trim().min(1).max(500),
      code: z.string().trim().min(8).max(200),
      /** Certificates (PEM) of a central that signs its own. */
      ca: z.string().max(100_000).optional(),
    }),
    /** Desks of the office, asked of the central: those that wait for a second officer first. */
    desks: call<readonly v.OfficeDesk[]>().takesNothing(),
    /** A second officer lets another desk in. */
    approve: call<readonly v.OfficeDesk[]>().takes({ device: id }),
    /** Another desk is out for good; it wipes itself when it is next heard of. */
    revoke: call<readonly v.OfficeDesk[]>().takes({ device: id, reason: z.string().trim().min(3).max(500) }),
    now: call<v.SyncView>().takesNothing(),
    /** What the order of the stream made of this desk's work, and an officer took note of. */
    seen: call<null>().takes({ event: id }),
    pause: call<v.SyncView>().takes({ paused: z.boolean() }),
    /** Photos wait for a better line; papers and small pictures travel on. */
    photosLater: call<v.SyncView>().takes({ later: z.boolean() }),
  },
}
