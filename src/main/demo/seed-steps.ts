import type { OfficerView } from '../../shared/contract/views.ts'
import type { ClaimField, ClaimValues } from '../../shared/domain/fields.ts'
import { writeTd3 } from '../../shared/mrz/write.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { EligibilityFacts, Evaluation, FactId } from '../../shared/rules/index.ts'
import { joinPerson, ruleOut, searchCandidates } from '../claims/candidates.ts'
import { type CheckWish, setCheck } from '../claims/checks.ts'
import { confirmDecision, decideClaim } from '../claims/decisions.ts'
import { answerFacts, overrideFinding, worksheet } from '../claims/eligibility.ts'
import { membershipOf } from '../claims/family/members.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { readPassport } from '../claims/passport.ts'
import { addPhoto } from '../claims/photos.ts'
import { keepDraft, openClaim, setClaimFields, setPersonFields } from '../claims/take-in.ts'
import { findClaim } from '../claims/tools.ts'
import { documentsOf } from '../documents/document-views.ts'
import { issuePaper } from '../documents/issue.ts'
import { markPaper, reprintPaper, spoilPaper } from '../documents/papers.ts'
import type { PaperTools } from '../documents/rendering.ts'
import { approvePhoto } from '../photos/review/decide.ts'
import { query } from '../store/query.ts'
import { waitsForReview } from './counter-photo.ts'
import { officerNamed } from './officers.ts'
import { ordinaryAnswers } from './ordinary-answers.ts'
import { playAfter } from './seed-after.ts'
import { recordMeasures, tellRest } from './seed-full-intake.ts'
import { arrive, playHall } from './seed-hall.ts'
import { playCasework, playOffice } from './seed-office.ts'
import type { PaperStep, SeedCase, SeedStep } from './seed-plan.ts'
import { playResidents } from './seed-resident-acts.ts'
import { isOfResidents } from './seed-residents.ts'

/** What a step of the demo's past works with. */
export interface StepWorld {
  readonly tools: PaperTools
  readonly officer: OfficerView
  /** Who confirms what takes two. */
  readonly second: OfficerView
  /** Who reopens a decision. */
  readonly supervisor: OfficerView
  readonly one: SeedCase
  /** The claim of a case once it is open. */
  claimOf(index: number): Uuid | undefined
  opened(claim: Uuid): void
  /** The drawn portrait of the case's person, as JPEG. */
  portrait(): Promise<Uint8Array>
}

/** Plays one step by the very command that an officer's click runs. */
export async function playStep(world: StepWorld, step: SeedStep): Promise<Result<unknown>> {
  const { tools, officer, one } = world
  if (isOfResidents(step)) return playResidents(world, step)
  if (step.do === 'open') return open(world, step.channel)
  if (step.do === 'arrive') return arrive(world, step)
  if (step.do === 'furnish' || step.do === 'day_ends') return playOffice(world, step)
  const claimId = world.claimOf(one.index)
  if (!claimId) return fail('desk.not_found')
  switch (step.do) {
    case 'passport':
      return read(world, claimId, step.damaged)
    case 'person':
      return setPersonFields(tools, officer, { claimId, fields: one.person.person, bases: [] })
    case 'claim':
      return tellPart(world, claimId, step.part)
    case 'draft':
      return keepDraft(tools, officer, claimId, step.field, step.text)
    case 'rest':
      return tellRest(world, claimId)
    case 'measures':
      return recordMeasures(world, claimId)
    case 'search':
      return searchCandidates(tools, officer, claimId)
    case 'twin':
      return settleTwin(world, claimId, step.as)
    case 'photo':
      return photograph(world, claimId)
    case 'facts':
      return Object.keys(step.facts).length > 0 ? answerFacts(tools, officer, claimId, step.facts, []) : ok(null)
    case 'checks':
      return check(world, claimId, step.as)
    case 'undecided':
      return decideClaim(tools, officer, claimId, { outcome: 'undecided' })
    case 'override':
      return overrideFinding(tools, officer, claimId, step)
    case 'decide':
      return decide(world, claimId)
    case 'acknowledge':
      return issuePaper(tools, officer, { claimId, kind: 'acknowledgement' })
    case 'issue':
      return issuePaper(tools, officer, { claimId, kind: 'RPID' })
    case 'family':
    case 'triage':
      return playHall(world, claimId, step)
    case 'assign':
    case 'interview':
    case 'partner_asked':
    case 'partner_answered':
      return playCasework(world, claimId, step)
    case 'replace':
    case 'correct':
    case 'reopen':
    case 'withdraw':
      return playAfter(world, claimId, step)
    default:
      return onPaper(world, claimId, step)
  }
}

/** Most photos of the past were looked at and approved. */
async function photograph({ tools, officer, one, portrait }: StepWorld, claimId: Uuid): Promise<Result<unknown>> {
  const added = await addPhoto(tools, officer, { claimId, bytes: await portrait(), source: 'camera' })
  const reviewer = officerNamed(tools, 'demo.photo.reviewer')
  const photo = tools.store.first(
    query.selectFrom('photo').select(['id', 'report']).where('claim', '=', claimId).orderBy('n', 'desc').limit(1),
  )
  if (!added.ok || !photo || waitsForReview(one.index)) return added
  return approvePhoto(tools, reviewer, { photoId: photo.id, report: photo.report ?? undefined })
}

function open({ tools, officer, one, opened, claimOf }: StepWorld, channel: SeedCase['route']['channel']) {
  if (claimOf(one.index)) return ok(null)
  const claim = openClaim(tools, officer, channel)
  if (claim.ok) opened(claim.value.claimId)
  return claim
}

/** A passport as the reader types it; a damaged one has a digit that cannot be right. */
function read({ tools, officer, one }: StepWorld, claimId: Uuid, damaged: boolean): Result<unknown> {
  const { document, person } = one.person
  if (!document) return ok(null)
  const zone = writeTd3({
    documentCode: 'P',
    issuer: document.issuer,
    documentNumber: document.number,
    familyName: document.familyName,
    givenNames: document.givenNames,
    nationality: document.nationality,
    birthDate: person.birthDate ?? null,
    sex: person.sex ?? 'X',
    expiryDate: document.expiresOn,
  })
  if (!zone.ok) return zone
  const text = zone.value.lines.join('\n')
  return readPassport(tools, officer, claimId, damaged ? withWrongDigit(text) : text)
}

/** The check digit of the document number, on the second line. */
const checkDigitAt = 44 + 1 + 9
const withWrongDigit = (text: string): string =>
  `${text.slice(0, checkDigitAt)}${(Number(text[checkDigitAt]) + 3) % 10}${text.slice(checkDigitAt + 1)}`

const parts = {
  contact: [
    'phone',
    'email',
    'addressLine',
    'addressCity',
    'addressProvince',
    'addressPostalCode',
    'officialLanguage',
    'spokenLanguage',
    'interpreterNeeded',
    'representativeKind',
    'representativeName',
    'representativeContact',
    'representativeBody',
    'representativeNumber',
  ],
  grounds: ['grounds', 'fearedCountries', 'fearSummary'],
} as const satisfies Record<string, readonly ClaimField[]>

function partOf({ person, entry }: SeedCase, part: 'contact' | 'entry' | 'grounds'): ClaimValues {
  if (part === 'entry') return { entries: [entry] }
  const values = parts[part].map((field) => [field, person.claim[field]])
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

/** Whoever came with others says only what the family has not said yet. */
function tellPart({ tools, officer, one }: StepWorld, claimId: Uuid, part: 'contact' | 'entry' | 'grounds') {
  const held = membershipOf(tools.store, claimId) ? valuesOf(fieldsOf(tools.store, { kind: 'claim', id: claimId })) : {}
  const said = Object.entries(partOf(one, part)).filter(([field]) => held[field] === undefined)
  const fields = Object.fromEntries(said)
  return said.length > 0 ? setClaimFields(tools, officer, { claimId, fields, bases: [] }) : ok(null)
}

function settleTwin({ tools, officer, one, claimOf }: StepWorld, claimId: Uuid, as: 'join' | 'rule_out') {
  const earlier = claimOf(one.twin ?? -1)
  const other = earlier ? findClaim(tools.store, earlier) : fail('desk.not_found')
  if (!other.ok) return other
  const { personId } = other.value
  return as === 'join'
    ? joinPerson(tools, officer, claimId, personId, 'Same fingerprints and the same scar on the left hand.')
    : ruleOut(tools, officer, claimId, personId, 'A cousin of nearly the same name; the faces differ clearly.')
}

/** Answers what is still open, then decides as the rules propose. */
function decide({ tools, officer, second, one }: StepWorld, claimId: Uuid): Result<unknown> {
  const sheet = answered(tools, officer, claimId)
  if (!sheet.ok) return sheet
  const outcome = outcomeOf(sheet.value)
  const decided = decideClaim(tools, officer, claimId, { outcome })
  // Now and then the second officer has not come yet; where a document follows, one has.
  if (!decided.ok || outcome !== 'ineligible' || (!one.route.paper && one.index % 3 === 0)) return decided
  const now = worksheet(tools, claimId)
  return now.ok ? confirmDecision(tools, second, claimId, now.value.digest) : now
}

/** The checks of a person, in the order of the law; the earlier claim that some have is found. */
function check({ tools, officer, one }: StepWorld, claimId: Uuid, as: 'begun' | 'whole'): Result<unknown> {
  const earlier = (one.route.facts.priorClaims ?? []).length > 0
  const wishes: readonly CheckWish[] = [
    { check: 'removal_order', result: 'done', found: false },
    { check: 'biometrics', result: 'done' },
    as === 'begun' ? { check: 'police', result: 'pending' } : { check: 'police', result: 'done', found: false },
    as === 'begun'
      ? { check: 'prior_claims', result: 'pending' }
      : {
          check: 'prior_claims',
          result: 'done',
          found: earlier,
          ...(earlier ? { note: 'Claim of 2019 under the same name and birth date.' } : {}),
        },
  ]
  for (const wish of wishes) {
    const done = setCheck(tools, officer, claimId, wish)
    if (!done.ok) return done
  }
  return ok(null)
}

const rounds = 6

function answered(tools: PaperTools, officer: OfficerView, claimId: Uuid): Result<Evaluation> {
  for (let round = 0; ; round++) {
    const sheet = worksheet(tools, claimId)
    if (!sheet.ok) return sheet
    const { evaluation } = sheet.value
    if (evaluation.nextQuestions.length === 0 || round === rounds) return ok(evaluation)
    const facts = Object.fromEntries(evaluation.nextQuestions.map((fact) => [fact, usual[fact] ?? false]))
    const done = answerFacts(tools, officer, claimId, facts, [])
    if (!done.ok) return done
  }
}

const usual: { readonly [F in FactId]?: EligibilityFacts[F] } = ordinaryAnswers

const outcomeOf = ({ outcome }: Evaluation) =>
  (
    ({
      eligible: 'referred',
      ineligible: 'ineligible',
      cannot_claim: 'ineligible',
      suspended: 'suspended',
      not_enough_facts: 'undecided',
    }) as const
  )[outcome.kind]

async function onPaper({ tools, officer }: StepWorld, claimId: Uuid, step: PaperStep): Promise<Result<unknown>> {
  const paper = documentsOf(tools.store, claimId).find(({ state }) => state !== 'spoiled' && state !== 'revoked')
  if (!paper) return fail('desk.not_found')
  const { documentId, stockSerial } = paper
  switch (step.do) {
    case 'sent':
      return markPaper(tools, officer, documentId, { as: 'sent' })
    case 'confirm':
      return markPaper(tools, officer, documentId, { as: 'confirmed', scanned: stockSerial })
    case 'reprint':
      return reprintPaper(tools, officer, documentId, 'Copy for the file of the Refugee Protection Division.')
    case 'spoil':
      return spoilPaper(tools, officer, { documentId, reason: step.reason, reissue: step.reissue })
  }
}
