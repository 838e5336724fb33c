import { objection } from '../../shared/domain/confirmation/table.ts'
import type { Failure } from '../../shared/errors.ts'
import { photoPolicies } from '../../shared/photos/policy.ts'
import type { Uuid } from '../../shared/ports.ts'
import { ok, type Result } from '../../shared/result.ts'
import { type Tools, today } from '../claims/tools.ts'
import { decode } from '../photos/decode.ts'
import { takeIn } from '../photos/intake.ts'
import { submitPhoto } from '../photos/review/submit.ts'
import { sentPhotos } from '../store/sent-photos.ts'
import { photoApplicationOf } from './photo.ts'
import { type Confirmation, confirmationOf } from './rows.ts'
import { append } from './say.ts'
import { onConfirmation } from './work.ts'

/** How many are taken in at a turn: the desk answers officers in between. */
const atOnce = 20

/**
 * Takes photos that came through the portal into the queue of photos, once their bytes are here. One that cannot be
 * used is answered with the reason, and the person may send another. Two desks that take in the same one name it alike:
 * the first placed counts. Gives how many were taken in or refused.
 */
export async function takeSentPhotos(tools: Tools, device: Uuid): Promise<Result<number>> {
  let settled = 0
  for (const row of tools.store.all(sentPhotos({ most: atOnce }))) {
    const person = confirmationOf(row)
    const { sent } = person.facts.photo
    if (!sent || !tools.store.blobs.has(sent.sha256) || objection(person.state, 'submit_photo')) continue
    const bytes = tools.store.blobs.get(sent.sha256)
    // A damaged file is the store's to repair; it comes again from the central.
    if (!bytes.ok) continue
    const done = await takeOne(tools, device, person, bytes.value)
    if (!done.ok) return done
    settled += 1
  }
  return ok(settled)
}

async function takeOne(
  tools: Tools,
  device: Uuid,
  { id, facts }: Confirmation,
  bytes: Uint8Array,
): Promise<Result<null>> {
  const { sent } = facts.photo
  if (!sent) return ok(null)
  const on = today(tools)
  const declared = sent.takenOn ? { takenOn: sent.takenOn } : {}
  const taken = await takeIn(bytes, photoPolicies['pr-card'], decode, { today: on, ...declared })
  const refuse = ({ code, params }: Failure): Result<null> =>
    onConfirmation(tools, { id: device }, id, 'refuse_photo', (tx) => {
      append(tx, id, 'confirmation.photo_refused', { on, photo: sent.id, code, params })
      return ok(null)
    })
  if (!taken.ok) return refuse(taken.failure)
  const stored = tools.store.blobs.put(taken.value.original.bytes)
  if (!stored.ok) return stored
  const submitted = onConfirmation(tools, { id: device }, id, 'submit_photo', (tx, person) => {
    const application = photoApplicationOf(tx, person)
    const of = { kind: 'application', application } as const
    const photo = { profile: 'pr-card', source: 'portal', photoId: sent.id, of, taken: taken.value, on } as const
    const put = submitPhoto(tx, { ...photo, ...declared })
    return put.ok ? ok(null) : put
  })
  if (submitted.ok || submitted.failure.code.startsWith('store.')) return submitted
  return refuse(submitted.failure)
}
