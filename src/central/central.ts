import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { fail, ok, type Result } from '../shared/result.ts'
import { createBlobs } from './blobs/blobs.ts'
import { bringFiles } from './blobs/bring-files.ts'
import { createFolderStore } from './blobs/folder-store.ts'
import { blobRoutes } from './http/blob-routes.ts'
import { confirmationRoutes } from './http/confirmation-routes.ts'
import { deviceRoutes } from './http/device-routes.ts'
import { documentationRoutes } from './http/documentation.ts'
import { createLimits } from './http/limits.ts'
import { bugOf } from './http/log.ts'
import { mailRoutes } from './http/mail-routes.ts'
import { createMetrics } from './http/metrics.ts'
import { officeRoutes } from './http/office-routes.ts'
import { portalRoutes } from './http/portal-routes.ts'
import { createServer } from './http/server.ts'
import { createNonces } from './http/signed.ts'
import { syncRoutes } from './http/sync-routes.ts'
import { watchRoutes } from './http/watch-routes.ts'
import { createMailer, type Mailer, sweepMails } from './mail/mailer.ts'
import { smtpTransport } from './mail/smtp.ts'
import { createPortalAuthor, type Written } from './portal/author.ts'
import { sweepDrafts } from './portal/drafts.ts'
import { type CentralWorld, createCleanup, openServices, type Services } from './services.ts'
import { sweepSessions } from './storage/confirmations.ts'
import { anythingBetweenOffices } from './storage/moves.ts'
import { everyNight, makeCheckpoints } from './sync/checkpoints.ts'
import { keepMissedMatches, tellMatches } from './sync/identities.ts'
import { bringMoved } from './sync/moves.ts'
import { createWatch } from './sync/watch.ts'

/** The central service: read this first. It is built of a database, services on it, and routes on those. */
export interface Central {
  /** Where it listens, such as `http://127.0.0.1:8700`. */
  readonly url: string
  readonly app: FastifyInstance
  readonly services: Services
  /** Sends notices, by itself every few seconds. */
  readonly mailer: Mailer
  /** Takes no new requests, ends those in hand, then the database. */
  close(): Promise<void>
}

/** Starts the service. What was already started is ended again when a later part fails. */
export async function startCentral(world: CentralWorld): Promise<Result<Central>> {
  const cleanup = createCleanup()
  try {
    const services = await openServices(world, cleanup, 'server')
    if (!services.ok) {
      await cleanup.run()
      return services
    }
    const { app, mailer } = buildApp(services.value)
    cleanup.add(() => app.close())
    const listening = await listen(app, services.value)
    if (!listening.ok) {
      await cleanup.run()
      return listening
    }
    const { tls, databaseUrl } = world.settings
    world.log.info({ event: 'started', tls: tls !== undefined, ownDatabase: !databaseUrl }, 'started')
    return ok({ url: listening.value, app, services: services.value, mailer, close: cleanup.run })
  } catch (bug) {
    await cleanup.run()
    throw bug
  }
}

/** Every route of the service, and what it does by itself at night. */
function buildApp(services: Services): Pick<Central, 'app' | 'mailer'> {
  const { settings, database, clock, random, timers, log, signer, wrappingKey } = services
  const metrics = createMetrics()
  const { practice, ready } = database
  const app = createServer({ settings, log, metrics, random, ready, practice, mail: () => mailer.state() })
  const limits = createLimits(clock, settings.requestsPerSecond)
  const gate = { db: database.db, clock, isNew: createNonces(clock), limits, signer }
  const onBug = (bug: unknown) => log.error(bugOf(bug), 'bug')
  const watch = createWatch(database, timers, onBug)
  const store = createFolderStore(join(settings.dataDir, 'blobs'), wrappingKey, random)
  const { bytesADay } = settings
  const blobs = createBlobs({ database, store, clock, ...(bytesADay === undefined ? {} : { bytesADay }) })
  const author = createPortalAuthor(services)
  const wrote = async ({ office, stream, head, files }: Written) => {
    watch.grew(office, { stream, head })
    await blobs.remove(office, files)
  }
  const tell = async () => {
    for (const written of await bringMoved(services, author)) await wrote(written)
    await bringFiles({ database, store, clock })
    for (const written of await tellMatches(services, author)) await wrote(written)
  }
  // Nobody's push waits for it; what is not told now is told at the next one, or at night.
  let telling: Promise<unknown> = Promise.resolve()
  let asked = false
  const tellSoon = () => {
    if (asked) return // it has not begun: what was just written is seen too
    asked = true
    telling = telling
      .then(async () => {
        asked = false
        if (await anythingBetweenOffices(database.db)) await tell()
      })
      .catch(onBug)
  }
  syncRoutes(app, { ...services, watch, blobs, tellSoon }, gate, metrics)
  watchRoutes(app, watch, timers, gate, metrics)
  deviceRoutes(app, services, gate, limits)
  officeRoutes(app, services, gate)
  blobRoutes(app, blobs, gate)
  const mailer = createMailer({ ...services, author, wrote }, settings.smtp && smtpTransport(settings.smtp))
  // What a person sends of a claim that is on its way to another office goes after it.
  const sent = async (written: Written) => {
    await wrote(written)
    tellSoon()
  }
  portalRoutes(app, { ...services, author, blobs, wrote: sent }, limits)
  confirmationRoutes(app, { ...services, author, blobs, wrote }, limits)
  mailRoutes(app, services, mailer, limits)
  documentationRoutes(app, services.version, practice)
  const stopNights = everyNight(clock, timers, async () => {
    const made = await makeCheckpoints(services).catch(onBug)
    const swept = await blobs.sweep().catch(onBug)
    log.info({ event: 'checkpoints', made: made ?? 0, swept: swept ?? 0 }, 'night')
    await keepMissedMatches(database.db, clock.now()).then(tell).catch(onBug)
    const drafts = await sweepDrafts(services).catch(onBug)
    log.info({ event: 'drafts', purged: drafts?.purged ?? 0, warned: drafts?.warnings.length ?? 0 }, 'night')
    await sweepMails(services).catch(onBug)
    await sweepSessions(database.db, new Date(clock.now())).catch(onBug)
  })
  const stopMail = mailer.start(onBug)
  // Before the server waits for its connections: those of watchers would never end by themselves.
  app.addHook('preClose', async () => {
    stopNights()
    await stopMail()
    await telling
    watch.close()
  })
  return { app, mailer }
}

async function listen(app: FastifyInstance, { settings: { host, port }, log }: Services): Promise<Result<string>> {
  try {
    return ok(await app.listen({ host, port }))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    log.error(bugOf(error), 'listen')
    return fail('central.port', { address: `${host}:${port}`, reason: code })
  }
}
