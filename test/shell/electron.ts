// A stand-in for the 'electron' module. It records what the main process asks of Electron, and lets a test play the part
// of a page, a link, a permission prompt or the officer at a dialog. It draws nothing. The desk's process is real: it
// runs in a worker thread, and its ports are real ports.
import { EventEmitter } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import { MessagePortMain } from './message-port-main.ts'

/** It stands in for many of Electron's types. */
type Any = any

/** Every call that matters, in order, such as `enableSandbox()`. */
export const calls: string[] = []
const record =
  (name: string, value?: unknown) =>
  (...args: unknown[]) => {
    calls.push(`${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`)
    return value
  }
let isReady = false
/** Fails as Electron does when it is called too late. */
const early =
  (name: string) =>
  (...args: unknown[]) => {
    if (isReady) throw new Error(`${name} must be called before the app is ready`)
    return record(name)(...args)
  }

export class Session extends EventEmitter {
  readonly pages = new Map<string, (request: Request) => Promise<Response>>()
  /** The handlers that the main process set, by the name of Electron's method. */
  readonly set: Record<string, Any> = {}
  readonly protocol = { handle: (scheme: string, handler: Any) => void this.pages.set(scheme, handler) }
  readonly webRequest = { onBeforeRequest: this.keep('onBeforeRequest') }
  readonly setPermissionRequestHandler = this.keep('permissionRequest')
  readonly setPermissionCheckHandler = this.keep('permissionCheck')
  readonly setDevicePermissionHandler = this.keep('device')

  private keep(name: string): (handler: Any) => void {
    return (handler) => {
      this.set[name] = handler
    }
  }
  /** What the page would be told if it asked. */
  asks(permission: string, details: object, contents: unknown = {}): boolean | undefined {
    let answer: boolean | undefined
    this.set.permissionRequest(contents, permission, (ok: boolean) => (answer = ok), details)
    return answer
  }
  /** Would a request of the page for that address be let out? */
  lets(url: string): boolean {
    let cancelled = false
    this.set.onBeforeRequest({ url }, ({ cancel }: { cancel: boolean }) => (cancelled = cancel))
    return !cancelled
  }
}

const sessions = new Map<string, Session>()
export const session = {
  defaultSession: new Session(),
  fromPartition(name: string): Session {
    const known = sessions.get(name) ?? new Session()
    sessions.set(name, known)
    return known
  },
}

let lastContents = 0
export class WebContents extends EventEmitter {
  readonly id = ++lastContents
  readonly session: Session
  readonly mainFrame = { url: '' }
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  printed: Any
  printerAnswer: [boolean, string] = [true, '']
  constructor(owner: Session) {
    super()
    this.session = owner
  }
  setWindowOpenHandler(handler: WebContents['openHandler']): void {
    this.openHandler = handler
  }
  getPrintersAsync = async () => [{ name: 'Front desk' }]
  print(options: Any, done: (ok: boolean, reason: string) => void): void {
    this.printed = options
    done(...this.printerAnswer)
  }
  /** May the page do that? `event` is one of Electron's `will-...` events. */
  may(event: string, url: string): boolean {
    let stopped = false
    this.emit(event, { url, preventDefault: () => (stopped = true) })
    return !stopped
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = []
  /** Called for every window that loads an address; a test may answer for Electron. */
  static onLoad: (window: BrowserWindow) => void = () => {}
  readonly options: Any
  readonly webContents: WebContents
  shown = false
  destroyed = false
  constructor(options: Any = {}) {
    super()
    const { session: own, partition } = options.webPreferences ?? {}
    this.options = options
    this.webContents = new WebContents(own ?? (partition ? session.fromPartition(partition) : session.defaultSession))
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  get url(): string {
    return this.webContents.mainFrame.url
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url
    this.emit('ready-to-show')
    opened.resolve(this)
    BrowserWindow.onLoad(this)
  }
  show(): void {
    this.shown = true
  }
  isMinimized = () => true
  restore = record('restore')
  focus = record('focus')
  destroy(): void {
    this.destroyed = true
    this.webContents.emit('destroyed')
  }
}

const readiness = Promise.withResolvers<void>()
const opened = Promise.withResolvers<BrowserWindow>()
/** Resolves with the first window that has loaded an address. */
export const firstWindow: Promise<BrowserWindow> = opened.promise
/** As in Electron, the app is ready only after the main module has run to its end. */
export function becomeReady(): void {
  isReady = true
  readiness.resolve()
}

/** Chromium's switches of this start. */
export const switches = new Set<string>()
const exited = Promise.withResolvers<number>()
/** Resolves with the exit status once the app has asked to end at once. */
export const exitStatus: Promise<number> = exited.promise
export const app: Any = Object.assign(new EventEmitter(), {
  isPackaged: false,
  commandLine: { hasSwitch: (name: string) => switches.has(name) },
  whenReady: () => readiness.promise,
  exit: (status: number) => exited.resolve(status),
  relaunch: record('relaunch'),
  setPath: early('setPath'),
  getLocale: () => 'fr-CA',
  getVersion: () => '0.0.0',
  requestSingleInstanceLock(): boolean {
    early('requestSingleInstanceLock')()
    return true
  },
  enableSandbox: early('enableSandbox'),
  /** True if nobody held the quit. */
  quit(): boolean {
    let held = false
    app.emit('will-quit', { preventDefault: () => (held = true) })
    calls.push(held ? 'quit held' : 'quit')
    return !held
  },
})

/** A test emits what the system would tell. Electron has it only once the app is ready. */
export const powerMonitor: Any = Object.assign(new EventEmitter(), {
  on(event: string, listener: () => void) {
    if (!isReady) throw new Error('powerMonitor must not be used before the app is ready')
    return EventEmitter.prototype.on.call(powerMonitor, event, listener)
  },
})

export const protocol = { registerSchemesAsPrivileged: early('registerSchemesAsPrivileged') }
/** What the officer answers at the next dialogs. */
export const answers = { save: '', open: [] as string[], box: 1 }
export const dialog = {
  showErrorBox(title: string, text: string): void {
    record('showErrorBox')(title)
    opened.reject(new Error(`${title}: ${text}`)) // no effect once a window is open
  },
  showMessageBox: async (box: Any) => {
    record('showMessageBox')(box.message, box.buttons)
    return { response: answers.box }
  },
  showSaveDialog: async () => ({ canceled: answers.save === '', filePath: answers.save }),
  showOpenDialog: async () => ({ canceled: answers.open.length === 0, filePaths: answers.open }),
}
export const Menu = {
  shown: [] as Any[],
  buildFromTemplate: (template: Any) => template,
  setApplicationMenu(menu: Any): void {
    Menu.shown = menu
  },
}
/** `basic_text` until a test says otherwise. Seals by turning the text round. */
export const safeStorage = {
  backend: 'basic_text',
  getSelectedStorageBackend: () => safeStorage.backend,
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => Buffer.from([...text].reverse().join('')),
  async decryptStringAsync(sealed: Buffer) {
    if (sealed.length === 0) throw new Error('not sealed here')
    return { shouldReEncrypt: false, result: [...sealed.toString()].reverse().join('') }
  },
}

export const ipcMain: Any = new EventEmitter()
/** Sends a new port to the main process as that frame would; gives the page's end. */
export function handOver(sender: WebContents, frame: { url: string } | null, howMany = 1): MessagePort {
  const { port1, port2 } = new MessageChannel()
  const ports = [port2, ...Array.from({ length: howMany - 1 }, () => new MessageChannel().port2)]
  const wrapped = ports.map((port) => new MessagePortMain(port))
  ipcMain.emit('desk:port', { sender, senderFrame: frame, ports: wrapped })
  return port1
}

export class UtilityProcess extends EventEmitter {
  static readonly all: UtilityProcess[] = []
  readonly file: string
  readonly args: readonly string[]
  /** What the main process sent to the desk. */
  readonly sent: Any[] = []
  readonly worker: Worker
  constructor(file: string, args: string[]) {
    super()
    this.file = file
    this.args = args
    this.worker = new Worker(new URL('./parent-port.ts', import.meta.url), { workerData: file, argv: args })
    this.worker.on('message', (message) => this.emit('message', message))
    this.worker.on('error', (error) => console.error(error))
    this.worker.on('exit', (code) => this.emit('exit', code))
    UtilityProcess.all.push(this)
  }
  postMessage(data: unknown, ports: MessagePortMain[] = []): void {
    this.sent.push(data)
    const inner = ports.map((port) => port.inner)
    this.worker.postMessage({ data, ports: inner }, inner)
  }
  kill(): boolean {
    void this.worker.terminate()
    return true
  }
}
export const utilityProcess = { fork: (file: string, args: string[]) => new UtilityProcess(file, args) }

export const userData: string = mkdtempSync(join(tmpdir(), 'passerelle-shell-'))
export default {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  utilityProcess,
}
