import { queueNames, queueOf } from '../../shared/domain/queues.ts'
import { ok } from '../../shared/result.ts'
import { queueCounts, queuePage } from '../casework/queues/page.ts'
import type { Core } from '../seat/core.ts'
import { holds } from '../seat/holds.ts'
import { allowed, os, withAllowed } from './calls.ts'

/** The queues of casework. */
export function caseworkRoutes(core: Core) {
  return {
    queues: {
      counts: os.queues.counts.handler(({ errors }) =>
        withAllowed(allowed(core, 'today.view'), errors, ({ desk, officer }) =>
          ok(
            queueCounts(
              desk,
              queueNames.filter((queue) => holds(desk.store, officer, queueOf(queue).needs)),
            ),
          ),
        ),
      ),
      page: os.queues.page.handler(({ input, errors }) =>
        withAllowed(allowed(core, queueOf(input.queue).needs), errors, ({ desk, officer }) =>
          ok(queuePage(desk, officer.id, input)),
        ),
      ),
    },
  }
}
