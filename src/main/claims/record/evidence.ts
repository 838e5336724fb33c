import { photoPolicies } from '../../../shared/photos/policy.ts'
import { sniff } from '../../../shared/photos/sniff.ts'
import type { Uuid } from '../../../shared/ports.ts'
import { type EvidenceAccount, evidenceRegister } from '../../../shared/record/evidence.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { viewCopy } from '../../photos/copies.ts'
import { decode } from '../../photos/decode.ts'
import { takeIn } from '../../photos/intake.ts'
import type { ReadingEngine } from '../../reading/engine.ts'
import { query } from '../../store/query.ts'
import type { Reader } from '../../store/types.ts'
import { present } from '../rows.ts'
import { inClaim } from '../take-in.ts'
import { type Officer, type Tools, today } from '../tools.ts'

/** Evidence: files taken in by what they are and not by what they are called, drawn page by page and never opened. */

/** Longest sides, pixels. */
const sides = { thumbnail: 240, page: 1800, full: 3600 } as const
const most = { pdfBytes: 25_000_000, pages: 300 } as const

interface Given {
  readonly claimId: Uuid
  readonly bytes: Uint8Array
  readonly name?: string | undefined
  readonly source: 'file' | 'paper' | 'portal' | 'email'
  readonly replaces?: Uuid | undefined
  /** What the portal named it, and what the person said that it is: an officer may say otherwise. */
  readonly sent?: { readonly id: Uuid; readonly account: EvidenceAccount }
}

interface Taken {
  readonly bytes: Uint8Array
  readonly mime: 'image/jpeg' | 'image/png' | 'application/pdf'
  readonly pages: number
  readonly thumbnail: Uint8Array
}

/**
 * Keeps a file as evidence: JPEG and PNG without what they say of their maker, PDF as it is. Bytes first, then the event
 * that names them. Errors: record.file_kind, record.too_many_bytes, record.too_many_pages, record.file_damaged,
 * record.evidence_unknown (what it replaces), `photo.*` of a picture, claims.not_in_this_state, desk.not_found.
 */
export async function addEvidence(
  tools: Tools,
  officer: Pick<Officer, 'id'>,
  reading: ReadingEngine,
  given: Given,
): Promise<Result<unknown>> {
  const taken = await take(given.bytes, reading, today(tools))
  if (!taken.ok) return taken
  const { bytes, mime, pages, thumbnail } = taken.value
  const file = tools.store.blobs.put(bytes)
  if (!file.ok) return file
  const small = tools.store.blobs.put(thumbnail)
  if (!small.ok) return small
  return inClaim(tools, officer, given.claimId, 'complete', (tx, claim) => {
    if (given.replaces && !evidenceRow(tx, claim.id, given.replaces)) return fail('record.evidence_unknown')
    const subject = { kind: 'claim', id: claim.id } as const
    const id = given.sent?.id ?? tx.newId()
    if (given.sent) {
      const fields = { [evidenceRegister(id)]: given.sent.account }
      tx.append({ subject, type: 'claim.record_set', body: { fields, source: 'import' } })
    }
    tx.append({
      subject,
      type: 'claim.evidence_added',
      body: {
        evidence: id,
        file: file.value,
        thumbnail: small.value,
        mime,
        bytes: bytes.length,
        pages,
        source: given.source,
        ...present({ name: given.name?.slice(0, 200) || undefined, replaces: given.replaces }),
      },
    })
    return ok(null)
  })
}

async function take(bytes: Uint8Array, reading: ReadingEngine, now: string): Promise<Result<Taken>> {
  const kind = sniff(bytes)
  if (kind === 'pdf') return takePdf(bytes, reading)
  if (kind !== 'jpeg' && kind !== 'png') return fail('record.file_kind')
  // What the policy of portraits finds is of no concern here: only cleaning and limits are.
  const taken = await takeIn(bytes, photoPolicies['refugee-document'], decode, { today: now })
  if (!taken.ok) return taken
  const { original } = taken.value
  const small = await viewCopy(original.bytes, sides.thumbnail)
  return small.ok ? ok({ bytes: original.bytes, mime: original.mime, pages: 1, thumbnail: small.value.bytes }) : small
}

async function takePdf(bytes: Uint8Array, reading: ReadingEngine): Promise<Result<Taken>> {
  if (bytes.length > most.pdfBytes) return fail('record.too_many_bytes', { limit: most.pdfBytes / 1_000_000 })
  const drawn = await reading.page({ file: bytes, page: 0, side: sides.thumbnail })
  if (!drawn.ok) return drawn
  const { pages, picture } = drawn.value
  if (pages > most.pages) return fail('record.too_many_pages', { pages, limit: most.pages })
  return ok({ bytes, mime: 'application/pdf', pages, thumbnail: picture })
}

/**
 * A page of a claim's evidence as JPEG. Only one of this claim's own. Errors: desk.not_found, record.no_such_page,
 * record.file_damaged, `store.*` where the bytes are not on this desk yet.
 */
export async function evidencePage(
  tools: Tools,
  reading: ReadingEngine,
  asked: { readonly claimId: Uuid; readonly evidence: Uuid; readonly page: number; readonly size: keyof typeof sides },
): Promise<Result<Uint8Array>> {
  const row = evidenceRow(tools.store, asked.claimId, asked.evidence)
  if (!row) return fail('desk.not_found')
  if (asked.size === 'thumbnail' && asked.page === 0 && row.thumbnail) return tools.store.blobs.get(row.thumbnail)
  const bytes = tools.store.blobs.get(row.file)
  if (!bytes.ok) return bytes
  if (row.mime === 'application/pdf') {
    const drawn = await reading.page({ file: bytes.value, page: asked.page, side: sides[asked.size] })
    return drawn.ok ? ok(drawn.value.picture) : drawn
  }
  const copy = await viewCopy(bytes.value, sides[asked.size])
  return copy.ok ? ok(copy.value.bytes) : copy
}

export const evidenceRow = (reader: Reader, claim: Uuid, id: Uuid) =>
  reader.first(
    query
      .selectFrom('evidence')
      .select(['file', 'thumbnail', 'mime', 'pages'])
      .where('id', '=', id)
      .where('claim', '=', claim),
  )
