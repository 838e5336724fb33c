import type { Entry } from '../../shared/domain/fields.ts'
import type { EligibilityFacts } from '../../shared/rules/index.ts'
import { dayOf, isoOf } from './days.ts'
import type { Draw } from './draw.ts'
import type { DemoPerson } from './people.ts'

/** The roads by which people come to the demo's land port, and what the law asks of each. */

export interface Route {
  readonly name: string
  readonly channel: 'port_of_entry' | 'inland'
  readonly manner: Entry['manner']
  /** Days between the entry and the claim, least and most. */
  readonly waited: readonly [number, number]
  /** What the person answers beyond what everybody is asked. */
  readonly facts: EligibilityFacts
  /** Is a claimant document given at the end? */
  readonly paper: boolean
}

/** The demo's office: the land port with the most claims. */
export const demoOffice = 'lacolle-15'

const land = { channel: 'port_of_entry', manner: 'land_poe', waited: [0, 0] } as const
const inland = { channel: 'inland', paper: true } as const
const landFacts = { cameFromUs: true } as const
const noRelative = { relativeInCanada: false } as const
const noException = {
  ...noRelative,
  canadianDocument: 'none',
  visaFreeCanada: false,
  returnedFromUs: 'no',
  deathPenaltyUs: false,
  deathPenaltyElsewhere: false,
} as const

const routes: readonly (readonly [Route, number])[] = [
  [
    {
      ...land,
      name: 'relative',
      paper: true,
      facts: { ...landFacts, relativeInCanada: true, relativeCitizen: false, relativeStatus: 'permanent_resident' },
    },
    30,
  ],
  [
    {
      ...land,
      name: 'relative_citizen',
      paper: true,
      facts: { ...landFacts, relativeInCanada: true, relativeCitizen: true },
    },
    12,
  ],
  [
    {
      ...land,
      name: 'visa',
      paper: true,
      facts: { ...landFacts, ...noRelative, canadianDocument: 'temporary_resident_visa', transitOnly: false },
    },
    8,
  ],
  [{ ...land, name: 'safe_country', paper: false, facts: { ...landFacts, ...noException } }, 13],
  [{ ...inland, name: 'airport', manner: 'airport', waited: [3, 300], facts: {} }, 18],
  [{ ...inland, name: 'late', manner: 'airport', waited: [370, 900], facts: {} }, 4],
  [{ ...inland, name: 'crossed_within', manner: 'between_poes', waited: [1, 13], facts: noException, paper: false }, 3],
  [{ ...inland, name: 'crossed_late', manner: 'between_poes', waited: [14, 60], facts: {} }, 4],
  [
    {
      ...inland,
      name: 'earlier_claim',
      manner: 'airport',
      waited: [5, 200],
      facts: { priorClaims: ['rejected'] },
      paper: false,
    },
    2,
  ],
  [
    {
      ...inland,
      name: 'suspended',
      manner: 'airport',
      waited: [5, 200],
      facts: { seriousCharge: true, waitForCourt: true },
      paper: false,
    },
    6,
  ],
]

/** A child who came alone falls under an exception of its own. */
const alone: Route = {
  ...land,
  name: 'unaccompanied_minor',
  paper: true,
  facts: {
    ...landFacts,
    ...noRelative,
    accompaniedByParent: false,
    hasPartner: false,
    parentInCanadaOrUs: false,
  },
}

export const routeOf = (draw: Draw, { age, household }: DemoPerson): Route =>
  age < 18 && household.role === 'principal' ? alone : draw.weighted(routes)

/** What nearly everybody answers. */
export const commonFacts = ({ age }: DemoPerson): EligibilityFacts => ({
  removalOrder: false,
  reportReferred: false,
  seriousCharge: false,
  entriesComplete: true,
  protectionInCanada: 'none',
  priorClaims: [],
  partnerClaim: 'none',
  refugeeElsewhere: false,
  inadmissibility: [],
  ...(age < 18 ? { responsibleAdultInCanada: true, accompaniedByParent: true } : {}),
})

const fields = ['Roxham Road area', 'Champlain', 'a field near Hemmingford', 'the woods near Frelighsburg']

/** The entry that counts, ending on the day of the claim less the wait. */
export function entryOf(draw: Draw, { manner, waited }: Route, claimDate: string, { claim }: DemoPerson): Entry {
  const date = isoOf(dayOf(claimDate) - draw.between(...waited))
  if (manner === 'land_poe') return { date, manner, place: demoOffice }
  if (manner === 'between_poes') return { date, manner, place: draw.pick(fields) }
  const own = claim.entries?.at(-1)
  return { date, manner, place: own?.manner === 'airport' && own.place ? own.place : 'yul' }
}
