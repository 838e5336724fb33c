import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Services } from '../services.ts'
import { backUp, restore } from '../storage/backup.ts'

type Lines = Promise<Result<readonly string[]>>

/** Copies database and files to a new folder. The key file is not in it: each is worthless without the other. */
export async function backupTo({ database, clock, settings }: Services, folder: string): Lines {
  if (existsSync(folder) && readdirSync(folder).length > 0) return fail('central.not_empty')
  const { tables, at } = await backUp(database, folder, clock)
  // After the database: a file that a copied event names is there; one more does no harm.
  copyBlobs(join(settings.dataDir, 'blobs'), join(folder, 'blobs'))
  return ok([`${at}  ${tables.length} tables`])
}

/** Fills an empty central from a backup. */
export async function restoreFrom(services: Services, folder: string): Lines {
  const { database, settings } = services
  const restored = await restore(database, folder, services)
  if (!restored.ok) return restored
  copyBlobs(join(folder, 'blobs'), join(settings.dataDir, 'blobs'))
  const { at, tables } = restored.value
  const now = new Date(services.clock.now()).toISOString()
  return ok([
    `${at}  ${tables.length} tables`,
    `What was done from ${at} on is not in the backup (now: ${now}).`,
    'Desks send again what they wrote since, and erasures among it.',
    'Gone is what only this service knew: what people did at the portals (submissions, evidence, photos, corrections,',
    'messages, bookings, declarations), their accounts, drafts and passwords, codes, approvals, revocations, leases and mails.',
    'What a desk had fetched of it, it still shows, and lists under Needs attention: ask there before you ask people.',
    'Repeat revocations and erasures of people that were ordered in between.',
  ])
}

/** Whole files never change: what is there already is left alone. */
function copyBlobs(source: string, target: string): void {
  if (!existsSync(source)) return
  cpSync(source, target, { recursive: true, force: false, filter: (path) => !path.endsWith('.part') })
}
