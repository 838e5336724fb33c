import { ok } from '../../shared/result.ts'
import type { Core } from '../seat/core.ts'
import type { Sync } from '../sync/engine.ts'
import { markSeen } from '../sync/troubles.ts'
import { allowed, os, withAllowed } from './calls.ts'

/** Settling with the central: who enrols the desk, and who asks for a round now. */
export function syncRoutes(core: Core, sync: Sync) {
  return {
    sync: {
      enrol: os.sync.enrol.handler(({ input: { ca, ...input }, errors }) =>
        withAllowed(allowed(core, 'sync.enrol'), errors, ({ desk }) =>
          sync.enrol(desk, { ...input, ...(ca ? { ca } : {}) }),
        ),
      ),
      now: os.sync.now.handler(({ errors }) =>
        withAllowed(allowed(core, 'sync.now'), errors, ({ desk }) => sync.now(desk)),
      ),
      desks: os.sync.desks.handler(({ errors }) =>
        withAllowed(allowed(core, 'sync.desks'), errors, ({ desk }) => sync.desks(desk)),
      ),
      approve: os.sync.approve.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'sync.desks'), errors, ({ desk, officer }) =>
          sync.admit(desk, officer.id, { device: input.device }),
        ),
      ),
      revoke: os.sync.revoke.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'sync.desks'), errors, ({ desk, officer }) => sync.admit(desk, officer.id, input)),
      ),
      seen: os.sync.seen.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'today.view'), errors, ({ desk, officer }) =>
          markSeen(desk.store, officer.id, input.event),
        ),
      ),
      photosLater: os.sync.photosLater.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'sync.now'), errors, async ({ desk, officer }) =>
          sync.photosLater(desk, officer.id, input.later),
        ),
      ),
      pause: os.sync.pause.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'sync.now'), errors, async ({ desk }) => ok(sync.pause(desk, input.paused))),
      ),
    },
  }
}
