import type { Ports } from '../../ports/types.ts'

/** What the main process and the desk's process say to each other. Everything can be cloned. */

/** How the desk's process is started: its one argument, as JSON. */
export interface DeskStart {
  readonly dataDir: string
  readonly demo: boolean
  readonly kiosk: boolean
  readonly version: string
  readonly assetsDir: string
}

export type ToDesk =
  /** One port comes along: the window's end of the contract. It replaces the port that this window had before. */
  | { readonly kind: 'window'; readonly window: number }
  | { readonly kind: 'window_gone'; readonly window: number }
  | { readonly kind: 'answer'; readonly call: number; readonly value: unknown }
  /** The call threw in the main process: a bug there, reported there. */
  | { readonly kind: 'broken'; readonly call: number }
  /** The computer's screen was locked, or it goes to sleep. */
  | { readonly kind: 'lock' }
  | { readonly kind: 'close' }

export type ToMain =
  | PortCall
  | { readonly kind: 'ready' }
  /** The desk cannot run; its process ends. */
  | { readonly kind: 'refused'; readonly reason: 'folder_in_use' | 'bug' }

/** The desk asks for something that only the main process can do. */
export interface PortCall {
  readonly kind: 'call'
  readonly call: number
  readonly port: keyof Ports
  readonly name: string
  readonly args: readonly unknown[]
}
