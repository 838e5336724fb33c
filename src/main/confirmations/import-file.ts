import { CsvError, parse } from 'csv-parse/sync'
import { fail, ok, type Result } from '../../shared/result.ts'

/** A file of approved applications as a table of cells: CSV, or JSON as a list of objects. */
export interface ImportTable {
  readonly headers: readonly string[]
  /** Without the header; a row of nothing but empty cells is left out. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[]
}

/** More than a year of arrivals. */
const mostRows = 100_000

/**
 * Reads a file: UTF-8; CSV parted by comma, semicolon or tab as its header shows, or a JSON list of objects whose values
 * are text, numbers or objects of such (`address.city` becomes the column `address_city`). Fails with
 * confirmations.import_file, which says what is wrong with the whole of it.
 */
export function readImportFile(bytes: Uint8Array): Result<ImportTable> {
  const text = decoded(bytes)
  if (text === undefined) return fail('confirmations.import_file', { key: 'UTF-8' })
  const table = /^\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text)
  if (!table.ok) return table
  if (table.value.rows.length === 0) return fail('confirmations.import_file', { key: '0' })
  return table.value.rows.length > mostRows ? fail('confirmations.import_file', { key: `> ${mostRows}` }) : table
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

function fromCsv(text: string): Result<ImportTable> {
  const [first = ''] = text.split(/\r?\n/, 1)
  const delimiter = [';', '\t'].find((each) => first.includes(each)) ?? ','
  try {
    const [headers = [], ...rows] = parse(text, { delimiter, relax_column_count: true }) as string[][]
    return ok({ headers: headers.map((header) => header.trim()), rows: numbered(rows) })
  } catch (error) {
    if (error instanceof CsvError) return fail('confirmations.import_file', { key: `CSV ${error.lines ?? ''}`.trim() })
    throw error
  }
}

function fromJson(text: string): Result<ImportTable> {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return fail('confirmations.import_file', { key: 'JSON' })
    throw error
  }
  const list: unknown = Array.isArray(parsed) ? parsed : (parsed as { persons?: unknown } | null)?.persons
  if (!Array.isArray(list) || !list.every(isObject)) return fail('confirmations.import_file', { key: 'JSON' })
  const flat = list.map((entry) => new Map(leaves(entry)))
  const headers = [...new Set(flat.flatMap((entry) => [...entry.keys()]))]
  return ok({ headers, rows: numbered(flat.map((entry) => headers.map((header) => entry.get(header) ?? ''))) })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `{ address: { city: 'Laval' } }` is `address_city`. */
const leaves = (entry: Record<string, unknown>, prefix = ''): [string, string][] =>
  Object.entries(entry).flatMap(([key, value]) => {
    if (isObject(value)) return leaves(value, `${prefix}${key}_`)
    return typeof value === 'string' || typeof value === 'number' ? [[prefix + key, String(value)]] : []
  })

const numbered = (rows: readonly (readonly string[])[]) =>
  rows.flatMap((cells, at) => (cells.every((cell) => cell.trim() === '') ? [] : [{ row: at + 2, cells }]))
