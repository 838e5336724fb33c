import { fail, type Result } from '../../shared/result.ts'
import { query } from '../store/query.ts'
import type { Tx } from '../store/types.ts'
import { type Confirmation, familyOf } from './rows.ts'

/**
 * Why the person cannot have this e-mail address: `confirmations.email_shared`, `confirmations.email_representative`.
 * Undefined where they can, or where there is none. Who reads another's mail reads their password.
 */
export function emailProblem(tx: Tx, person: Confirmation, email: string | undefined): Result<never> | undefined {
  if (!email) return undefined
  if (isShared(tx, person, email)) return fail('confirmations.email_shared')
  const held = tx.first(
    query.selectFrom('representative_email').select('n').where('email', '=', email.toLowerCase()).limit(1),
  )
  return held && fail('confirmations.email_representative')
}

/** Each member of a family has an address of their own. */
const isShared = (tx: Tx, { id, facts }: Confirmation, email: string): boolean =>
  familyOf(tx, facts.family.id).some(
    (member) => member.id !== id && member.facts.identity.email?.toLowerCase() === email.toLowerCase(),
  )
