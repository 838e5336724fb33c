// The desk in a process of its own, so that no query or batch ever freezes a window. Electron's utilityProcess runs it.
import { onError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import type { MessageEvent, MessagePortMain } from 'electron'
import { createDesk, type Desk } from '../../desk.ts'
import { startDrawingEngine } from '../../documents/drawing/engine.ts'
import { startPhotoEngine } from '../../photos/engine.ts'
import { nodeClock, nodeRandom, nodeTimers } from '../../ports/node.ts'
import { startReadingEngine } from '../../reading/engine.ts'
import { reportBug } from '../bugs.ts'
import { reportUnexpected } from '../calls.ts'
import { lockFolder } from '../lock.ts'
import { makeDataDir } from '../options.ts'
import type { DeskStart, ToDesk, ToMain } from './messages.ts'
import { remotePorts } from './port-calls.ts'

const send = (message: ToMain): void => process.parentPort.postMessage(message)
const remote = remotePorts(send)

/** Windows whose port came before the desk was ready wait in the order of their coming. */
const starting = start(JSON.parse(process.argv.at(-1) ?? '{}') as DeskStart)
const windows = new Map<number, MessagePortMain>()

process.parentPort.on('message', ({ data, ports }: MessageEvent) => {
  const message = data as ToDesk
  const [port] = ports
  if (message.kind === 'window' && port) void connect(message.window, port)
  else if (message.kind === 'window_gone') disconnect(message.window)
  else if (message.kind === 'lock') void lock()
  else if (message.kind === 'close') void close()
  else remote.settle(message)
})

interface Running {
  readonly desk: Desk
  readonly handler: RPCHandler<Record<never, never>>
  readonly release: () => Promise<void>
}

async function start({ dataDir, ...options }: DeskStart): Promise<Running | undefined> {
  try {
    makeDataDir(dataDir)
    const lock = await lockFolder(dataDir)
    if (!lock) return refuse('folder_in_use')
    const { assetsDir } = options
    const photoEngine = () => startPhotoEngine({ assetsDir, timers: nodeTimers, onBug: reportBug })
    const readingEngine = () => startReadingEngine({ assetsDir, timers: nodeTimers, onBug: reportBug })
    const drawingEngine = () => startDrawingEngine({ assetsDir, timers: nodeTimers, onBug: reportBug })
    const world = {
      clock: nodeClock,
      random: nodeRandom,
      timers: nodeTimers,
      ports: remote.ports,
      photoEngine,
      readingEngine,
      drawingEngine,
    }
    const desk = await createDesk({ ...options, ...world, host: 'electron', dataDir })
    send({ kind: 'ready' })
    const handler = new RPCHandler(desk.router, { interceptors: [onError(reportUnexpected)] })
    return { desk, handler, release: lock.release }
  } catch (error) {
    reportBug(error)
    return refuse('bug')
  }
}

function refuse(reason: 'folder_in_use' | 'bug'): undefined {
  send({ kind: 'refused', reason })
}

/** Serves the contract on a window's port. After a reload the window brings a new one, and the old one ends. */
async function connect(window: number, port: MessagePortMain): Promise<void> {
  disconnect(window)
  windows.set(window, port)
  const running = await starting
  running?.handler.upgrade(port, { context: {} })
  port.start()
}

function disconnect(window: number): void {
  windows.get(window)?.close()
  windows.delete(window)
}

/** A lock that comes while the desk starts counts too; nobody sits at it yet. */
async function lock(): Promise<void> {
  const running = await starting
  running?.desk.lock()
}

async function close(): Promise<void> {
  for (const window of [...windows.keys()]) disconnect(window)
  const running = await starting
  await running?.desk.close()
  await running?.release()
  process.exit(0)
}
