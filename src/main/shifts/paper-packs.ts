import type { ClaimPackView, PackRow, PackTaken } from '../../shared/contract/views.ts'
import { groupPackNumber, nextPacks, packCount, readPackNumber } from '../../shared/domain/paper-pack.ts'
import type { Language } from '../../shared/language.ts'
import { photoPolicies } from '../../shared/photos/policy.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { present } from '../claims/rows.ts'
import { openClaimIn } from '../claims/take-in.ts'
import { findClaim, type Officer, today } from '../claims/tools.ts'
import type { PaperTools } from '../documents/rendering.ts'
import { viewCopy } from '../photos/copies.ts'
import { decode } from '../photos/decode.ts'
import { takeIn } from '../photos/intake.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'
import { deskOf } from './shifts.ts'

/** Paper packs: printed ahead, taken in once each, their pages kept as pictures beside what is typed from them. */

/** Longest side on the screen, pixels: handwriting must be read. */
const screenSide = 2000

/**
 * Makes the next packs of this desk as one PDF. Their numbers are the desk's for good once this returns, printed or not.
 * Fails with `packs.used_up`, `store.behind`.
 */
export async function makePacks(
  tools: PaperTools,
  officer: Officer,
  { count, language }: { readonly count: number; readonly language: Language },
): Promise<Result<{ pdf: Uint8Array; numbers: string[] }>> {
  const { store, clock } = tools
  const issuing = store.issuing()
  if (!issuing.ok) return issuing
  const id = deskOf(store)
  const numbers = nextPackNumbers(store, id, count)
  if (!numbers.ok) return numbers
  const fonts = await tools.fonts()
  if (!fonts.ok) return fonts
  // Only once packs are printed: the sign-in must not wait for the PDF library.
  const { packsPdf } = await import('./pack-pages.ts')
  const printing = { numbers: numbers.value, printedOn: today(tools), firstLanguage: language, at: clock.now() }
  const pdf = await packsPdf({ ...printing, specimen: tools.specimen }, fonts.value)
  if (!pdf.ok) return pdf
  return store.transact({ actor: officer.id }, (tx) => {
    const body = { numbers: numbers.value }
    tx.append({ subject: { kind: 'device', id }, type: 'paper_pack.printed', body })
    return ok({ pdf: pdf.value, numbers: numbers.value })
  })
}

/** Numbers of the next packs of a desk; its own once `paper_pack.printed` names them. Fails with `packs.used_up`. */
export function nextPackNumbers(reader: Reader, device: Uuid, count: number): Result<string[]> {
  const last = reader.first(packsOf(device).limit(1))
  return nextPacks(device, last ? packCount(last.number) : 0, count)
}

/** Packs of a desk, the newest first: their numbers share the digits before the count. */
export const packsOf = (device: Uuid) =>
  query
    .selectFrom('paper_pack')
    .leftJoin('pack_claim', 'pack_claim.pack', 'paper_pack.number')
    .leftJoin('claim', 'claim.id', 'pack_claim.claim')
    .select(['paper_pack.number', 'paper_pack.printed_ms', 'pack_claim.claim', 'claim.application_number'])
    .where('paper_pack.device', '=', device)
    .orderBy('paper_pack.number', 'desc')

export const packRows = (reader: Reader, device: Uuid): PackRow[] =>
  reader.all(packsOf(device).limit(200)).map((row) => ({
    number: row.number,
    printedAt: new Date(row.printed_ms).toISOString(),
    ...present({ claimId: row.claim, applicationNumber: row.application_number }),
  }))

/**
 * Opens the claim that took this pack already, or a new one that takes it: a pack is taken once. One that this desk did
 * not print is taken too, and said so. Fails with `packs.not_a_number`, and like opening a claim.
 */
export function takePack(
  tools: PaperTools,
  officer: Officer,
  { text, channel }: { readonly text: string; readonly channel: 'port_of_entry' | 'inland' },
): Result<PackTaken> {
  const read = readPackNumber(text)
  if (!read.ok) return read
  const pack = read.value
  return tools.store.transact<PackTaken>({ actor: officer.id }, (tx) => {
    const foreign = !isOurs(tx, pack)
    const holder = holderOf(tx, pack)
    if (holder !== undefined) return ok({ claimId: holder, opened: false, foreign })
    const opened = openClaimIn(tools, tx, channel)
    if (!opened.ok) return opened
    const { claimId } = opened.value
    tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.paper_pack_taken', body: { pack, foreign } })
    return ok({ claimId, opened: true, foreign })
  })
}

interface GivenPage {
  readonly claimId: Uuid
  /** The number on the page, as typed or scanned. */
  readonly text: string
  readonly page: number
  readonly bytes: Uint8Array
}

/**
 * Keeps the picture of a page with the claim that took its pack.
 * Fails with `photo.*`, `packs.not_a_number`, `packs.other_claim` (says which), `packs.not_of_this_claim`,
 * `packs.page_there`.
 */
export async function addPackPage(tools: PaperTools, officer: Officer, given: GivenPage): Promise<Result<Uuid>> {
  const read = readPackNumber(given.text)
  if (!read.ok) return read
  const pack = read.value
  const belongs = belongsTo(tools.store, pack, given.claimId)
  if (!belongs.ok) return belongs
  // What the policy of portraits finds is of no concern here: only cleaning and limits are.
  const taken = await takeIn(given.bytes, photoPolicies['refugee-document'], decode, { today: today(tools) })
  if (!taken.ok) return taken
  const { arrived, original } = taken.value
  const picture = tools.store.blobs.put(original.bytes)
  if (!picture.ok) return picture
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const still = belongsTo(tx, pack, given.claimId)
    if (!still.ok) return still
    const same = pagesOf(tx, given.claimId).find((page) => page.pack === pack && page.picture === picture.value)
    if (same) return fail('packs.page_there', { page: same.page })
    tx.append({
      subject: { kind: 'claim', id: given.claimId },
      type: 'claim.paper_page_added',
      body: { pack, page: given.page, arrived: arrived.sha256, original: picture.value, mime: original.mime },
    })
    return ok(given.claimId)
  })
}

function belongsTo(reader: Reader, pack: string, claimId: Uuid): Result<null> {
  const claim = findClaim(reader, claimId)
  if (!claim.ok) return claim
  const holder = holderOf(reader, pack)
  if (holder === claimId) return ok(null)
  const other = holder === undefined ? undefined : findClaim(reader, holder)
  const number = groupPackNumber(pack)
  return other?.ok
    ? fail('packs.other_claim', { pack: number, application: other.value.applicationNumber })
    : fail('packs.not_of_this_claim', { pack: number })
}

/** The packs that a claim took, with the pictures of their pages; the newest picture of a page last. */
export function packsOfClaim(reader: Reader, claimId: Uuid): ClaimPackView[] {
  const packs = reader.all(query.selectFrom('pack_claim').select('pack').where('claim', '=', claimId).orderBy('pack'))
  const pages = pagesOf(reader, claimId)
  return packs.map(({ pack }) => ({
    number: pack,
    foreign: !isOurs(reader, pack),
    pages: pages
      .filter((page) => page.pack === pack)
      .map(({ page, picture, at_ms }) => ({ page, sha256: picture, at: new Date(at_ms).toISOString() })),
  }))
}

/** The picture of a page for the screen, JPEG: one of this claim's own. */
export async function pagePicture({ store }: PaperTools, claimId: Uuid, sha256: string): Promise<Result<Uint8Array>> {
  if (!pagesOf(store, claimId).some(({ picture }) => picture === sha256)) return fail('desk.not_found')
  const bytes = store.blobs.get(sha256)
  if (!bytes.ok) return bytes
  const copy = await viewCopy(bytes.value, screenSide)
  return copy.ok ? ok(copy.value.bytes) : copy
}

const pagesOf = (reader: Reader, claimId: Uuid) => reader.all(pagesOfClaim(claimId))
export const pagesOfClaim = (claimId: Uuid) =>
  query.selectFrom('pack_page').selectAll().where('claim', '=', claimId).orderBy('pack').orderBy('page').orderBy('n')

const holderOf = (reader: Reader, pack: string): Uuid | undefined =>
  reader.first(query.selectFrom('pack_claim').select('claim').where('pack', '=', pack))?.claim
const isOurs = (reader: Reader, pack: string): boolean =>
  reader.first(query.selectFrom('paper_pack').select('number').where('number', '=', pack)) !== undefined
