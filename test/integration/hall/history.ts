import { linkClaims, makePrincipal, openMember, setDiffers, unlinkClaim } from '../../../src/main/claims/family/link.ts'
import { leaveLane, triageClaim } from '../../../src/main/claims/lane.ts'
import {
  correctArrival,
  finishArrival,
  handBack,
  handOver,
  leaveUnseen,
  noteArrival,
  openArrivalClaim,
  returnArrival,
  takeArrival,
  takeNext,
} from '../../../src/main/hall/arrivals.ts'
import { familyGroupNames } from '../../../src/shared/domain/family.ts'
import { ok, type Result } from '../../../src/shared/result.ts'
import { type Office, setClaim } from '../claims/support.ts'

/** Acts of the waiting room, of families and of lanes for random histories: `n` (0 to 9) chooses which. */

/** Failures that such an act may meet. */
export const hallFailures = [
  'hall.not_in_this_state',
  'hall.nobody_waits',
  'hall.already_taken',
  'hall.not_that_officer',
  'families.linked_already',
  'families.not_linked',
  'families.same_claim',
  'families.not_one_touch',
] as const

/** What desks that had not seen each other would have written of a party. */
const foreign = ({ store, officer }: Office, id: string, holder: string): Result<unknown> =>
  store.transact({ actor: officer.id }, (tx) => {
    tx.append({ subject: { kind: 'arrival', id }, type: 'arrival.taken', body: { fields: { holder } }, bases: [] })
    return ok(null)
  })

/** One act on the waiting room; the last party noted stands for all. */
export function hallAct(office: Office, parties: string[], n: number): Result<unknown> {
  const { tools, officer } = office
  const id = parties.at(-1)
  if (id === undefined || n === 0) {
    const noted = noteArrival(tools, officer, { adults: 1, children: n, language: n % 2 ? 'ar' : 'en' })
    if (noted.ok) parties.push(noted.value.arrivalId)
    return noted
  }
  const acts: readonly (() => Result<unknown>)[] = [
    () => takeArrival(tools, officer, id, true),
    () => openArrivalClaim(tools, officer, id),
    () => handBack(tools, officer, id),
    () => foreign(office, id, office.store.newId()),
    () => correctArrival(tools, officer, { arrivalId: id, fields: { children: 3, note: 'came back' }, bases: [] }),
    () => handOver(tools, officer, id, officer.id),
    () => leaveUnseen(tools, officer, id, 'went for food'),
    () => returnArrival(tools, officer, id),
    () => (parties.length % 2 ? finishArrival(tools, officer, id) : takeNext(tools, officer)),
  ]
  return acts[n - 1]?.() ?? ok(null)
}

/** One act on a family or a lane. */
export function familyAct(office: Office, claimId: string, other: string, n: number): Result<unknown> {
  const { tools, officer } = office
  const group = familyGroupNames[n % familyGroupNames.length] ?? 'address'
  const acts: readonly (() => Result<unknown>)[] = [
    () => openMember(tools, officer, claimId),
    () => linkClaims(tools, officer, { claimId, to: other, reason: 'they are siblings' }),
    () => unlinkClaim(tools, officer, claimId, 'not related'),
    () => makePrincipal(tools, officer, claimId),
    () => setDiffers(tools, officer, { claimId, group: 'address', as: 'differs' }),
    () => setDiffers(tools, officer, { claimId, group: 'address', as: 'same' }),
    () => setDiffers(tools, officer, { claimId, group, as: 'differs' }),
    () => setClaim(office, claimId, { addressLine: `${n} Main Street`, spokenLanguage: 'ar' }),
    () => triageClaim(tools, officer, claimId, { lowRisk: true, lowNeed: true, reason: 'no alerts' }),
    () => leaveLane(tools, officer, claimId, 'needs an interpreter'),
  ]
  return acts[n]?.() ?? ok(null)
}
