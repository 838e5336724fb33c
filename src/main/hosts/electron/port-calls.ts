import type { Ports } from '../../ports/types.ts'
import type { PortCall, ToDesk } from './messages.ts'

/** The host's ports, carried over messages: the desk's side calls, the main process answers. Nothing of Electron here. */

const names: { readonly [P in keyof Ports]: readonly (keyof Ports[P])[] } = {
  dialogs: ['saveFile', 'openFile', 'openFolder'],
  printing: ['printPdf', 'listPrinters'],
  keychain: ['available', 'protect', 'unprotect'],
  practice: ['open'],
}

type Method = (...args: readonly unknown[]) => Promise<unknown>

/** Main process: does what a call asks and gives the message to send back. */
export async function answerCall(ports: Ports, call: PortCall, report: (error: unknown) => void): Promise<ToDesk> {
  try {
    const known: readonly string[] = names[call.port] ?? []
    const port = ports[call.port] as unknown as Record<string, Method>
    if (!known.includes(call.name) || !port[call.name]) throw new TypeError('no such port')
    return { kind: 'answer', call: call.call, value: await port[call.name]?.(...call.args) }
  } catch (error) {
    report(error)
    return { kind: 'broken', call: call.call }
  }
}

export interface RemotePorts {
  readonly ports: Ports
  /** Settles the call that a message of the main process answers. */
  settle(message: ToDesk): void
}

/** The desk's process: ports whose every method is a message to the main process and waits for its answer. */
export function remotePorts(send: (call: PortCall) => void): RemotePorts {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let last = 0
  const method =
    (port: keyof Ports, name: string): Method =>
    (...args) => {
      const call = ++last
      const answer = Promise.withResolvers<unknown>()
      waiting.set(call, answer)
      send({ kind: 'call', call, port, name, args })
      return answer.promise
    }
  const remote = (port: keyof Ports) => Object.fromEntries(names[port].map((name) => [name, method(port, name)]))
  const ports = Object.fromEntries(Object.keys(names).map((port) => [port, remote(port as keyof Ports)]))
  return {
    ports: ports as unknown as Ports,
    settle(message) {
      if (message.kind !== 'answer' && message.kind !== 'broken') return
      const answer = waiting.get(message.call)
      waiting.delete(message.call)
      if (message.kind === 'answer') answer?.resolve(message.value)
      else answer?.reject(new Error('The main process made a mistake'))
    },
  }
}
