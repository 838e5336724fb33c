import type { Language } from '../../shared/language.ts'
import type { Clock, Random, Timers } from '../../shared/ports.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Ports } from '../ports/types.ts'

/** What the command line takes from outside; a test hands in its own. */
export interface CliWorld {
  /** Version of the program, such as `0.1.0`. */
  readonly version: string
  /** The folder that holds `fonts` and `samples`. */
  readonly assetsDir: string
  readonly clock: Clock
  readonly random: Random
  readonly timers: Timers
  readonly env: Readonly<Record<string, string | undefined>>
  /** Writes one line of the answer, or of complaint. */
  out(line: string): void
  err(line: string): void
  /** Asks at the terminal without showing what is typed; undefined where there is no terminal. */
  ask(question: string): Promise<string | undefined>
  /** The lines of an open file. Throws the system's error when there is none. */
  readSecrets(descriptor: number): string[]
  /** All that standard input gives, as text. */
  readInput(): string
  /** Takes a data folder for this process; undefined when a running Passerelle has it. */
  lock(dataDir: string): Promise<{ release(): Promise<void> } | undefined>
  defaultDataDir(demo: boolean): string
}

/** What every command understands. */
export interface CommonOptions {
  readonly json?: boolean
  readonly lang: Language
}

/** What a command has to say. */
export interface Answer {
  /** Did it go well and find nothing wrong? The exit status follows. */
  readonly ok: boolean
  readonly lines: readonly string[]
  /** With `--json`: printed with `ok`. */
  readonly data: Readonly<Record<string, unknown>>
  /** Where a command answers with an array: printed with `--json` instead of `data`. */
  readonly list?: readonly unknown[]
}

/** What was typed cannot be a command; the exit status is 2. */
export class UsageProblem extends Error {
  override readonly name = 'UsageProblem'
}

/** A command line has no window, no printer and no keychain that it could ask. */
export const noPorts: Ports = {
  dialogs: {
    saveFile: async () => fail('host.dialog_unavailable'),
    openFile: async () => fail('host.dialog_unavailable'),
    openFolder: async () => fail('host.dialog_unavailable'),
  },
  printing: { listPrinters: async () => [], printPdf: async () => ok({ by: 'done' }) },
  keychain: {
    available: async () => false,
    protect: async () => fail('host.keychain_unavailable'),
    unprotect: async () => fail('host.keychain_unavailable'),
  },
  practice: { open: async () => fail('host.practice_failed') },
}
