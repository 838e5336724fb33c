import type { AcknowledgementData } from '../../shared/documents/data.ts'
import {
  type DecisionLetterData,
  type InterviewData,
  mostLacking,
  type ReferralData,
} from '../../shared/documents/letter-data.ts'
import { toBring } from '../../shared/documents/templates/acknowledgement.ts'
import type { Acts } from '../../shared/domain/acts.ts'
import type { ClaimValues, PersonValues } from '../../shared/domain/fields.ts'
import { minorityOf } from '../../shared/domain/minors.ts'
import { groupClientId } from '../../shared/domain/numbers.ts'
import { inBacklog } from '../../shared/domain/states.ts'
import { type Bilingual, languages } from '../../shared/language.ts'
import { lackingIn } from '../../shared/portal/preparation.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { riskAssessmentFor, ruleTitle } from '../../shared/rules/index.ts'
import { membershipOf, membersOf } from '../claims/family/members.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { type ClaimFile, type Officer, type Tools, today } from '../claims/tools.ts'
import { officeOf } from '../office/settings.ts'
import { shownToClaimant } from '../portal/claimant.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { holderOf, printedCountryOf } from './holder.ts'
import { interviewSet } from './interview-set.ts'
import type { LetterPaper } from './render.ts'

/** Letters in the person's own official language: what they say, gathered from the claim as it stands. */

export interface LetterWish {
  readonly kind: LetterPaper['kind']
  readonly number: string
}

/** The data of a letter; fails with `papers.no_interview`, and `papers.kind_not_allowed` for a claim that was not referred. */
export function letterData(
  tools: Tools,
  officer: Officer,
  claim: ClaimFile,
  person: PersonValues,
  wish: LetterWish,
): Result<LetterPaper & { readonly about: readonly string[] }> {
  const known = valuesOf(fieldsOf(tools.store, { kind: 'claim', id: claim.id })) as Known
  const holder = { ...holderOf(tools, officer, claim, person, wish.number), portraitSha256: null }
  if (wish.kind === 'interview' || wish.kind === 'preparation')
    return interviewOf(tools, claim, known, holder, wish.kind)
  const decision = decisionOf(tools.store, claim.id)
  if (wish.kind === 'decision') {
    const { state } = claim
    if ((state !== 'ineligible' && state !== 'suspended') || !decision) return fail('papers.kind_not_allowed')
    return ok({ kind: 'decision', about: [], data: { ...holder, outcome: state, ...decidedOf(decision) } })
  }
  if (claim.state !== 'referred' || !decision) return fail('papers.kind_not_allowed')
  return ok({
    kind: 'referral',
    about: [],
    data: { ...holder, ...toldOf(known, person, decision), ...givenWith(tools.store, claim.id) },
  })
}

/** Grounds with what each means for a risk assessment, and the days of the departure order. */
function decidedOf({ decisionDate, grounds, deadlines }: Decision) {
  return {
    decidedOn: decisionDate,
    grounds: grounds.map((rule) => ({ title: ruleTitle(rule), risk: riskAssessmentFor(rule)?.text ?? null })),
    order: deadlines
      .filter(({ rule, superseded }) => !superseded && (rule.startsWith('order.') || rule === 'departure.comply'))
      .map(({ label, due }) => ({ label, on: due })),
  } satisfies Partial<DecisionLetterData>
}

type Known = ClaimValues & Acts
type Holder = ReturnType<typeof holderOf> & { readonly portraitSha256: null }

/** What was told of the person and of those who help them. */
function toldOf(known: Known, person: PersonValues, { decisionDate, channel, deadlines }: Decision) {
  const { addressLine, addressCity, addressProvince, addressPostalCode, detention } = known
  const place = [addressLine, addressCity, addressProvince, addressPostalCode].filter(Boolean).join(', ')
  const needed =
    known.designatedRepresentativeNeeded ?? (minorityOf(person, known, decisionDate).needsRepresentative || null)
  return {
    sex: person.sex ?? null,
    detention: detention && !detention.until ? { place: detention.place, since: detention.since } : null,
    contact: { address: place || null, phone: known.phone ?? null, email: known.email ?? null },
    counsel: counselOf(known),
    officialLanguage: known.officialLanguage ?? null,
    referredOn: decisionDate,
    fearedCountries: (known.fearedCountries ?? []).map(printedCountryOf),
    representative: {
      needed,
      name: known.designatedRepresentativeName ?? null,
      contact: known.designatedRepresentativeContact ?? null,
    },
    interpreter: interpreterOf(known),
    channel,
    needs: needsOf(known),
    basisOfClaimDue: deadlines.find(({ rule, superseded }) => !superseded && rule.startsWith('boc.poe'))?.due ?? null,
  } satisfies Partial<ReferralData>
}

const needsOf = ({ accessibilityNeeded, accessibilityNeeds, vulnerability }: Known): string | null =>
  [accessibilityNeeded === false ? undefined : accessibilityNeeds, vulnerability].filter(Boolean).join('; ') || null

function counselOf(known: Known): ReferralData['counsel'] {
  const { representativeKind: kind, representativeName, representativeContact } = known
  if (kind === undefined) return null
  return kind === 'none' ? 'none' : { name: representativeName ?? null, contact: representativeContact ?? null }
}

const interpreterOf = ({ interpreterNeeded, spokenLanguage, dialect }: Known): ReferralData['interpreter'] => ({
  needed: interpreterNeeded ?? null,
  language: spokenLanguage ? languageNameOf(spokenLanguage) : null,
  dialect: dialect ?? null,
})

/** Relatives whose claims were referred too, and the notices whose copies go along. */
function givenWith(reader: Reader, claimId: Uuid): Pick<ReferralData, 'relatives' | 'seizureNotices'> {
  const notices = reader.all(
    query
      .selectFrom('document')
      .select('number')
      .where('claim', '=', claimId)
      .where('kind', '=', 'seizure')
      .where('state', 'not in', ['spoiled', 'revoked'])
      .orderBy('number'),
  )
  const relatives = familyOf(reader, claimId).filter(({ state }) => state === 'referred')
  return {
    seizureNotices: notices.map(({ number }) => number),
    relatives: relatives.map(({ name, applicationNumber, clientId }) => ({
      name,
      applicationNumber,
      clientId: clientId ? groupClientId(clientId) : null,
    })),
  }
}

/** Claims of the family but this one. */
function familyOf(reader: Reader, claimId: Uuid) {
  const own = membershipOf(reader, claimId)
  const others = own ? membersOf(reader, own.family).flatMap(({ claim }) => (claim === claimId ? [] : [claim])) : []
  if (others.length === 0) return []
  return reader
    .all(
      query
        .selectFrom('claim')
        .innerJoin('person', 'person.n', 'claim.person_n')
        .select([
          'claim.state',
          'claim.application_number',
          'person.family_name',
          'person.given_names',
          'person.client_id',
        ])
        .where('claim.id', 'in', others)
        .orderBy('claim.n')
        .limit(20),
    )
    .map((row) => ({
      name: [row.family_name, row.given_names].filter(Boolean).join(', ') || row.application_number,
      applicationNumber: row.application_number,
      clientId: row.client_id,
      state: row.state,
    }))
}

interface Decision {
  readonly decisionDate: string
  readonly channel: ReferralData['channel']
  readonly grounds: readonly string[]
  readonly deadlines: readonly {
    readonly rule: string
    readonly due: string
    readonly label: Bilingual
    readonly superseded?: boolean
  }[]
}

function decisionOf(reader: Reader, claimId: Uuid): Decision | undefined {
  const row = reader.first(
    query.selectFrom('claim').select(['decision', 'deadlines', 'channel']).where('id', '=', claimId),
  )
  if (!row?.decision) return undefined
  const { decisionDate, grounds } = JSON.parse(row.decision) as Pick<Decision, 'decisionDate' | 'grounds'>
  return {
    decisionDate,
    grounds,
    channel: row.channel === 'inland' ? 'inland' : 'port_of_entry',
    deadlines: JSON.parse(row.deadlines) as Decision['deadlines'],
  }
}

/** Both papers of an interview speak of the same day and hour: one that is moved asks for both anew. */
function interviewOf(
  tools: Tools,
  claim: ClaimFile,
  known: Known,
  holder: Holder,
  kind: 'interview' | 'preparation',
): Result<LetterPaper & { readonly about: readonly string[] }> {
  const interview = interviewAhead(tools, claim.id)
  if (!interview) return fail('papers.no_interview')
  const family = familyOf(tools.store, claim.id).filter(({ state }) => inBacklog(state))
  const data: InterviewData = {
    ...holder,
    ...interview,
    zone: zoneName(officeOf(tools.store).zone),
    interpreter: interpreterOf(known),
    family: family.map(({ name, applicationNumber }) => ({ name, applicationNumber })),
  }
  const about = [`${interview.date}T${interview.time}`]
  if (kind === 'interview') return ok({ kind, about, data })
  const lacking = lackingIn(shownToClaimant(tools, claim.id)).slice(0, mostLacking)
  return ok({ kind, about, data: { ...data, lacking } })
}

function interviewAhead(tools: Tools, claimId: Uuid): Acts['interview'] {
  const interview = interviewSet(tools.store, claimId)
  return interview && interview.date >= today(tools) ? interview : undefined
}

/** The interview as the acknowledgement of a claim tells it; null where none is ahead. */
export function appointmentOf(tools: Tools, claimId: Uuid): AcknowledgementData['appointment'] {
  const interview = interviewAhead(tools, claimId)
  if (!interview) return null
  const { date, time, place } = interview
  return { date, time, place: { en: place, fr: place }, bring: [...toBring] }
}

const inBoth = (say: (locale: string) => string): Bilingual => {
  const [en = '', fr = ''] = languages.map((language) => say(`${language}-CA`))
  return { en, fr }
}
const languageNameOf = (code: string): Bilingual =>
  inBoth((locale) => new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code)
/** “Eastern Time”, whatever the season. */
const zoneName = (timeZone: string): Bilingual =>
  inBoth((locale) => {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0)
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  })
