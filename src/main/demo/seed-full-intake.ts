import type { RecordedAct } from '../../shared/domain/acts.ts'
import { currentConditions } from '../../shared/domain/conditions.ts'
import type { ClaimValues, PersonValues } from '../../shared/domain/fields.ts'
import type { HeldDocument } from '../../shared/domain/full-intake.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { recordAct } from '../claims/acts.ts'
import { fieldsOf, valuesOf } from '../claims/fields.ts'
import { setClaimFields, setPersonFields } from '../claims/take-in.ts'
import { today } from '../claims/tools.ts'
import { dayOf, isoOf } from './days.ts'
import { type Draw, drawOf } from './draw.ts'
import type { SeedCase } from './seed-plan.ts'
import type { StepWorld } from './seed-steps.ts'

/** The rest of a full intake in the demo's past: what people told of their way and their life, and what was done in law. */

/** Tells the rest: route, papers, background, special needs. */
export function tellRest({ tools, officer, one }: StepWorld, claimId: Uuid): Result<unknown> {
  const draw = drawOf(one.index, one.openedAt % 100_000, 81)
  const held = heldBy(tools.store, claimId)
  const more = draw.chance(0.3) ? [{ ...paperOf(draw, one), id: tools.store.newId() }] : []
  const fields = { ...toldOf(draw, one, today(tools)), heldDocuments: [...held, ...more] }
  const told = setClaimFields(tools, officer, { claimId, fields, bases: [] })
  if (!told.ok) return told
  return setPersonFields(tools, officer, { claimId, fields: { aliases: aliasesOf(draw, one) }, bases: [] })
}

/** Records what was done at the counter: consent, conditions, seizure, report and order; now and then a detention. */
export function recordMeasures({ tools, officer, one }: StepWorld, claimId: Uuid): Result<unknown> {
  const draw = drawOf(one.index, one.openedAt % 100_000, 82)
  const on = today(tools)
  const alone = one.route.name === 'unaccompanied_minor'
  const by = alone ? 'immigration_division' : 'minister_delegate'
  const seizures = heldBy(tools.store, claimId)
    .filter(({ kind }) => kind === 'passport' || kind === 'travel_document')
    .map(({ id }) => ({ document: id, on, place: 'Saint-Bernard-de-Lacolle', ground: necessary }))
  const acts: RecordedAct[] = [
    { consentToSharing: { given: draw.chance(0.94), on } },
    { conditionsAcknowledged: { on, version: currentConditions } },
    ...(seizures.length > 0 ? [{ seizures }] : []),
    { inadmissibilityReport: { on, paragraph: '41(a)', by: officer.displayName, referredTo: by } },
    { departureOrder: { on, by, conditional: true } },
    ...(draw.chance(0.03)
      ? [{ detention: { since: on, place: 'Laval', ground: 'identity', divisionNotified: on } } as const]
      : []),
  ]
  for (const act of acts) {
    const recorded = recordAct(tools, officer, { claimId, act, bases: [] })
    if (!recorded.ok) return recorded
  }
  return ok(null)
}

const necessary = 'The seizure is necessary to carry out the purposes of the Act.'

const heldBy = (store: StepWorld['tools']['store'], claimId: Uuid): readonly HeldDocument[] =>
  (valuesOf(fieldsOf(store, { kind: 'claim', id: claimId })) as ClaimValues).heldDocuments ?? []

const transits = ['TUR', 'BRA', 'MEX', 'ARE', 'COL', 'PAN', 'QAT', 'ETH', 'ESP'] as const

function toldOf(draw: Draw, one: SeedCase, on: string): ClaimValues {
  const { person, route } = one
  const vulnerable = draw.chance(0.09)
  const needs = draw.chance(0.04)
  return {
    vulnerable,
    ...(vulnerable ? { vulnerability: draw.pick(vulnerabilities) } : {}),
    accessibilityNeeded: needs,
    ...(needs ? { accessibilityNeeds: draw.pick(accessibilities) } : {}),
    unableToAppreciate: false,
    ...(person.age < 18 ? childOf(draw, one, on) : {}),
    route: routeOf(draw, one),
    earlierClaims: earlierOf(draw, route.name),
    narrative: `${person.claim.fearSummary ?? ''} ${draw.pick(endings)}`.trim(),
    workPermitRequested: person.age >= 18 && draw.chance(0.85),
    studyPermitRequested: draw.chance(0.1),
  }
}

/** From the country feared, through one other, across the United States where the border was land, to the entry. */
function routeOf(draw: Draw, { person, entry }: SeedCase): NonNullable<ClaimValues['route']> {
  const from = person.claim.fearedCountries?.[0] ?? 'MEX'
  const through = draw.pick(transits.filter((each) => each !== from))
  const arrived = dayOf(entry.date)
  const left = arrived - draw.between(20, 700)
  const paper = person.document ? 'Own passport' : undefined
  const away = {
    ...(person.person.birthPlace ? { fromPlace: person.person.birthPlace } : {}),
    ...(paper ? { paper } : {}),
  }
  const first = { from, to: through, left: isoOf(left).slice(0, 7), means: 'air' as const, ...away }
  if (entry.manner === 'airport')
    return [first, { from: through, to: 'CAN', left: isoOf(arrived - 1), arrived: entry.date, means: 'air', ...away }]
  const north = isoOf(arrived - draw.between(1, 15)).slice(0, 7)
  const helper = draw.chance(0.4)
    ? { helper: 'A man whose name they do not know', paid: `${draw.between(3, 24) * 500} USD` }
    : {}
  return [
    first,
    { from: through, to: 'USA', arrived: north, means: draw.pick(['air', 'foot', 'road'] as const), ...helper },
    { from: 'USA', to: 'CAN', arrived: entry.date, means: entry.manner === 'between_poes' ? 'foot' : 'road' },
  ]
}

function paperOf(draw: Draw, { person, entry }: SeedCase): Omit<HeldDocument, 'id'> {
  const country = person.claim.fearedCountries?.[0]
  const issued = isoOf(dayOf(entry.date) - draw.between(400, 6000)).slice(0, 7)
  return {
    kind: draw.pick(['identity_card', 'birth_certificate', 'driving_licence', 'marriage_certificate'] as const),
    number: String(draw.between(1_000_000, 99_999_999)),
    ...(country ? { country } : {}),
    issued,
    looks: draw.weighted([
      ['genuine', 6],
      ['not_examined', 4],
      ['suspect', 1],
    ] as const),
  }
}

function earlierOf(draw: Draw, route: string): NonNullable<ClaimValues['earlierClaims']> {
  if (route === 'earlier_claim') return [{ country: 'CAN', date: '2019', outcome: 'rejected' }]
  return draw.chance(0.05)
    ? [{ country: draw.pick(['DEU', 'GRC', 'SWE', 'ITA']), date: '2021', outcome: draw.pick(['rejected', 'unknown']) }]
    : []
}

function childOf(draw: Draw, { route }: SeedCase, on: string): ClaimValues {
  if (route.name !== 'unaccompanied_minor') return { companion: 'parent' }
  const with_ = draw.pick(['other_adult', 'nobody'] as const)
  return {
    companion: with_,
    ...(with_ === 'other_adult' ? { guardianName: 'Maria Demo', guardianRelation: 'Neighbour' } : {}),
    authorityNotified: 'Direction de la protection de la jeunesse',
    authorityNotifiedOn: on,
    designatedRepresentativeNeeded: true,
    designatedRepresentativeName: 'PRAIDA',
    designatedRepresentativeContact: 'praida@example.org',
  }
}

function aliasesOf(draw: Draw, { person }: SeedCase): NonNullable<PersonValues['aliases']> {
  const { familyName, givenNames } = person.person
  const short = givenNames?.split(' ')[0]?.slice(0, 4)
  if (draw.chance(0.08) && short && short.length > 2) return [{ kind: 'nickname', givenNames: short }]
  return draw.chance(0.06) && familyName ? [{ kind: 'other_spelling', familyName: `${familyName}e` }] : []
}

const vulnerabilities = [
  'Survivor of torture; startles at loud voices.',
  'Pregnant, eighth month.',
  'Was trafficked; asks not to be seen by men of the same country.',
  'Very frail; needs pauses.',
]
const accessibilities = ['Wheelchair', 'Sign language', 'Large print', 'Hearing aid; speak slowly and face the person.']
const endings = [
  'We left when the second letter came.',
  'Nobody would protect us, and we could not move elsewhere in the country.',
  'I told the police; they asked for money.',
  'My brother is still there.',
]
