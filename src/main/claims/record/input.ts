import type { Acts } from '../../../shared/domain/acts.ts'
import type { EventBody } from '../../../shared/domain/catalogue.ts'
import type { ClaimValues, PersonValues } from '../../../shared/domain/fields.ts'
import { readMrz } from '../../../shared/mrz/read.ts'
import {
  type AsideAccount,
  asideRegister,
  type EvidenceAccount,
  evidenceRegister,
} from '../../../shared/record/evidence.ts'
import { recordOf } from '../../../shared/record/record.ts'
import type { OwnRecord, RecordInput } from '../../../shared/rules/finding.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
import { elsewhereOf } from '../elsewhere.ts'
import { readValues } from '../passport.ts'
import { present } from '../rows.ts'

/** What the rules of completeness and consistency judge: a claim's registers, its evidence, and what other claims share with it. */

interface Of {
  readonly id: string
  readonly personId: string
  readonly personN: number
}

interface Held {
  readonly person: Readonly<Record<string, unknown>>
  readonly claim: Readonly<Record<string, unknown>>
}

export const recordInput = (reader: Reader, of: Of, held: Held, today: string): RecordInput => ({
  ...ownRecord(reader, of, held, today),
  elsewhere: elsewhereOf(reader, of),
})

/** The claim by itself: without the searches among all others, for what is judged with every change. */
export function ownRecord(reader: Reader, of: Of, { person, claim }: Held, today: string): OwnRecord {
  const evidence = evidenceRows(reader, of.id)
    .filter(({ id }, _, all) => !all.some(({ replaces }) => replaces === id))
    .map(({ id, file }) => ({ ...accountOf(claim, id), ...asideIn(claim, id), id, sha256: file }))
  const row = reader.first(query.selectFrom('person').select('document_read').where('id', '=', of.personId))
  const read = readOf(row?.document_read ?? null, today)
  return {
    person: person as PersonValues,
    claim: claim as ClaimValues,
    record: recordOf(claim),
    acts: claim as Acts,
    evidence,
    ...(read ? { read } : {}),
    today,
  }
}

export const evidenceRows = (reader: Reader, claim: string) =>
  reader.all(query.selectFrom('evidence').selectAll().where('claim', '=', claim).orderBy('n'))

/** What is said of a file; of one of which nobody said anything yet, that. */
export const accountOf = (registers: Readonly<Record<string, unknown>>, id: string): EvidenceAccount =>
  (registers[evidenceRegister(id)] as EvidenceAccount | undefined) ?? { kind: 'other' }

/** Rules count what was set aside as little as what its account says was. */
function asideIn(registers: Readonly<Record<string, unknown>>, id: string): Pick<EvidenceAccount, 'aside'> {
  const aside = registers[asideRegister(id)] as AsideAccount | undefined
  return aside ? { aside: aside.note } : {}
}

function readOf(json: string | null, today: string): RecordInput['read'] {
  if (!json) return undefined
  const { lines, number, expiry } = JSON.parse(json) as EventBody<'person.document_read'>
  const zone = readMrz(lines.join('\n'), today)
  const { familyName, givenNames } = zone.ok ? readValues(zone.value) : {}
  return present({ familyName, givenNames, number, expiry })
}
