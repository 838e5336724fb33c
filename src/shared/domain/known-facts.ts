import type { EligibilityFacts } from '../rules/index.ts'
import type { ClaimValues, PersonValues } from './fields.ts'
import { officeOf } from './ports-of-entry.ts'

/** The facts of law that the form already holds, so that nobody is asked twice. */
export function knownFacts(person: PersonValues, claim: ClaimValues, officeCode: string): EligibilityFacts {
  const { citizenships } = person
  return {
    ...(claim.claimDate ? { claimDate: claim.claimDate } : {}),
    ...placeOf(claim.channel, officeCode),
    ...(claim.entries?.length
      ? {
          entries: claim.entries.map(({ date, manner, disputed }) => ({
            date,
            manner,
            ...(disputed === undefined ? {} : { disputed }),
          })),
        }
      : {}),
    ...(citizenships?.length
      ? { citizenships: citizenships.filter(isCountry), stateless: citizenships.includes('XXA') }
      : {}),
    ...(person.formerResidence ? { formerResidences: [person.formerResidence] } : {}),
    ...(person.birthDate ? { birthDate: person.birthDate } : {}),
  }
}

/** ICAO's codes for people without a nationality are no countries of citizenship. */
const isCountry = (code: string): boolean => !['XXA', 'XXB', 'XXC', 'XXX'].includes(code)

const places = { air: 'airport', land: 'land_poe', ferry: 'harbour', rail: 'train_poe', inland: 'inland' } as const

function placeOf(channel: ClaimValues['channel'], officeCode: string): Pick<EligibilityFacts, 'claimPlace'> {
  if (channel === undefined) return {}
  if (channel === 'inland') return { claimPlace: 'inland' }
  const kind = officeOf(officeCode)?.kind
  return kind ? { claimPlace: places[kind] } : {}
}
