import type { SettingsView } from '../../shared/contract/views.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Officer, Tools } from '../claims/tools.ts'
import { localNote } from '../store/local-notes.ts'
import type { Reader } from '../store/types.ts'
import { isSameDisk, tryBackupFolder } from './backup-folder.ts'
import { countGuides } from './guides.ts'
import { type OfficeSettings, officeOf, settingsOf } from './settings.ts'

export interface LastBackup {
  readonly at: string
  readonly folder: string
  readonly ok: boolean
}

/** The settings as the administrator sees them, with what became of the last backup. `dataDir`: the desk's data. */
export function settingsView(reader: Reader, dataDir: string): SettingsView {
  const { backupFolder, photoImportFolder, ...settings } = settingsOf(reader)
  const last = lastBackup(reader)
  return {
    ...settings,
    guides: countGuides(reader),
    ...(photoImportFolder ? { photoImportFolder } : {}),
    ...(backupFolder ? { backupFolder, backupOnSameDisk: isSameDisk(backupFolder, dataDir) } : {}),
    ...(last ? { lastBackup: last } : {}),
  }
}

/** Changes the settings named; the others stay. A folder for backups or photos is tried first, and none of them is changed without. */
export function changeSettings(
  { store }: Tools,
  officer: Officer,
  settings: { readonly [K in keyof OfficeSettings]?: OfficeSettings[K] | undefined },
): Result<null> {
  for (const folder of [settings.backupFolder, settings.photoImportFolder]) {
    const tried = folder ? tryBackupFolder(folder) : ok(null)
    if (!tried.ok) return tried
  }
  const chosen = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
  return store.transact({ actor: officer.id }, (tx) => {
    tx.append({ subject: { kind: 'office', id: officeOf(tx).id }, type: 'policy.set', body: { settings: chosen } })
    return ok(null)
  })
}

/** What became of the last backup: a memory of this desk, not of the office's record. */
export function lastBackup(reader: Reader): LastBackup | undefined {
  const note = localNote(reader, 'last_backup')
  return note ? (JSON.parse(note) as LastBackup) : undefined
}
