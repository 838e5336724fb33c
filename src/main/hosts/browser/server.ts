import { createHash, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AnyRouter, onError } from '@orpc/server'
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node'
import type { StandardHandleResult } from '@orpc/server/standard'
import { reportBug } from '../bugs.ts'
import { reportUnexpected } from '../calls.ts'
import { commonHeaders, type Page, randomNonce, readPage } from '../pages.ts'
import { type Papers, paperHeaders, papersPath } from './papers.ts'

export interface LoopbackOptions {
  readonly router: AnyRouter
  readonly papers: Papers
  /** The folder of the built window. */
  readonly pages: string
  /** 0 takes any free port. */
  readonly port: number
  /** What a caller must present: made anew at each launch. */
  readonly token: string
}

export interface Loopback {
  /** Such as `http://127.0.0.1:41234`, the only origin that is answered. */
  readonly origin: string
  /** Refuses new connections, ends the open ones. */
  close(): Promise<void>
}

/** A photo of 25 MB and what multipart adds to it. */
const maxBody = 26_000_000

/**
 * Serves the window and the contract on 127.0.0.1 alone. Every page of every site can make a browser knock here, so a
 * call needs the right Host (DNS rebinding), the right Origin (other sites) and the token (other programs, other users).
 * @throws if the port is taken
 */
export async function listen(options: LoopbackOptions): Promise<Loopback> {
  let origin = ''
  const rpc = new RPCHandler(options.router, {
    interceptors: [onError(reportUnexpected)],
    rootInterceptors: [wholeForm],
    plugins: [new BodyLimitPlugin({ maxBodySize: maxBody })],
  })
  const mayCall = bearerCheck(options.token)

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(commonHeaders(randomNonce()))) res.setHeader(name, value)
    if (`http://${req.headers.host}` !== origin) return refuse(res, 421, 'This address is not served here.')
    const url = URL.parse(req.url ?? '/', origin)
    if (url?.origin !== origin) return refuse(res, 400, 'This request cannot be read.')
    if (url.pathname.startsWith('/rpc/')) return call(req, res)
    if (req.method !== 'GET' && req.method !== 'HEAD') return refuse(res, 405, 'Only reading is possible here.')
    const page = await find(url.pathname)
    return page ? send(req, res, page) : refuse(res, 404, 'There is nothing at this address.')
  }

  async function call(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (req.method !== 'POST') return refuse(res, 405, 'Calls are made with POST.')
    const site = req.headers['sec-fetch-site'] ?? 'same-origin'
    if (req.headers.origin !== origin || site !== 'same-origin')
      return refuse(res, 403, 'Another site may not call Passerelle.')
    if (!mayCall(req.headers.authorization)) return refuse(res, 401, 'Open the address that Passerelle printed.')
    const { matched } = await rpc.handle(req, res, { prefix: '/rpc', context: {} })
    if (!matched) refuse(res, 404, 'There is no such call.')
  }

  async function find(pathname: string): Promise<Page | undefined> {
    if (!pathname.startsWith(papersPath)) return readPage(options.pages, pathname)
    const paper = options.papers.at(pathname)
    return paper && { headers: paperHeaders(paper), body: paper.file.bytes }
  }

  const server = patientServer((req, res) => {
    answer(req, res).catch((error: unknown) => {
      reportBug(error)
      if (res.headersSent) res.destroy()
      else refuse(res, 500, 'Passerelle made a mistake.')
    })
  })
  origin = await bind(server, options.port)
  return { origin, close: () => stop(server) }
}

/** A server that gives nobody the time to hold its connections with half a request. */
function patientServer(listener: (req: IncomingMessage, res: ServerResponse) => void): Server {
  const limits = { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 5_000 }
  const server = createServer({ ...limits, connectionsCheckingInterval: 2_000, maxHeaderSize: 16_384 }, listener)
  server.maxConnections = 64
  return server
}

/**
 * A file that comes with words is sent as a form. Node's own stream of a form throws where nobody can catch it when the
 * window has hung up, which would end the program: so the form is made whole first.
 */
async function wholeForm({ next }: { next: () => Promise<StandardHandleResult> }): Promise<StandardHandleResult> {
  const result = await next()
  if (!(result.response?.body instanceof FormData)) return result
  const form = new Response(result.response.body)
  const bytes = new Uint8Array(await form.arrayBuffer())
  const headers = { ...result.response.headers, 'content-type': form.headers.get('content-type') ?? '' }
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })
  return { matched: true, response: { ...result.response, headers, body } }
}

function send(req: IncomingMessage, res: ServerResponse, page: Page): void {
  res.writeHead(200, { ...page.headers, 'content-length': page.body.byteLength })
  res.end(req.method === 'HEAD' ? undefined : page.body)
}

/** Answers with a plain sentence and hangs up, so that nothing of a refused body is read. */
function refuse(res: ServerResponse, status: number, sentence: string): void {
  res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  res.end(sentence)
}

/** Compares digests, in a time that does not depend on the guess. */
function bearerCheck(token: string): (header: string | undefined) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const right = digest(`Bearer ${token}`)
  return (header) => timingSafeEqual(digest(header ?? ''), right)
}

async function bind(server: Server, port: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, '127.0.0.1', resolve)
  await promise
  server.off('error', reject)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function stop(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  server.close(() => resolve())
  server.closeAllConnections()
  await promise
}
