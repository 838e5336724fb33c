import { createHash, verify } from 'node:crypto'
import type { SignFile } from '../../../shared/cards/write.ts'
import type { Tools } from '../../claims/tools.ts'
import { officeOf } from '../../office/settings.ts'
import { publicKeyObject } from '../../store/identity.ts'

/** The cryptography of files of cards: what the desk signs with, and how a signature is verified. */

export const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest())

export const verifySignature = (key: string, bytes: Uint8Array, signature: Uint8Array): boolean =>
  signature.length === 64 && verify(null, bytes, publicKeyObject(Buffer.from(key, 'hex')), signature)

/** The head of a file that this desk writes, and its signature: the desk's own key, which is in every event's chain too. */
export function writerOf({ store, clock }: Tools, id: string) {
  const key = Buffer.from(store.identity()?.publicKey ?? []).toString('hex')
  const made = `${new Date(clock.now()).toISOString().slice(0, 19)}Z`
  const sign: SignFile = (bytes) => store.sync.sign(bytes)
  return { head: { id, from: officeOf(store).code, key, made }, sign }
}
