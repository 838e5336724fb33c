import type { InterviewOutcome } from '../../shared/domain/confirmation/vocabulary.ts'
import { type DemoPerson, family } from './people.ts'
import type { PlanWish } from './seed-plan.ts'

/** The demo's people whose permanent residence is confirmed: who they are, and how far each of them has come. */

/** One approved person of the demo. */
export interface Resident {
  /** Counted from 0 in the order of the process. */
  readonly place: number
  readonly person: DemoPerson
  readonly clientId: string
  readonly applicationNumber: string
  /** What the file of approved applications did not say. */
  readonly lacks?: 'email' | 'eyeColour'
}

/** What happens to one person, by an officer's hand or as the portal would. */
export type ResidentAct =
  | 'invite'
  | 'post'
  | 'answer'
  | 'answer_assisted'
  | 'account'
  | 'sign_in'
  | 'declare'
  | 'declare_abroad'
  | 'declare_by_phone'
  | 'address'
  | 'refuse_representative'
  | 'require_interview'
  | 'book'
  | 'confirm'
  | 'ecopr'
  | 'download'
  | 'photo'
  | 'bad_photo'
  | 'accept'
  | 'return'
  | 'unreachable'
  | 'no_answer'
  | 'message_left'
  | 'wrong_number'
  | 'close'

/** Days before the demo began, and what was done on that day. */
export type LifeDay = readonly [daysAgo: number, ...acts: ResidentAct[]]

/** Where a card that was ordered has come to; `refused`: the production facility did not take the order. */
export type CardFate = 'ordered' | 'refused' | 'produced' | 'mailed' | 'returned'

/** Somebody alone, or a family to all of whom the same happens. */
interface Party {
  /** How many of a family; left out for somebody alone. */
  readonly family?: number
  /** Days ago, when the file came. */
  readonly approved: number
  readonly life: readonly LifeDay[]
  /** What the interview brought, once it is held; without one, it is still to be recorded. */
  readonly interview?: InterviewOutcome
  readonly card?: CardFate
  readonly lacks?: Resident['lacks']
}

/** A person and their own part in what happened to the party. */
export interface ResidentLife extends Pick<Party, 'approved' | 'life' | 'interview' | 'card'> {
  readonly resident: Resident
}

// The usual way through the portal, from the day of the invitation on; some are quicker than others.
const answered = (from: number): LifeDay[] => [
  [from, 'invite'],
  [from - 1 - (from % 4), 'answer'],
]
const withAccount = (from: number): LifeDay[] => [...answered(from), [from - 5, 'account']]
const signIn = (from: number): number => from - 6 - (from % 2)
const signedIn = (from: number): LifeDay[] => [...withAccount(from), [signIn(from), 'sign_in']]
const declared = (from: number): LifeDay[] => [...withAccount(from), [signIn(from), 'sign_in', 'declare', 'address']]
const confirmed = (from: number): LifeDay[] => [...declared(from), [signIn(from) - 2, 'confirm', 'ecopr']]
const pictured = (from: number): LifeDay[] => [...confirmed(from), [from - 10 - (from % 2), 'photo']]
const accepted = (from: number): LifeDay[] => [...pictured(from), [from - 12, 'accept']]
const interviewed = (from: number): LifeDay[] => [
  ...declared(from),
  [from - 8, 'require_interview'],
  [from - 9, 'book'],
]

/** Everybody in the order of the process, those who wait for an invitation first. At most a dozen are photographed. */
const parties: readonly Party[] = [
  { family: 4, approved: 5, life: [] },
  { approved: 5, life: [] },
  { approved: 5, life: [] },
  { approved: 5, life: [], lacks: 'email' },
  { approved: 20, life: [[8, 'invite']] },
  { approved: 20, life: [[7, 'invite']] },
  // Two reminders went out since by themselves: these are due by post.
  { approved: 76, life: [[62, 'invite']] },
  { approved: 76, life: [[58, 'invite']] },
  {
    approved: 76,
    life: [
      [70, 'invite'],
      [9, 'post'],
    ],
  },
  { approved: 20, life: [...answered(9)] },
  { approved: 20, life: [...answered(7)] },
  { approved: 20, life: [...withAccount(11)] },
  { approved: 48, life: [...withAccount(30)] },
  {
    approved: 48,
    life: [...withAccount(33), [9, 'unreachable', 'no_answer'], [6, 'wrong_number'], [2, 'message_left']],
  },
  { approved: 20, life: [...signedIn(14), [3, 'refuse_representative']] },
  {
    approved: 48,
    life: [
      [24, 'invite'],
      [15, 'answer_assisted'],
    ],
  },
  { approved: 48, life: [...signedIn(29), [12, 'declare_abroad']] },
  { approved: 20, life: [...declared(15), [5, 'require_interview']] },
  { approved: 48, life: interviewed(26), interview: 'no_show' },
  { approved: 20, life: interviewed(10) },
  { approved: 48, life: interviewed(22) },
  { approved: 76, life: interviewed(46), interview: 'not_satisfied' },
  { family: 3, approved: 20, life: declared(11) },
  { approved: 20, life: declared(10) },
  { approved: 76, life: [...interviewed(47), [3, 'confirm']], interview: 'resumed' },
  { approved: 20, life: [...declared(13), [2, 'confirm']] },
  { approved: 48, life: [...withAccount(27), [20, 'sign_in', 'declare'], [17, 'confirm', 'ecopr']] },
  // So long a resident that the days for address and photo run out.
  {
    approved: 160,
    life: [
      [158, 'invite'],
      [156, 'answer_assisted', 'declare_by_phone', 'confirm', 'ecopr', 'download'],
    ],
  },
  { family: 2, approved: 48, life: confirmed(25) },
  { approved: 20, life: [...confirmed(16), [5, 'bad_photo'], [4, 'return']] },
  { approved: 20, life: pictured(14) },
  { approved: 20, life: pictured(13) },
  { family: 2, approved: 20, life: accepted(15) },
  { approved: 48, life: accepted(26), lacks: 'eyeColour' },
  { approved: 20, life: accepted(17), card: 'refused' },
  { approved: 20, life: accepted(17), card: 'ordered' },
  { approved: 20, life: accepted(17), card: 'produced' },
  { approved: 48, life: [...accepted(40), [7, 'no_answer'], [4, 'message_left']], card: 'returned' },
  { approved: 48, life: accepted(40), card: 'mailed' },
  { approved: 48, life: [...accepted(40), [27, 'download']], card: 'mailed' },
  { approved: 48, life: [...answered(40), [31, 'close']] },
]

/** People of the demo's claims and of its queue of photos stand before these. */
const firstPerson = 200_000

/** Everybody of the second service, with what happened to them. The same wish gives the same people. */
export function residentLives({ seed, now, dateAt }: PlanWish): readonly ResidentLife[] {
  const next = householdsFrom(seed, dateAt(now))
  const members = parties.flatMap((party, nth) =>
    next(party.family).map((person) => ({ ...party, person, applicationNumber: `E${800_000_100 + nth * 7}` })),
  )
  return members.map(({ person, applicationNumber, lacks, family: _, ...life }, place) => ({
    ...life,
    resident: {
      place,
      person,
      clientId: String(9_800_000_001 + place * 13),
      applicationNumber,
      ...(lacks ? { lacks } : {}),
    },
  }))
}

/** Gives an adult who came alone, or so many of a family, each time others. */
function householdsFrom(seed: number, today: string): (members: number | undefined) => readonly DemoPerson[] {
  let at = firstPerson
  const passed: (readonly DemoPerson[])[] = []
  const fits = (household: readonly DemoPerson[], members: number | undefined) =>
    members === undefined ? household.length === 1 && (household[0]?.age ?? 0) >= 18 : household.length >= members
  return (members) => {
    const kept = passed.findIndex((household) => fits(household, members))
    if (kept >= 0) return (passed.splice(kept, 1)[0] ?? []).slice(0, members ?? 1)
    for (;;) {
      const household = family(seed, at, today)
      at += household.length
      if (fits(household, members)) return household.slice(0, members ?? 1)
      passed.push(household)
    }
  }
}
