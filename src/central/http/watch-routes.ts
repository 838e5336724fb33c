import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { Timers } from '../../shared/ports.ts'
import type { Watch } from '../sync/watch.ts'
import type { Metrics } from './metrics.ts'
import { sendProblem } from './problems.ts'
import { type Gate, signedBy } from './signed.ts'

const heartbeatMs = 25_000
const mostWatchers = 5000

/** Hints as server-sent events: `data: {"stream","head"}`, a comment every 25 seconds. */
export function watchRoutes(app: FastifyInstance, watch: Watch, timers: Timers, gate: Gate, metrics: Metrics): void {
  app.get('/v1/sync/watch', { preHandler: signedBy(gate) }, async (request, reply) => {
    if (watch.watchers >= mostWatchers) return sendProblem(reply, { status: 503, code: 'busy', retryAfter: 60 })
    const out = new PassThrough()
    const stop = watch.subscribe(request.device.office, {
      tell: (hint) => out.write(`data: ${JSON.stringify(hint)}\n\n`),
      end: () => out.end(),
    })
    let cancel = () => {}
    const beat = () => {
      out.write(': still here\n\n')
      cancel = timers.after(heartbeatMs, beat)
    }
    beat()
    metrics.watchers.set(watch.watchers)
    request.raw.on('close', () => {
      cancel()
      stop()
      out.end()
      metrics.watchers.set(watch.watchers)
    })
    return reply.type('text/event-stream').header('cache-control', 'no-store').send(out)
  })
}
