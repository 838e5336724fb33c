// Runs in the worker thread that stands for Electron's utility process: gives it `process.parentPort`, then the program.
import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { MessagePortMain } from './message-port-main.ts'

const port = Object.assign(new EventEmitter(), { postMessage: (message: unknown) => parentPort?.postMessage(message) })
parentPort?.on('message', ({ data, ports }: { data: unknown; ports: MessagePort[] }) =>
  port.emit('message', { data, ports: ports.map((inner) => new MessagePortMain(inner)) }),
)
Object.assign(process, { parentPort: port })
await import(pathToFileURL(workerData as string).href)
