import { type KeyObject, scryptSync } from 'node:crypto'
import { z } from 'zod'
import type { Clock, Random } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Files } from '../officers/ports.ts'
import { fromBase64, seal, toBase64, unseal } from '../officers/seal.ts'
import { documentDigest, fingerprint, parsed, revokedPrefixes, writeBundle } from './bundle.ts'
import { named, parse, privateKeyOf } from './certificates.ts'

/**
 * The offline root: a folder on a computer that meets no network. It holds the root's key under a passphrase, the
 * certificates that it issued and what was revoked; a USB stick carries requests in and bundles out.
 */

export interface AuthorityTools {
  readonly files: Files
  readonly clock: Clock
  readonly random: Random
}

const fileName = 'trust-register.json'

const register = z.object({
  format: z.literal('passerelle-trust-register/1'),
  root: z.base64(),
  key: z.object({ salt: z.base64(), sealed: z.object({ nonce: z.base64(), data: z.base64() }) }),
  /** Version of the last bundle. */
  version: z.int().min(0),
  /** Letters of each office in the name of its signers, by the id of the office. */
  offices: z.record(z.string(), z.string().regex(/^[A-Z0-9]{2}$/)),
  nextSerial: z.int().min(1),
  signers: z.array(z.object({ certificate: z.base64(), office: z.string(), device: z.string(), on: z.iso.date() })),
  revokedSigners: z.array(z.object({ signer: z.string(), reference: z.string(), on: z.iso.date() })),
  /** SHA-256 of each, hex: the register names no document. */
  revokedDocuments: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
})
type Register = z.infer<typeof register>

const year = 366 * 86_400_000
/** Root 25 years; a signer signs 14 months and is verified for the 6 years of the longest document on top (facts 1.5). */
const rootYears = 25
const signerMonths = 14 + 72
/** A bundle asks to be renewed after this. */
const bundleDays = 30

/** Makes the root. Fails with `trust.root_exists`. */
export async function createRoot(tools: AuthorityTools, name: string, passphrase: string): Promise<Result<string>> {
  const there = tools.files.read(fileName)
  if (!there.ok) return there
  if (there.value) return fail('trust.root_exists')
  if (passphrase.length < shortestPassphrase) return fail('trust.passphrase_short', { length: shortestPassphrase })
  const { makeRoot } = await import('./x509.ts')
  const from = new Date(tools.clock.now())
  const made = await makeRoot(name, { from, to: new Date(from.getTime() + rootYears * year) }, serialText(1))
  const salt = tools.random.bytes(16)
  const sealed = seal(stretch(passphrase, salt), made.privateKey, keyContext, tools.random)
  made.privateKey.fill(0)
  const kept = keep(tools, {
    format: 'passerelle-trust-register/1',
    root: toBase64(made.certificate),
    key: { salt: toBase64(salt), sealed },
    version: 0,
    offices: {},
    nextSerial: 16,
    signers: [],
    revokedSigners: [],
    revokedDocuments: [],
  })
  return kept.ok ? ok(fingerprint(made.certificate)) : kept
}

export interface Enrolled {
  readonly signer: string
  readonly reference: string
  readonly validTo: string
}

/**
 * Issues a signer's certificate on a desk's request (PEM). A key that has one already keeps it.
 * Errors: `trust.no_root`, `trust.passphrase_wrong`, `trust.request_invalid`.
 */
export async function enrolSigner(tools: AuthorityTools, passphrase: string, pem: string): Promise<Result<Enrolled>> {
  const opened = openRegister(tools)
  if (!opened.ok) return opened
  const root = openRoot(opened.value, passphrase)
  if (!root.ok) return root
  const { issueSigner, readRequest } = await import('./x509.ts')
  const request = await readRequest(pem)
  if (!request) return fail('trust.request_invalid')
  const held = opened.value.signers.find(({ certificate }) => sameKey(certificate, request.publicKey))
  if (held) return ok(enrolledOf(fromBase64(held.certificate)))
  const name = opened.value.offices[request.office] ?? freeName(opened.value)
  const from = new Date(tools.clock.now())
  const certificate = await issueSigner(root.value, {
    publicKey: request.publicKey,
    name,
    serialNumber: serialText(opened.value.nextSerial),
    from,
    to: monthsLater(from, signerMonths),
  })
  root.value.privateKey.fill(0)
  const { office, device } = request
  const kept = keep(tools, {
    ...opened.value,
    offices: { ...opened.value.offices, [office]: name },
    nextSerial: opened.value.nextSerial + 1,
    signers: [...opened.value.signers, { certificate: toBase64(certificate), office, device, on: dayOf(from) }],
  })
  return kept.ok ? ok(enrolledOf(certificate)) : kept
}

/** Notes a signer as revoked from today on. Errors: `trust.no_root`, `trust.signer_unknown`. */
export function revokeSigner(tools: AuthorityTools, signer: string, reference: string): Result<null> {
  const opened = openRegister(tools)
  if (!opened.ok) return opened
  const { signers, revokedSigners } = opened.value
  const known = signers.some(({ certificate }) => {
    const each = enrolledOf(fromBase64(certificate))
    return each.signer === signer && each.reference === reference
  })
  if (!known) return fail('trust.signer_unknown', { signer, reference })
  if (revokedSigners.some((one) => one.signer === signer && one.reference === reference)) return ok(null)
  const on = dayOf(new Date(tools.clock.now()))
  return keep(tools, { ...opened.value, revokedSigners: [...revokedSigners, { signer, reference, on }] })
}

/** Notes every signer of these desks as revoked; desks without one are passed over. Gives how many. Error: `trust.no_root`. */
export function revokeSignersOf(tools: AuthorityTools, desks: readonly string[]): Result<number> {
  const opened = openRegister(tools)
  if (!opened.ok) return opened
  const found = opened.value.signers.filter(({ device }) => desks.includes(device))
  for (const { certificate } of found) {
    const { signer, reference } = enrolledOf(fromBase64(certificate))
    const revoked = revokeSigner(tools, signer, reference)
    if (!revoked.ok) return revoked
  }
  return ok(found.length)
}

/** Notes documents of Canada as revoked, by their numbers. Error: `trust.no_root`. */
export function revokeDocuments(tools: AuthorityTools, numbers: readonly string[]): Result<number> {
  const opened = openRegister(tools)
  if (!opened.ok) return opened
  const digests = numbers.map((number) => Buffer.from(documentDigest({ country: 'CAN', number })).toString('hex'))
  const revokedDocuments = [...new Set([...opened.value.revokedDocuments, ...digests])].toSorted()
  const kept = keep(tools, { ...opened.value, revokedDocuments })
  return kept.ok ? ok(revokedDocuments.length) : kept
}

/** The next bundle. Its version is counted before it leaves. Errors: `trust.no_root`, `trust.passphrase_wrong`. */
export function exportBundle(
  tools: AuthorityTools,
  passphrase: string,
): Result<{ readonly file: string; readonly version: number; readonly nextUpdate: string }> {
  const opened = openRegister(tools)
  if (!opened.ok) return opened
  const root = openRoot(opened.value, passphrase)
  if (!root.ok) return root
  const version = opened.value.version + 1
  const kept = keep(tools, { ...opened.value, version })
  if (!kept.ok) return kept
  const now = tools.clock.now()
  const nextUpdate = dayOf(new Date(now + bundleDays * 86_400_000))
  const file = writeBundle(
    {
      format: 'passerelle-trust/1',
      version,
      created: new Date(now).toISOString(),
      nextUpdate,
      roots: [opened.value.root],
      signers: opened.value.signers.map(({ certificate }) => ({ certificate })),
      revokedSigners: opened.value.revokedSigners,
      revokedDocuments: revokedPrefixes(opened.value.revokedDocuments.map((digest) => Buffer.from(digest, 'hex'))),
      profiles: [],
      ruleSets: [],
      templates: [],
      policies: [],
    },
    { key: root.value.key, certificate: root.value.certificate },
  )
  return ok({ file, version, nextUpdate })
}

/** SHA-256 of the root's certificate. Error: `trust.no_root`. */
export function rootFingerprint(tools: AuthorityTools): Result<string> {
  const opened = openRegister(tools)
  return opened.ok ? ok(fingerprint(fromBase64(opened.value.root))) : opened
}

const shortestPassphrase = 12
const keyContext = 'passerelle trust root key'

interface OpenRoot {
  readonly key: KeyObject
  readonly privateKey: Uint8Array
  readonly certificate: Uint8Array
}

function openRoot({ root, key }: Register, passphrase: string): Result<OpenRoot> {
  const privateKey = unseal(stretch(passphrase, fromBase64(key.salt)), key.sealed, keyContext)
  if (!privateKey) return fail('trust.passphrase_wrong')
  return ok({ key: privateKeyOf(privateKey), privateKey, certificate: fromBase64(root) })
}

/** scrypt with 128 MB: a folder that is stolen must not give its passphrase away. */
const stretch = (passphrase: string, salt: Uint8Array): Uint8Array =>
  new Uint8Array(scryptSync(passphrase.normalize('NFKC'), salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 }))

function openRegister({ files }: AuthorityTools): Result<Register> {
  const bytes = files.read(fileName)
  if (!bytes.ok) return bytes
  if (!bytes.value) return fail('trust.no_root')
  const held = parsed(register, Buffer.from(bytes.value).toString('utf8'))
  return held ? ok(held) : fail('trust.register_damaged', { file: fileName })
}

const keep = ({ files }: AuthorityTools, changed: Register): Result<null> =>
  files.writeAtomically(fileName, Buffer.from(`${JSON.stringify(changed, null, 2)}\n`))

const sameKey = (certificate: string, publicKey: Uint8Array): boolean =>
  parse(fromBase64(certificate))?.publicKey.export({ format: 'der', type: 'spki' }).equals(publicKey) ?? false

function enrolledOf(certificate: Uint8Array): Enrolled {
  const x509 = parse(certificate)
  if (!x509) throw new Error('A certificate of the register cannot be read')
  const { signer, reference } = named(x509)
  return { signer, reference, validTo: dayOf(x509.validToDate) }
}

/** Two digits of base 36 that no office has: `01`, `02` ... */
function freeName({ offices }: Register): string {
  const taken = new Set(Object.values(offices))
  for (let number = 1; number < 36 * 36; number++) {
    const name = number.toString(36).toUpperCase().padStart(2, '0')
    if (!taken.has(name)) return name
  }
  throw new Error('More offices than a seal can name')
}

const serialText = (serial: number) => {
  const hex = serial.toString(16)
  return hex.padStart(hex.length + (hex.length % 2), '0')
}
const dayOf = (at: Date) => at.toISOString().slice(0, 10)
function monthsLater(from: Date, months: number): Date {
  const to = new Date(from)
  to.setUTCMonth(to.getUTCMonth() + months)
  return to
}
