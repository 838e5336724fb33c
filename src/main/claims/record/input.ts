import type { Acts } from '../../../shared/domain/acts.ts'
import type { EventBody } from '../../../shared/domain/catalogue.ts'
import type { ClaimValues, PersonValues } from '../../../shared/domain/fields.ts'
import { bareNumber } from '../../../shared/domain/numbers.ts'
import { readMrz } from '../../../shared/mrz/read.ts'
import {
  type AsideAccount,
  asideRegister,
  type EvidenceAccount,
  evidenceRegister,
} from '../../../shared/record/evidence.ts'
import { recordOf } from '../../../shared/record/record.ts'
import type { RecordInput } from '../../../shared/rules/finding.ts'
import { uuidText } from '../../store/log/uuid.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
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

export function recordInput(reader: Reader, of: Of, { person, claim }: Held, today: string): RecordInput {
  const evidence = evidenceRows(reader, of.id)
    .filter(({ id }, _, all) => !all.some(({ replaces }) => replaces === id))
    .map(({ id, file }) => ({ ...accountOf(claim, id), ...asideIn(claim, id), id, sha256: file }))
  const row = reader.first(query.selectFrom('person').select(['photo', 'document_read']).where('id', '=', of.personId))
  const read = readOf(row?.document_read ?? null, today)
  const values = claim as ClaimValues
  return {
    person: person as PersonValues,
    claim: values,
    record: recordOf(claim),
    acts: claim as Acts,
    evidence,
    ...(read ? { read } : {}),
    elsewhere: {
      passport: samePassport(reader, of, values),
      photo: samePhoto(reader, of, row?.photo ?? null),
      evidence: sameEvidence(reader, of),
    },
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

const numbersOf = (reader: Reader, people: readonly number[]): string[] =>
  people.length === 0
    ? []
    : reader
        .all(
          query
            .selectFrom('claim')
            .select('application_number')
            .where('person_n', 'in', [...new Set(people)])
            .orderBy('n')
            .limit(10),
        )
        .map((row) => row.application_number)

function samePassport(reader: Reader, { personN }: Of, { heldDocuments = [] }: ClaimValues): string[] {
  const typed = heldDocuments.flatMap(({ kind, number }) => (kind === 'passport' && number ? [bareNumber(number)] : []))
  const own = reader
    .all(
      query.selectFrom('number_index').select('number').where('person_n', '=', personN).where('kind', '=', 'passport'),
    )
    .map(({ number }) => number)
  const numbers = [...new Set([...typed, ...own])]
  if (numbers.length === 0) return []
  const others = reader.all(
    query
      .selectFrom('number_index')
      .select('person_n')
      .where('number', 'in', numbers)
      .where('kind', '=', 'passport')
      .where('person_n', '!=', personN)
      .limit(10),
  )
  return numbersOf(
    reader,
    others.map(({ person_n }) => person_n),
  )
}

/** By the bytes as they arrived: the log names them for every person of whom they were a photo. */
function samePhoto(reader: Reader, { personId }: Of, json: string | null): string[] {
  if (!json) return []
  const { arrived } = JSON.parse(json) as EventBody<'person.photo_added'>
  const subjects = reader
    .all(
      query
        .selectFrom('blob_name')
        .innerJoin('subject', 'subject.n', 'blob_name.subject')
        .select('subject.id')
        .where('blob_name.sha', '=', Buffer.from(arrived, 'hex'))
        .where('subject.kind', '=', 'person')
        .limit(10),
    )
    .map(({ id }) => uuidText(id))
    .filter((id) => id !== personId)
  if (subjects.length === 0) return []
  const people = reader.all(
    query.selectFrom('person').select('n').where('id', 'in', subjects).where('replaced_by', 'is', null),
  )
  return numbersOf(
    reader,
    people.map(({ n }) => n),
  )
}

const sameEvidence = (reader: Reader, { id }: Of): string[] => [
  ...new Set(
    reader
      .all(
        query
          .selectFrom('evidence as mine')
          .innerJoin('evidence as other', 'other.file', 'mine.file')
          .innerJoin('claim', 'claim.id', 'other.claim')
          .select('claim.application_number')
          .where('mine.claim', '=', id)
          .where('other.claim', '!=', id)
          .limit(10),
      )
      .map((row) => row.application_number),
  ),
]
