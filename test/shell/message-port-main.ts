import { EventEmitter } from 'node:events'
import type { MessagePort } from 'node:worker_threads'

/** Electron's port in main and utility processes, made of Node's: events carry `{ data }`, and it waits for `start`. */
export class MessagePortMain extends EventEmitter {
  readonly inner: MessagePort
  constructor(inner: MessagePort) {
    super()
    this.inner = inner
  }
  start(): void {
    this.inner.on('message', (data) => this.emit('message', { data, ports: [] }))
    this.inner.on('close', () => this.emit('close'))
  }
  postMessage(data: unknown): void {
    this.inner.postMessage(data)
  }
  close(): void {
    this.inner.close()
  }
}
