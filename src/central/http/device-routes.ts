import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { enrolRequest } from '../../shared/contract/central.ts'
import { verifies } from '../../shared/sync/http-signature.ts'
import { approve, type DeviceParts, enrol, listDevices, revoke, viewOf } from '../devices/enrolment.ts'
import { verifyEd25519 } from '../sync/crypto.ts'
import type { Limits } from './limits.ts'
import { sendProblem } from './problems.ts'
import { schemaProblem } from './schema.ts'
import { checkSignature, type Gate, refusal, signedBy } from './signed.ts'

const path = z.object({ device: z.uuid() })
const approval = z.strictObject({ officer: z.uuid() })
const revocation = z.strictObject({ officer: z.uuid(), reason: z.string().trim().min(3).max(500) })

/** Enrolment, approval and revocation of desks. */
export function deviceRoutes(app: FastifyInstance, parts: DeviceParts, gate: Gate, limits: Limits): void {
  const signed = signedBy(gate)

  // Signed with the very key that it brings: whoever sends it holds the private half.
  app.post('/v1/devices', async (request, reply) => {
    const wait = limits.enrolment(request.ip)
    if (wait > 0) return sendProblem(reply, { status: 429, code: 'limited', retryAfter: wait })
    const checked = checkSignature(request, gate.clock)
    if ('status' in checked) return sendProblem(reply, checked)
    const read = enrolRequest.safeParse(request.body)
    if (!read.success) return sendProblem(reply, schemaProblem(read.error))
    const key = Buffer.from(read.data.publicKey, 'base64')
    if (!verifies(checked, (signature, bytes) => verifyEd25519(key, signature, bytes)))
      return sendProblem(reply, refusal('signature', gate.clock))
    const enrolled = await enrol(parts, read.data, checked.keyid)
    return enrolled.ok ? reply.code(201).send(enrolled.value) : sendProblem(reply, enrolled.problem)
  })

  app.get('/v1/devices', { preHandler: signed }, async (request) => ({
    devices: (await listDevices(parts, request.device.office)).map(viewOf),
  }))

  app.post('/v1/devices/:device/approval', { preHandler: signed }, async (request, reply) => {
    const [at, read] = [path.safeParse(request.params), approval.safeParse(request.body)]
    if (!at.success) return sendProblem(reply, schemaProblem(at.error))
    if (!read.success) return sendProblem(reply, schemaProblem(read.error))
    const approved = await approve(parts, { at: request.device, ...at.data, ...read.data })
    return approved.ok ? viewOf(approved.value) : sendProblem(reply, approved.problem)
  })

  app.post('/v1/devices/:device/revocation', { preHandler: signed }, async (request, reply) => {
    const [at, read] = [path.safeParse(request.params), revocation.safeParse(request.body)]
    if (!at.success) return sendProblem(reply, schemaProblem(at.error))
    if (!read.success) return sendProblem(reply, schemaProblem(read.error))
    const revoked = await revoke(parts, { at: request.device, ...at.data, ...read.data })
    return revoked.ok ? viewOf(revoked.value) : sendProblem(reply, revoked.problem)
  })
}
