import {
  agree,
  differsRegister,
  type FamilyGroup,
  familyGroupNames,
  familyRegister,
  fieldsOfGroup,
  isEmptyIn,
  principalRegister,
} from '../../../shared/domain/family.ts'
import type { ClaimValues } from '../../../shared/domain/fields.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { headsOf } from '../../store/field-heads.ts'
import { query } from '../../store/query.ts'
import type { Tx } from '../../store/types.ts'
import { openClaimIn } from '../take-in.ts'
import { findClaim, type Officer, type Tools } from '../tools.ts'
import { type Membership, membershipOf, membersOf } from './members.ts'
import { differs, give, type Held, heldBy } from './share.ts'

/** Commands on who belongs together and what a member says for itself. */

/** Opens a claim for one more member: with the family's shared answers, by the channel of the claim it is opened beside. */
export function openMember(tools: Tools, officer: Officer, beside: Uuid): Result<{ claimId: Uuid }> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const row = tx.first(query.selectFrom('claim').select('channel').where('id', '=', beside))
    if (!row) return fail('desk.not_found')
    const family = membershipOf(tx, beside)?.family ?? found(tx, beside)
    const opened = openClaimIn(tools, tx, row.channel === 'inland' ? 'inland' : 'port_of_entry')
    if (opened.ok) join(tx, opened.value.claimId, { family, principal: false })
    return opened
  })
}

/** Links a claim to the family of another one, which becomes a family if it was none. Differences stay, as such. */
export function linkClaims(
  tools: Tools,
  officer: Officer,
  { claimId, to, reason }: { readonly claimId: Uuid; readonly to: Uuid; readonly reason: string },
): Result<null> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    if (claimId === to) return fail('families.same_claim')
    for (const id of [claimId, to]) {
      const claim = findClaim(tx, id)
      if (!claim.ok) return claim
    }
    const own = membershipOf(tx, claimId)
    // A family of one, such as somebody who came through the waiting room alone, may join another.
    if (own && membersOf(tx, own.family).length > 1) return fail('families.linked_already')
    const family = membershipOf(tx, to)?.family ?? found(tx, to, reason)
    if (own?.family === family) return fail('families.linked_already')
    join(tx, claimId, { family, principal: false, reason })
    return ok(null)
  })
}

/** Takes a claim out of its family; what it says stays. If it was the principal's, the next one's is. */
export function unlinkClaim(tools: Tools, officer: Officer, claimId: Uuid, reason: string): Result<null> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const own = membershipOf(tx, claimId)
    if (!own) return fail('families.not_linked')
    const fields = { [familyRegister]: null, [principalRegister]: null }
    append(tx, claimId, 'claim.family_left', fields, { reason })
    const [next] = membersOf(tx, own.family)
    if (next && own.principal) append(tx, next.claim, 'claim.family_principal_set', { [principalRegister]: true })
    return ok(null)
  })
}

/** Makes a claim the principal one of its family. */
export function makePrincipal(tools: Tools, officer: Officer, claimId: Uuid): Result<null> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const own = membershipOf(tx, claimId)
    if (!own) return fail('families.not_linked')
    if (own.principal) return ok(null)
    for (const member of membersOf(tx, own.family).filter(({ principal }) => principal))
      append(tx, member.claim, 'claim.family_principal_set', { [principalRegister]: false })
    append(tx, claimId, 'claim.family_principal_set', { [principalRegister]: true })
    return ok(null)
  })
}

/** Says that a group of answers differs for a member, or that it is the same as the family's again and takes it over. */
export function setDiffers(
  tools: Tools,
  officer: Officer,
  { claimId, group, as }: { readonly claimId: Uuid; readonly group: FamilyGroup; readonly as: 'differs' | 'same' },
): Result<null> {
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const own = membershipOf(tx, claimId)
    const member = heldBy(tx, claimId)
    if (!own || !member) return fail('families.not_linked')
    append(tx, claimId, 'claim.family_differs', { [differsRegister(group)]: as === 'differs' })
    const source = as === 'same' ? sourceOf(tx, own, group) : undefined
    if (source) give(tx, member, { from: source.file.id, groups: [group], seen: member.values, values: source.values })
    return ok(null)
  })
}

interface Joining {
  readonly family: Uuid
  readonly principal: boolean
  readonly reason?: string
}

/** Puts a claim into a family; whoever comes later gets what was said for all. */
export function join(tx: Tx, claimId: Uuid, { family, principal, reason }: Joining): void {
  const fields = { [familyRegister]: family, [principalRegister]: principal }
  append(tx, claimId, 'claim.family_joined', fields, reason ? { reason } : {})
  const joiner = heldBy(tx, claimId)
  if (!joiner) return
  const own = { claim: claimId, family, principal }
  const sources = familyGroupNames.flatMap((group) => {
    const source = sourceOf(tx, own, group)
    return source ? [{ group, source }] : []
  })
  const apart = sources.filter(
    ({ group, source }) => !agree(group, source.values, joiner.values) && !isEmptyIn(group, joiner.values),
  )
  if (apart.length > 0)
    append(
      tx,
      claimId,
      'claim.family_differs',
      Object.fromEntries(apart.map(({ group }) => [differsRegister(group), true])),
    )
  const taken = sources.filter((one) => !apart.includes(one))
  const [first] = taken
  if (!first) return
  const values = Object.assign({}, ...taken.map(({ group, source }) => part(group, source)))
  give(tx, joiner, { from: first.source.file.id, groups: taken.map(({ group }) => group), seen: joiner.values, values })
}

const part = (group: FamilyGroup, { values }: Held): ClaimValues =>
  Object.fromEntries(fieldsOfGroup(group).map((field) => [field, values[field]]))

/** Whose values are the family's in a group: the principal's, else the first member's that is not said to differ. */
function sourceOf(tx: Tx, { claim, family }: Membership, group: FamilyGroup): Held | undefined {
  for (const member of membersOf(tx, family)) {
    const held = member.claim === claim ? undefined : heldBy(tx, member.claim)
    if (held && !differs(group, held)) return held
  }
  return undefined
}

/** Makes a family of one claim, the principal's. */
function found(tx: Tx, claimId: Uuid, reason?: string): Uuid {
  const family = tx.newId()
  join(tx, claimId, { family, principal: true, ...(reason ? { reason } : {}) })
  return family
}

/** An event that sets registers of a claim, in place of whatever holds them on this desk. */
export function append(
  tx: Tx,
  claimId: Uuid,
  type: string,
  fields: Readonly<Record<string, unknown>>,
  rest: Readonly<Record<string, unknown>> = {},
): void {
  const subject = { kind: 'claim', id: claimId } as const
  tx.append({ subject, type, body: { ...rest, fields }, bases: headsOf(tx, subject, Object.keys(fields)) })
}
