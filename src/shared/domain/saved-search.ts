import { z } from 'zod'
import { queueNames } from './queues.ts'

/**
 * What a saved search asks for. It holds no words that somebody typed: a name would outlive the erasure of its person.
 */
export const searchFilter = z.strictObject({ queue: z.enum(queueNames), whose: z.enum(['all', 'mine', 'nobody']) })
export type SearchFilter = z.infer<typeof searchFilter>

export const searchName = z.string().trim().min(1).max(60)
