import { createPrivateKey, type KeyObject, verify, X509Certificate } from 'node:crypto'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SignerCertificate } from '../../shared/seal/judge.ts'
import type { SealHeader } from '../../shared/seal/seal.ts'
import { hashBits } from '../../shared/seal/write.ts'

/** X.509 certificates of signers, as Doc 9303-13 section 3 wants them. */

/** id-icao-vdsSigner: may sign Visible Digital Seals and nothing else (Doc 9303-12, 7.1.3). */
export const sealUsage = '2.23.136.1.1.11.1'

/** A key in PKCS#8, DER. */
export const privateKeyOf = (pkcs8: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })

/** A certificate and what a seal calls it by. */
export interface NamedCertificate {
  readonly x509: X509Certificate
  /** State and name of the subject: `CA01`. */
  readonly signer: string
  /** Serial number in upper-case hex without leading zeros. */
  readonly reference: string
}

/** Certificates of a PEM file, or the one of a DER file. Error: `seal.certificates_unreadable`. */
export function readCertificates(file: Uint8Array): Result<readonly NamedCertificate[]> {
  const text = Buffer.from(file).toString('latin1')
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)
  const found = (blocks ?? [file]).map((block) => parse(block))
  const certificates = found.filter((certificate) => certificate !== undefined)
  return certificates.length === found.length ? ok(certificates.map(named)) : fail('seal.certificates_unreadable')
}

/** The certificate of PEM or DER bytes; undefined for anything else. */
export function parse(certificate: string | Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(certificate)
  } catch {
    return undefined // the caller says what could not be read
  }
}

export function named(x509: X509Certificate): NamedCertificate {
  const part = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(x509.subject)?.[1] ?? ''
  return { x509, signer: `${part('C')}${part('CN')}`.toUpperCase(), reference: trimmed(x509.serialNumber) }
}

/** Does a seal with this header name this certificate? */
export const isNamedBy = ({ signer, reference }: NamedCertificate, header: SealHeader): boolean =>
  header.signer === signer && trimmed(header.reference) === reference

const trimmed = (reference: string) => reference.toUpperCase().replace(/^0+(?=.)/, '')

/** What the judge needs of a certificate; `more` is what the trust says of it. */
export function signerCertificate(
  { x509, reference }: NamedCertificate,
  more: Pick<SignerCertificate, 'untrusted' | 'revokedOn' | 'categories'> = {},
): SignerCertificate {
  const key = keyOf(x509)
  // The standard keeps all zeros for tests.
  const untrusted = more.untrusted ?? (reference === '0' ? 'test' : undefined)
  return {
    ...more,
    ...(untrusted ? { untrusted } : {}),
    validFrom: x509.validFromDate.toISOString().slice(0, 10),
    validTo: x509.validToDate.toISOString().slice(0, 10),
    verify: (covered, signature) => key && holds(key, covered, signature),
  }
}

/** The key, where this computer has its curve: Electron's cryptography lacks the Brainpool curves. */
function keyOf(x509: X509Certificate): KeyObject | undefined {
  try {
    return x509.publicKey
  } catch {
    return undefined // told as a certificate that cannot be used here
  }
}

/** Lengths in bits of the orders of the curves that seals are signed on. */
const orderBits: Readonly<Record<string, number>> = {
  prime256v1: 256,
  secp224r1: 224,
  secp384r1: 384,
  secp521r1: 521,
  brainpoolP224r1: 224,
  brainpoolP256r1: 256,
  brainpoolP320r1: 320,
  brainpoolP384r1: 384,
  brainpoolP512r1: 512,
}

function holds(key: KeyObject, covered: Uint8Array, signature: Uint8Array): boolean | undefined {
  const bits = orderBits[key.asymmetricKeyDetails?.namedCurve ?? '']
  if (!bits) return undefined
  if (signature.length !== 2 * Math.ceil(bits / 8)) return false
  return verify(`sha${hashBits(bits)}`, covered, { key, dsaEncoding: 'ieee-p1363' }, signature)
}
