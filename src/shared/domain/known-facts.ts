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
    ...(claim.companion ? { accompaniedByParent: withParent(claim.companion) } : {}),
  }
}

const withParent = (companion: NonNullable<ClaimValues['companion']>): boolean =>
  companion === 'parent' || companion === 'guardian'

/** Countries that share information with Canada on earlier claims, IRPA s. 101(1)(c.1): the Five Country Conference. */
const partners: readonly string[] = ['AUS', 'GBR', 'NZL', 'USA']

type Prior = NonNullable<EligibilityFacts['priorClaims']>[number]

/**
 * What the background answers until an officer says otherwise: a claim that was told of is a ground by itself, one that
 * was not told of proves nothing. An outcome that nobody knows leaves its question open.
 */
export function toldFacts(claim: ClaimValues): EligibilityFacts {
  const earlier = (claim.earlierClaims ?? []).filter(({ unhcr }) => !unhcr)
  const here = earlier.filter(({ country }) => country === 'CAN')
  const there = earlier.filter(({ country }) => partners.includes(country))
  const outcomes = here.map(({ outcome }) => outcome)
  const priors = [...new Set(outcomes.filter((each): each is Prior => each !== 'accepted' && each !== 'unknown'))]
  const known = priors.length > 0 && !outcomes.includes('unknown')
  return {
    ...(known ? { priorClaims: priors } : {}),
    ...(outcomes.includes('accepted') ? { protectionInCanada: 'board' as const } : {}),
    ...(there.length > 0 ? { partnerClaim: there.some(({ confirmed }) => confirmed) ? 'confirmed' : 'reported' } : {}),
    ...(earlier.some(({ country, outcome }) => country !== 'CAN' && outcome === 'accepted')
      ? { refugeeElsewhere: true }
      : {}),
    ...(claim.companion && withParent(claim.companion) ? { responsibleAdultInCanada: true } : {}),
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
