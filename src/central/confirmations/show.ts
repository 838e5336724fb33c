import type { z } from 'zod'
import type { ConfirmationAnswer, downloadRequest } from '../../shared/contract/confirmation-portal.ts'
import { confirmationPersonView } from '../../shared/portal/confirmation-view.ts'
import { said } from '../portal/author.ts'
import { asDevice } from '../portal/files.ts'
import type { PortalParts } from '../portal/portal.ts'
import { done, type Outcome, refuse } from '../problem.ts'
import { officeSeen } from '../storage/portal/shown.ts'
import { dayAt, personOf } from './person.ts'
import type { SignedIn } from './sign-in.ts'
import { tell, wasAsked } from './tell.ts'

/** What somebody is shown: as the central knows it now, with the moment up to which the office's desks told it. */
export async function showConfirmation(parts: PortalParts, account: SignedIn): Promise<Outcome<ConfirmationAnswer>> {
  const { database, clock } = parts
  const person = await personOf(parts, database.db, account)
  if (!person) return refuse(410, 'erased')
  const seen = await officeSeen(database.db, account.office)
  return done({
    ...confirmationPersonView(person.facts, person.events, dayAt(account.office, clock.now())),
    asOf: { portal: new Date(clock.now()).toISOString(), office: seen?.toISOString() ?? null },
  })
}

const largestPdf = 16 * 1024 * 1024

/**
 * The electronic confirmation as it was issued; each download is an event. 409 `ecopr`: there is none to be had.
 * 410 `ecopr_ended`: its days are over, an officer can make it available again. 503 `on_its_way`: its bytes are not here yet.
 */
export async function downloadEcopr(
  parts: PortalParts,
  account: SignedIn,
  { request }: z.infer<typeof downloadRequest>,
): Promise<Outcome<Uint8Array>> {
  const { database, blobs } = parts
  const person = await personOf(parts, database.db, account)
  if (!person) return refuse(410, 'erased')
  const { state, pdf, availableUntil = '' } = person.facts.ecopr
  if (!pdf || (state !== 'available' && state !== 'downloaded')) return refuse(409, 'ecopr', { state })
  const today = dayAt(account.office, parts.clock.now())
  if (availableUntil < today && !wasAsked(person, request)) return refuse(410, 'ecopr_ended', { availableUntil })
  const held = await blobs.read(asDevice(account.confirmation, account.office), pdf, { offset: 0, length: largestPdf })
  if (!held) return refuse(503, 'on_its_way', { retryAfter: 60 })
  const noted = await tell(parts, account, {
    ...{ act: 'download_ecopr', request },
    make: async ({ on }) =>
      done([said('confirmation.ecopr_downloaded', account.confirmation, { on, via: 'portal', request })]),
  })
  return noted.ok ? done(held.bytes) : noted
}
