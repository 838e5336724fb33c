import type { FastifyInstance } from 'fastify'
import { leaseRequest } from '../../shared/contract/central.ts'
import { takeLease } from '../leases/leases.ts'
import type { Services } from '../services.ts'
import { latestOfOffice } from '../storage/checkpoints.ts'
import { latestBundle } from '../storage/trust.ts'
import { sendPacked } from './bodies.ts'
import { sendProblem } from './problems.ts'
import { schemaProblem } from './schema.ts'
import { type Gate, signedBy } from './signed.ts'

/** What an office is given: numbers, checkpoints of its streams, the trust bundle. */
export function officeRoutes(app: FastifyInstance, services: Services, gate: Gate): void {
  const signed = signedBy(gate)
  const { db } = services.database

  app.post('/v1/leases', { preHandler: signed }, async (request, reply) => {
    const read = leaseRequest.safeParse(request.body)
    if (!read.success) return sendProblem(reply, schemaProblem(read.error))
    const lease = await takeLease(services, request.device, read.data)
    return lease.ok ? lease.value : sendProblem(reply, lease.problem)
  })

  app.get('/v1/sync/checkpoints', { preHandler: signed }, async (request) => ({
    checkpoints: await latestOfOffice(db, request.device.office),
  }))

  app.get('/v1/trust', { preHandler: signed }, async (request, reply) => {
    const bundle = await latestBundle(db)
    return bundle ? sendPacked(request, reply, bundle) : sendProblem(reply, { status: 404, code: 'no_trust' })
  })
}
