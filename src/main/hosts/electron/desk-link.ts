import { join } from 'node:path'
import { type IpcMainEvent, ipcMain, type UtilityProcess, utilityProcess, type WebContents } from 'electron'
import type { Ports } from '../../ports/types.ts'
import { reportBug } from '../bugs.ts'
import type { DeskStart, ToDesk, ToMain } from './messages.ts'
import { isOurs } from './origin.ts'
import { answerCall } from './port-calls.ts'

/** The desk's process as the main process sees it. */
export interface DeskLink {
  /** Lets the pages of that window, and no other, hand over a port to the desk. */
  admit(contents: WebContents): void
  /** Whoever sits at the desk must give the password again. */
  lock(): void
  /** Asks the desk to close its store and waits until its process has ended. */
  close(): Promise<void>
}

export interface DeskEvents {
  /** The desk will not run: another Passerelle has the folder, or a bug. */
  refused(reason: 'folder_in_use' | 'bug'): void
  /** The desk's process ended although nobody asked it to. */
  crashed(): void
}

const closePatienceMs = 15_000

/** Starts the desk's process. Ports go straight from a window to the desk: no call passes through the main process. */
export function startDesk(options: DeskStart, ports: Ports, events: DeskEvents): DeskLink {
  const file = join(import.meta.dirname, 'desk-process.js')
  const child = utilityProcess.fork(file, [JSON.stringify(options)], { serviceName: 'Passerelle desk' })
  const ended = Promise.withResolvers<void>()
  let expectingEnd = false
  const tell = (message: ToDesk) => child.postMessage(message)

  child.on('message', (message: ToMain) => {
    if (message.kind === 'call') void answerCall(ports, message, reportBug).then(tell)
    if (message.kind !== 'refused') return
    expectingEnd = true
    events.refused(message.reason)
  })
  child.on('exit', () => {
    ended.resolve()
    if (!expectingEnd) events.crashed()
  })
  const admitted = admitPorts(child)
  return {
    admit(contents) {
      admitted.add(contents)
      const { id } = contents // no longer readable once it is destroyed
      contents.once('destroyed', () => {
        admitted.delete(contents)
        tell({ kind: 'window_gone', window: id })
      })
    },
    lock: () => tell({ kind: 'lock' }),
    async close() {
      expectingEnd = true
      tell({ kind: 'close' })
      const timer = setTimeout(() => child.kill(), closePatienceMs)
      await ended.promise
      clearTimeout(timer)
    },
  }
}

/** Passes a port on to the desk when it comes from the main frame of an admitted window that shows our own page. */
function admitPorts(child: UtilityProcess): Set<WebContents> {
  const admitted = new Set<WebContents>()
  ipcMain.on('desk:port', (event: IpcMainEvent) => {
    const { sender, senderFrame, ports } = event
    const [port, ...more] = ports
    const right = admitted.has(sender) && senderFrame === sender.mainFrame && isOurs(senderFrame?.url ?? '')
    if (right && port && more.length === 0) child.postMessage({ kind: 'window', window: sender.id }, [port])
    else for (const refused of ports) refused.close()
  })
  return admitted
}
