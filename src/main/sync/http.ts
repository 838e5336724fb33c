import { request as plainRequest } from 'node:http'
import { Agent, request as tlsRequest } from 'node:https'

/** One request to the central and its whole answer. Handed in, so that a test or a simulation can own the network. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  readonly signal?: AbortSignal
  /** Hears each piece of the body as it comes, for an answer without an end; the answer then has no body. */
  readonly onData?: (chunk: Uint8Array) => void
}

export interface HttpAnswer {
  readonly status: number
  header(name: string): string | undefined
  readonly body: Uint8Array
}

/** An answer that takes longer, or is bigger, is none. */
const longestMs = 60_000
const mostBytes = 32 * 1024 * 1024

/**
 * Node's own HTTP, with connections kept open. Rejects when the network, the name or the certificate fails, when the
 * answer takes longer than a minute or has more than 32 MiB.
 * @param ca certificates (PEM) to trust instead of those of Node: the central of a pilot signs its own
 */
export function nodeHttp(ca?: string): Http {
  const agent = new Agent({ keepAlive: true, maxSockets: 4, ...(ca ? { ca } : {}) })
  return ({ method, url, headers, body, signal, onData }) =>
    new Promise((resolve, reject) => {
      const options = { method, headers, ...(signal ? { signal } : {}) }
      const sent = url.protocol === 'https:' ? tlsRequest(url, { ...options, agent }) : plainRequest(url, options)
      sent.setTimeout(longestMs, () => sent.destroy(new Error('The central did not answer in time')))
      sent.on('error', reject)
      sent.on('close', () => reject(new Error('The connection was closed')))
      sent.on('response', (answer) => {
        const chunks: Buffer[] = []
        let size = 0
        answer.on('data', (chunk: Buffer) => {
          if (onData && answer.statusCode === 200) return onData(chunk)
          size += chunk.length
          if (size > mostBytes) sent.destroy(new Error('The answer is too large'))
          else chunks.push(chunk)
        })
        answer.on('error', reject)
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            header: (name) => {
              const value = answer.headers[name]
              return Array.isArray(value) ? value[0] : value
            },
            body: Buffer.concat(chunks),
          }),
        )
      })
      sent.end(body)
    })
}
