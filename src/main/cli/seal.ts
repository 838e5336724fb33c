import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../shared/language.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type SealFinding, sealFinding, sealFindings } from '../../shared/seal/findings.ts'
import { type Judgement, judgeSeal, type Trust } from '../../shared/seal/judge.ts'
import { type ReadMessage, readMessages } from '../../shared/seal/messages.ts'
import { webpOfFrame } from '../../shared/seal/portrait.ts'
import { type Profile, profileOf, profiles } from '../../shared/seal/profiles.ts'
import { readSeal } from '../../shared/seal/read.ts'
import type { SealHeader } from '../../shared/seal/seal.ts'
import { openBundle, trustOf } from '../seals/bundle.ts'
import { isNamedBy, type NamedCertificate, readCertificates, signerCertificate } from '../seals/certificates.ts'
import { findSeal } from '../seals/see-paper.ts'
import { unseen, verifyPaper } from '../seals/verify-paper.ts'
import { bytesOf, textOf } from './files.ts'
import { say } from './texts.ts'
import type { Answer, CliWorld, CommonOptions } from './world.ts'

/** `seal verify` and `seal decode`: papers of anybody, without a store and without signing in. */

export interface SealOptions extends CommonOptions {
  /** PEM file of certificates that are believed for this once. */
  readonly certificates?: string
  /** File of a trust bundle that is gone by for this once. */
  readonly trust?: string
}

/** Judges the seal of a paper, or with `-` the seal that standard input gives in hex. */
export async function sealVerify(world: CliWorld, source: string, options: SealOptions): Promise<Result<Answer>> {
  const trust = trustGiven(options)
  if (!trust.ok) return trust
  const today = new Date(world.clock.now()).toISOString().slice(0, 10)
  if (source === '-') {
    const seal = hexBytes(world.readInput())
    const judged: Judgement = seal
      ? unseen(judgeSeal(seal, trust.value, today))
      : { status: 'WRONG_FORMAT', findings: [sealFinding('WRONG_FORMAT', { reason: 'hex' })], messages: [] }
    return ok(answerOf(judged, options.lang))
  }
  const file = bytesOf(source)
  if (!file.ok) return file
  const ocrb = () => new Uint8Array(readFileSync(join(world.assetsDir, 'fonts', 'OCRB.otf')))
  const judged = await verifyPaper(file.value, { trust: trust.value, today, ocrb })
  return judged.ok ? ok(answerOf(judged.value, options.lang)) : judged
}

/** Shows what a seal says, without asking who says it. Fails with `seal.malformed`, `seal.none_found` and as files do. */
export async function sealDecode(world: CliWorld, source: string, { lang }: CommonOptions): Promise<Result<Answer>> {
  const bytes = source === '-' ? ok(hexBytes(world.readInput())) : await sealInFile(source)
  if (!bytes.ok) return bytes
  if (!bytes.value) return fail('seal.malformed', { reason: 'hex' })
  const seal = readSeal(bytes.value)
  if (!seal.ok) return seal
  const { header, messages, signature } = seal.value
  const profile = profileOf(header)
  const told = readMessages(messages, profile)
  const data = {
    header: headerData(header, profile),
    messages: told.map((message) => messageData(message, lang)),
    signature: signature ? hex(signature) : null,
    ...portraitData(told),
  }
  return ok({ ok: true, lines: [...headerLines(header, profile, lang), ...messageLines(told, lang)], data })
}

async function sealInFile(source: string): Promise<Result<Uint8Array>> {
  const file = bytesOf(source)
  if (!file.ok) return file
  const found = await findSeal(file.value)
  if (!found.ok) return found
  return found.value.seal ? ok(found.value.seal) : fail('seal.none_found')
}

function hexBytes(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s/g, '')
  return /^([0-9a-f]{2})+$/i.test(digits) ? new Uint8Array(Buffer.from(digits, 'hex')) : undefined
}

/** Certificates and bundles that somebody hands over are believed: whoever types the command answers for them. */
function trustGiven({ certificates, trust }: SealOptions): Result<Trust> {
  const given = certificates === undefined ? ok([]) : certificatesIn(certificates)
  if (!given.ok) return given
  const bundle = trust === undefined ? ok(undefined) : bundleIn(trust)
  if (!bundle.ok) return bundle
  const held = bundle.value ?? { profiles, certificates: () => [], isRevoked: () => false }
  return ok({
    ...held,
    certificates: (header) => [
      ...held.certificates(header),
      ...given.value.filter((certificate) => isNamedBy(certificate, header)).map((one) => signerCertificate(one)),
    ],
  })
}

function bundleIn(name: string): Result<Trust> {
  const text = textOf(name)
  const bundle = text.ok ? openBundle(text.value) : text
  return bundle.ok ? ok(trustOf(bundle.value)) : bundle
}

function certificatesIn(name: string): Result<readonly NamedCertificate[]> {
  const file = bytesOf(name)
  return file.ok ? readCertificates(file.value) : file
}

function answerOf(judged: Judgement, lang: Language): Answer {
  const { status, findings, seal, profile, messages } = judged
  const lines = [
    status === 'VALID' ? say(lang, { en: 'VALID', fr: 'VALIDE (VALID)' }) : status,
    ...findings.map((finding) => `  ${finding.code}: ${messageOf(finding, lang)}`),
    ...(seal ? headerLines(seal.header, profile, lang) : []),
    ...messageLines(messages, lang),
  ]
  const data = {
    status,
    findings: findings.map((finding) => ({ ...finding, message: messageOf(finding, lang) })),
    header: seal ? headerData(seal.header, profile) : null,
    messages: messages.map((message) => messageData(message, lang)),
    ...portraitData(messages),
  }
  return { ok: status === 'VALID', lines, data }
}

const messageOf = ({ code }: SealFinding, lang: Language) => sealFindings[code].text[lang]

/** Names as the published test vectors of seals have them. */
const headerData = (header: SealHeader, profile: Profile | undefined) => ({
  version: header.version,
  country: header.country,
  signer: header.signer,
  certRef: header.reference,
  issued: header.issued,
  signed: header.signed,
  featureRef: byteHex(header.feature),
  typeCategory: byteHex(header.category),
  ...(profile ? { profile: profile.id } : {}),
})

const messageData = ({ tag, bytes, feature, value }: ReadMessage, lang: Language) => ({
  tag,
  len: bytes.length,
  hex: hex(bytes),
  ...(feature ? { name: feature.name[lang], coding: feature.coding } : {}),
  ...(value === undefined ? {} : { value }),
})

/** The signed portrait as a WebP file in base64. */
function portraitData(messages: readonly ReadMessage[]) {
  const portrait = messages.find(({ feature, value }) => feature?.coding === 'portrait' && value !== undefined)
  return portrait ? { portrait: Buffer.from(webpOfFrame(portrait.bytes)).toString('base64') } : {}
}

function headerLines(header: SealHeader, profile: Profile | undefined, lang: Language): string[] {
  const kind = profile?.name[lang] ?? `${byteHex(header.category)} ${byteHex(header.feature)}`
  const { country, signer, reference, issued, signed } = header
  return [
    kind,
    say(lang, {
      en: `Signed by ${signer} ${reference} for ${country} on ${signed}; document of ${issued}`,
      fr: `Signé par ${signer} ${reference} pour ${country} le ${signed}; document du ${issued}`,
    }),
  ]
}

const messageLines = (messages: readonly ReadMessage[], lang: Language) =>
  messages.map(({ tag, bytes, feature, value }) => {
    const said = typeof value === 'object' ? JSON.stringify(value) : (value ?? hex(bytes))
    return say(lang, {
      en: `  ${feature?.name.en ?? `Tag ${tag}`}: ${said}`,
      fr: `  ${feature?.name.fr ?? `Étiquette ${tag}`} : ${said}`,
    })
  })

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const byteHex = (value: number) => value.toString(16).padStart(2, '0')
