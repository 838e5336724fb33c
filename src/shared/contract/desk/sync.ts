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
    now: call<v.SyncView>().takesNothing(),
    /** What the order of the stream made of this desk's work, and an officer took note of. */
    seen: call<null>().takes({ event: id }),
    pause: call<v.SyncView>().takes({ paused: z.boolean() }),
  },
}
