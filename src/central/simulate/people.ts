import type { Submission } from '../../shared/contract/portal.ts'
import { addDays } from '../../shared/rules/dates.ts'
import type { Chance } from './random.ts'

type Somebody = Omit<Submission['people'][number], 'photo' | 'evidence'>

/** How a person fills a form, as people do. */
export const habits = ['complete', 'incomplete', 'contradictory', 'late'] as const
export type Habit = (typeof habits)[number]

interface Origin {
  readonly country: string
  readonly language: string
  readonly city: string
  readonly family: readonly [string, ...string[]]
  readonly given: readonly [string, ...string[]]
}

const origins: readonly [Origin, ...Origin[]] = [
  {
    ...{ country: 'HTI', language: 'ht', city: 'Port-au-Prince' },
    family: ['Pierre', 'Jean-Baptiste', 'Charles', 'Désir', 'Saint-Fleur'],
    given: ['Marie-Ange', 'Wilner', 'Rose-Laure', 'Jocelyn', 'Fabiola'],
  },
  {
    ...{ country: 'TUR', language: 'tr', city: 'Diyarbakır' },
    family: ['Yıldız', 'Demirtaş', 'Öztürk', 'Kaya', 'Şahin'],
    given: ['Zeynep', 'Baran', 'Elif', 'Rojda', 'Mehmet'],
  },
  {
    ...{ country: 'COL', language: 'es', city: 'Buenaventura' },
    family: ['Rojas Mejía', 'Castaño', 'Gómez Ruiz', 'Peña', 'Murillo'],
    given: ['Luz Dary', 'Andrés', 'Yuliana', 'Wilson', 'Íngrid'],
  },
  {
    ...{ country: 'NGA', language: 'en', city: 'Benin City' },
    family: ['Okafor', 'Adeyemi', 'Osagie', 'Bello', 'Eze'],
    given: ['Chinedu', 'Folasade', 'Ehi', 'Aisha', 'Emeka'],
  },
  {
    ...{ country: 'IRN', language: 'fa', city: 'Shiraz' },
    family: ['Karimi', 'Rostami', 'Ahmadi', 'Moradi', 'Tehrani'],
    given: ['Nasrin', 'Farhad', 'Leila', 'Kaveh', 'Shirin'],
  },
]

const grounds = ['race', 'religion', 'nationality', 'social_group', 'political_opinion'] as const

/** A person and what they write, believable and of no one. `today`: the day on which they file. */
export function somebody(chance: Chance, habit: Habit, today: string): Somebody {
  const origin = chance.pick('origin', origins)
  const left = addDays(today, -chance.between('left', 20, 300))
  const arrived = addDays(left, chance.between('way', 1, 40))
  const street = `${chance.between('door', 10, 9800)} rue ${chance.pick('street', ['Saint-Denis', 'Jarry', 'Bélanger'])}`
  const whole: Somebody = {
    person: {
      familyName: chance.pick('family', origin.family),
      givenNames: chance.pick('given', origin.given),
      birthDate: `${chance.between('year', 1958, 2004)}-${two(chance, 'month', 12)}-${two(chance, 'day', 28)}`,
      sex: chance.pick('sex', ['F', 'M', 'X']),
      birthCountry: origin.country,
      birthPlace: origin.city,
      citizenships: [origin.country],
    },
    claim: {
      phone: `+1 514 555 ${chance.between('phone', 1000, 9999)}`,
      addressLine: street,
      addressCity: 'Montréal',
      addressProvince: 'QC',
      addressPostalCode: 'H2X 1Y4',
      spokenLanguage: origin.language,
      interpreterNeeded: origin.language !== 'en',
      fearedCountries: [origin.country],
      grounds: [chance.pick('ground', grounds)],
      entries: [{ date: arrived, manner: 'airport' }],
      route: [{ from: origin.country, to: 'CAN', left, arrived, means: 'air' }],
      narrative: `I lived in ${origin.city}. They threatened me in ${left.slice(0, 7)}, and the police did nothing.`,
      workPermitRequested: chance.is('work', 0.8),
    },
    record: {
      'record.who.eyes': chance.pick('eyes', ['brown', 'black', 'green']),
      'record.who.heightCm': chance.between('height', 150, 195),
      'record.boc.leftOn': left,
      'record.boc.whyThen': 'They came back in the night, and we could not wait for the morning.',
    },
  }
  if (habit === 'incomplete') {
    const { birthDate: _, ...person } = whole.person
    const { addressLine: _line, narrative: _story, fearedCountries: _feared, ...claim } = whole.claim
    return { person, claim }
  }
  if (habit === 'contradictory')
    return {
      ...whole,
      // The entry is said to be before the way began, and the birthplace is in another country.
      person: { ...whole.person, birthCountry: 'FRA' },
      claim: { ...whole.claim, entries: [{ date: addDays(left, -90), manner: 'land_poe' }] },
      // And the Basis of Claim Form says that they left after they had come.
      record: { ...whole.record, 'record.boc.leftOn': addDays(arrived, 12) },
    }
  return whole
}

const relatives = ['Sami', 'Ana', 'Noor', 'Lea'] as const

/** Who files with a person: a wife or husband and children, of the same name, from the same place, by the same way. */
export function familyOf(chance: Chance, principal: Somebody, today: string): Somebody[] {
  if (!chance.is('family', 0.35)) return []
  const { familyName, birthCountry, birthPlace, citizenships } = principal.person
  const shared = Object.fromEntries(
    Object.entries({ familyName, birthCountry, birthPlace, citizenships }).filter(([, value]) => value !== undefined),
  ) as Somebody['person']
  return Array.from({ length: chance.between('members', 1, 4) }, (_, i) => {
    const days = i === 0 ? chance.between('partner', 8000, 20_000) : chance.between(`child ${i}`, 200, 6500)
    const person = { ...shared, givenNames: relatives[i], birthDate: addDays(today, -days) }
    const { narrative: _story, ...claim } = principal.claim
    return { person, claim }
  })
}

const two = (chance: Chance, what: string, most: number): string =>
  String(chance.between(what, 1, most)).padStart(2, '0')
