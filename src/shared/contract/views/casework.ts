import type { QueueName } from '../../domain/queues.ts'
import type { ClaimRow, Page } from './claims.ts'

/** Queues of casework. */

/** Whose claims: everybody's, the asking officer's, nobody's yet. */
export type Whose = 'all' | 'mine' | 'nobody'

export interface QueueCount {
  readonly queue: QueueName
  readonly count: number
  readonly late: number
  /** There are more than were counted. */
  readonly more: boolean
  /** Open days of waiting after which a claim in it is late, where days of waiting make it so. */
  readonly patience?: number
}

/** A claim in a queue. One can stand in it more than once: with two messages, say. */
export interface QueuedClaim extends ClaimRow {
  readonly key: string
  /** Since when it waits, or the day on which it is due. */
  readonly day: string
  readonly late: boolean
}

export type QueuePage = Page<QueuedClaim>
