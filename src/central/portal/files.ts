import { hash } from 'node:crypto'
import type { z } from 'zod'
import type { uploadAnswer } from '../../shared/contract/portal.ts'
import { officeOf } from '../../shared/domain/ports-of-entry.ts'
import type { FileMime } from '../../shared/domain/vocabulary.ts'
import { sniff } from '../../shared/photos/sniff.ts'
import { largestBlob } from '../blobs/blobs.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import type { Db } from '../storage/database.ts'
import type { DeviceRow } from '../storage/devices.ts'
import { addFile, filesOf, uploadsSince } from '../storage/portal/files.ts'
import type { Account } from './accounts.ts'
import type { PortalParts } from './portal.ts'
import { shown } from './show.ts'

const mimes: Readonly<Record<string, FileMime>> = { jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' }
const mostADay = 200
const dayMs = 86_400_000

/** Takes a file in for an office: what it is by its content, kept as the office's blob. The same bytes again are harmless. */
export async function upload(
  { database, blobs, clock }: PortalParts,
  { account }: Account,
  office: string,
  bytes: Buffer,
): Promise<Outcome<z.infer<typeof uploadAnswer>>> {
  if (!officeOf(office)) return refuse(422, 'schema', { at: 'office' })
  const mime = mimes[sniff(bytes)]
  if (!mime) return refuse(415, 'media_type')
  const uploaded = new Date(clock.now())
  if ((await uploadsSince(database.db, account, new Date(clock.now() - dayMs))) >= mostADay)
    return refuse(429, 'limited', { retryAfter: 3600 })
  const sha256 = hash('sha256', bytes, 'hex')
  const put = await blobs.put(asDevice(account, office), sha256, { offset: 0, total: bytes.length, bytes })
  if (!put.ok) return put
  const size = bytes.length
  await addFile(database.db, { account, office, sha: Buffer.from(sha256, 'hex'), size, mime, uploaded })
  return done({ sha256, size, mime })
}

/**
 * A file of a claim: what its person sent, or what the office attached to a message. Nobody fetches a stranger's file by
 * its hash. 404 `no_file`, also while the desk that has it has not brought it yet.
 */
export async function download(
  parts: PortalParts,
  account: Account,
  claimId: string,
  sha256: string,
): Promise<Outcome<{ readonly bytes: Uint8Array; readonly mime: FileMime }>> {
  const found = await shown(parts, account, claimId)
  if (!found.ok) return found
  const { claim, view } = found.value
  const attached = view.messages.flatMap(({ files }) => files).find((file) => file.sha256 === sha256)
  const own = await filesOf(parts.database.db, account.account, claim.office, [Buffer.from(sha256, 'hex')])
  const mime = attached?.mime ?? own[0]?.mime
  const whole = { offset: 0, length: largestBlob }
  const file = mime && (await parts.blobs.read(asDevice(account.account, claim.office), sha256, whole))
  return file ? done({ bytes: file.bytes, mime: mime as FileMime }) : refuse(404, 'no_file')
}

/** Who brings it, as the store of files knows such: the account stands in the place of a desk. */
export const asDevice = (account: string, office: string): DeviceRow => ({
  ...{ device: account, office, status: 'active', public_key: Buffer.alloc(32), enrolled: new Date(0) },
  ...{ approved_by: null, revoked: null, revoked_why: null, seen: null },
})

export interface NamedFile {
  readonly sha256: string
  readonly name: string
}

/** These files, when this account uploaded every one of them for this office. */
export async function uploaded(
  db: Db,
  { account, office }: { account: string; office: string },
  named: readonly NamedFile[],
): Promise<Outcome<ReadonlyMap<string, { sha256: string; size: number; mime: FileMime }>>> {
  const shas = [...new Set(named.map(({ sha256 }) => sha256))].map((sha) => Buffer.from(sha, 'hex'))
  const rows = await filesOf(db, account, office, shas)
  if (rows.length < shas.length) return refuse(409, 'file_missing')
  return done(
    new Map(
      rows.map(({ sha, size, mime }) => {
        const sha256 = sha.toString('hex')
        return [sha256, { sha256, size, mime: mime as FileMime }]
      }),
    ),
  )
}
