import { sign } from 'node:crypto'
import type { Random } from '../../shared/ports.ts'
import { type Statement, type StatementKind, statementBytes } from '../../shared/sync/statement.ts'
import type { Db } from '../storage/database.ts'
import { keepSigningKey } from '../storage/signing-key.ts'
import { keyOf, publicOf } from './ed25519.ts'
import { seal, unseal } from './sealing.ts'

/** Signs what the central says. */
export interface Signer {
  /** 32 bytes. Desks keep it from their enrolment on. */
  readonly publicKey: Uint8Array
  say(kind: StatementKind, content: unknown): Statement
}

const about = Buffer.from('passerelle central signing key 1')

/** The signer of this database; its key is made the first time and lies there under the key file. */
export async function openSigner(db: Db, wrappingKey: Uint8Array, random: Random): Promise<Signer> {
  const made = random.bytes(32)
  const offered = { public_key: Buffer.from(publicOf(keyOf(made))), wrapped: seal(made, wrappingKey, about, random) }
  const kept = await keepSigningKey(db, offered)
  const seed = unseal(kept.wrapped, wrappingKey, about)
  if (!seed) throw new Error('The signing key does not open with the key file')
  const key = keyOf(seed)
  const publicKey = publicOf(key)
  return {
    publicKey,
    say(kind, value) {
      const content = JSON.stringify(value)
      const signature = sign(null, statementBytes(kind, content), key).toString('base64')
      return { kind, content, signature, key: Buffer.from(publicKey).toString('base64') }
    },
  }
}
