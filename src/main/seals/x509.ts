import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { webCrypto } from '../ports/web-crypto.ts'
import { sealUsage } from './certificates.ts'

/**
 * Makes the certificates behind our seals (Doc 9303-13 section 3, Doc 9303-12 section 7.1.3): a root that stays offline
 * and one signer for each desk. Loaded only where one is made.
 */

/** Node's types know a usage of keys that those of browsers lack; it is the same thing. */
type Provider = ReturnType<typeof x509.cryptoProvider.get>
const crypto = webCrypto as unknown as Provider
x509.cryptoProvider.set(crypto)

const rootKind = { name: 'ECDSA', namedCurve: 'P-384', hash: 'SHA-384' } as const
const signerKind = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** A private key in PKCS#8 and the certificate that goes with it, both DER. */
export interface MadeRoot {
  readonly privateKey: Uint8Array
  readonly certificate: Uint8Array
}

export interface Validity {
  readonly from: Date
  readonly to: Date
}

/** A root that signs signers' certificates and trust bundles. */
export async function makeRoot(name: string, { from, to }: Validity, serialNumber: string): Promise<MadeRoot> {
  const keys = await generate(rootKind)
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber,
    name: [{ C: ['CA'] }, { O: ['Passerelle'] }, { CN: [name] }],
    notBefore: from,
    notAfter: to,
    signingAlgorithm: rootKind,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return { privateKey: await pkcs8(keys.privateKey), certificate: new Uint8Array(certificate.rawData) }
}

/** A desk's key, PKCS#8, and its request for a certificate (PKCS#10, PEM), which shows that it holds the key. */
export async function makeRequest(office: string, device: string) {
  const keys = await generate(signerKind)
  const request = await x509.Pkcs10CertificateRequestGenerator.create({
    name: [{ O: [office] }, { CN: [device] }],
    signingAlgorithm: signerKind,
    keys,
  })
  return {
    privateKey: await pkcs8(keys.privateKey),
    publicKey: new Uint8Array(request.publicKey.rawData),
    request: request.toString('pem'),
  }
}

export interface SignerRequest {
  readonly office: string
  readonly device: string
  /** SPKI, DER. */
  readonly publicKey: Uint8Array
}

/** What a request asks for; undefined for a text that is none, or whose signature does not hold. */
export async function readRequest(pem: string): Promise<SignerRequest | undefined> {
  const request = parseRequest(pem)
  if (!request || !(await request.verify().catch(() => false))) return undefined
  const part = (name: string) => request.subjectName.getField(name)[0] ?? ''
  const { algorithm, rawData } = request.publicKey
  const curve = (algorithm as { namedCurve?: string }).namedCurve
  if (curve !== signerKind.namedCurve || !part('O') || !part('CN')) return undefined
  return { office: part('O'), device: part('CN'), publicKey: new Uint8Array(rawData) }
}

function parseRequest(pem: string): x509.Pkcs10CertificateRequest | undefined {
  try {
    return new x509.Pkcs10CertificateRequest(pem)
  } catch {
    return undefined // no request at all: the caller says so
  }
}

/** A signer's certificate, DER: the subject is state and name alone, as seals call it. */
export async function issueSigner(
  root: MadeRoot,
  { publicKey, name, serialNumber, from, to }: Validity & { publicKey: Uint8Array; name: string; serialNumber: string },
): Promise<Uint8Array> {
  const issuer = new x509.X509Certificate(root.certificate as Uint8Array<ArrayBuffer>)
  const { subtle } = crypto
  const signingKey = await subtle.importKey('pkcs8', root.privateKey as Uint8Array<ArrayBuffer>, rootKind, false, [
    'sign',
  ])
  const subjectKey = await subtle.importKey('spki', publicKey as Uint8Array<ArrayBuffer>, signerKind, true, ['verify'])
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber,
    subject: [{ C: ['CA'] }, { CN: [name] }],
    issuer: issuer.subject,
    notBefore: from,
    notAfter: to,
    signingAlgorithm: rootKind,
    publicKey: subjectKey,
    signingKey: signingKey,
    extensions: [
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
      new x509.ExtendedKeyUsageExtension([sealUsage], true),
    ],
  })
  return new Uint8Array(certificate.rawData)
}

const generate = (kind: typeof rootKind | typeof signerKind) =>
  crypto.subtle.generateKey(kind, true, ['sign', 'verify'])

const pkcs8 = async (key: Parameters<typeof crypto.subtle.exportKey>[1]) =>
  new Uint8Array(await crypto.subtle.exportKey('pkcs8', key))
