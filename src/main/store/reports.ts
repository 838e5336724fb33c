import type { Failure } from '../../shared/errors.ts'
import type { Uuid } from '../../shared/ports.ts'
import type { Result } from '../../shared/result.ts'

/** In what the database is behind the mark outside it. */
export type Behind =
  | { readonly what: 'mark'; readonly reason: 'missing' | 'damaged' }
  | { readonly what: 'chain'; readonly device: Uuid }
  /** By the word of the central: the mark was put back too, so nobody here knows how far the device had got. */
  | { readonly what: 'fork'; readonly device: Uuid }
  | { readonly what: 'series'; readonly series: string; readonly database: number; readonly mark: number }

/** What came of a restore, until the next `establish`. */
export interface Restored {
  /** Name of the backup. */
  readonly backup: string
  readonly at: number
  /** The device that wrote the backup. */
  readonly from: Uuid
}

export interface StoreStatus {
  readonly folder: string
  /** The format of the file. */
  readonly version: number
  /** Not empty: issuing is refused until each is settled (see `issuing`). */
  readonly behind: readonly Behind[]
  /** Not empty: call `rebuild` before anything is shown. */
  readonly stale: readonly string[]
  readonly rebuilding: boolean
  readonly restored: Restored | undefined
  readonly access: { readonly waiting: number; readonly failure: Failure | undefined }
}

/** How far long work has got, and the way to stop it. */
export interface Progress {
  readonly onProgress?: (done: number) => void
  readonly signal?: AbortSignal
}

export interface VerifyReport {
  readonly events: number
  /** Of these, without a body. */
  readonly erased: number
  readonly chains: number
  readonly access: number
}

export interface CheckReport {
  readonly ok: boolean
  /** What SQLite's integrity_check and foreign_key_check found. */
  readonly problems: readonly string[]
  readonly logs: Result<VerifyReport>
  /** Rows of each table of each projection. */
  readonly projections: Readonly<Record<string, number>>
  readonly blobs: { readonly stored: number; readonly missing: number }
}

export interface BackupReport {
  /** The folder of this backup. */
  readonly folder: string
  readonly name: string
  readonly bytes: number
  readonly events: number
  readonly access: number
  readonly blobs: number
  /** Of these, copied now: the others were there from earlier backups. */
  readonly newBlobs: number
  /** Names of the older backups that gave way. */
  readonly removed: readonly string[]
}
