import type { ClaimValues, PersonValues } from '../../shared/domain/fields.ts'
import { type HeldDocument, heldLimit } from '../../shared/domain/full-intake.ts'
import { bareNumber } from '../../shared/domain/numbers.ts'
import type { MrzRecord } from '../../shared/mrz/read.ts'
import { readMrz } from '../../shared/mrz/read.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Tx } from '../store/types.ts'
import { fieldsOf, valuesOf } from './fields.ts'
import { present } from './rows.ts'
import { basesFor, inClaim } from './take-in.ts'
import { type ClaimFile, type Officer, type Tools, today } from './tools.ts'

/** What reading a machine-readable zone did to the form. */
export interface PassportRead {
  /** Fields that were empty and are now filled. */
  readonly filled: readonly string[]
  /** Fields that hold another value than the zone says; the officer's value stays. */
  readonly differs: readonly string[]
  /** Codes of what to look at; nothing of it bars. */
  readonly warnings: readonly string[]
}

/**
 * Keeps the zone as read and fills the person's empty fields from it. A failed check digit is noted, never a bar:
 * false and damaged documents are expected (RPD Rules, rule 7(3)).
 */
export function readPassport(tools: Tools, officer: Officer, claimId: Uuid, text: string): Result<PassportRead> {
  const zone = readMrz(text, today(tools))
  if (!zone.ok) return zone
  const read = zone.value
  let report: PassportRead = { filled: [], differs: [], warnings: [] }
  const done = inClaim(tools, officer, claimId, 'edit', (tx, claim) => {
    const subject = { kind: 'person', id: claim.personId } as const
    const body = {
      claim: claim.id,
      format: read.format,
      lines: [...read.lines],
      number: read.documentNumber,
      issuer: read.issuer.raw,
      failedChecks: read.checks.filter((check) => !check.ok).map((check) => check.field),
      ...present({ expiry: read.expiryDate.value }),
    }
    tx.append({ subject, type: 'person.document_read', body })
    const compared = compare(readValues(read), valuesOf(fieldsOf(tx, subject)))
    const fields = Object.fromEntries(compared.filled)
    if (compared.filled.length > 0) {
      const bases = basesFor(tools, tx, subject, { fields, bases: [] })
      tx.append({ subject, type: 'person.set', body: { fields, source: 'read' }, bases })
    }
    const listed = listDocument(tools, tx, claim, read)
    report = {
      filled: [...Object.keys(fields), ...(listed ? ['heldDocuments'] : [])],
      differs: compared.differs,
      warnings: read.warnings.map((warning) => `${warning.code}.${warning.field}`),
    }
    return ok(null)
  })
  return done.ok ? ok(report) : done
}

/** What kind of paper a zone is on, by its document code: ICAO 9303. */
const kindOf = ({ documentCode, format }: MrzRecord): HeldDocument['kind'] => {
  if (documentCode.startsWith('P')) return 'passport'
  if (documentCode.startsWith('V')) return 'visa'
  return format === 'TD3' ? 'travel_document' : 'identity_card'
}

/** Puts the paper that was read on the list of papers held, or completes its row there. Was anything changed? */
function listDocument(tools: Tools, tx: Tx, { id }: ClaimFile, read: MrzRecord): boolean {
  const subject = { kind: 'claim', id } as const
  const { heldDocuments: held = [] } = valuesOf(fieldsOf(tx, subject)) as ClaimValues
  const number = read.documentNumber.slice(0, 50)
  const said = present({
    number: number || undefined,
    country: read.issuer.country ?? undefined,
    expires: read.expiryDate.value ?? undefined,
  })
  const at = held.findIndex((row) => row.number !== undefined && bareNumber(row.number) === bareNumber(number))
  const known = held[at]
  if ((!known && held.length >= heldLimit) || !number) return false
  const row: HeldDocument = known
    ? { ...said, ...known }
    : { id: tx.newId(), kind: kindOf(read), looks: 'not_examined', ...said }
  if (known && Object.keys(row).length === Object.keys(known).length) return false
  const fields = { heldDocuments: known ? held.with(at, row) : [...held, row] }
  const bases = basesFor(tools, tx, subject, { fields, bases: [] })
  tx.append({ subject, type: 'claim.set', body: { fields, source: 'read' }, bases })
  return true
}

/** The fields of a person that a zone can say. */
export function readValues(read: MrzRecord): PersonValues {
  const country = read.nationality.country
  return present({
    familyName: read.familyName || undefined,
    givenNames: read.givenNames || undefined,
    birthDate: read.birthDate.value ?? undefined,
    sex: read.sex ?? undefined,
    citizenships: country ? [country] : undefined,
  })
}

function compare(said: PersonValues, held: Readonly<Record<string, unknown>>) {
  const filled: [string, unknown][] = []
  const differs: string[] = []
  for (const [field, value] of Object.entries(said)) {
    if (held[field] === undefined) filled.push([field, value])
    else if (!same(field, value, held[field])) differs.push(field)
  }
  return { filled, differs }
}

/** Capitals without accents are how a zone writes any name; a citizenship may be one of several. */
function same(field: string, said: unknown, held: unknown): boolean {
  if (field === 'citizenships') return (held as string[]).includes((said as string[])[0] ?? '')
  return plain(said) === plain(held)
}

const plain = (value: unknown): string =>
  String(value)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toUpperCase()
