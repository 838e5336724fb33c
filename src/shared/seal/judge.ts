import { readMrz } from '../mrz/read.ts'
import { gravestFirst, type SealFinding, type SealStatus, sealFinding, statusOf } from './findings.ts'
import { type ReadMessage, readMessages, sealedNumber, sealedZone } from './messages.ts'
import { ourCategory, type Profile, profileOf } from './profiles.ts'
import { readSeal } from './read.ts'
import type { Seal, SealHeader } from './seal.ts'

/** A certificate that may have signed a seal, with its key in hand. */
export interface SignerCertificate {
  /** ISO dates. */
  readonly validFrom: string
  readonly validTo: string
  /** Why it is not trusted, where it is not: `chain`, `usage`, `test`. */
  readonly untrusted?: string
  /** ISO date from which the key must not be believed. */
  readonly revokedOn?: string
  /** Categories of document that it may sign; all where absent. */
  readonly categories?: readonly number[]
  /** Does the signature hold? Undefined where this computer cannot calculate on its curve. */
  verify(covered: Uint8Array, signature: Uint8Array): boolean | undefined
}

/** What a desk knows of the world: handed in, so that the same judgement runs anywhere. */
export interface Trust {
  readonly profiles: readonly Profile[]
  /** ISO date on which it should have been renewed; absent where nothing says so. */
  readonly renewBy?: string
  /** Certificates with this signer and reference, compared without leading zeros: serials may collide. */
  certificates(header: SealHeader): readonly SignerCertificate[]
  isRevoked(document: { country: string; number: string }): boolean
}

/** What came of verifying a seal. */
export interface Judgement {
  readonly status: SealStatus
  /** The gravest first. */
  readonly findings: readonly SealFinding[]
  readonly seal?: Seal
  readonly profile?: Profile
  readonly messages: readonly ReadMessage[]
}

/**
 * Judges a seal on the day `today` (ISO) by what is known. `printed` are findings of comparing the paper with its seal:
 * call `judgeSeal` once with none, compare, then add them with `withFindings`. Never throws.
 */
export function judgeSeal(bytes: Uint8Array, trust: Trust, today: string): Judgement {
  const read = readSeal(bytes)
  if (!read.ok) return judgement([sealFinding('WRONG_FORMAT', { reason: String(read.failure.params.reason) })])
  const seal = read.value
  const profile = profileOf(seal.header, trust.profiles)
  const messages = readMessages(seal.messages, profile)
  const findings = [
    ...signatureFindings(seal, trust, today),
    ...contentFindings(seal, messages, profile, trust, today),
    ...(trust.renewBy && trust.renewBy < today ? [sealFinding('TRUST_OUT_OF_DATE', { date: trust.renewBy })] : []),
    sealFinding('COPY_NOT_DETECTED'),
  ]
  return { ...judgement(findings), seal, messages, ...(profile ? { profile } : {}) }
}

const judgement = (findings: readonly SealFinding[]): Judgement => ({
  status: statusOf(findings),
  findings: gravestFirst(findings),
  messages: [],
})

/** The judgement with what a comparison of the paper found besides. */
export function withFindings(judged: Judgement, more: readonly SealFinding[]): Judgement {
  const findings = gravestFirst([...judged.findings, ...more])
  return { ...judged, findings, status: statusOf(findings) }
}

function signatureFindings(seal: Seal, trust: Trust, today: string): readonly SealFinding[] {
  const { header, covered, signature } = seal
  if (!signature) return [sealFinding('WRONG_FORMAT', { reason: 'unsigned' })]
  const certificates = trust.certificates(header)
  if (certificates.length === 0)
    return [sealFinding('UNKNOWN_CERTIFICATE', { signer: header.signer, reference: header.reference })]
  const answers = certificates.map((certificate) => ({ certificate, holds: certificate.verify(covered, signature) }))
  const signer = answers.find(({ holds }) => holds)?.certificate
  if (signer) return certificateFindings(header, signer, today)
  const tried = answers.some(({ holds }) => holds === false)
  return [tried ? sealFinding('INVALID_SIGNATURE') : sealFinding('UNKNOWN_CERTIFICATE', { reason: 'curve' })]
}

function certificateFindings(header: SealHeader, signer: SignerCertificate, today: string): readonly SealFinding[] {
  const early = header.signed < signer.validFrom ? 'not_yet_valid' : undefined
  const untrusted = signer.untrusted ?? early
  return [
    ...(untrusted ? [sealFinding('UNTRUSTED_CERTIFICATE', { reason: untrusted })] : []),
    ...(signer.revokedOn ? [sealFinding('REVOKED_CERTIFICATE', { date: signer.revokedOn })] : []),
    ...(signer.categories && !signer.categories.includes(header.category)
      ? [sealFinding('INVALID_DOCUMENTTYPE', { category: header.category })]
      : []),
    // A seal outlives the use of its key, never its certificate.
    ...(today > signer.validTo || header.signed > signer.validTo
      ? [sealFinding('EXPIRED_CERTIFICATE', { date: signer.validTo })]
      : []),
  ]
}

function contentFindings(
  { header }: Seal,
  messages: readonly ReadMessage[],
  profile: Profile | undefined,
  trust: Trust,
  today: string,
): readonly SealFinding[] {
  if (!profile) return [sealFinding('UNKNOWN_PROFILE', { category: header.category, feature: header.feature })]
  const unknown = messages.filter(({ feature }) => !feature).map(({ tag }) => sealFinding('UNKNOWN_FEATURE', { tag }))
  const number = sealedNumber(header, messages)
  const revoked = number !== undefined && trust.isRevoked({ country: header.country, number })
  return [
    ...unknown,
    ...zoneFindings(header, sealedZone(messages), trust, today),
    ...(revoked ? [sealFinding('REVOKED_DOCUMENT')] : []),
  ]
}

function zoneFindings(header: SealHeader, zone: string | undefined, trust: Trust, today: string) {
  if (!zone) return []
  const read = readMrz(linesOf(zone).join('\n'), today)
  if (!read.ok) return [sealFinding('INVALID_SEAL_MRZ', { reason: 'shape' })]
  const { documentNumber, checks } = read.value
  const wrong = checks.filter((check) => !check.ok).map(({ field }) => field)
  // Some states leave letters in a check digit's place on papers that are no travel documents.
  const binding = header.category === ourCategory || header.category % 2 === 1
  return [
    ...(wrong.length > 0 && binding ? [sealFinding('INVALID_SEAL_MRZ', { fields: wrong.join(', ') })] : []),
    ...(trust.isRevoked({ country: header.country, number: documentNumber }) ? [sealFinding('REVOKED_DOCUMENT')] : []),
  ]
}

/** The lines of a zone written as one string: two of 44 or 36, three of 30. */
export function linesOf(zone: string): readonly string[] {
  const width = zone.length === 90 ? 30 : zone.length / 2
  return zone.match(new RegExp(`.{1,${Math.max(1, Math.ceil(width))}}`, 'g')) ?? []
}
