import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Whose } from '../../../shared/contract/views.ts'
import type { QueueName } from '../../../shared/domain/queues.ts'
import { type Desk, useDesk } from '../../app/desk.tsx'

/** The claims of a queue, page by page. */
export const useQueuePages = (queue: QueueName, whose: Whose) =>
  useInfiniteQuery({ ...queuePages(useDesk(), queue, whose), placeholderData: keepPreviousData })

/** How they are asked for. */
export const queuePages = (desk: Desk, queue: QueueName, whose: Whose) =>
  desk.queues.page.infiniteOptions({
    input: (after: string | undefined) => ({ queue, whose, limit: 50, ...(after ? { after } : {}) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
