import type { SealHolderView, SealSaidView, SealVerdictView } from '../../shared/contract/views.ts'
import { readMrz } from '../../shared/mrz/read.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { sealFinding } from '../../shared/seal/findings.ts'
import { type Judgement, judgeSeal, linesOf, type Trust } from '../../shared/seal/judge.ts'
import { type ReadMessage, sealedZone } from '../../shared/seal/messages.ts'
import { numberTag, type Profile, profiles } from '../../shared/seal/profiles.ts'
import { scannedSeal } from '../../shared/seal/scanned.ts'
import type { SealHeader } from '../../shared/seal/seal.ts'
import { type Tools, today } from '../claims/tools.ts'
import { isRevoked } from '../documents/replaced.ts'
import { officeOf } from '../office/settings.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { type TrustBundle, trustOf } from './bundle.ts'
import { officeSigner } from './desk-signer.ts'
import { heldBundle } from './held-trust.ts'
import { portraitJpeg } from './portrait-picture.ts'
import type { SeenPaper } from './see-paper.ts'
import { judgePaper, unseen } from './verify-paper.ts'

/** Papers are verified at a desk: by the trust bundle that it holds, and by what it revoked itself since. */

/** Looks at a paper: the engine's worker, or whoever stands in for it. */
export type SeePaper = (paper: {
  readonly file: Uint8Array
  readonly profiles: readonly Profile[]
  readonly today: string
  readonly frame?: boolean
}) => Promise<Result<SeenPaper>>

/** Verifies the paper in a file. Errors: those of `see`, such as `seal.file_kind`. */
export async function verifyFile(tools: Tools, see: SeePaper, file: Uint8Array): Promise<Result<SealVerdictView>> {
  const seen = await see({ file, profiles: profilesHere(heldBundle(tools.store)), today: today(tools) })
  if (!seen.ok) return seen
  // What was revoked while the paper was looked at counts.
  const bundle = heldBundle(tools.store)
  return ok(await verdictView(tools, bundle, judgePaper(seen.value, trustHere(tools.store, bundle), today(tools))))
}

/** Looks for a paper in one picture of a camera: null where no seal is to be seen. Errors as above. */
export async function lookAtFrame(
  tools: Tools,
  see: SeePaper,
  file: Uint8Array,
): Promise<Result<SealVerdictView | null>> {
  const verdict = await verifyFile(tools, (paper) => see({ ...paper, frame: true }), file)
  return verdict.ok && verdict.value.status === 'READ_ERROR' ? ok(null) : verdict
}

/** Verifies what a hand scanner read. Error: `seal.malformed` for a text that cannot be the bytes of a seal. */
export async function verifyScanned(tools: Tools, text: string): Promise<Result<SealVerdictView>> {
  const seal = scannedSeal(text)
  if (!seal) return fail('seal.malformed', { reason: 'hex' })
  const bundle = heldBundle(tools.store)
  const judged = judgeSeal(seal, trustHere(tools.store, bundle), today(tools))
  return ok(await verdictView(tools, bundle, unseen(judged)))
}

/** The document of this desk that the paper says it is, for the access log. */
export function ownDocument(reader: Reader, { holder, said }: SealVerdictView): string | undefined {
  const number = holder?.documentNumber ?? said.find(({ tag, name }) => tag === numberTag && name)?.value
  if (typeof number !== 'string') return undefined
  const named = query.selectFrom('document').select('id').where('number', '=', number)
  return reader.first(named.orderBy('id', 'desc').limit(1))?.id
}

const profilesHere = (bundle: TrustBundle | undefined) => (bundle ? trustOf(bundle).profiles : profiles)

function trustHere(reader: Reader, bundle: TrustBundle | undefined): Trust {
  const held = bundle ? trustOf(bundle) : { profiles, certificates: () => [], isRevoked: () => false }
  return {
    ...held,
    // What this desk revoked reaches the others with the next bundle; here it counts at once.
    isRevoked: (document) =>
      held.isRevoked(document) || (document.country === 'CAN' && isRevoked(reader, document.number)),
  }
}

async function verdictView(
  tools: Tools,
  bundle: TrustBundle | undefined,
  { status, findings, seal, profile, messages }: Judgement,
): Promise<SealVerdictView> {
  const frame = messages.find(({ feature, value }) => feature?.coding === 'portrait' && value !== undefined)?.bytes
  const portrait = frame && (await portraitJpeg(frame))
  const holder = holderOf(messages, today(tools))
  return {
    status,
    // A desk that holds no bundle knows nobody: that is what is to be told, not that this signer is strange.
    findings: bundle ? findings : findings.map(withoutBundle),
    ...(seal
      ? { seal: { ...headerView(tools.store, bundle, seal.header), ...(profile ? { kind: profile.name } : {}) } }
      : {}),
    ...(holder ? { holder } : {}),
    said: messages.filter((message) => isTold(message, holder !== undefined)).map(saidView),
    ...(portrait ? { portrait: new File([Buffer.from(portrait)], 'portrait.jpg', { type: 'image/jpeg' }) } : {}),
  }
}

const withoutBundle = (finding: Judgement['findings'][number]) =>
  finding.code === 'UNKNOWN_CERTIFICATE'
    ? sealFinding('UNKNOWN_CERTIFICATE', { ...finding.details, reason: 'no_bundle' })
    : finding

function headerView(reader: Reader, bundle: TrustBundle | undefined, header: SealHeader) {
  const { country, signer, reference, issued, signed } = header
  const own = officeSigner(reader, bundle) === signer
  return { country, signer, reference, issued, signed, ...(own ? { office: officeOf(reader).name } : {}) }
}

function holderOf(messages: readonly ReadMessage[], day: string): SealHolderView | undefined {
  const zone = sealedZone(messages)
  const read = zone ? readMrz(linesOf(zone).join('\n'), day) : undefined
  if (!read?.ok) return undefined
  const { documentNumber, familyName, givenNames, nationality, birthDate, expiryDate, sex, lines } = read.value
  return {
    ...{ documentNumber, familyName, givenNames, sex, lines },
    nationality: nationality.raw,
    birthDate: birthDate.value ?? birthDate.raw,
    expiryDate: expiryDate.value ?? expiryDate.raw,
  }
}

/** The portrait is shown, the zone told as its holder, and a digest says nothing to anybody. */
const isTold = ({ feature }: ReadMessage, holder: boolean): boolean =>
  feature?.coding !== 'portrait' && feature?.coding !== 'digest' && !(holder && feature?.coding === 'zone')

const saidView = ({ tag, bytes, feature, value }: ReadMessage): SealSaidView => ({
  tag,
  ...(feature ? { name: feature.name, coding: feature.coding } : {}),
  value: value ?? Buffer.from(bytes).toString('hex'),
})
