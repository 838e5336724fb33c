import { type DocumentState, documentAllows } from '../../shared/domain/states.ts'
import { photoPolicies } from '../../shared/photos/policy.ts'
import type { Uuid } from '../../shared/ports.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { viewCopy } from '../photos/copies.ts'
import { decode } from '../photos/decode.ts'
import { takeIn } from '../photos/intake.ts'
import { query } from '../store/query.ts'
import type { Reader } from '../store/types.ts'

/** Sheets that came back with a signature by hand: pictures, cleaned like photos and kept by their hash. */

/** Longest side on the screen, pixels: handwriting must be read. */
const screenSide = 2000

/** Takes the picture in and names it to the paper; gives the claim. Fails with `photo.*`, `papers.not_signable`. */
export async function addSignedCopy(
  tools: Tools,
  officer: Officer,
  given: { readonly documentId: Uuid; readonly bytes: Uint8Array; readonly source: 'file' | 'camera' },
): Promise<Result<Uuid>> {
  // What the policy of portraits finds is of no concern here: only cleaning and limits are.
  const taken = await takeIn(given.bytes, photoPolicies['refugee-document'], decode, { today: today(tools) })
  if (!taken.ok) return taken
  const { arrived, original, width, height } = taken.value
  const picture = tools.store.blobs.put(original.bytes)
  if (!picture.ok) return picture
  return tools.store.transact({ actor: officer.id }, (tx) => {
    const paper = paperRow(tx, given.documentId)
    if (!paper) return fail('desk.not_found')
    if (!documentAllows(paper.state as DocumentState, 'add_signed_copy')) return fail('papers.not_signable')
    tx.append({
      subject: { kind: 'document', id: given.documentId },
      type: 'document.signed_copy_added',
      body: {
        arrived: arrived.sha256,
        picture: picture.value,
        mime: original.mime,
        width,
        height,
        source: given.source,
      },
    })
    return ok(paper.claim)
  })
}

/** A signed sheet for the screen, JPEG: one of this paper's own. */
export async function signedCopy(tools: Tools, documentId: Uuid, sha256: string): Promise<Result<Uint8Array>> {
  const paper = paperRow(tools.store, documentId)
  const copies = JSON.parse(paper?.signed ?? '[]') as { picture: string }[]
  if (!copies.some(({ picture }) => picture === sha256)) return fail('desk.not_found')
  const bytes = tools.store.blobs.get(sha256)
  if (!bytes.ok) return bytes
  const copy = await viewCopy(bytes.value, screenSide)
  return copy.ok ? ok(copy.value.bytes) : copy
}

const paperRow = (reader: Reader, id: Uuid) =>
  reader.first(query.selectFrom('document').select(['claim', 'state', 'signed']).where('id', '=', id))
