import type { EventBody } from '../../shared/domain/catalogue.ts'
import type { Alias } from '../../shared/domain/full-intake.ts'
import { nameSimilarity } from '../../shared/names/index.ts'
import type { RecordInput } from '../../shared/rules/finding.ts'
import { uuidText } from '../store/log/uuid.ts'
import { query } from '../store/query.ts'
import { soundingAlike } from '../store/search/find-people.ts'
import type { Reader } from '../store/types.ts'

/** What other claims at this desk share with one: papers, who it is, the photo, files of evidence. By index only. */

interface Of {
  readonly id: string
  readonly personId: string
  readonly personN: number
}

/** Claims that a finding names at most. */
const named = 10

/** Application numbers of the other claims, for each thing that they share with this one. */
export function elsewhereOf(reader: Reader, of: Of): RecordInput['elsewhere'] {
  const { personN } = of
  const row = reader.first(query.selectFrom('person').select('photo').where('n', '=', personN))
  return {
    passport: numbersOf(reader, peopleWithPaper(reader, personN)),
    identity: sameIdentity(reader, of),
    photo: samePhoto(reader, of, row?.photo ?? null),
    evidence: sameEvidence(reader, of),
  }
}

/** Local numbers of other people who carry a passport or identity paper of this person's: read, typed, or of the portal. */
export function peopleWithPaper(reader: Reader, personN: number): number[] {
  const numbers = papersOf(reader, personN)
  if (numbers.length === 0) return []
  const read = query
    .selectFrom('number_index')
    .select('person_n')
    .where('number', 'in', numbers)
    .where('kind', '=', 'passport')
    .where('person_n', '!=', personN)
    .limit(named)
  const said = query
    .selectFrom('claim_paper')
    .innerJoin('claim', 'claim.id', 'claim_paper.claim')
    .select('claim.person_n')
    .where('claim_paper.number', 'in', numbers)
    .where('claim.person_n', '!=', personN)
    .limit(named)
  return [...new Set([...reader.all(read), ...reader.all(said)].map(({ person_n }) => person_n))]
}

function papersOf(reader: Reader, personN: number): string[] {
  const read = reader.all(
    query.selectFrom('number_index').select('number').where('person_n', '=', personN).where('kind', '=', 'passport'),
  )
  const said = reader.all(
    query
      .selectFrom('claim')
      .innerJoin('claim_paper', 'claim_paper.claim', 'claim.id')
      .select('claim_paper.number')
      .where('claim.person_n', '=', personN),
  )
  return [...new Set([...read, ...said].map(({ number }) => number))]
}

/** So close are names that sound the same, however they are spelt. */
const alike = 0.9
/** Born on one day, the newest: where thousands are (1 January), those who sound alike are found besides. */
const bornWith = 40

/** Other claims of this person, and those of people of the same name by sound who were born on the same day. */
function sameIdentity(reader: Reader, { id, personId, personN }: Of): string[] {
  const own = reader
    .all(
      query
        .selectFrom('claim')
        .select('application_number')
        .where('person_n', '=', personN)
        .where('id', '!=', id)
        .orderBy('n')
        .limit(named),
    )
    .map((row) => row.application_number)
  const others = sameNameAndBirth(reader, personN).filter((other) => !isRuledOut(reader, personId, other.id))
  return [
    ...own,
    ...numbersOf(
      reader,
      others.map(({ n }) => n),
    ),
  ].slice(0, named)
}

const columns = ['n', 'id', 'family_name', 'given_names', 'aliases'] as const

function sameNameAndBirth(reader: Reader, personN: number): { readonly n: number; readonly id: string }[] {
  const self = reader.first(
    query
      .selectFrom('person')
      .select([...columns, 'birth_date'])
      .where('n', '=', personN),
  )
  // A year alone, or one name alone, is nobody's identity.
  if (!self?.family_name || !self.given_names || self.birth_date?.length !== 10) return []
  const born = query
    .selectFrom('person')
    .select(columns)
    .where('birth_date', '=', self.birth_date)
    .where('n', '!=', personN)
    .where('replaced_by', 'is', null)
  const newest = reader.all(born.orderBy('n', 'desc').limit(bornWith))
  const sounding =
    newest.length < bornWith
      ? []
      : soundingAlike(reader, `${self.family_name} ${self.given_names}`, self.birth_date, named)
  const bySound = sounding.length > 0 ? reader.all(born.where('n', 'in', sounding)) : []
  const mine = namesOf(self)
  const found = [...newest, ...bySound].filter((other) =>
    namesOf(other).some((theirs) => mine.some((name) => isAlike(name, theirs))),
  )
  return [...new Map(found.map((other) => [other.n, other])).values()].slice(0, named)
}

interface Name {
  readonly family: string
  readonly given: string
}

/** The name and every other name; what an alias leaves out is as in the name. */
function namesOf(row: {
  readonly family_name: string | null
  readonly given_names: string | null
  readonly aliases: string | null
}): Name[] {
  const own = { family: row.family_name ?? '', given: row.given_names ?? '' }
  const others = JSON.parse(row.aliases ?? '[]') as readonly Partial<Alias>[]
  return [
    own,
    ...others.map(({ familyName = own.family, givenNames = own.given }) => ({ family: familyName, given: givenNames })),
  ]
}

/** Each part by itself, since twins share one whole; in either order, since papers differ in what they call the family's. */
const isAlike = (a: Name, b: Name): boolean =>
  (isClose(a.family, b.family) && isClose(a.given, b.given)) ||
  (isClose(a.family, b.given) && isClose(a.given, b.family))

const isClose = (a: string, b: string): boolean => nameSimilarity(a, b) >= alike

const isRuledOut = (reader: Reader, person: string, other: string): boolean =>
  reader.first(
    query.selectFrom('not_same_person').select('reason').where('person', '=', person).where('other', '=', other),
  ) !== undefined

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
            .limit(named),
        )
        .map((row) => row.application_number)

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
        .limit(named),
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
          .limit(named),
      )
      .map((row) => row.application_number),
  ),
]
