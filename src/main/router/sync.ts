import { ok } from '../../shared/result.ts'
import type { Core } from '../seat/core.ts'
import { knownDesks, makeBundle, takeBundle } from '../sync/case-bundle.ts'
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
      carriers: os.sync.carriers.handler(({ errors }) =>
        withAllowed(allowed(core, 'sync.carry'), errors, ({ desk }) => ok(knownDesks(desk.store))),
      ),
      carry: os.sync.carry.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'sync.carry'), errors, ({ desk, officer }) => {
          const made = makeBundle(desk, core.options.random, input)
          if (!made.ok) return made
          const { claimId, number, bytes } = made.value
          desk.store.access.note({ actor: officer.id, act: 'carried', subject: { kind: 'claim', id: claimId } })
          return ok(new File([Buffer.from(bytes)], `${number}.pscb`, { type: 'application/octet-stream' }))
        }),
      ),
      takeCarried: os.sync.takeCarried.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'sync.carry'), errors, async ({ desk }) =>
          desk.during(async () => takeBundle(desk, new Uint8Array(await input.file.arrayBuffer()))),
        ),
      ),
      letErase: os.sync.letErase.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'sync.let_erase'), errors, ({ desk, officer }) =>
          sync.letErase(desk, officer.id, input.through),
        ),
      ),
      pause: os.sync.pause.handler(({ input, errors }) =>
        withAllowed(allowed(core, 'sync.now'), errors, async ({ desk }) => ok(sync.pause(desk, input.paused))),
      ),
    },
  }
}
