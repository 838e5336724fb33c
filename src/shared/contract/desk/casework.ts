import { z } from 'zod'
import { queueNames } from '../../domain/queues.ts'
import type * as v from '../views.ts'
import { call, cursor, limit } from './call.ts'

const whose = z.enum(['all', 'mine', 'nobody']).default('all')

/** A caseworker's day: the queues. */
export const caseworkContract = {
  queues: {
    /** The queues that the officer may work, with how many stand in each. */
    counts: call<v.QueueCount[]>().takesNothing(),
    page: call<v.QueuePage>().takes({ queue: z.enum(queueNames), whose, after: cursor, limit }),
  },
}
