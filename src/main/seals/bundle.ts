import { createHash, type KeyObject, sign, verify, type X509Certificate } from 'node:crypto'
import type { z } from 'zod'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Trust } from '../../shared/seal/judge.ts'
import { profiles } from '../../shared/seal/profiles.ts'
import {
  bundleProfiles,
  isRevokedIn,
  prefixLength,
  revokedName,
  type TrustContent,
  trustContent,
  trustFile,
  trustSigned,
} from '../../shared/seal/trust-bundle.ts'
import { isNamedBy, type NamedCertificate, named, parse, sealUsage, signerCertificate } from './certificates.ts'

/** A trust bundle: written by the root, opened by everybody. */

export interface TrustBundle {
  readonly content: TrustContent
  /** SHA-256 of the certificate of the root that signed it, hex. */
  readonly root: string
  /** SHA-256 of every root's certificate in it. */
  readonly roots: readonly string[]
}

/** SHA-256 of a certificate, as people compare it. */
export const fingerprint = (certificate: Uint8Array): string => createHash('sha256').update(certificate).digest('hex')

const signedBytes = (content: string) => Buffer.from(trustSigned(content))

/** The file of a bundle, signed by the root that has this certificate. */
export function writeBundle(content: TrustContent, root: { key: KeyObject; certificate: Uint8Array }): string {
  const bytes = Buffer.from(JSON.stringify(content)).toString('base64')
  const signature = sign('sha384', signedBytes(bytes), { key: root.key, dsaEncoding: 'ieee-p1363' })
  const file: z.infer<typeof trustFile> = {
    format: 'passerelle-trust-file/1',
    root: fingerprint(root.certificate),
    content: bytes,
    signature: signature.toString('base64'),
  }
  return `${JSON.stringify(file)}\n`
}

/**
 * Opens a bundle. Its signature must be by one of its own roots; whether that root is believed is the caller's to ask.
 * Errors: `trust.not_a_bundle`, `trust.bundle_forged`.
 */
export function openBundle(text: string): Result<TrustBundle> {
  const file = parsed(trustFile, text)
  if (!file) return fail('trust.not_a_bundle')
  const content = parsed(trustContent, Buffer.from(file.content, 'base64').toString('utf8'))
  if (!content) return fail('trust.not_a_bundle')
  const certificates = content.roots.map((root) => new Uint8Array(Buffer.from(root, 'base64')))
  const root = certificates.find((certificate) => fingerprint(certificate) === file.root)
  const key = root && parse(root)?.publicKey
  const signature = Buffer.from(file.signature, 'base64')
  const holds = key && verify('sha384', signedBytes(file.content), { key, dsaEncoding: 'ieee-p1363' }, signature)
  return holds ? ok({ content, root: file.root, roots: certificates.map(fingerprint) }) : fail('trust.bundle_forged')
}

/** JSON of the wanted shape; undefined for anything else. */
export function parsed<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** What a bundle lets a desk believe. */
export function trustOf({ content }: TrustBundle): Trust {
  const roots = content.roots.flatMap((root) => parse(Buffer.from(root, 'base64')) ?? [])
  const signers = content.signers.flatMap(({ certificate, categories }) => {
    const x509 = parse(Buffer.from(certificate, 'base64'))
    return x509 ? [{ certificate: named(x509), categories }] : []
  })
  const revoked = new Uint8Array(Buffer.from(content.revokedDocuments, 'base64'))
  return {
    profiles: [...profiles, ...bundleProfiles(content)],
    renewBy: content.nextUpdate,
    certificates: (header) =>
      signers
        .filter(({ certificate }) => isNamedBy(certificate, header))
        .map(({ certificate, categories }) =>
          signerCertificate(certificate, {
            ...(categories ? { categories } : {}),
            ...doubt(certificate, roots),
            ...revocation(certificate, content),
          }),
        ),
    isRevoked: (document) => isRevokedIn(revoked, documentDigest(document)),
  }
}

function doubt({ x509 }: NamedCertificate, roots: readonly X509Certificate[]): { untrusted?: string } {
  const root = roots.find(
    (candidate) => candidate.ca && x509.checkIssued(candidate) && x509.verify(candidate.publicKey),
  )
  if (!root) return { untrusted: 'chain' }
  return x509.keyUsage?.includes(sealUsage) ? {} : { untrusted: 'usage' }
}

/** When the signer was revoked, if it was. */
export function revocation({ signer, reference }: NamedCertificate, { revokedSigners }: TrustContent) {
  const found = revokedSigners.find((one) => one.signer === signer && one.reference === reference)
  return found ? { revokedOn: found.on } : {}
}

export const documentDigest = (document: { country: string; number: string }): Uint8Array =>
  new Uint8Array(createHash('sha256').update(revokedName(document)).digest())

/** The sorted list of prefixes for a bundle, base64. */
export function revokedPrefixes(digests: readonly Uint8Array[]): string {
  const prefixes = digests.map((digest) => Buffer.from(digest.subarray(0, prefixLength)))
  return Buffer.concat(prefixes.toSorted(Buffer.compare)).toString('base64')
}
