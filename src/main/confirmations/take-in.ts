import { createHash } from 'node:crypto'
import type { ImportPreview, ImportStep } from '../../shared/contract/views.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import {
  type ImportColumn,
  type ImportMapping,
  importColumnNames,
  mappingProblems,
  suggestedMapping,
} from '../../shared/domain/confirmation/import-columns.ts'
import { type ImportRow, type RefusedRow, readImportRow } from '../../shared/domain/confirmation/import-row.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { officeOf } from '../office/settings.ts'
import { prepared } from '../store/prepared.ts'
import { query } from '../store/query.ts'
import type { Tx } from '../store/types.ts'
import { type ImportTable, readImportFile } from './import-file.ts'
import { profileOfClient } from './rows.ts'

/** Approved applications from a file: first what would be taken in and what refused, then the rows, some hundred a call. */

/** How many refused rows a preview lists. */
const listed = 200

/**
 * Says what taking the file in would do; changes nothing. Without a mapping the headers suggest one.
 * Fails with confirmations.import_file.
 */
export function previewImport(tools: Tools, bytes: Uint8Array, chosen?: ImportMapping): Result<ImportPreview> {
  const table = readImportFile(bytes)
  if (!table.ok) return table
  const { headers, rows } = table.value
  const mapping = chosen ?? suggestedMapping(headers)
  const problems = mappingProblems(mapping, headers.length)
  const said = { headers, mapping, ...problems, rows: rows.length, sample: sampleOf(table.value, mapping) }
  if (problems.missing.length > 0 || problems.doubled.length > 0)
    return ok({ ...said, good: 0, refused: [], refusedInAll: 0 })
  const refused = sorted(tools, table.value, mapping).filter((sorted) => 'why' in sorted)
  return ok({
    ...said,
    good: rows.length - refused.length,
    refused: refused.slice(0, listed),
    refusedInAll: refused.length,
  })
}

/**
 * Takes in `count` rows from the `from`th on, in one transaction; asked again it takes in nothing twice, since a second
 * profile of a client ID is refused with the one that is there. Fails with confirmations.import_file,
 * confirmations.import_mapping and what the store says.
 */
export function takeInRows(
  tools: Tools,
  officer: Officer,
  { bytes, mapping, from, count }: ImportOrder,
): Result<ImportStep> {
  const table = readImportFile(bytes)
  if (!table.ok) return table
  const { headers, rows } = table.value
  const problems = mappingProblems(mapping, headers.length)
  if (problems.missing.length > 0 || problems.doubled.length > 0) return fail('confirmations.import_mapping')
  const part = sorted(tools, table.value, mapping, { from, to: from + count })
  const on = today(tools)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const office = officeOf(tx).id
    const refused: RefusedRow[] = []
    let taken = 0
    for (const entry of part) {
      if ('why' in entry) refused.push(entry)
      else {
        takeIn(tx, entry.person, { office, on, file: { sha256, row: entry.row } })
        taken++
      }
    }
    return ok({ taken, refused, done: Math.min(from + count, rows.length), rows: rows.length })
  })
}

export interface ImportOrder {
  readonly bytes: Uint8Array
  readonly mapping: ImportMapping
  readonly from: number
  readonly count: number
}

/** One approved person, with a profile of their own; whoever has the same application is family. */
export function takeIn(
  tx: Tx,
  person: ImportRow,
  given: Pick<EventBody<'confirmation.imported'>, 'office' | 'on' | 'file'>,
): Uuid {
  const id = tx.newId()
  const relative = tx.first(sameApplication({ number: person.applicationNumber }))
  const photos = tx.first(photosOfClient({ client: person.clientId }))
  const { role, line1, line2, city, province, postalCode, country, ...rest } = person
  const { passportNumber, passportCountry, passportExpires, ...identity } = rest
  const body: EventBody<'confirmation.imported'> = {
    ...given,
    ...identity,
    family: relative?.family ?? tx.newId(),
    role: role ?? (relative ? 'other' : 'principal'),
    ...(passportNumber && passportCountry
      ? { passport: { number: passportNumber, country: passportCountry, expiresOn: passportExpires } }
      : {}),
    ...(line1 && city && country ? { address: { line1, line2, city, province, postalCode, country } } : {}),
    ...(photos ? { photos: photos.id } : {}),
  }
  tx.append({ subject: { kind: 'confirmation', id }, type: 'confirmation.imported', body: withoutHoles(body) })
  return id
}

const sameApplication = prepared(({ number }: { number: string }) =>
  query.selectFrom('confirmation').select('family').where('application_number', '=', number).orderBy('n').limit(1),
)
const photosOfClient = prepared(({ client }: { client: string }) =>
  query.selectFrom('photo_application').select('id').where('client_id', '=', client).orderBy('n').limit(1),
)

type Sorted = RefusedRow | { readonly row: number; readonly person: ImportRow }

/** Each row of a part as what it is: a person to take in, or refused and why. */
function sorted(
  tools: Tools,
  { rows }: ImportTable,
  mapping: ImportMapping,
  { from, to } = { from: 0, to: rows.length },
): Sorted[] {
  const on = today(tools)
  const seen = new Set<string>()
  return rows.slice(from, to).map(({ row, cells }): Sorted => {
    const read = readImportRow(cells, mapping, on)
    if (!read.ok) {
      const { column, why } = read.failure.params
      return { row, why: why as RefusedRow['why'], column: column as ImportColumn }
    }
    const { clientId } = read.value
    const existing = profileOfClient(tools.store, clientId)
    if (existing) return { row, why: 'known', column: 'clientId', existing }
    if (seen.has(clientId)) return { row, why: 'twice', column: 'clientId' }
    seen.add(clientId)
    return { row, person: read.value }
  })
}

/** The first rows as the mapping reads them, for the officer's eye. */
const sampleOf = ({ rows }: ImportTable, mapping: ImportMapping) =>
  rows.slice(0, 5).map(({ row, cells }) => ({
    row,
    values: Object.fromEntries(
      importColumnNames.flatMap((column) => {
        const at = mapping[column]
        return at === undefined ? [] : [[column, (cells[at] ?? '').trim().slice(0, 80)]]
      }),
    ),
  }))

const withoutHoles = <T>(body: T): T => JSON.parse(JSON.stringify(body)) as T
