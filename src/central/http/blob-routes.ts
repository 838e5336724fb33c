import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Blobs, largestBlob, largestPiece } from '../blobs/blobs.ts'
import { sendPacked } from './bodies.ts'
import { sendProblem } from './problems.ts'
import { schemaProblem } from './schema.ts'
import { type Gate, signedBy } from './signed.ts'

const path = z.object({ sha: z.string().regex(/^[0-9a-f]{64}$/) })
const place = z.object({
  offset: z.coerce.number().int().min(0),
  total: z.coerce.number().int().min(1).max(largestBlob),
})
const part = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  length: z.coerce.number().int().min(1).max(largestBlob).default(largestBlob),
})
const behind = z.object({
  after: z
    .string()
    .regex(/^([0-9a-f]{64})?$/)
    .default(''),
})

/** Pictures and papers: what is here, a piece more, the bytes. */
export function blobRoutes(app: FastifyInstance, blobs: Blobs, gate: Gate): void {
  const signed = signedBy(gate)

  app.head('/v1/blobs/:sha', { preHandler: signed }, async (request, reply) => {
    const at = path.safeParse(request.params)
    if (!at.success) return sendProblem(reply, schemaProblem(at.error))
    const { complete, offset } = await blobs.state(request.device, at.data.sha)
    return reply.header(complete ? 'x-complete' : 'x-offset', offset).send()
  })

  app.put('/v1/blobs/:sha', { preHandler: signed, bodyLimit: largestPiece }, async (request, reply) => {
    const [at, read] = [path.safeParse(request.params), place.safeParse(request.query)]
    if (!at.success) return sendProblem(reply, schemaProblem(at.error))
    if (!read.success) return sendProblem(reply, schemaProblem(read.error))
    if (!Buffer.isBuffer(request.body)) return sendProblem(reply, { status: 415, code: 'media_type' })
    const put = await blobs.put(request.device, at.data.sha, { ...read.data, bytes: request.body })
    return put.ok ? put.value : sendProblem(reply, put.problem)
  })

  app.get('/v1/blobs/:sha', { preHandler: signed, exposeHeadRoute: false }, async (request, reply) => {
    const [at, read] = [path.safeParse(request.params), part.safeParse(request.query)]
    if (!at.success) return sendProblem(reply, schemaProblem(at.error))
    if (!read.success) return sendProblem(reply, schemaProblem(read.error))
    const found = await blobs.read(request.device, at.data.sha, read.data)
    if (!found) return sendProblem(reply, { status: 404, code: 'no_blob' })
    const { buffer, byteOffset, length } = found.bytes
    return reply
      .type('application/octet-stream')
      .header('x-complete', found.size)
      .send(Buffer.from(buffer, byteOffset, length))
  })

  app.get('/v1/blobs', { preHandler: signed, exposeHeadRoute: false }, async (request, reply) => {
    const read = behind.safeParse(request.query)
    if (!read.success) return sendProblem(reply, schemaProblem(read.error))
    return sendPacked(request, reply, { wanted: await blobs.wanted(request.device, read.data.after) })
  })
}
