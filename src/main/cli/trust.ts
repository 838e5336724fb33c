import { basename, dirname, resolve } from 'node:path'
import type { Language } from '../../shared/language.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { dataFolder } from '../officers/folder.ts'
import {
  type AuthorityTools,
  createRoot,
  enrolSigner,
  exportBundle,
  revokeDocuments,
  revokeSigner,
  revokeSignersOf,
  rootFingerprint,
} from '../seals/authority.ts'
import { signerRequest } from '../seals/desk-signer.ts'
import { takeBundle } from '../seals/held-trust.ts'
import { type Proposal, proposalOf, readProposal } from '../seals/proposal.ts'
import { readCentral } from '../sync/enrolment.ts'
import { textOf } from './files.ts'
import { type CliDesk, passphraseOf } from './opening.ts'
import { say } from './texts.ts'
import { type Answer, type CliWorld, type CommonOptions, UsageProblem } from './world.ts'

/**
 * `trust`: the offline root on one side (`--authority` names its folder), the desks on the other. A USB stick carries a
 * request from the desk to the root and a bundle from the root to every desk.
 */

export interface AuthorityOptions extends CommonOptions {
  readonly authority: string
  readonly secretFd?: number
}

const toolsOf = ({ clock, random }: CliWorld, { authority }: AuthorityOptions): AuthorityTools => ({
  files: dataFolder(resolve(authority), (_, fn) => fn()),
  clock,
  random,
})

/** `trust root`: makes the root in an empty folder, or shows the fingerprint of the one that is there. */
export async function trustRoot(
  world: CliWorld,
  options: AuthorityOptions & { name?: string },
): Promise<Result<Answer>> {
  const tools = toolsOf(world, options)
  const { name } = options
  const root = name ? await createRoot(tools, name, await passphraseOf(world, options)) : rootFingerprint(tools)
  if (!root.ok) return root
  const shown = root.value.match(/.{4}/g)?.join(' ') ?? ''
  const line = say(options.lang, {
    en: `Root: ${shown}. Take it to each desk on paper.`,
    fr: `Racine\u00a0: ${shown}. Portez-la à chaque poste sur papier.`,
  })
  return ok({ ok: true, lines: [line], data: { root: root.value } })
}

/** `trust enrol`: a certificate for the desk whose request this is. */
export async function trustEnrol(
  world: CliWorld,
  options: AuthorityOptions & { request: string },
): Promise<Result<Answer>> {
  const request = textOf(options.request)
  if (!request.ok) return request
  const enrolled = await enrolSigner(toolsOf(world, options), await passphraseOf(world, options), request.value)
  if (!enrolled.ok) return enrolled
  const { signer, reference, validTo } = enrolled.value
  const line = say(options.lang, {
    en: `Signer ${signer} ${reference}, valid to ${validTo}. It can sign once the desk has the next bundle.`,
    fr: `Signataire ${signer} ${reference}, valide jusqu’au ${validTo}. Il pourra signer lorsque le poste aura le prochain ensemble.`,
  })
  return ok({ ok: true, lines: [line], data: { signer, reference, validTo } })
}

export interface RevokeOptions extends AuthorityOptions {
  /** `CA01/1F`. */
  readonly signer?: string
  readonly document?: readonly string[]
  /** File of a desk's `trust propose`. */
  readonly proposal?: string
}

/** `trust revoke`: a signer, documents, or both; every desk learns it with the next bundle. */
export async function trustRevoke(world: CliWorld, options: RevokeOptions): Promise<Result<Answer>> {
  const { signer, document = [], proposal: file, lang } = options
  if (!signer && document.length === 0 && !file) throw new UsageProblem('--signer, --document, --proposal')
  const proposed = file === undefined ? ok(nothingProposed) : proposalIn(file)
  if (!proposed.ok) return proposed
  const tools = toolsOf(world, options)
  if (signer) {
    const [name = '', reference = ''] = signer.toUpperCase().split('/')
    const revoked = revokeSigner(tools, name, reference)
    if (!revoked.ok) return revoked
  }
  const signers = revokeSignersOf(tools, proposed.value.desks)
  if (!signers.ok) return signers
  const count = revokeDocuments(tools, [...document, ...proposed.value.documents])
  if (!count.ok) return count
  const line = say(lang, {
    en: `Noted. ${count.value} documents are revoked; desks learn it with the next bundle.`,
    fr: `Inscrit. ${count.value} documents sont révoqués; les postes l’apprendront avec le prochain ensemble.`,
  })
  return ok({ ok: true, lines: [line], data: { documents: count.value, signers: signers.value } })
}

const nothingProposed: Proposal = { format: 'passerelle-trust-proposal/1', documents: [], desks: [] }

function proposalIn(file: string): Result<Proposal> {
  const text = textOf(file)
  if (!text.ok) return text
  const read = readProposal(text.value)
  return read ? ok(read) : fail('trust.not_a_proposal')
}

/** `trust propose`: what this office asks the keeper of the root to revoke with the next bundle. */
export async function trustPropose({ desk }: CliDesk, out: string, lang: Language): Promise<Result<Answer>> {
  const proposed = proposalOf(desk.store, readCentral(desk.store)?.revokedDesks ?? [])
  const written = write(out, `${JSON.stringify(proposed, null, 1)}\n`)
  if (!written.ok) return written
  const [documents, desks] = [proposed.documents.length, proposed.desks.length]
  const line = say(lang, {
    en: `${documents} documents and ${desks} desks proposed. Take the file to whoever keeps the root.`,
    fr: `${documents} documents et ${desks} postes proposés. Portez le fichier à la personne qui garde la racine.`,
  })
  return ok({ ok: true, lines: [line], data: { documents, desks } })
}

/** `trust export`: signs the next bundle. */
export async function trustExport(
  world: CliWorld,
  options: AuthorityOptions & { out: string },
): Promise<Result<Answer>> {
  const bundle = exportBundle(toolsOf(world, options), await passphraseOf(world, options))
  if (!bundle.ok) return bundle
  const { file, version, nextUpdate } = bundle.value
  const written = write(options.out, file)
  if (!written.ok) return written
  const line = say(options.lang, {
    en: `Bundle ${version} written; the next is due by ${nextUpdate}.`,
    fr: `Ensemble ${version} écrit; le suivant est attendu d’ici le ${nextUpdate}.`,
  })
  return ok({ ok: true, lines: [line], data: { version, nextUpdate } })
}

/** `trust request`: the desk makes its key, once, and asks for a certificate. */
export async function trustRequest({ desk, actor }: CliDesk, out: string, lang: Language): Promise<Result<Answer>> {
  const request = await signerRequest(desk.store)
  if (!request.ok) return request
  const written = write(out, request.value)
  if (!written.ok) return written
  desk.store.access.note({ actor, act: 'trust_changed', details: { what: 'request' } })
  const line = say(lang, {
    en: 'Request written. Take it to whoever keeps the root.',
    fr: 'Demande écrite. Portez-la à la personne qui garde la racine.',
  })
  return ok({ ok: true, lines: [line], data: {} })
}

/** `trust import`: the desk goes by this bundle from now on. */
export async function trustImport(
  { desk, actor }: CliDesk,
  file: string,
  root: string | undefined,
  lang: Language,
): Promise<Result<Answer>> {
  const text = textOf(file)
  if (!text.ok) return text
  const taken = takeBundle(desk.store, actor, text.value, root)
  if (!taken.ok) return taken
  const { version, nextUpdate, signers } = taken.value.content
  desk.store.access.note({ actor, act: 'trust_changed', details: { what: 'bundle', version } })
  const line = say(lang, {
    en: `This desk goes by bundle ${version}: ${signers.length} signers, next due by ${nextUpdate}.`,
    fr: `Ce poste suit l’ensemble ${version}\u00a0: ${signers.length} signataires, le suivant attendu d’ici le ${nextUpdate}.`,
  })
  return ok({ ok: true, lines: [line], data: { version, nextUpdate, signers: signers.length, root: taken.value.root } })
}

function write(name: string, text: string): Result<null> {
  const path = resolve(name)
  return dataFolder(dirname(path), (_, fn) => fn()).writeAtomically(basename(path), Buffer.from(text))
}
