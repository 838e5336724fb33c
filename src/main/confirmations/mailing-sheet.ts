import { type ConfirmationFacts, cardAddress } from '../../shared/domain/confirmation/facts.ts'
import { nameLine } from '../../shared/names/name-line.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { confirmationOf } from './rows.ts'

/**
 * Everybody whose invitation goes by post, as CSV for labels and window envelopes: invited by post and not answered.
 * UTF-8 with a mark, so that a spreadsheet reads accents. An empty address is for the officer to find.
 */
export function mailingSheet(reader: Reader): Uint8Array {
  const rows = reader
    .all(query.selectFrom('confirmation').selectAll().where('step', '=', 'invited').orderBy('n').limit(20_000))
    .map(confirmationOf)
    .filter(({ facts }) => facts.invitation.postedOn !== undefined)
    .map(({ facts }) => cellsOf(facts))
  const lines = [header, ...rows].map((cells) => cells.map(quoted).join(','))
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
}

const header = [
  'name',
  'line1',
  'line2',
  'city',
  'province',
  'postal_code',
  'country',
  'language',
  'application_number',
  'posted_on',
]

function cellsOf(facts: ConfirmationFacts): readonly string[] {
  const { identity, invitation, earlierAddresses } = facts
  const address = cardAddress(facts) ?? earlierAddresses.at(-1)?.home
  return [
    nameLine(identity),
    address?.line1 ?? '',
    address?.line2 ?? '',
    address?.city ?? '',
    address?.province ?? '',
    address?.postalCode ?? '',
    address?.country ?? '',
    identity.language,
    identity.applicationNumber,
    invitation.postedOn ?? '',
  ]
}

/** A cell that begins like a formula is made text: spreadsheets run them. */
const quoted = (cell: string): string => `"${(/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell).replace(/"/g, '""')}"`
