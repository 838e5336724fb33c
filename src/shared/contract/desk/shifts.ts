import { z } from 'zod'
import type * as v from '../views.ts'
import { call, id } from './call.ts'

/** What one shift leaves to the next. */
export const shiftsContract = {
  shift: {
    view: call<v.ShiftView>().takesNothing(),
    /** A brief of before, as it stood. */
    handover: call<v.HandoverView>().takes({ handoverId: id }),
    handOver: call<v.ShiftView>().takes({ note: z.string().trim().min(1).max(2000).optional() }),
    /** With `takeOver`, the half-done intakes of whoever handed over become the officer's. */
    accept: call<{ tookOver: number; view: v.ShiftView }>().takes({ handoverId: id, takeOver: z.boolean() }),
    /** Claims become the officer's, whoever had them; gives how many. */
    takeOver: call<{ tookOver: number }>().takes({ claimIds: z.array(id).min(1).max(200) }),
  },
}
