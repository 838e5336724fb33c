import type { Uuid } from '../../shared/ports.ts'
import type { Result } from '../../shared/result.ts'

/** What the host hands to this room. */

/** The data folder: a few small files beside the store. Names are plain file names, never paths. */
export interface Files {
  /** The file's bytes, null if there is none. Error: officers.cannot_read. */
  read(name: string): Result<Uint8Array | null>
  /**
   * Replaces the file whole or not at all, durably: temporary file, fsync, rename, fsync of the folder.
   * Error: officers.cannot_write; the old content then still stands.
   */
  writeAtomically(name: string, bytes: Uint8Array): Result<null>
  /** Removes the file; well if there is none. Error: officers.cannot_write. */
  remove(name: string): Result<null>
}

/**
 * The system's keychain (safeStorage and its like). May live in another process, so answers may be promises.
 * A host must say `available: false` for a backend that protects nothing (`basic_text` on Linux).
 */
export interface Keychain {
  available(): boolean | Promise<boolean>
  protect(secret: Uint8Array): Uint8Array | Promise<Uint8Array>
  /** Error: officers.keychain_changed when this account can no longer read what was protected. */
  unprotect(bytes: Uint8Array): Result<Uint8Array> | Promise<Result<Uint8Array>>
}

/** A machine without a keychain: passwords alone open the slots. */
export const noKeychain: Keychain = {
  available: () => false,
  protect: () => {
    throw new Error('There is no keychain')
  },
  unprotect: () => {
    throw new Error('There is no keychain')
  },
}

/** Cost of Argon2id (RFC 9106): kept with every slot so that it can grow. */
export interface Argon2Cost {
  readonly memoryKib: number
  readonly passes: number
  readonly lanes: number
}

/** Argon2id v1.3 of a password, 32 bytes, off the main thread. */
export type DeriveKey = (password: Uint8Array, salt: Uint8Array, cost: Argon2Cost) => Promise<Uint8Array>

/** The opened desk: what a right password or the recovery key gives. Lives in memory only. */
export interface OpenedKeys {
  /** Raw key of the store, 32 bytes. */
  readonly databaseKey: Uint8Array
  readonly openedBy: OpenedBy
  /**
   * False if the key file was changed by something that does not hold the database key (a slot removed or put back).
   * The desk works; the caller must report it.
   */
  readonly fileIntact: boolean
  /** Grows with each change of the key file. Smaller than what the store remembers: an old file was put back. */
  readonly generation: number
}

export type OpenedBy =
  | { readonly kind: 'officer'; readonly userId: Uuid; readonly userName: string; readonly mustChange: boolean }
  | { readonly kind: 'recovery' }
