import type { CheckName, roles } from '../../domain/vocabulary.ts'
import type { Failure } from '../../errors.ts'
import type { Bilingual } from '../../language.ts'
import type { DeadlineChange } from '../../rules/index.ts'
import type { SyncView } from './sync.ts'

/** The desk, who sits at it, and its settings. */

export type Role = (typeof roles)[number]

export interface OfficerView {
  readonly id: string
  readonly userName: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly jurisdiction: 'office' | 'all'
  readonly disabled: boolean
  /** What a scanner reads from the officer's card. */
  readonly badge?: string
}

/** `refused`: the store cannot be opened; `problem` says why and what to do. */
export type DeskPhase =
  | 'needs_setup'
  | 'refused'
  | 'signed_out'
  | 'needs_second_factor'
  | 'must_change_password'
  | 'active'
  | 'locked'

export interface DeskStatus {
  readonly version: string
  readonly host: 'electron' | 'browser'
  readonly demo: boolean
  /** Started with `--kiosk`: few roles, nothing left on the screen under the lock, nothing saved to the disk. */
  readonly kiosk: boolean
  readonly phase: DeskPhase
  readonly problem?: Failure
  readonly office?: { readonly id: string; readonly name: Bilingual; readonly code: string; readonly zone: string }
  readonly officer?: OfficerView
  /** Standing warnings: store behind its mark, backup overdue, few numbers or sheets left ... */
  readonly warnings: readonly Failure[]
  readonly idleLockMinutes: number
  /** Today's date in the office's time zone. */
  readonly today: string
  /** `attention`: what waits for the officer's hand. */
  readonly sync: SyncView & { readonly attention: number }
}

/** How the window of this desk looks; absent: not chosen. */
export interface Preferences {
  readonly language?: 'en' | 'fr' | undefined
  readonly scheme?: 'light' | 'dark' | 'auto' | undefined
  readonly density?: 'comfortable' | 'compact' | undefined
  /** Single-key shortcuts on or off. */
  readonly shortcuts?: boolean | undefined
  /** Keys that officers changed, by id of the action (`shared/keys`); an empty one takes the key away. */
  readonly keys?: Readonly<Record<string, string>> | undefined
}

export interface SettingsView {
  readonly idleLockMinutes: number
  readonly pullMinutes: number
  readonly shiftHours: number
  readonly bocRule: 'boc.poe.practice' | 'boc.poe.statutory'
  readonly backupFolder?: string
  /** Watched for photos. */
  readonly photoImportFolder?: string
  /** The folder lies on the disk of the desk's own data: a broken disk takes both. */
  readonly backupOnSameDisk?: boolean
  readonly lastBackup?: { readonly at: string; readonly folder: string; readonly ok: boolean }
  readonly stockWarnAt: number
  readonly requireSearchBeforeDocument: boolean
  readonly checksBeforeDocument: readonly CheckName[]
  /** A check that cannot be made counts as settled, with the reason. */
  readonly unavailableChecksAllowed: boolean
  readonly secondOfficerForIneligible: boolean
  /** Later practice of the confirmation of permanent residence. */
  readonly reusePortalAccounts: boolean
  /** How many country guides the office imported. */
  readonly guides: number
  /** Weeks that an incomplete claim takes longer, as the person is told; null for four to six. */
  readonly incompleteDelay: { readonly from: number; readonly to: number } | null
  readonly interviewWithinDays: number
  readonly offerHoldHours: number
  readonly ecoprDays: number
  readonly cardFacilityKey: string | null
  readonly qualitySample: { readonly percent: number; readonly seed: string }
  readonly deadlineChanges: readonly DeadlineChange[]
}

/** A folder of this computer that may be looked into. */
export interface FolderEntry {
  readonly name: string
  readonly path: string
  readonly kind: 'home' | 'drive' | 'folder'
}

export interface FolderView {
  /** Where these folders are; absent: the places to begin at. */
  readonly folder?: string
  /** One up; absent at a place to begin at. */
  readonly parent?: string
  readonly folders: readonly FolderEntry[]
  /** There are more than these. */
  readonly more: boolean
}

/** What became of asking for a folder. `window`: this host has no dialog; the window lists folders itself. */
export type FolderChoice =
  | { readonly by: 'done'; readonly folder: string }
  | { readonly by: 'cancelled' }
  | { readonly by: 'window' }

export interface SetupSecrets {
  readonly totpUri: string
  readonly totpSecret: string
  /** Rows of the QR code, true = dark. */
  readonly qr: readonly (readonly boolean[])[]
  readonly recoveryKey: string
  readonly recoveryCodes: readonly string[]
}
