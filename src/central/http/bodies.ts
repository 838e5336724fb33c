import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { constants, gunzip, gzip, zstdCompress, zstdDecompress } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { packedPushType } from '../../shared/sync/packed-push.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** SHA-256 of the body as it came over the wire. */
    bodyHash: Uint8Array
  }
}

/** The most that a body may become when it is unpacked. */
const mostInflated = 32 * 1024 * 1024

/**
 * Bytes of one piece of what is unpacked. Each is a journey to another thread and back, and what comes in one piece need
 * not be put together: a batch has some megabytes, and is packed to an eighth.
 */
const pieceFor = ({ length }: Uint8Array): number => Math.min(Math.max(length * 10, 64 * 1024), 5 * 1024 * 1024)

const unpack = {
  zstd: (body: Buffer) => promisify(zstdDecompress)(body, { maxOutputLength: mostInflated, chunkSize: pieceFor(body) }),
  gzip: (body: Buffer) => promisify(gunzip)(body, { maxOutputLength: mostInflated }),
  identity: async (body: Buffer) => body,
}

async function unpacked(request: FastifyRequest, body: Buffer): Promise<Buffer> {
  request.bodyHash = sha256(body)
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (!Object.hasOwn(unpack, encoding)) throw refused(415)
  return unpack[encoding as keyof typeof unpack](body).catch(rethrown)
}

/** Bodies are JSON or a packed push, compressed or not. Their digest is taken of what came over the wire, before anything is unpacked. */
export function acceptBodies(app: FastifyInstance): void {
  app.decorateRequest('bodyHash')
  app.addHook('onRequest', async (request) => {
    request.bodyHash = sha256(Buffer.alloc(0))
  })
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    const plain = await unpacked(request, body)
    try {
      return JSON.parse(plain.toString('utf8'))
    } catch {
      throw refused(400)
    }
  })
  app.addContentTypeParser(packedPushType, { parseAs: 'buffer' }, unpacked)
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      request.bodyHash = sha256(body)
      return body
    },
  )
}

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())

/** An error that the server turns into a problem. */
const refused = (statusCode: number): Error => Object.assign(new Error('refused'), { statusCode })

function rethrown(error: NodeJS.ErrnoException): never {
  throw refused(error.code === 'ERR_BUFFER_TOO_LARGE' ? 413 : 400)
}

const smallest = 1024
/** Of what comes out of the packing: in pieces of the usual 16 KB, a page would cost a hundred turns of the event loop. */
const chunkSize = 256 * 1024

/** Answers with JSON, packed the way the asking side takes. */
export async function sendPacked(request: FastifyRequest, reply: FastifyReply, value: unknown): Promise<FastifyReply> {
  return sendBytes(request, reply, 'application/json', Buffer.from(JSON.stringify(value), 'utf8'))
}

/**
 * Answers with bytes of a type, packed the way the asking side takes.
 * @param packedUp called once the bytes themselves are read no more; never where they go out as they are
 */
export async function sendBytes(
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  given: Uint8Array,
  packedUp: () => void = () => {},
): Promise<FastifyReply> {
  const body = Buffer.from(given.buffer, given.byteOffset, given.length)
  const takes = request.headers['accept-encoding'] ?? ''
  reply.type(type).header('vary', 'accept-encoding')
  if (body.length < smallest) return reply.send(body)
  if (/\bzstd\b/.test(takes)) {
    const params = { [constants.ZSTD_c_compressionLevel]: 1 }
    // The frame says how long the body is: the desk then unpacks it in one piece.
    const packed = await promisify(zstdCompress)(body, { params, chunkSize, pledgedSrcSize: body.length })
    packedUp()
    return reply.header('content-encoding', 'zstd').send(packed)
  }
  if (/\bgzip\b/.test(takes)) return reply.header('content-encoding', 'gzip').send(await promisify(gzip)(body))
  return reply.send(body)
}
