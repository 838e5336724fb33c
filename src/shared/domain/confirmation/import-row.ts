import { z } from 'zod'
import { foldName } from '../../names/index.ts'
import { fail, ok, type Result } from '../../result.ts'
import { identity } from '../catalogue/confirmation-shapes.ts'
import { countryCode, plainDate, text } from '../field-types.ts'
import { tidyPostalCode } from './address.ts'
import type { ImportColumn, ImportMapping } from './import-columns.ts'
import { type FamilyRole, familyRoles } from './vocabulary.ts'

/** One row of a file of approved applications, read: what an event says of the person. */
export type ImportRow = z.infer<typeof row>

/** Why a row was refused. Codes and places, never a value. */
export interface RefusedRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number
  readonly why: 'missing' | 'format' | 'future' | 'twice' | 'known'
  readonly column?: ImportColumn
  /** The profile that holds the client ID already. */
  readonly existing?: string
}

/**
 * Reads a row with the mapping. Spaces and hyphens of a client ID go, a postal code is written one way, languages and
 * roles are taken in either language. Fails with confirmations.import_row, whose parameters are column and reason.
 * @param today the office's day: nobody was born or approved after it
 */
export function readImportRow(cells: readonly string[], mapping: ImportMapping, today: string): Result<ImportRow> {
  const of = (column: ImportColumn) => {
    const at = mapping[column]
    const value = at === undefined ? '' : (cells[at]?.trim() ?? '')
    return value === '' ? undefined : value
  }
  const parsed = row.safeParse({
    clientId: of('clientId')?.replace(/[\s-]/g, ''),
    applicationNumber: of('applicationNumber')?.replace(/[\s-]/g, '').toUpperCase(),
    role: roleOf(of('role')),
    familyName: of('familyName'),
    givenNames: of('givenNames'),
    birthDate: of('birthDate'),
    birthPlace: of('birthPlace'),
    birthCountry: of('birthCountry')?.toUpperCase(),
    sex: of('sex')?.toUpperCase(),
    citizenship: of('citizenship')?.toUpperCase(),
    maritalStatus: of('maritalStatus'),
    passportNumber: of('passportNumber'),
    passportCountry: of('passportCountry')?.toUpperCase(),
    passportExpires: of('passportExpires'),
    category: of('category'),
    heightCm: of('heightCm') === undefined ? undefined : Number(of('heightCm')),
    eyeColour: of('eyeColour'),
    language: languageOf(of('language')),
    email: of('email'),
    phone: of('phone'),
    line1: of('line1'),
    line2: of('line2'),
    city: of('city'),
    province: of('province')?.toUpperCase(),
    postalCode: of('postalCode') && tidyPostalCode(of('postalCode') ?? ''),
    country: of('country')?.toUpperCase(),
    approvedOn: of('approvedOn'),
  })
  if (!parsed.success) {
    const column = (parsed.error.issues[0]?.path[0] ?? 'clientId') as ImportColumn
    return fail('confirmations.import_row', { column, why: of(column) === undefined ? 'missing' : 'format' })
  }
  const late = (['birthDate', 'approvedOn'] as const).find((column) => (parsed.data[column] ?? today) > today)
  return late ? fail('confirmations.import_row', { column: late, why: 'future' }) : ok(parsed.data)
}

const { passport: _, ...told } = identity

/** What the event says of the person, its passport and address in columns of their own. */
const row = z.object({
  ...told,
  role: z.enum(familyRoles).optional(),
  passportNumber: text(30).optional(),
  passportCountry: countryCode.optional(),
  passportExpires: plainDate.optional(),
  line1: text(100).optional(),
  line2: text(100).optional(),
  city: text(80).optional(),
  province: text(60).optional(),
  postalCode: text(20).optional(),
  country: countryCode.optional(),
  approvedOn: plainDate.optional(),
})

/** English where the file says nothing; another language is refused, so that nobody is written to in the wrong one. */
const languageOf = (said: string | undefined): string => {
  if (said === undefined) return 'en'
  const folded = foldName(said)
  if (['en', 'eng', 'english', 'anglais'].includes(folded)) return 'en'
  return ['fr', 'fra', 'fre', 'french', 'francais'].includes(folded) ? 'fr' : said
}

const roles: Readonly<Record<string, FamilyRole>> = {
  principal: 'principal',
  pa: 'principal',
  dp: 'principal',
  'principal applicant': 'principal',
  'demandeur principal': 'principal',
  spouse: 'spouse',
  sp: 'spouse',
  partner: 'spouse',
  epoux: 'spouse',
  epouse: 'spouse',
  conjoint: 'spouse',
  conjointe: 'spouse',
  child: 'child',
  dc: 'child',
  son: 'child',
  daughter: 'child',
  enfant: 'child',
  fils: 'child',
  fille: 'child',
  other: 'other',
  autre: 'other',
}
const roleOf = (said: string | undefined): string | undefined => said && (roles[foldName(said)] ?? said)
