import type { Candidate, Candidates } from '../../shared/contract/views.ts'
import { bareNumber } from '../../shared/domain/numbers.ts'
import type { ClaimState } from '../../shared/domain/states.ts'
import { birthDateCloseness, nameSimilarity } from '../../shared/names/index.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { query } from '../store/query.ts'
import { findPeople } from '../store/search/find-people.ts'
import { otherNames } from '../store/search/index-names.ts'
import type { Reader, Tx } from '../store/types.ts'
import { peopleWithPaper } from './elsewhere.ts'
import { fieldsOf, valuesOf } from './fields.ts'
import { present } from './rows.ts'
import { searchedNow } from './search.ts'
import { isSettled } from './settled.ts'
import { basesFor, inClaim } from './take-in.ts'
import { findClaim, type Officer, type Tools } from './tools.ts'

/**
 * Search before create: who on this desk could be the same person? By every number of the document read, by name
 * (start, sound), and by date of birth; scored, side by side, never decided by the machine.
 */

const asked = 25
const shown = 10
/** Below this a person of another name and another birth date would fill the screen. */
const worthShowing = 0.55

/**
 * The candidates for a claim's person. The search itself is an event: it says what was searched and what was found. One
 * with nothing to go by is none.
 */
export function searchCandidates(tools: Tools, officer: Officer, claimId: Uuid): Result<Candidates> {
  const claim = findClaim(tools.store, claimId)
  if (!claim.ok) return claim
  const found = candidatesFor(tools.store, claim.value.personN)
  if (!isSearchable(tools.store, claim.value.personN)) return ok(found)
  const noted = inClaim(tools, officer, claimId, 'complete', (tx, { id }) => {
    const body = { people: found.searched.people, found: found.candidates.length }
    tx.append({ subject: { kind: 'claim', id }, type: 'claim.duplicates_searched', body })
    return ok(null)
  })
  return noted.ok ? ok(found) : noted
}

/** Rules a candidate out, with the reason; both records remember it. */
export function ruleOut(
  tools: Tools,
  officer: Officer,
  claimId: Uuid,
  other: Uuid,
  reason: string,
): Result<Candidates> {
  const done = inClaim(tools, officer, claimId, 'edit', (tx, claim) => {
    if (other === claim.personId) return fail('claims.same_person_already')
    if (!tx.first(query.selectFrom('person').select('n').where('id', '=', other))) return fail('desk.not_found')
    const body = { person: claim.personId, other, reason }
    tx.append({ subject: { kind: 'claim', id: claim.id }, type: 'claim.not_same_person', body })
    return ok(null)
  })
  return done.ok ? ok(candidatesFor(tools.store, done.value.personN)) : done
}

/**
 * Hangs the claim on the record of the same person. The record made for this claim steps aside: what it holds and the
 * other one lacks goes over, the document read too; a photo or a paper on it forbids the joining.
 */
export function joinPerson(
  tools: Tools,
  officer: Officer,
  claimId: Uuid,
  person: Uuid,
  reason: string,
): Result<unknown> {
  return inClaim(tools, officer, claimId, 'edit', (tx, claim) => {
    if (person === claim.personId) return fail('claims.same_person_already')
    const other = tx.first(
      query.selectFrom('person').select('n').where('id', '=', person).where('replaced_by', 'is', null),
    )
    if (!other) return fail('desk.not_found')
    const own = tx.first(query.selectFrom('person').select('photo').where('n', '=', claim.personN))
    const papers = tx.first(query.selectFrom('document').select('id').where('person', '=', claim.personId))
    // A decided claim moved to another record would change whom it was decided about.
    if (own?.photo || papers || isSettled(tx, claim, 'person')) return fail('claims.person_has_records')
    carryOver(tools, tx, claim.personId, person)
    const body = { person, instead: claim.personId, reason }
    tx.append({ subject: { kind: 'claim', id: claim.id }, type: 'claim.person_linked', body })
    return ok(null)
  })
}

/** What was typed or read for this claim and the person's record lacks is not lost by joining them. */
function carryOver(tools: Tools, tx: Tx, from: Uuid, to: Uuid): void {
  const subject = { kind: 'person', id: to } as const
  const held = valuesOf(fieldsOf(tx, subject))
  const typed = Object.entries(valuesOf(fieldsOf(tx, { kind: 'person', id: from })))
  const fields = Object.fromEntries(typed.filter(([field]) => held[field] === undefined))
  if (Object.keys(fields).length === 0) return
  const bases = basesFor(tools, tx, subject, { fields, bases: [] })
  tx.append({ subject, type: 'person.set', body: { fields, source: 'typed' }, bases })
}

function candidatesFor(reader: Reader, personN: number): Candidates {
  const self = people(reader, [personN])[0]
  const now = searchedNow(reader)
  const searched = { ...now, people: Math.max(now.people - 1, 0) }
  if (!self) return { candidates: [], searched }
  const samePaper = new Set(peopleWithPaper(reader, personN))
  const others = people(reader, [...new Set([...lookAlikes(reader, self), ...samePaper])])
  const candidates = others
    .map((other) => weigh(self, other, samePaper.has(other.n)))
    .filter(({ score }) => score >= worthShowing)
    .sort((a, b) => b.score - a.score)
    .slice(0, shown)
    .map((weighed) => candidateView(reader, self, weighed))
  return { candidates, searched }
}

const isSearchable = (reader: Reader, personN: number): boolean =>
  people(reader, [personN]).some((self) => wordsOf(self).length > 0 || self.birth_date !== null)

type Row = ReturnType<typeof people>[number]

const people = (reader: Reader, numbers: readonly number[]) =>
  numbers.length === 0
    ? []
    : reader.all(query.selectFrom('person').selectAll().where('n', 'in', numbers).where('replaced_by', 'is', null))

/** Local numbers of people who share a number, a name or its sound, or the birth date. */
function lookAlikes(reader: Reader, self: Row): number[] {
  const byText = wordsOf(self).flatMap((text) => findPeople(reader, text, asked))
  const byBirth = self.birth_date
    ? reader.all(
        query
          .selectFrom('person')
          .select('n')
          .where('birth_date', '=', self.birth_date)
          .orderBy('n', 'desc')
          .limit(200),
      )
    : []
  const numbers = new Set([...byText, ...byBirth].map((found) => found.n))
  numbers.delete(self.n)
  return [...numbers]
}

/** What a person is searched by: the names together and one by one, other names, and the number of the document read. */
function wordsOf(self: Row): string[] {
  const whole = [self.family_name, self.given_names].filter(Boolean).join(' ')
  const words = [
    whole,
    self.family_name,
    self.given_names,
    self.native_name,
    ...otherNames(self.aliases),
    readNumber(self),
  ]
  return words.filter((text): text is string => !!text)
}

const readNumber = (row: Row): string | undefined =>
  row.document_read ? bareNumber((JSON.parse(row.document_read) as { number: string }).number) : undefined

type Weighed = Pick<Candidate, 'score' | 'why'> & { readonly other: Row }

/** How alike two people are, 0 to 1, and in what. */
function weigh(self: Row, other: Row, sameDocument: boolean): Weighed {
  const namesOf = (row: Row) => [
    [row.family_name, row.given_names].filter(Boolean).join(' '),
    ...otherNames(row.aliases),
  ]
  // A person under another name is the same person: the closest of all names counts.
  const name = Math.max(
    ...namesOf(self).flatMap((mine) => namesOf(other).map((theirs) => nameSimilarity(mine, theirs))),
  )
  const birth = self.birth_date && other.birth_date ? birthDateCloseness(self.birth_date, other.birth_date) : 'unknown'
  const citizenships = JSON.parse(other.citizenships) as string[]
  const sameCitizenship = (JSON.parse(self.citizenships) as string[]).some((code) => citizenships.includes(code))
  const closeness = birth === 'same' ? 1 : birth === 'different' || birth === 'unknown' ? 0 : 0.6
  const weighed = 0.6 * name + 0.3 * closeness + (sameCitizenship ? 0.1 : 0)
  const why: Candidate['why'] = [
    ...(sameDocument ? (['same_document'] as const) : []),
    ...(name >= 0.99
      ? (['same_name'] as const)
      : name >= 0.85
        ? (['similar_name'] as const)
        : name >= 0.6
          ? (['sounds_like'] as const)
          : []),
    ...(closeness === 1 ? (['same_birth_date'] as const) : closeness > 0 ? (['close_birth_date'] as const) : []),
    ...(sameCitizenship ? (['same_citizenship'] as const) : []),
  ]
  return { other, score: sameDocument ? 1 : Math.min(weighed, 1), why }
}

function candidateView(reader: Reader, self: Row, { other, score, why }: Weighed): Candidate {
  const ruledOut = reader.first(
    query.selectFrom('not_same_person').select('reason').where('person', '=', self.id).where('other', '=', other.id),
  )
  return {
    personId: other.id,
    citizenships: JSON.parse(other.citizenships) as string[],
    claims: claimsOf(reader, other.n),
    score,
    why,
    ...present({
      familyName: other.family_name,
      givenNames: other.given_names,
      nativeName: other.native_name,
      birthDate: other.birth_date,
      sex: other.sex,
      clientId: other.client_id,
      photo: other.photo_print,
      ruledOut: ruledOut?.reason,
    }),
  }
}

const claimsOf = (reader: Reader, personN: number): Candidate['claims'] =>
  reader
    .all(
      query
        .selectFrom('claim')
        .select(['id', 'application_number', 'state', 'claim_date'])
        .where('person_n', '=', personN),
    )
    .map((row) => ({
      claimId: row.id,
      applicationNumber: row.application_number,
      state: row.state as ClaimState,
      claimDate: row.claim_date,
    }))
