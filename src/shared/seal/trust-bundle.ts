import { z } from 'zod'
import type { Profile } from './profiles.ts'

/**
 * What every desk believes, in one file that an offline root signs: who may sign, who no longer may, which documents are
 * void. Carried by USB stick; small enough for it (50 offices: 19 KB; 100,000 revoked documents: 0.5 MB).
 */

const base64 = z.base64().max(8_000_000)
const date = z.iso.date()
const hexText = z.string().regex(/^[0-9A-F]{1,40}$/)

const coding = z.enum(['c40', 'zone', 'text', 'number', 'flags', 'appointment', 'portrait', 'digest', 'bytes'])
const bilingual = z.object({ en: z.string().min(1).max(200), fr: z.string().min(1).max(200) })

const profile = z.object({
  id: z.string().regex(/^[a-z0-9_]{3,60}$/),
  name: bilingual,
  category: z.int().min(0).max(255),
  feature: z.int().min(1).max(254),
  features: z.array(z.object({ tag: z.int().min(0).max(254), name: bilingual, coding })).max(255),
})

/** Which edition of something is in force: rules of law, wordings of papers, policies of photos. */
const edition = z.object({ id: z.string().min(1).max(80), version: z.string().min(1).max(40), from: date.optional() })

export const trustContent = z.object({
  format: z.literal('passerelle-trust/1'),
  /** Grows with every bundle: a lower one is refused. */
  version: z.int().min(1),
  created: z.iso.datetime(),
  /** Older than this it still serves, with a warning. */
  nextUpdate: date,
  /** X.509, DER: roots of signers and of later bundles. */
  roots: z.array(base64).min(1).max(20),
  signers: z
    .array(z.object({ certificate: base64, categories: z.array(z.int().min(0).max(255)).max(256).optional() }))
    .max(10_000),
  revokedSigners: z
    .array(z.object({ signer: z.string().regex(/^[A-Z]{2}[A-Z0-9]{2}$/), reference: hexText, on: date }))
    .max(10_000),
  /** Prefixes of 5 bytes of SHA-256, sorted: see `isRevokedIn`. */
  revokedDocuments: base64,
  /** Kinds of document beyond those of the program. */
  profiles: z.array(profile).max(200),
  ruleSets: z.array(edition).max(200),
  templates: z.array(edition).max(200),
  policies: z.array(edition).max(200),
})
export type TrustContent = z.infer<typeof trustContent>

/** The file: the signature covers the bytes of `content` as they stand, behind a line that says what they are. */
export const trustFile = z.object({
  format: z.literal('passerelle-trust-file/1'),
  /** SHA-256 of the root's certificate, hex. */
  root: z.string().regex(/^[0-9a-f]{64}$/),
  content: base64,
  signature: base64,
})

/** What the root signs. */
export const trustSigned = (content: string): string => `passerelle trust bundle 1\n${content}`

/** Length of a prefix of a digest: of 100,000 revoked documents, one in ten million others is taken for one of them. */
export const prefixLength = 5

/** What is hashed of a document: its state and number. */
export const revokedName = ({ country, number }: { country: string; number: string }): string => `${country} ${number}`

/** Does a sorted list of prefixes hold the one of this digest? */
export function isRevokedIn(prefixes: Uint8Array, digest: Uint8Array): boolean {
  let low = 0
  let high = Math.floor(prefixes.length / prefixLength) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const order = compare(prefixes, middle * prefixLength, digest)
    if (order === 0) return true
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return false
}

function compare(prefixes: Uint8Array, at: number, digest: Uint8Array): number {
  for (let index = 0; index < prefixLength; index++) {
    const difference = (prefixes[at + index] ?? 0) - (digest[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The profiles of a bundle as the reader of seals wants them. */
export const bundleProfiles = ({ profiles }: TrustContent): readonly Profile[] =>
  profiles.map(({ features, ...kind }) => ({
    ...kind,
    features: Object.fromEntries(features.map(({ tag, ...feature }) => [tag, feature])),
  }))
