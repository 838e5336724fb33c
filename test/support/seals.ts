import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import type { SignerCertificate, Trust } from '../../src/shared/seal/judge.ts'
import { profiles } from '../../src/shared/seal/profiles.ts'
import type { SealHeader, SealMessage } from '../../src/shared/seal/seal.ts'
import { hashBits, type SealSigner } from '../../src/shared/seal/write.ts'

/** Throw-away keys and invented seals. */

export type Curve = 'P-256' | 'P-384' | 'P-521'
const orderBits: Readonly<Record<Curve, number>> = { 'P-256': 256, 'P-384': 384, 'P-521': 521 }

export interface TestKey {
  readonly privateKey: KeyObject
  readonly sign: SealSigner
  readonly certificate: SignerCertificate
  readonly publicKey: KeyObject
}

/** A fresh key, its signer and a certificate that trusts it. */
export function testKey(curve: Curve = 'P-256', change: Partial<SignerCertificate> = {}): TestKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: curve })
  const hash = `sha${hashBits(orderBits[curve])}`
  return {
    publicKey,
    privateKey,
    sign: (bytes) => new Uint8Array(sign(hash, bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
    certificate: {
      validFrom: '2026-01-01',
      validTo: '2034-01-01',
      verify: (covered, signature) => verify(hash, covered, { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature),
      ...change,
    },
  }
}

/** Trust in one certificate, whatever the header names. */
export const trustIn = (certificate?: SignerCertificate, change: Partial<Trust> = {}): Trust => ({
  profiles,
  certificates: () => (certificate ? [certificate] : []),
  isRevoked: () => false,
  ...change,
})

export const claimantHeader: SealHeader = {
  version: 4,
  country: 'CAN',
  signer: 'CA01',
  reference: '1F',
  issued: '2026-11-22',
  signed: '2026-11-22',
  feature: 1,
  category: 0x52,
}

export const claimantZone = ['IRCANNGUYEN<<THI<ANH<DAO<<<<<<<<<<<<', 'R482193707VNM7001017F3211212<<<<<<<8'] as const

const hexText = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789ABCDEF'), minLength: min, maxLength: max })
const letters = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: min, maxLength: max })
const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

const header = (version: 3 | 4): fc.Arbitrary<SealHeader> =>
  fc.record({
    version: fc.constant(version),
    country: letters(1, 3),
    signer: fc.tuple(letters(2, 2), hexText(2, 2)).map((parts) => parts.join('')),
    reference: version === 3 ? hexText(5, 5) : hexText(1, 40),
    issued: date,
    signed: date,
    feature: fc.integer({ min: 1, max: 254 }),
    category: fc.integer({ min: 0, max: 255 }),
  })

const messages = (longest: number): fc.Arbitrary<SealMessage[]> =>
  fc.array(fc.record({ tag: fc.integer({ min: 0, max: 254 }), value: fc.uint8Array({ maxLength: longest }) }), {
    maxLength: 6,
  })

/** Any seal that can be written, before it is signed. */
export const unsigned = fc.oneof(
  fc.record({ header: header(3), messages: messages(255) }),
  fc.record({ header: header(4), messages: messages(300) }),
)
