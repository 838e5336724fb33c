import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { PhotoRefusal } from '../../../shared/contract/views.ts'
import { explain, type Failure } from '../../../shared/errors.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Tools } from '../../claims/tools.ts'
import type { ImportDisk, ImportFile } from './disk.ts'
import { type Manifest, manifestName, missingRows, pictureKey, readManifestFile } from './manifest.ts'
import { isTakenIn, largestFile, readSidecar, takeFile } from './take.ts'
import { createWatch, type Found, sidecarNames } from './watch.ts'

/**
 * The watched import folder: whole files are taken in and moved to `done`, or to `refused` with a reason beside them.
 * The record comes first and the move after: a program killed in between finds the file again, and knows it.
 */

export interface ImportTurn {
  readonly taken: number
  readonly refused: number
  readonly waiting: number
  readonly refusals: readonly PhotoRefusal[]
}

export interface PhotoImport {
  /** Looks once and takes what is whole. Fails with photos.import_folder, and with the store's failures: the files stay. */
  turn(tools: Tools, folder: string): Promise<Result<ImportTurn>>
}

export function createPhotoImport(disk: ImportDisk): PhotoImport {
  let watch = createWatch()
  let watched = ''
  return {
    async turn(tools, folder) {
      if (folder !== watched) [watch, watched] = [createWatch(), folder]
      try {
        const seen = watch.see(await disk.list(folder), tools.clock.now())
        const read = seen.manifest && (await readManifestFile(disk, folder, seen.manifest.file))
        const manifest = read?.ok ? read.value : undefined
        const { ready, orphans, waiting } = seen.look((name) => manifest?.has(pictureKey(name)) ?? false)
        let taken = 0
        const refusals: PhotoRefusal[] = []
        for (const found of ready) {
          const done = await takeOne(tools, disk, folder, found, manifest)
          if (done.ok) taken += 1
          else if (isOfDesk(done.failure)) return done
          else {
            await refuse(disk, folder, found, done.failure)
            refusals.push({ name: found.picture.name, failure: done.failure })
          }
        }
        const settled = waiting === 0 && !ready.some(({ picture }) => manifest?.has(pictureKey(picture.name)))
        const table = read && (await settleManifest(disk, folder, read, settled && seen.manifest?.old === true))
        if (table) refusals.push({ name: manifestName, failure: table })
        for (const orphan of orphans) await follow(tools, disk, folder, orphan)
        return ok({ taken, refused: refusals.length, waiting, refusals })
      } catch (error) {
        return ofSystem(error)
      }
    },
  }
}

/** What is no fault of the file: it stays where it is and is tried again. */
const isOfDesk = ({ code }: Failure): boolean => code.startsWith('store.')

/**
 * A table that cannot be used is refused as a whole, and its pictures wait for another. One whose pictures are gone from
 * the folder goes after them, or is refused with the rows whose picture never came. Gives why it was refused.
 */
async function settleManifest(
  disk: ImportDisk,
  folder: string,
  read: Result<Manifest>,
  settled: boolean,
): Promise<Failure | undefined> {
  if (read.ok && !settled) return undefined
  const rows = read.ok ? await missingRows(disk, folder, read.value) : []
  if (read.ok && rows.length === 0) {
    await disk.move(join(folder, manifestName), join(folder, 'done'), manifestName)
    return undefined
  }
  const failure: Failure = read.ok
    ? { code: 'photos.manifest_missing', params: { rows: rows.join(', ') } }
    : read.failure
  await refuse(disk, folder, { picture: { name: manifestName }, sidecar: undefined }, failure)
  return failure
}

async function takeOne(
  tools: Tools,
  disk: ImportDisk,
  folder: string,
  found: Found,
  manifest: Manifest | undefined,
): Promise<Result<null>> {
  const { picture, sidecar } = found
  const row = sidecar ? undefined : manifest?.get(pictureKey(picture.name))
  if (!sidecar && !row) return fail('photos.sidecar_missing')
  if (picture.bytes > largestFile) {
    const limit = Math.round(largestFile / 1e6)
    return fail('photo.too_many_bytes', { megabytes: Math.round(picture.bytes / 1e6), limit })
  }
  const given = sidecar ? await besideOf(disk, folder, sidecar) : row?.given
  if (!given?.ok) return given ?? fail('photos.sidecar_missing')
  const taken = await takeFile(tools, await disk.read(join(folder, picture.name)), given.value)
  if (taken.ok) await keep(disk, folder, picture.name, sidecar?.name)
  return taken
}

const besideOf = async (disk: ImportDisk, folder: string, { name, bytes }: ImportFile) =>
  readSidecar(bytes < 100_000 ? new TextDecoder().decode(await disk.read(join(folder, name))) : '')

type Named = { readonly picture: Pick<ImportFile, 'name'>; readonly sidecar: Pick<ImportFile, 'name'> | undefined }

/** The reason first: a file in `refused` always has one. Both languages, code and next step; nothing about the person. */
async function refuse(disk: ImportDisk, folder: string, found: Named, failure: Failure): Promise<void> {
  const [en, fr] = [explain(failure, 'en'), explain(failure, 'fr')]
  const text = [`${failure.code}`, '', en.message, en.next, '', fr.message, fr.next, ''].join('\r\n')
  await disk.write(join(folder, 'refused', `${found.picture.name}.reason.txt`), text)
  // The sidecar goes first: a picture left alone is refused again, a sidecar left alone would speak of the next picture.
  if (found.sidecar) await disk.move(join(folder, found.sidecar.name), join(folder, 'refused'), found.sidecar.name)
  await disk.move(join(folder, found.picture.name), join(folder, 'refused'), found.picture.name)
}

/** The picture goes first: without its sidecar it could not be known again if the program ended in between. */
async function keep(disk: ImportDisk, folder: string, picture: string, sidecar?: string): Promise<void> {
  await disk.move(join(folder, picture), join(folder, 'done'), picture)
  if (sidecar) await disk.move(join(folder, sidecar), join(folder, 'done'), sidecar)
}

/** A sidecar whose picture went to `done` before the program ended goes after it; any other waits for its picture. */
async function follow(tools: Tools, disk: ImportDisk, folder: string, { name }: ImportFile): Promise<void> {
  const done = join(folder, 'done')
  const files = (await disk.has(done)) ? await disk.list(done) : []
  const picture = files.find((file) => sidecarNames(file.name).includes(name))
  if (!picture) return
  const given = readSidecar(new TextDecoder().decode(await disk.read(join(folder, name))))
  if (!given.ok) return
  const sha256 = createHash('sha256')
    .update(await disk.read(join(done, picture.name)))
    .digest('hex')
  if (isTakenIn(tools.store, given.value, sha256)) await disk.move(join(folder, name), done, name)
}

function ofSystem(error: unknown): Result<never> {
  if (error instanceof Error && 'syscall' in error && 'code' in error)
    return fail('photos.import_folder', { reason: String(error.code) })
  throw error
}
