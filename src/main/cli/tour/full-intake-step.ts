import { currentConditions } from '../../../shared/domain/conditions.ts'
import type { ClaimValues } from '../../../shared/domain/fields.ts'
import type { TourStep } from './tour.ts'
import { need } from './tour-day.ts'

/** What a full intake asks beyond what the document needs, and the acts of law recorded with it. */
export const fullIntakeStep: TourStep = {
  name: 'full_intake',
  title: {
    en: 'Take the rest in: needs, route, background; record seizure, report and order',
    fr: 'Recevoir le reste\u00a0: besoins, itinéraire, antécédents; consigner saisie, rapport et mesure',
  },
  async run(day) {
    const claimId = need(day.found.claimId, 'passport')
    const on = day.today()
    const aliases = [{ kind: 'other_spelling' as const, familyName: 'Ericsson' }]
    await day.desk.claims.setPerson({ claimId, fields: { aliases }, bases: [] })
    const { claim } = await day.desk.claims.set({ claimId, fields: { ...told, route: routeUntil(on) }, bases: [] })
    const [passport] = claim.heldDocuments?.value ?? []
    const seizure = { document: need(passport, 'passport').id, on, place: 'Lacolle', ground: 'IRPA s. 140(1)' }
    const acts = [
      { seizures: [seizure] },
      { consentToSharing: { given: true, on } },
      { conditionsAcknowledged: { on, version: currentConditions } },
      { inadmissibilityReport: { on, paragraph: '41(a)', by: 'Tour', referredTo: 'minister_delegate' } },
      { departureOrder: { on, by: 'minister_delegate', conditional: true } },
    ] as const
    for (const act of acts) {
      const recorded = 'seizures' in act ? { seizures: [...act.seizures] } : act
      await day.desk.claims.recordAct({ claimId, act: recorded, bases: [] })
    }
    return { en: `acts recorded: ${acts.length}`, fr: `actes consignés\u00a0: ${acts.length}` }
  },
}

const told: ClaimValues = {
  vulnerable: false,
  accessibilityNeeded: false,
  unableToAppreciate: false,
  earlierClaims: [],
  narrative: 'They came at night and asked for my brother.',
  workPermitRequested: true,
  studyPermitRequested: false,
}

const routeUntil = (arrived: string): NonNullable<ClaimValues['route']> => [
  { from: 'SYR', fromPlace: 'Deraa', to: 'TUR', toPlace: 'Gaziantep', left: '2025-03', means: 'road' },
  { from: 'TUR', fromPlace: 'Istanbul', to: 'CAN', toPlace: 'Montréal', arrived, means: 'air' },
]
