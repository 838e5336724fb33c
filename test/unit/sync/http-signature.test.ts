import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  contentDigest,
  coversRequest,
  readSignature,
  type SignedRequest,
  signatureBase,
  signRequest,
  verifies,
} from '../../../src/shared/sync/http-signature.ts'

/** RFC 9421, appendix B.1.4 and B.2.6. */
const privateKey = createPrivateKey({
  key: Buffer.from('MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF', 'base64'),
  format: 'der',
  type: 'pkcs8',
})
const publicKey = createPublicKey(privateKey)
const vector =
  'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"'
const vectorSignature = 'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw=='

const request = (
  headers: Record<string, string>,
  method = 'POST',
  target = '/foo?param=Value&Pet=dog',
): SignedRequest => ({
  method,
  target,
  header: (name) => headers[name],
})
const rfcHeaders = {
  host: 'example.com',
  date: 'Tue, 20 Apr 2021 02:07:55 GMT',
  'content-type': 'application/json',
  'content-length': '18',
  'signature-input': vector,
  signature: `sig-b26=:${vectorSignature}:`,
}
const check = (signature: Uint8Array, bytes: Uint8Array) => verify(null, bytes, publicKey, signature)
const make = (bytes: Uint8Array) => new Uint8Array(sign(null, bytes, privateKey))

describe('the Ed25519 example of RFC 9421 (B.2.6)', () => {
  test('verifies, and its base signs to the very signature of the text', () => {
    const read = readSignature(request(rfcHeaders))!
    expect(verifies(read, check)).toBe(true)
    expect(read).toMatchObject({ created: 1618884473, keyid: 'test-key-ed25519' })
    expect(Buffer.from(make(Buffer.from(read.base))).toString('base64')).toBe(vectorSignature)
  })

  test.each([
    ['another method', request(rfcHeaders, 'PUT')],
    ['another path', request(rfcHeaders, 'POST', '/fo')],
    ['another field', request({ ...rfcHeaders, 'content-length': '19' })],
    ['another time', request({ ...rfcHeaders, 'signature-input': vector.replace('473', '474') })],
  ])('does not verify with %s', (_, changed) => {
    expect(verifies(readSignature(changed)!, check)).toBe(false)
  })
})

describe('a request of a desk', () => {
  const digest = contentDigest(new Uint8Array(32))
  const params = { created: 1_790_000_000, keyid: '8b0c1e9e-0000-8000-8000-000000000001', nonce: 'AbCd_-09' }
  const plain = request({ 'content-digest': digest }, 'get', '/v1/sync/pull?after=5')
  const fields = signRequest(plain, params, make)
  const signed = (changes: Record<string, string> = {}, target = plain.target) =>
    request({ 'content-digest': digest, ...fields, ...changes }, 'GET', target)

  test('is read back as it was signed, and covers method, path, query and body', () => {
    const read = readSignature(signed())!
    expect(read).toMatchObject({ ...params, alg: 'ed25519' })
    expect(coversRequest(read)).toBe(true)
    expect(verifies(read, check)).toBe(true)
  })

  test('does not verify with another query or body', () => {
    expect(verifies(readSignature(signed({}, '/v1/sync/pull?after=6'))!, check)).toBe(false)
    expect(
      verifies(readSignature(signed({ 'content-digest': contentDigest(new Uint8Array(32).fill(1)) }))!, check),
    ).toBe(false)
  })

  test.each([
    ['no signature', { signature: '' }],
    ['two signatures', { 'signature-input': `${fields['signature-input']}, b=("@method")` }],
    ['a label that differs', { signature: fields.signature.replace('passerelle', 'other') }],
    ['a component named twice', { 'signature-input': 'passerelle=("@method" "@method");created=1' }],
    ['a component that is not there', { 'signature-input': 'passerelle=("digest");created=1' }],
    ['what is no base64', { signature: 'passerelle=:=====:' }],
  ])('with %s is not read at all', (_, changes) => {
    expect(readSignature(signed(changes))).toBeUndefined()
  })

  test('that leaves something out does not cover the request', () => {
    const parameters = '("@method" "@path");created=1;keyid="k";nonce="n"'
    const base = signatureBase(plain, ['@method', '@path'], parameters)!
    const signature = Buffer.from(make(Buffer.from(base))).toString('base64')
    const read = readSignature(
      signed({ 'signature-input': `passerelle=${parameters}`, signature: `passerelle=:${signature}:` }),
    )!
    expect(verifies(read, check)).toBe(true)
    expect(coversRequest(read)).toBe(false)
  })
})
