import { photoPolicies } from '../../shared/photos/policy.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type Officer, type Tools, today } from '../claims/tools.ts'
import { decode } from '../photos/decode.ts'
import { takeIn } from '../photos/intake.ts'
import { submitPhoto } from '../photos/review/submit.ts'
import type { Tx } from '../store/types.ts'
import type { Confirmation } from './rows.ts'
import { append } from './say.ts'
import { onConfirmation } from './work.ts'

/** A photo that was brought or sent in for somebody who cannot use the portal. */
export interface GivenPhoto {
  readonly bytes: Uint8Array
  /** When it was taken, if it was said. */
  readonly takenOn?: string | undefined
}

/**
 * Puts the photo into the queue of photos for cards. Once submitted it is locked: only a return lets another one come.
 * Fails with what is wrong with the picture (`photo.*`), what its state forbids (`photos.*`, `confirmations.*`).
 */
export async function addPhoto(tools: Tools, officer: Officer, id: Uuid, photo: GivenPhoto): Promise<Result<null>> {
  const on = today(tools)
  const declared = photo.takenOn ? { takenOn: photo.takenOn } : {}
  const taken = await takeIn(photo.bytes, photoPolicies['pr-card'], decode, { today: on, ...declared })
  if (!taken.ok) return taken
  const stored = tools.store.blobs.put(taken.value.original.bytes)
  if (!stored.ok) return stored
  return onConfirmation(tools, officer, id, 'submit_photo', (tx, person) => {
    const application = photoApplicationOf(tx, person)
    const submitted = submitPhoto(tx, {
      profile: 'pr-card',
      source: 'intake',
      of: { kind: 'application', application },
      taken: taken.value,
      on,
      ...declared,
    })
    return submitted.ok ? ok(null) : submitted
  })
}

/** The person's application in the photos module: the one that they are joined to, or one of their own, with their id: two desks make the same. */
export function photoApplicationOf(tx: Tx, { id, facts }: Confirmation): Uuid {
  const { identity, office, photo } = facts
  if (photo.application) return photo.application
  const application = id
  tx.append({
    subject: { kind: 'photo_application', id: application },
    type: 'photo_application.noted',
    body: {
      office,
      applicationNumber: identity.applicationNumber,
      clientId: identity.clientId,
      familyName: identity.familyName,
      language: identity.language,
      birthDate: identity.birthDate,
      ...(identity.givenNames ? { givenNames: identity.givenNames } : {}),
    },
  })
  append(tx, id, 'confirmation.photos_joined', { application })
  return application
}
