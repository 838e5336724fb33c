import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Random, Step } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { settingsOf } from '../office/settings.ts'
import type { Files } from '../officers/ports.ts'
import { keyFileName } from '../officers/slot-file.ts'
import type { Core } from './core.ts'
import { backupsIn } from './restoring.ts'

/**
 * A desk that was revoked destroys its keys, then its files. Without the key file nothing that lies on the disk opens any
 * more, with no password and with no recovery key; so that comes first, here and in every backup that can be reached.
 * A file says that it is under way: cut short anywhere, the next start goes on.
 */
const markerName = 'revoked.json'
const marker = z.object({
  format: z.literal('passerelle-revoked/1'),
  /** When the central revoked the desk: ISO instant. */
  at: z.iso.datetime(),
  done: z.boolean(),
  /** Folders that hold backups with a key file each. */
  backups: z.array(z.string()),
})
type Marker = z.infer<typeof marker>

interface Places {
  readonly files: Files
  readonly dataDir: string
  readonly storeFolder: string
  readonly random: Random
  readonly step: Step
}

/** Wipes the desk, whose order was verified. Called in turn. Errors: officers.cannot_write, those of closing the store. */
export async function wipeDesk(core: Core, at: string): Promise<Result<null>> {
  const places = placesOf(core)
  const store = core.opened()?.store
  const settings = store && settingsOf(store)
  const backups = settings?.backupFolder ? [settings.backupFolder] : []
  // On a full disk there is no room for the word. The order stands all the same: the keys go, which needs no room, and
  // the word is written once the store has made some. Cut short in between, what is left opens with nothing.
  keepMarker(places, { format: 'passerelle-revoked/1', at, done: false, backups })
  destroyKeys(places, backups)
  // Its last entries have nowhere to go, and nobody is to read them.
  await core.shut()
  return finish(places, at, backups)
}

/** At start: goes on where a wipe was cut short. */
export function resumeWipe(core: Core): Result<null> {
  const places = placesOf(core)
  const left = readMarker(places.files)
  if (!left || left.done) return ok(null)
  destroyKeys(places, left.backups)
  return finish(places, left.at, left.backups)
}

/** Fails with sync.wiped where the desk destroyed its keys, or is about to. */
export function notWiped(files: Files): Result<null> {
  const left = readMarker(files)
  return left ? fail('sync.wiped', { date: left.at.slice(0, 10) }) : ok(null)
}

function finish(places: Places, at: string, backups: readonly string[]): Result<null> {
  const { dataDir, storeFolder, step } = places
  step('wipe.store', () => rmSync(storeFolder, { recursive: true, force: true }))
  // Counters of refused sign-ins and what else lies about: nothing of the desk stays but the word that it was revoked.
  for (const name of filesOf(dataDir))
    if (name.startsWith('refusals.')) step('wipe.counters', () => rmSync(join(dataDir, name), { force: true }))
  return keepMarker(places, { format: 'passerelle-revoked/1', at, done: true, backups: [...backups] })
}

/** The key file, what a killed program or a restore left of earlier ones, and those of the backups. */
function destroyKeys({ dataDir, random, step }: Places, backups: readonly string[]): void {
  for (const name of keyFilesIn(dataDir)) step('wipe.key', () => shred(join(dataDir, name), random))
  for (const folder of backups.flatMap((target) => backupsIn(target, 2)))
    for (const name of keyFilesIn(folder)) {
      try {
        step('wipe.backup_key', () => shred(join(folder, name), random))
      } catch (error) {
        // A disk that is gone or read only: the words on the screen say that backups have to be destroyed by hand.
        if (!(error instanceof Error && 'syscall' in error)) throw error
      }
    }
}

const keyFilesIn = (folder: string): string[] => filesOf(folder).filter((name) => name.startsWith(keyFileName))

const filesOf = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])

/** Overwrites before it removes. On a solid state disk the old bytes may outlive both; without them elsewhere, sealed. */
function shred(path: string, random: Random): void {
  const handle = openSync(path, 'r+')
  try {
    writeSync(handle, random.bytes(Math.max(32, fstatSync(handle).size)), 0, undefined, 0)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  rmSync(path, { force: true })
}

const keepMarker = ({ files }: Places, content: Marker): Result<null> =>
  files.writeAtomically(markerName, Buffer.from(`${JSON.stringify(content)}\n`))

function readMarker(files: Files): Marker | undefined {
  const bytes = files.read(markerName)
  if (!bytes.ok || bytes.value === null) return undefined
  try {
    return marker.parse(JSON.parse(Buffer.from(bytes.value).toString('utf8')))
  } catch {
    return undefined // Written atomically and by this program alone; anything else is no marker.
  }
}

const placesOf = ({ options, slotPorts, storeFolder }: Core): Places => ({
  files: slotPorts.files,
  dataDir: options.dataDir,
  storeFolder,
  random: options.random,
  step: options.step ?? ((_, fn) => fn()),
})
