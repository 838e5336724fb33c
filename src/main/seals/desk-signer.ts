import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { ok, type Result } from '../../shared/result.ts'
import { officeOf } from '../office/settings.ts'
import { fromBase64, toBase64 } from '../officers/seal.ts'
import { dropLocalNote, keepLocalNote, localNote } from '../store/local-notes.ts'
import type { ProjectionTx, Reader, Store } from '../store/types.ts'
import { revocation, type TrustBundle } from './bundle.ts'
import { type NamedCertificate, named, parse, privateKeyOf } from './certificates.ts'

/**
 * The key with which this desk signs papers. It is made here, never leaves, and lies in the encrypted database like the
 * desk's own identity; a desk that is restored elsewhere is another desk and makes another.
 */

const noteName = 'seal_signer'
const kept = z.object({ privateKey: z.base64(), publicKey: z.base64(), request: z.string() })

/** A key signs for so long (facts 1.5: a year and two months); its certificate outlives the papers. */
const monthsOfUse = 14

/** The desk's request for a certificate (PEM), for the same key however often it is asked. */
export async function signerRequest(store: Store): Promise<Result<string>> {
  const held = keptKey(store)
  if (held) return ok(held.request)
  const device = store.identity()?.device ?? ''
  const { makeRequest } = await import('./x509.ts')
  const { privateKey, publicKey, request } = await makeRequest(officeOf(store).id, device)
  const note = { privateKey: toBase64(privateKey), publicKey: toBase64(publicKey), request }
  privateKey.fill(0)
  return store.transact({ actor: device }, (tx) => {
    keepLocalNote(tx, noteName, JSON.stringify(note))
    return ok(request)
  })
}

/** The key goes with the desk that held it. */
export const dropSigner = (tx: ProjectionTx): void => dropLocalNote(tx, noteName)

export interface DeskSigner {
  readonly signer: string
  readonly reference: string
  /** Of P-256. It goes to the thread that draws papers as a handle. */
  readonly privateKey: KeyObject
}

/** `none`: no key, or no certificate for it yet; `ended`: the key is past its use or was revoked. */
export type DeskSigning = { readonly state: 'ready'; readonly with: DeskSigner } | { readonly state: 'none' | 'ended' }

/** May this desk sign on a day (ISO), and with what? */
export function deskSigning(reader: Reader, bundle: TrustBundle | undefined, today: string): DeskSigning {
  const key = keptKey(reader)
  const certificate = key && bundle && certificateOf(key.publicKey, bundle)
  if (!certificate) return { state: 'none' }
  if (revocation(certificate, bundle.content).revokedOn || today > lastDay(certificate)) return { state: 'ended' }
  const { signer, reference } = certificate
  return { state: 'ready', with: { signer, reference, privateKey: privateKeyOf(fromBase64(key.privateKey)) } }
}

/** Country and letters in whose name this office signs, `CA01`; undefined before the desk has a certificate. */
export function officeSigner(reader: Reader, bundle: TrustBundle | undefined): string | undefined {
  const key = keptKey(reader)
  return key && bundle && certificateOf(key.publicKey, bundle)?.signer
}

function keptKey(reader: Reader): z.infer<typeof kept> | undefined {
  const note = localNote(reader, noteName)
  return note === undefined ? undefined : kept.parse(JSON.parse(note))
}

function certificateOf(publicKey: string, { content }: TrustBundle): NamedCertificate | undefined {
  const spki = Buffer.from(publicKey, 'base64')
  for (const { certificate } of content.signers) {
    const x509 = parse(fromBase64(certificate))
    if (x509?.publicKey.export({ format: 'der', type: 'spki' }).equals(spki)) return named(x509)
  }
  return undefined
}

function lastDay({ x509 }: NamedCertificate): string {
  const day = x509.validFromDate
  day.setUTCMonth(day.getUTCMonth() + monthsOfUse)
  return day.toISOString().slice(0, 10)
}
