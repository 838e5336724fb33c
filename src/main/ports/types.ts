import type { Result } from '../../shared/result.ts'

/**
 * What only a host can do: ask with a window of the system, print, keep a secret in the system's keychain.
 * Each host hands its own to `createDesk`; a test hands plain objects.
 */
export interface Ports {
  readonly dialogs: Dialogs
  readonly printing: Printing
  readonly keychain: Keychain
  readonly practice: Practice
}

/** A file as it leaves or enters Passerelle. */
export interface NamedFile {
  /** Name without a folder, such as `recovery-key.txt`. */
  readonly name: string
  /** Media type, such as `application/pdf`. */
  readonly type: string
  readonly bytes: Uint8Array
}

/**
 * What became of a file that the host was given.
 * - `done`: saved or sent; nothing is left to do.
 * - `cancelled`: the officer closed the dialog.
 * - `window`: this host has no dialog or printer of its own. The window opens `address` (a path of its own origin,
 *   good for two minutes, or until the officer leaves the seat): a browser then saves or shows the file.
 */
export type Delivery =
  | { readonly by: 'done' }
  | { readonly by: 'cancelled' }
  | { readonly by: 'window'; readonly address: string }

export interface Dialogs {
  /** Asks where to save `file` and saves it. Fails with `host.save_failed` when the disk refuses. */
  saveFile(file: NamedFile): Promise<Result<Delivery>>
  /**
   * Asks for a file whose name ends in one of `extensions` (without dots) and reads it, up to 25 MB.
   * Gives null when the officer cancelled; fails with `host.dialog_unavailable` where only the window can ask
   * (the window then uploads what its own file field gave) and `host.open_failed` when it cannot be read.
   */
  openFile(extensions: readonly string[]): Promise<Result<NamedFile | null>>
  /**
   * Asks for a folder and gives its path; null when the officer cancelled. Fails with `host.dialog_unavailable` where
   * only the window can ask (the desk then lists folders for it).
   */
  openFolder(): Promise<Result<string | null>>
}

export interface PrintOptions {
  /** What the print queue shows. No names: a document number. */
  readonly title: string
  /** A name that `listPrinters` gave; the system's default printer when left out. */
  readonly printer?: string
  readonly copies?: number
}

export interface Printing {
  /**
   * Prints a PDF of Letter pages at its true size. `done` means that the system's queue took it, not that paper came out.
   * Fails with `host.print_failed` or `host.no_printer`.
   */
  printPdf(pdf: Uint8Array, options: PrintOptions): Promise<Result<Delivery>>
  /** Names of the printers that this host can print to; empty where the window must print. */
  listPrinters(): Promise<readonly string[]>
}

/** A secret of this device, kept by the system for the person signed in to it. */
export interface Keychain {
  /** False where there is none, or only one that keeps secrets in the clear. */
  available(): Promise<boolean>
  /** Seals up to 4 KB; only `unprotect` on this device and account opens it. Fails with `host.keychain_unavailable`. */
  protect(secret: Uint8Array): Promise<Result<Uint8Array>>
  /** Opens what `protect` gave. Fails with `host.keychain_unavailable` or `host.keychain_refused`. */
  unprotect(sealed: Uint8Array): Promise<Result<Uint8Array>>
}

/** The demo in the installed program, on a folder of its own: the real desk's data and keys stay closed to it. */
export interface Practice {
  /** Starts it, or shows the one that runs. `window`: the window opens `address`, a whole URL. Fails with `host.practice_failed`. */
  open(): Promise<Result<Delivery>>
}
