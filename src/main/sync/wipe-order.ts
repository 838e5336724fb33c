import { verify } from 'node:crypto'
import { statement, statementBytes, wipeContent } from '../../shared/sync/statement.ts'
import { publicKeyObject } from '../store/identity.ts'

/** Whose order this desk obeys, and who it is. */
interface Party {
  /** Ed25519 key of the central, base64, kept since the enrolment. */
  readonly centralKey: string
  readonly device: string
}

/**
 * When the central revoked this desk (ISO instant), if what it sent is its order to wipe, signed with the key that it had
 * at the enrolment and made out to the present identity: an order to an earlier one, or to another desk, is none.
 */
export function wipeOrderedAt(order: unknown, { centralKey, device }: Party): string | undefined {
  const read = statement.safeParse(order)
  if (!read.success || read.data.kind !== 'wipe' || read.data.key !== centralKey) return undefined
  const { kind, content, signature } = read.data
  const key = publicKeyObject(Buffer.from(centralKey, 'base64'))
  if (!verify(null, statementBytes(kind, content), key, Buffer.from(signature, 'base64'))) return undefined
  const said = wipeContent.safeParse(jsonOf(content))
  return said.success && said.data.device === device ? said.data.at : undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // Signed, but not what a wipe order says.
  }
}
