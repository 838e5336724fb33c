import { randomBytes } from 'node:crypto'
import { version } from '../../../../package.json'
import { NotADemoFolder } from '../../demo/not-a-demo.ts'
import { createDesk } from '../../desk.ts'
import { startDrawingEngine } from '../../documents/drawing/engine.ts'
import { startPhotoEngine } from '../../photos/engine.ts'
import { nodeClock, nodeRandom, nodeTimers } from '../../ports/node.ts'
import { startReadingEngine } from '../../reading/engine.ts'
import { reportBug } from '../bugs.ts'
import { lockFolder } from '../lock.ts'
import { makeDataDir, readHostOptions } from '../options.ts'
import { builtPages, checkoutAssets } from '../pages.ts'
import { practiceDir } from '../practice.ts'
import { createPapers } from './papers.ts'
import { browserPorts } from './ports.ts'
import { createPractice } from './practice.ts'
import { type Loopback, listen } from './server.ts'

export interface BrowserHostOptions {
  readonly dataDir: string
  readonly demo: boolean
  readonly kiosk?: boolean
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** The folder of the built window. */
  readonly pages?: string
  /** The folder that holds `fonts` and `models`. */
  readonly assetsDir?: string
  /** Another desk than the product's, or the product's on another clock: for tests. */
  readonly createDesk?: typeof createDesk
}

export interface BrowserHost {
  /** What to open: the launch's token is in the fragment, which no browser sends or logs. */
  readonly url: string
  /** Hangs up, closes the desk, gives the folder free: in this order. */
  close(): Promise<void>
}

/** The folder is in use by another Passerelle of this person. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse'
}

/**
 * Starts a desk and serves it to a browser on this computer.
 * @throws FolderInUse if another desk runs on `dataDir`; the system's error if the port is taken
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  makeDataDir(options.dataDir)
  const lock = await lockFolder(options.dataDir)
  if (!lock) throw new FolderInUse(options.dataDir)
  const papers = createPapers()
  const token = randomBytes(32).toString('base64url')
  const { createDesk: create = createDesk, pages = builtPages, assetsDir = checkoutAssets, port = 0 } = options
  const practice = createPractice(() =>
    startBrowserHost({ ...options, port: 0, demo: true, dataDir: practiceDir(options.dataDir) }),
  )
  const ports = browserPorts(papers, practice, options.kiosk)
  const photoEngine = () => startPhotoEngine({ assetsDir, timers: nodeTimers, onBug: reportBug })
  const readingEngine = () => startReadingEngine({ assetsDir, timers: nodeTimers, onBug: reportBug })
  const drawingEngine = () => startDrawingEngine({ assetsDir, timers: nodeTimers, onBug: reportBug })
  const world = {
    clock: nodeClock,
    random: nodeRandom,
    timers: nodeTimers,
    ports,
    photoEngine,
    readingEngine,
    drawingEngine,
  }
  const { dataDir, demo, kiosk = false } = options
  const place = { host: 'browser', version, dataDir, demo, kiosk, assetsDir } as const
  try {
    const desk = await create({ ...world, ...place, seatLeft: papers.clear })
    const closeDesk = async () => {
      papers.clear()
      await practice.close()
      await desk.close()
      await lock.release()
    }
    const loopback = await listen({ router: desk.router, papers, pages, port, token }).catch(async (error: unknown) => {
      await desk.close()
      throw error
    })
    return { url: `${loopback.origin}/#token=${token}`, close: () => hangUp(loopback).then(closeDesk) }
  } catch (error) {
    await lock.release()
    throw error
  }
}

const hangUp = (loopback: Loopback): Promise<void> => loopback.close()

/** Runs the browser host for a person at a terminal, until Ctrl+C or SIGTERM. */
export async function run(args: readonly string[]): Promise<void> {
  const options = readHostOptions(args)
  const host = await startBrowserHost(options).catch(explainAndExit(options.dataDir, options.port))
  console.log(
    `\n  Open this address in a browser on this computer:\n  Ouvrez cette adresse dans un navigateur de cet ordinateur\u00a0:\n\n    ${host.url}\n\n  Ctrl+C stops it. Ctrl+C l’arrête.\n`,
  )
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (closing) return
      closing = true
      host.close().then(
        () => process.exit(0),
        (error: unknown) => {
          reportBug(error)
          process.exit(1)
        },
      )
    })
}

const explainAndExit = (dataDir: string, port: number) => (error: unknown) => {
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof FolderInUse)
    console.error(
      `Passerelle is already open on ${dataDir}. Go to its window, or stop it and start again.\n` +
        `Passerelle est déjà ouverte sur ${dataDir}. Allez à sa fenêtre, ou arrêtez-la et redémarrez.`,
    )
  else if (error instanceof NotADemoFolder)
    console.error(
      `${dataDir} holds a desk that is no demo: it was not touched. Leave --data out, or name another folder.\n` +
        `${dataDir} contient un poste qui n’est pas une démonstration\u00a0: rien n’a été touché. Omettez --data ou indiquez un autre dossier.`,
    )
  else if (code === 'EADDRINUSE')
    console.error(
      `Port ${port} is taken by another program. Choose another with --port.\n` +
        `Le port ${port} est pris par un autre programme. Choisissez-en un autre avec --port.`,
    )
  else throw error
  return process.exit(1)
}
