import type { SettingsView } from '../../shared/contract/views.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Officer, Tools } from '../claims/tools.ts'
import { localNote } from '../store/local-notes.ts'
import type { Reader } from '../store/types.ts'
import { type OfficeSettings, officeOf, settingsOf } from './settings.ts'

export interface LastBackup {
  readonly at: string
  readonly folder: string
  readonly ok: boolean
}

/** The settings as the administrator sees them, with what became of the last backup. */
export function settingsView(reader: Reader): SettingsView {
  const { backupFolder, ...settings } = settingsOf(reader)
  const last = lastBackup(reader)
  return { ...settings, ...(backupFolder ? { backupFolder } : {}), ...(last ? { lastBackup: last } : {}) }
}

/** Changes the settings named; the others stay. */
export function changeSettings(
  { store }: Tools,
  officer: Officer,
  settings: { readonly [K in keyof OfficeSettings]?: OfficeSettings[K] | undefined },
): Result<SettingsView> {
  const chosen = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
  const done = store.transact({ actor: officer.id }, (tx) => {
    tx.append({ subject: { kind: 'office', id: officeOf(tx).id }, type: 'policy.set', body: { settings: chosen } })
    return ok(null)
  })
  return done.ok ? ok(settingsView(store)) : done
}

/** What became of the last backup: a memory of this desk, not of the office's record. */
export function lastBackup(reader: Reader): LastBackup | undefined {
  const note = localNote(reader, 'last_backup')
  return note ? (JSON.parse(note) as LastBackup) : undefined
}
