import type {
  ClaimView,
  DecisionView,
  EarlierDecisionView,
  FieldView,
  FindingView,
  PhotoView,
  ProposalView,
  ReadDocumentView,
} from '../../shared/contract/views.ts'
import { type Acts, isAct } from '../../shared/domain/acts.ts'
import { alertsOf } from '../../shared/domain/alerts.ts'
import type { EventBody } from '../../shared/domain/catalogue.ts'
import { factsOfChecks } from '../../shared/domain/checks.ts'
import { type ClaimValues, isFormField, type PersonValues } from '../../shared/domain/fields.ts'
import { readBackHeads } from '../../shared/domain/read-back.ts'
import { claimActions, claimAllows } from '../../shared/domain/states.ts'
import { barsToDocument } from '../../shared/domain/steps.ts'
import { officeName } from '../../shared/domain/timeline/moves.ts'
import { readMrz } from '../../shared/mrz/read.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type EligibilityFacts, eligibilityFacts } from '../../shared/rules/index.ts'
import { standingOfClaim, withdrawnOf } from '../casework/review/standing.ts'
import { documentsOf, withStanding } from '../documents/document-views.ts'
import { settingsOf } from '../office/settings.ts'
import { returnedPhotosOf, reviewOf } from '../photos/review/claimant.ts'
import { unreachableOf } from '../portal/reach.ts'
import { movedOf } from '../store/projections/claims.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { checkRecords, checkViews, isExempt } from './checks.ts'
import type { Proposal } from './decisions.ts'
import { familyView, laneView } from './family/view.ts'
import { valuesOf } from './fields.ts'
import { deadlineViews } from './more-time.ts'
import { readValues } from './passport.ts'
import { progressFields, stepsOf } from './progress.ts'
import { readBackOf } from './read-back.ts'
import { openFindings } from './record/open-findings.ts'
import { claimRows, present, rowView } from './rows.ts'
import { isSettled } from './settled.ts'
import { officerNames, type Tools, today } from './tools.ts'

/** Everything that the screens of one claim show, in one answer. */
export function claimView(tools: Tools, claimId: string): Result<ClaimView> {
  const { store } = tools
  const found = store.first(
    claimRows()
      .select([
        'claim.search',
        'claim.decision',
        'claim.earlier_decisions',
        'claim.proposal',
        'claim.moved',
        'claim.deadlines',
        'claim.person_n',
        'person.photo',
        'person.document_read',
      ])
      .where('claim.id', '=', claimId),
  )
  if (!found) return fail('desk.not_found')
  const row = rowView(found)
  const held = progressFields(store, found)
  const fields = { person: held.person, ...partsOf(held.claim) }
  const values = { person: valuesOf(fields.person) as PersonValues, claim: valuesOf(fields.claim) as ClaimValues }
  const now = today(tools)
  const file = { personN: found.person_n, state: row.state, personId: row.personId }
  const { birthDate } = values.person
  const documents = withStanding(store, documentsOf(store, claimId), fields.person, {
    person: row.personId,
    birthDate,
    claimDate: row.claimDate,
    today: now,
  })
  const read = readView(found.document_read)
  const search = found.search ? (JSON.parse(found.search) as { people: number; found: number; at: number }) : undefined
  const checks = checkViews(store, claimId, isExempt(values.person, values.claim))
  const steps = stepsOf(store, found, held)
  const decision = decisionView(store, found.decision)
  return ok({
    row,
    ...fields,
    steps,
    bars: barsToDocument(steps, settingsOf(store)),
    allowed: claimActions.filter((action) => claimAllows(row.state, action)),
    // Once decided nothing can be mended here: an amendment with its reason is another road.
    alerts: claimAllows(row.state, 'edit')
      ? alertsOf({
          ...values,
          acts: valuesOf(held.claim) as Acts,
          answers: { ...factsOfChecks(checkRecords(store, claimId)), ...answersOf(valuesOf(held.claim)) },
          ...(read ? { read: zoneValues(read, now) } : {}),
          otherClaims: otherClaimsOf(store, found.n, row.personId),
          policeFound: checks.some(({ name, found }) => name === 'police' && found === true),
          today: now,
        })
      : [],
    findings: claimAllows(row.state, 'edit')
      ? openFindings(store, { id: claimId, personId: row.personId, personN: found.person_n }, held, now)
      : [],
    deadlines: deadlineViews(store, claimId, found.deadlines),
    standing: standingOfClaim(store, row, decision),
    documents,
    returnedPhotos: returnedPhotosOf(store, claimId),
    earlierDecisions: earlierDecisions(store, found.earlier_decisions),
    settled: { identity: isSettled(store, file, 'person'), facts: isSettled(store, file, 'claim') },
    checks,
    drafts: draftsOf(store, claimId),
    lane: laneView(store, found, steps),
    ...present({
      read,
      photo: photoView(store, claimId, found.photo),
      search: search && { ...search, at: instant(search.at) },
      decision,
      withdrawn: row.state === 'withdrawn' ? withdrawnOf(store, claimId) : undefined,
      moved: movedView(store, found.moved),
      proposal: proposalView(store, found.proposal),
      readBack: readBackOf(store, claimId, { heads: readBackHeads(fields.person), photo: row.photo }),
      family: familyView(tools, claimId),
      unreachable: unreachableOf(store, claimId),
    }),
  } satisfies ClaimView)
}

/** Where the claim is now, if another office has it. */
function movedView(reader: Reader, stored: string | null): ClaimView['moved'] {
  const moved = movedOf(stored)
  if (!moved) return undefined
  const { to, on, reason, by } = moved
  return { to: officeName(to), on, reason, by: officerNames(reader)(by) }
}

/** Application numbers of the person's claims but this one. */
const otherClaimsOf = (reader: Reader, claimN: number, personId: string): string[] =>
  reader
    .all(
      query
        .selectFrom('claim')
        .innerJoin('person', 'person.n', 'claim.person_n')
        .select('claim.application_number')
        .where('person.id', '=', personId)
        .where('claim.n', '!=', claimN)
        .orderBy('claim.n')
        .limit(20),
    )
    .map((claim) => claim.application_number)

/** Answers to questions of law hang on the claim as fields too; they belong to the eligibility step. */
export const factPrefix = 'fact.'

/** What was answered; an answer that the rules no longer understand is none. */
export function answersOf(registers: Readonly<Record<string, unknown>>): EligibilityFacts {
  const answered = Object.entries(registers)
    .filter(([name]) => name.startsWith(factPrefix))
    .map(([name, value]) => [name.slice(factPrefix.length), value])
  const answers = eligibilityFacts.safeParse(Object.fromEntries(answered))
  return answers.success ? answers.data : {}
}

/** The registers of a claim: what was told, and the acts of law upon it. */
function partsOf(registers: Record<string, FieldView>): { claim: Record<string, FieldView>; acts: ClaimView['acts'] } {
  const those = (wanted: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(registers).filter(([name]) => wanted(name)))
  return { claim: those((name) => isFormField(name) && !isAct(name)), acts: those(isAct) }
}

const instant = (ms: number): string => new Date(ms).toISOString()

function readView(json: string | null): ReadDocumentView | undefined {
  if (!json) return undefined
  const { claim: _, at, ...read } = JSON.parse(json) as EventBody<'person.document_read'> & { at: number }
  return { ...read, at: instant(at) } as ReadDocumentView
}

/** What the machine-readable zone says, for comparison with what was typed. */
function zoneValues(read: ReadDocumentView, now: string) {
  const zone = readMrz(read.lines.join('\n'), now)
  const said = zone.ok ? readValues(zone.value) : {}
  return {
    failedChecks: read.failedChecks,
    ...present({ birthDate: said.birthDate, sex: said.sex, nationality: said.citizenships?.[0], expiry: read.expiry }),
  }
}

function photoView(reader: Reader, claimId: string, json: string | null): PhotoView | undefined {
  if (!json) return undefined
  const photo = JSON.parse(json) as EventBody<'person.photo_added'> & { at: number }
  return {
    print: photo.print,
    original: photo.original,
    width: photo.width,
    height: photo.height,
    addedAt: instant(photo.at),
    findings: photo.findings as unknown as FindingView[],
    ...reviewOf(reader, claimId, photo.original),
  }
}

type Signed = { readonly at: number; readonly by: string }
const signed = (reader: Reader, { at, by }: Signed) => ({ by: officerNames(reader)(by), at: instant(at) })

function decisionView(reader: Reader, json: string | null): DecisionView | undefined {
  if (!json) return undefined
  const decision = JSON.parse(json) as EventBody<'claim.decided'> & Signed
  const first = decision.proposedBy ? { proposedBy: officerNames(reader)(decision.proposedBy) } : {}
  return { ...decision, ...first, ...signed(reader, decision) } as DecisionView
}

function proposalView(reader: Reader, json: string | null): ProposalView | undefined {
  if (!json) return undefined
  const proposal = JSON.parse(json) as Proposal
  const { by: officer, grounds, reason } = proposal
  return { grounds, officer, ...signed(reader, proposal), ...present({ reason }) }
}

const earlierDecisions = (reader: Reader, json: string): EarlierDecisionView[] =>
  (JSON.parse(json) as (EventBody<'claim.decided'> & Signed & { reopened: Signed & { reason: string } })[]).map(
    ({ reopened, ...decision }) =>
      ({
        ...decision,
        ...signed(reader, decision),
        reopened: { reason: reopened.reason, ...signed(reader, reopened) },
      }) as EarlierDecisionView,
  )

const draftsOf = (reader: Reader, claimId: string): Record<string, string> =>
  Object.fromEntries(
    reader
      .all(query.selectFrom('draft').select(['field', 'text']).where('claim', '=', claimId))
      .map(({ field, text }) => [field, text]),
  )
