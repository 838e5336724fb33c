import { z } from 'zod'
import { queueNames } from './queues.ts'
import { claimStates } from './states.ts'

/**
 * What a saved search asks for: a queue and whose claims, or the list of claims by its filters. It holds no words that
 * somebody typed: a name would outlive the erasure of its person.
 */
const queueFilter = z.strictObject({ queue: z.enum(queueNames), whose: z.enum(['all', 'mine', 'nobody']) })
const listFilter = z.strictObject({
  list: z.literal('claims'),
  state: z.enum(['all', ...claimStates]),
  mine: z.boolean(),
})
export const searchFilter = z.union([queueFilter, listFilter])
export type SearchFilter = z.infer<typeof searchFilter>
export type QueueFilter = z.infer<typeof queueFilter>
export type ListFilter = z.infer<typeof listFilter>

export const searchName = z.string().trim().min(1).max(60)
