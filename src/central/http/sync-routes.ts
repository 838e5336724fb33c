import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readPackedPush } from '../../shared/sync/packed-push.ts'
import { apartType, packPage } from '../../shared/sync/page.ts'
import { snapshotManifest, snapshotQuery } from '../../shared/sync/snapshot.ts'
import { mostEvents, pushRequest } from '../../shared/sync/wire.ts'
import { isPush } from '../../shared/sync/wire-fits.ts'
import type { Blobs } from '../blobs/blobs.ts'
import { memoryKept } from '../memory.ts'
import type { Services } from '../services.ts'
import { hello } from '../sync/hello.ts'
import { pull, withTexts } from '../sync/pull.ts'
import { push, type SyncParts } from '../sync/push.ts'
import { givenSnapshot, offerSnapshot } from '../sync/snapshots.ts'
import type { Watch } from '../sync/watch.ts'
import { uuidText } from '../uuid-text.ts'
import { sendBytes, sendPacked } from './bodies.ts'
import type { Metrics } from './metrics.ts'
import { sendProblem } from './problems.ts'
import { schemaProblem } from './schema.ts'
import { type Gate, signedBy } from './signed.ts'

const pullQuery = z.object({
  stream: z.uuid(),
  after: z.coerce.number().int().nonnegative().default(0),
  limit: z.coerce.number().int().min(1).max(mostEvents).default(mostEvents),
  /** `runs`: own events that stand in a row are named together. */
  own: z.enum(['each', 'runs']).default('each'),
  /** `apart`: behind the page, as bytes (shared/sync/page.ts). */
  bodies: z.enum(['text', 'apart']).default('text'),
})

/** A push in either form. */
function readPush(body: unknown) {
  const read = Buffer.isBuffer(body) ? readPackedPush(body, uuidText) : isPush(body) ? body : undefined
  return read ? { success: true as const, data: read } : pushRequest.safeParse(body)
}

export interface SyncRouteParts extends SyncParts, Pick<Services, 'settings' | 'wrappingKey'> {
  readonly watch: Watch
  readonly blobs: Blobs
  /** After a push: people whom two offices know are told of to both. */
  readonly tellSoon: () => void
}

/** The bulk routes: hello, push, pull. Native routes, so that whole batches go in and out packed. */
export function syncRoutes(app: FastifyInstance, parts: SyncRouteParts, gate: Gate, metrics: Metrics): void {
  const { watch, blobs, tellSoon } = parts
  const signed = signedBy(gate)
  const memory = memoryKept()
  app.get('/v1/sync/hello', { preHandler: signed }, async (request) => hello(parts, request.device))

  app.post('/v1/sync/push', { preHandler: signedBy(gate, true) }, async (request, reply) => {
    const read = readPush(request.body)
    if (!read.success) return sendProblem(reply, schemaProblem(read.error))
    const pushed = await push(parts, request.device, read.data)
    if (!pushed.ok) return sendProblem(reply, pushed.problem)
    const { answer, taken, office, head, unnamed } = pushed.value
    for (const { verdict } of taken) metrics.events.inc({ verdict })
    if (taken.length > 0) {
      watch.grew(office, { stream: read.data.stream, head })
      tellSoon()
    }
    await blobs.remove(office, unnamed)
    const { verdicts: asked } = request.query as { readonly verdicts?: unknown }
    const told = answer.verdicts.filter(({ verdict }) => asked !== 'odd' || verdict !== 'ok')
    return sendPacked(request, reply, { ...answer, verdicts: told })
  })

  app.post('/v1/sync/snapshot', { preHandler: signed }, async (request, reply) => {
    const read = snapshotManifest.safeParse(request.body)
    if (!read.success) return sendProblem(reply, schemaProblem(read.error))
    const offered = await offerSnapshot(parts, request.device, read.data)
    if (!offered.ok) return sendProblem(reply, offered.problem)
    await blobs.remove(request.device.office, offered.value.unnamed)
    return { position: offered.value.position }
  })

  app.get('/v1/sync/snapshot', { preHandler: signed }, async (request, reply) => {
    const read = snapshotQuery.safeParse(request.query)
    if (!read.success) return sendProblem(reply, schemaProblem(read.error))
    const found = await givenSnapshot(parts, request.device, read.data)
    return found.ok ? sendPacked(request, reply, found.value) : sendProblem(reply, found.problem)
  })

  app.get('/v1/sync/pull', { preHandler: signed }, async (request, reply) => {
    const read = pullQuery.safeParse(request.query)
    if (!read.success) return sendProblem(reply, schemaProblem(read.error))
    const pulled = await pull(parts, request.device, read.data)
    if (!pulled.ok) return sendProblem(reply, pulled.problem)
    const { head, bodies } = pulled.value
    metrics.pulled.inc(head.events.length)
    if (read.data.bodies === 'text') return sendPacked(request, reply, withTexts(pulled.value))
    let taken: ReturnType<typeof memory.take> | undefined
    const page = packPage(head, bodies, (length) => {
      taken = memory.take(length)
      return taken.subarray(0, length)
    })
    return sendBytes(request, reply, apartType, page, () => taken && memory.giveBack(taken))
  })
}
