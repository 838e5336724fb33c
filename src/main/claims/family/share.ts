import type { FieldView } from '../../../shared/contract/views.ts'
import { may } from '../../../shared/domain/authority.ts'
import {
  agree,
  differsRegister,
  type FamilyGroup,
  fieldsOfGroup,
  groupsOf,
  isEmptyIn,
} from '../../../shared/domain/family.ts'
import { type ClaimField, type ClaimValues, contactFields } from '../../../shared/domain/fields.ts'
import { claimAllows } from '../../../shared/domain/states.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { officeOf } from '../../office/settings.ts'
import type { Tx } from '../../store/types.ts'
import { fieldsOf, valuesOf } from '../fields.ts'
import { type ClaimFile, findClaim, type Officer } from '../tools.ts'
import { membershipOf, membersOf } from './members.ts'

/** "Typed once": what is said for one member is said for the family, as ordinary changes of each member's claim. */

type Fields = Readonly<Record<string, FieldView>>

/** A claim as it stands in a transaction. */
export interface Held {
  readonly file: ClaimFile
  readonly fields: Fields
  readonly values: ClaimValues & Readonly<Record<string, unknown>>
}

export function heldBy(tx: Tx, claimId: Uuid): Held | undefined {
  const file = findClaim(tx, claimId)
  if (!file.ok) return undefined
  const fields = fieldsOf(tx, { kind: 'claim', id: claimId })
  return { file: file.value, fields, values: valuesOf(fields) }
}

export const differs = (group: FamilyGroup, { values }: Pick<Held, 'values'>): boolean =>
  values[differsRegister(group)] === true

/**
 * Carries a change of one member over to the others. `before` is the member before the change: who said the same then,
 * or nothing, says the same afterwards. Who was said to differ, holds another value, or is decided keeps what stands.
 */
export function shareWithFamily(tx: Tx, officer: Officer, before: Held, changed: ClaimValues): void {
  const { id } = before.file
  const own = membershipOf(tx, id)
  const groups = groupsOf(changed).filter((group) => !differs(group, before))
  if (!own || groups.length === 0) return
  const after = { ...before.values, ...changed }
  for (const { claim } of membersOf(tx, own.family)) {
    const member = claim === id ? undefined : heldBy(tx, claim)
    if (!member || !mayEdit(tx, officer, member.file)) continue
    const alike = groups.filter(
      (group) =>
        !differs(group, member) && (agree(group, before.values, member.values) || isEmptyIn(group, member.values)),
    )
    give(tx, member, { from: id, groups: alike, seen: before.values, values: after })
  }
}

interface Gift {
  /** The claim on which it was typed. */
  readonly from: Uuid
  readonly groups: readonly FamilyGroup[]
  /** What the officer saw stand there; the events that hold it are replaced. */
  readonly seen: ClaimValues
  readonly values: ClaimValues
}

/** Gives a member the family's values of some groups; fields that its state forbids stay as they are. */
export function give(tx: Tx, member: Held, { from, groups, seen, values }: Gift): void {
  const fields = groups
    .flatMap((group) => fieldsOfGroup(group))
    .filter((field) => mayReceive(member.file, field) && !equal(values[field], member.values[field]))
  if (fields.length === 0) return
  const valuesFrom = (held: ClaimValues) => Object.fromEntries(fields.map((field) => [field, held[field] ?? null]))
  const open = claimAllows(member.file.state, 'edit')
  tx.append({
    subject: { kind: 'claim', id: member.file.id },
    type: open ? 'claim.set' : 'claim.amended',
    body: { fields: valuesFrom(values), from, ...(open ? { source: 'typed' } : { was: valuesFrom(member.values) }) },
    bases: [...new Set(fields.flatMap((field) => headsSeen(member.fields[field], seen[field])))],
  })
}

/** A decided claim is not changed behind its officer's back; where to reach a person always may be, as a correction. */
const mayReceive = ({ state }: ClaimFile, field: ClaimField): boolean =>
  claimAllows(state, 'edit') || (contactFields.has(field) && claimAllows(state, 'amend'))

function mayEdit(tx: Tx, officer: Officer, { owner }: ClaimFile): boolean {
  const office = officeOf(tx).id
  return may({ ...officer, office, disabled: false }, 'claim.edit', { office, owner }).allowed
}

/** The events that hold what was seen. What another desk wrote beside it stays, as the conflict that it is. */
function headsSeen(view: FieldView | undefined, seen: unknown): readonly Uuid[] {
  if (!view?.conflict) return view?.heads ?? []
  return view.conflict.filter(({ value }) => equal(value, seen)).map(({ event }) => event)
}

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
