import { type AnyRouter, implement } from '@orpc/server'
import { deskContract } from '../shared/contract/desk.ts'
import type { Clock, Random, Timers } from '../shared/ports.ts'
import type { Ports } from './ports/types.ts'

/** What a host gives to the desk. */
export interface DeskOptions {
  readonly host: 'electron' | 'browser'
  /** Version of the program, such as `0.1.0`. */
  readonly version: string
  /** The folder of the store; made by the host, mode 0700. */
  readonly dataDir: string
  /** The folder that holds `fonts` and `models`. */
  readonly assetsDir: string
  readonly demo: boolean
  readonly clock: Clock
  readonly random: Random
  readonly timers: Timers
  readonly ports: Ports
}

/** The running desk. */
export interface Desk {
  /** Implements the contract of src/shared/contract/desk.ts. */
  readonly router: AnyRouter
  /** Ends jobs and closes the store. Afterwards no call is answered. */
  close(): Promise<void>
}

const os = implement(deskContract)

/** The composition root: builds the services and hands them to a host. */
export async function createDesk(options: DeskOptions): Promise<Desk> {
  const status = os.status.handler(() => ({
    version: options.version,
    host: options.host,
    demo: options.demo,
    phase: 'needs_setup',
    warnings: [],
    idleLockMinutes: 5,
    today: new Date(options.clock.now()).toISOString().slice(0, 10),
    sync: { state: 'no_central', waiting: 0, attention: 0 },
  }))
  return { router: { status }, close: async () => {} }
}
