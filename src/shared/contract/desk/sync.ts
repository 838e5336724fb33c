import { z } from 'zod'
import type * as v from '../views.ts'
import { call } from './call.ts'

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
    pause: call<v.SyncView>().takes({ paused: z.boolean() }),
  },
}
