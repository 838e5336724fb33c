import { join } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { type Sidecar, sidecar } from '../../../shared/photos/sidecar.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { ImportDisk, ImportFile } from './disk.ts'

/** One table in place of many small files: `manifest.csv` says of each picture in the folder whose it is. */

export const manifestName = 'manifest.csv'
/** Some ten thousand rows. */
const largest = 5_000_000
const columns = ['file', ...Object.keys(sidecar.shape)]

/** What each row says, by the name of its picture; a bad row speaks of its own picture only. */
export type Manifest = ReadonlyMap<string, ManifestRow>
export interface ManifestRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number
  readonly given: Result<Sidecar>
}

/** The name as disks of every system compare it: some take an accented letter apart. */
export const pictureKey = (name: string): string => name.normalize('NFC')

/**
 * Reads the table: UTF-8, columns parted by comma, semicolon or tab as its header shows, fields quoted where they hold
 * one. Fails with photos.manifest_bad for what spoils the whole: not UTF-8, broken quotes, a header without `file`, with
 * an unknown column or one twice. A bad row holds photos.manifest_row, which names row and column, never a value.
 */
export function readManifest(bytes: Uint8Array): Result<Manifest> {
  const text = decoded(bytes)
  if (text === undefined) return fail('photos.manifest_bad', { key: 'UTF-8' })
  const table = cells(text)
  if (!table.ok) return table
  const [header = [], ...rows] = table.value
  const names = header.map((name) => name.trim())
  const odd = names.find((name, at) => !columns.includes(name) || names.indexOf(name) !== at)
  if (odd !== undefined || !names.includes('file')) return fail('photos.manifest_bad', { key: odd || 'file' })
  const manifest = new Map<string, ManifestRow>()
  for (const [at, values] of rows.entries()) {
    if (values.every((value) => value.trim() === '')) continue
    const row = at + 2
    const file = pictureKey(values[names.indexOf('file')]?.trim() ?? '')
    const given = manifest.has(file) ? fail('photos.manifest_row', { row, key: 'file' }) : rowOf(names, values, row)
    manifest.set(file, { row, given })
  }
  return ok(manifest)
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function cells(text: string): Result<string[][]> {
  const [first = ''] = text.split(/\r?\n/, 1)
  const delimiter = [';', '\t'].find((each) => first.includes(each)) ?? ','
  try {
    return ok(parse(text, { delimiter, bom: true, relax_column_count: true }) as string[][])
  } catch (error) {
    if (error instanceof CsvError) return fail('photos.manifest_bad', { key: `CSV ${error.lines ?? ''}`.trim() })
    throw error
  }
}

/** An empty cell says nothing; a cell beyond the header is a broken row, as is one that is missing. */
function rowOf(names: readonly string[], values: readonly string[], row: number): Result<Sidecar> {
  if (values.length !== names.length) return fail('photos.manifest_row', { row, key: 'CSV' })
  const said = names.flatMap((name, at) => {
    const value = values[at]?.trim() ?? ''
    return name === 'file' || value === '' ? [] : [[name, value]]
  })
  const parsed = sidecar.safeParse(Object.fromEntries(said))
  if (parsed.success) return ok(parsed.data)
  return fail('photos.manifest_row', { row, key: String(parsed.error.issues[0]?.path[0] ?? 'file') })
}

export const readManifestFile = async (
  disk: ImportDisk,
  folder: string,
  file: ImportFile,
): Promise<Result<Manifest>> =>
  file.bytes > largest
    ? fail('photos.manifest_bad', { key: `${largest / 1e6} MB` })
    : readManifest(await disk.read(join(folder, file.name)))

/** Rows whose picture is neither here nor was ever taken or refused. */
export async function missingRows(disk: ImportDisk, folder: string, manifest: Manifest): Promise<number[]> {
  const done: string[] = []
  for (const name of ['done', 'refused']) {
    const path = join(folder, name)
    if (await disk.has(path)) done.push(...(await disk.list(path)).map((file) => pictureKey(file.name)))
  }
  const seen = new Set(done)
  return [...manifest].filter(([name]) => !seen.has(name)).map(([, { row }]) => row)
}
