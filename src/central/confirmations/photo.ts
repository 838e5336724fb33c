import { hash } from 'node:crypto'
import type { z } from 'zod'
import type { chosenPhoto, sendPhotoRequest } from '../../shared/contract/confirmation-portal.ts'
import { confirmationAllows } from '../../shared/domain/confirmation/table.ts'
import { walkJpeg } from '../../shared/photos/jpeg.ts'
import { uprightSize } from '../../shared/photos/picture.ts'
import { walkPng } from '../../shared/photos/png.ts'
import { sniff } from '../../shared/photos/sniff.ts'
import { said } from '../portal/author.ts'
import { asDevice } from '../portal/files.ts'
import { newId, type PortalParts } from '../portal/portal.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import { findBlob } from '../storage/blobs.ts'
import { choosePhoto, chosenPhotoOf, dropChosenPhoto } from '../storage/confirmations.ts'
import { personOf } from './person.ts'
import type { SignedIn } from './sign-in.ts'
import { refusedBy, tell } from './tell.ts'

/** What the official portal takes, bytes. */
export const largestPhoto = 4 * 1024 * 1024

/**
 * Keeps the photo that somebody chose, instead of the one before; the office does not see it yet. 415 `media_type`: no JPEG
 * or PNG. 422 `photo_unreadable`: cut short, or none that opens. 409 `photo`: one that was sent waits, or is accepted.
 */
export async function keepChosenPhoto(
  parts: PortalParts,
  account: SignedIn,
  bytes: Buffer,
): Promise<Outcome<z.infer<typeof chosenPhoto>>> {
  const { database, blobs, clock } = parts
  const { confirmation, office } = account
  const kind = sniff(bytes)
  if (kind !== 'jpeg' && kind !== 'png') return refuse(415, 'media_type')
  const walked = kind === 'jpeg' ? walkJpeg(bytes) : walkPng(bytes)
  if (!walked || walked.facts.truncated) return refuse(422, 'photo_unreadable')
  const person = await personOf(parts, database.db, account)
  if (!person) return refuse(410, 'erased')
  if (!confirmationAllows(person.state, 'send_photo'))
    return refusedBy({ code: 'confirmations.photo', params: {} }, person)
  const sha256 = hash('sha256', bytes, 'hex')
  const put = await blobs.put(asDevice(confirmation, office), sha256, { offset: 0, total: bytes.length, bytes })
  if (!put.ok) return put
  const mime = `image/${kind}` as const
  const row = { confirmation, sha: Buffer.from(sha256, 'hex'), size: bytes.length, mime, chosen: new Date(clock.now()) }
  await choosePhoto(database.db, row)
  return done({ sha256, size: bytes.length, mime, ...uprightSize(walked.facts) })
}

/** Sends the chosen photo: from now on it is locked. 409 `not_chosen`: it is not the one that was chosen last. */
export const sendChosenPhoto = (
  parts: PortalParts,
  account: SignedIn,
  { request, sha256, takenOn }: z.infer<typeof sendPhotoRequest>,
): Promise<Outcome<{ readonly done: true }>> =>
  tell(parts, account, {
    ...{ act: 'send_photo', request },
    async make({ tx, person: { confirmation, office }, on }) {
      const chosen = await chosenPhotoOf(tx, confirmation)
      if (chosen?.sha.toString('hex') !== sha256) return refuse(409, 'not_chosen')
      // Its bytes were lost meanwhile: it is to be chosen again.
      if (!(await findBlob(tx, office, chosen.sha))) return refuse(409, 'not_chosen')
      if (takenOn && takenOn > on) return refuse(422, 'future')
      await dropChosenPhoto(tx, confirmation)
      const mime = chosen.mime as z.infer<typeof chosenPhoto>['mime']
      const file = { sha256, size: chosen.size, mime, name: mime === 'image/png' ? 'photo.png' : 'photo.jpg' }
      const photo = newId(parts)
      return done([
        said('confirmation.photo_sent', confirmation, { on, photo, request, file, ...(takenOn ? { takenOn } : {}) }),
      ])
    },
  })
