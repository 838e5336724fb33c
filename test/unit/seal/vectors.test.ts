import { createPublicKey, verify, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { unwrap } from '../../../src/shared/result.ts'
import { readC40, writeC40 } from '../../../src/shared/seal/c40.ts'
import { readSealDate, writeSealDate } from '../../../src/shared/seal/dates.ts'
import { readMessages, sealedZone } from '../../../src/shared/seal/messages.ts'
import { profileOf } from '../../../src/shared/seal/profiles.ts'
import { readSeal } from '../../../src/shared/seal/read.ts'
import { hashBits } from '../../../src/shared/seal/write.ts'
import { sharedData } from '../../support/shared-data.ts'

/**
 * Seals of others: ICAO's and the German office's examples, those of two libraries, and ours of a throw-away key. They
 * are not ours to copy: the file lies beside the repository, or these tests are skipped.
 */

interface Vectors {
  readonly certificates: Readonly<Record<string, string>>
  readonly c40: { readonly vectors: readonly { text: string; hex: string }[] }
  readonly dates: { readonly vectors: readonly { date: string; hex: string }[] }
  readonly seals: readonly Vector[]
  readonly own: {
    readonly publicKeySpkiPem: string
    readonly seals: readonly {
      name: string
      hex: string
      mrz: readonly string[]
      uci: string
      serial: string
      header: Record<string, string | number>
    }[]
  }
}
interface Vector {
  readonly name: string
  readonly hex: string
  readonly signerCert?: string
  readonly signatureValid?: boolean
  readonly error?: string
  readonly decoded?: {
    readonly version: number
    readonly country: string
    readonly signer: string
    readonly certRef: string
    readonly issued: string
    readonly signed: string
    readonly featureRef: string
    readonly typeCategory: string
    readonly messages: readonly { tag: number; len: number; hex: string; mrz?: string }[]
    readonly signatureBytes?: number
  }
}

const file = sharedData('seal-vectors.json')
const none: Vectors = {
  certificates: {},
  c40: { vectors: [] },
  dates: { vectors: [] },
  seals: [],
  own: { publicKeySpkiPem: '', seals: [] },
}
const vectors: Vectors = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : none
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))
const hex = (value: Uint8Array | undefined) => Buffer.from(value ?? []).toString('hex')

describe.skipIf(!existsSync(file))('seals of others (skipped where the file of vectors is not there)', () => {
  test('text and dates are written as the standards write them', () => {
    expect(vectors.c40.vectors.length).toBeGreaterThan(5)
    for (const { text, hex: expected } of vectors.c40.vectors) {
      expect(hex(writeC40(text))).toBe(expected)
      expect(readC40(bytes(expected))?.trimEnd()).toBe(text.replaceAll('<', ' ').trimEnd())
    }
    for (const { date, hex: expected } of vectors.dates.vectors) {
      expect(hex(writeSealDate(date))).toBe(expected)
      expect(readSealDate(bytes(expected))).toBe(date)
    }
  })

  test.each(vectors.seals.filter(({ decoded }) => decoded))('$name is read as stated', ({ hex: seal, decoded }) => {
    const { header, messages, signature } = unwrap(readSeal(bytes(seal)))
    expect({
      version: header.version,
      country: header.country,
      signer: header.signer,
      certRef: header.reference,
      issued: header.issued,
      signed: header.signed,
      featureRef: Number.parseInt(decoded?.featureRef ?? '', 16),
      typeCategory: Number.parseInt(decoded?.typeCategory ?? '', 16),
    }).toMatchObject({
      version: decoded?.version,
      country: decoded?.country,
      signer: decoded?.signer,
      certRef: decoded?.certRef,
      issued: decoded?.issued,
      signed: decoded?.signed,
      featureRef: header.feature,
      typeCategory: header.category,
    })
    expect(messages.map(({ tag, value }) => ({ tag, len: value.length, hex: hex(value) }))).toEqual(
      decoded?.messages.map(({ tag, len, hex: value }) => ({ tag, len, hex: value })),
    )
    if (decoded?.signatureBytes) expect(signature).toHaveLength(decoded.signatureBytes)
    const zone = decoded?.messages.find(({ mrz }) => mrz)?.mrz
    if (zone) expect(sealedZone(readMessages(messages, profileOf(header)))).toBe(zone)
  })

  test('a malformed seal is refused', () => {
    const malformed = vectors.seals.filter(({ error }) => error)
    expect(malformed.length).toBeGreaterThan(0)
    for (const { hex: seal } of malformed) expect(readSeal(bytes(seal)).ok).toBe(false)
  })

  const verifiable = vectors.seals.filter(({ signatureValid }) => signatureValid)
  test.each(verifiable)(
    'the signature of $name holds, and no longer when a byte changes',
    ({ hex: seal, signerCert }) => {
      const certificate = new X509Certificate(vectors.certificates[signerCert ?? ''] ?? '')
      const curve = certificate.publicKey.asymmetricKeyDetails?.namedCurve ?? ''
      const hash = `sha${hashBits(Number(/\d{3}/.exec(curve)?.[0]))}`
      const key = { key: certificate.publicKey, dsaEncoding: 'ieee-p1363' } as const
      const { covered, signature } = unwrap(readSeal(bytes(seal)))
      expect(verify(hash, covered, key, signature ?? new Uint8Array())).toBe(true)
      const changed = Uint8Array.from(covered)
      changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1
      expect(verify(hash, changed, key, signature ?? new Uint8Array())).toBe(false)
    },
  )

  test.each(vectors.own.seals)('ours: $name', ({ hex: seal, mrz, uci, serial, header }) => {
    const read = unwrap(readSeal(bytes(seal)))
    expect(read.header).toMatchObject({ signer: header.signer, reference: header.certRef, feature: header.featureRef })
    const told = readMessages(read.messages, profileOf(read.header))
    expect(sealedZone(told)).toBe(mrz.join(''))
    expect(told.filter(({ tag }) => tag === 3 || tag === 4).map(({ value }) => value)).toEqual([uci, serial])
    const key = { key: createPublicKey(vectors.own.publicKeySpkiPem), dsaEncoding: 'ieee-p1363' } as const
    expect(verify('sha256', read.covered, key, read.signature ?? new Uint8Array())).toBe(true)
  })
})
