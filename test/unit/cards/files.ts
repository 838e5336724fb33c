import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { publicKeyObject } from '../../../src/main/store/identity.ts'
import type { CardFile, CardRow } from '../../../src/shared/cards/format.ts'
import type { CardFileKind } from '../../../src/shared/cards/kinds.ts'

/** Invented orders and answers of a facility, with a key that is nobody's. */

const seed = Buffer.alloc(32, 7)
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
})
export const key = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(12).toString('hex')
export const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
export const signer = (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, privateKey))
export const verifier = (named: string, bytes: Uint8Array, signature: Uint8Array) =>
  signature.length === 64 && verify(null, bytes, publicKeyObject(Buffer.from(named, 'hex')), signature)

export const batch = '0198c0de-0000-7000-8000-000000000001'
export const picture = new TextEncoder().encode('a picture\nsignature\tof nothing\n')
export const pictureName = createHash('sha256').update(picture).digest('hex')
export const head = { id: batch, from: 'montreal', key, made: '2026-11-22T15:04:05Z' }

export const orderRow = (line: number, change: Partial<CardRow<'order'>> = {}): CardRow<'order'> => ({
  order: `${batch}.${String(line).padStart(4, '0')}`,
  clientId: '1120481930',
  familyName: 'AL-AHMAD',
  givenNames: 'MUHAMMAD YUSUF',
  cut: '',
  birthDate: '1991-04-23',
  sex: 'M',
  birthCountry: 'SYR',
  citizenship: 'SYR',
  heightCm: '178',
  eyeColour: 'brown',
  residentSince: '2026-11-22',
  validYears: '5',
  language: 'en',
  line1: '1200 Main Street',
  line2: '',
  city: 'Cornwall',
  province: 'ON',
  postalCode: 'K6H 5R5',
  photo: pictureName,
  ...change,
})

export const fileOf = <K extends CardFileKind>(kind: K, rows: readonly CardRow<K>[]): CardFile<K> => ({
  kind,
  head,
  rows,
  pictures: new Map([[pictureName, picture]]),
})
