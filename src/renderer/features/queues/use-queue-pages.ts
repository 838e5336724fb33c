import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { Whose } from '../../../shared/contract/views.ts'
import type { QueueName } from '../../../shared/domain/queues.ts'
import { useDesk } from '../../app/desk.tsx'

/** The claims of a queue, page by page. */
export function useQueuePages(queue: QueueName, whose: Whose, enabled = true) {
  return useInfiniteQuery(
    useDesk().queues.page.infiniteOptions({
      input: (after: string | undefined) => ({ queue, whose, limit: 50, ...(after ? { after } : {}) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
      placeholderData: keepPreviousData,
      enabled,
    }),
  )
}
