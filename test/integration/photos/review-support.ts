import type { Officer } from '../../../src/main/claims/tools.ts'
import { officeOf } from '../../../src/main/office/settings.ts'
import { decode } from '../../../src/main/photos/decode.ts'
import { takeIn } from '../../../src/main/photos/intake.ts'
import { submitPhoto } from '../../../src/main/photos/review/submit.ts'
import type { EventBody } from '../../../src/shared/domain/catalogue.ts'
import { photoPolicies } from '../../../src/shared/photos/policy.ts'
import type { PhotoReport } from '../../../src/shared/photos/report.ts'
import { ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { portraitJpeg } from '../../support/portraits.ts'
import type { Office } from '../claims/support.ts'

/** Photos in a queue, for tests of their review. */

const drawn = new Map<number, Promise<Uint8Array>>()
/** A made-up portrait; each seed is another face, drawn once. */
export const portrait = (seed: number): Promise<Uint8Array> => {
  const made = drawn.get(seed) ?? portraitJpeg(seed, {}, 720)
  drawn.set(seed, made)
  return made
}

export const reviewer = (office: Office): Officer => ({
  id: office.store.newId(),
  roles: ['photo_reviewer'],
  jurisdiction: 'office',
})

/** An application for a permanent resident card. */
export function newApplication(
  { store, officer }: Office,
  values: Partial<EventBody<'photo_application.noted'>> = {},
): string {
  const id = store.newId()
  const body: EventBody<'photo_application.noted'> = {
    office: officeOf(store).id,
    applicationNumber: `E${String(1000 + store.timeline({ kind: 'photo_application', id }).length)}`,
    familyName: 'Tremblay',
    givenNames: 'Amélie',
    language: 'fr',
    birthDate: '1990-05-17',
    ...values,
  }
  unwrap(
    store.transact({ actor: officer.id }, (tx) => {
      tx.append({ subject: { kind: 'photo_application', id }, type: 'photo_application.noted', body })
      return ok(null)
    }),
  )
  return id
}

/** Submits a portrait for an application, as the import folder does. */
export async function submitFor(
  { store, officer }: Office,
  application: string,
  seed: number,
): Promise<Result<{ photoId: string }>> {
  const taken = unwrap(await takeIn(await portrait(seed), photoPolicies['pr-card'], decode, { today: '2026-11-23' }))
  unwrap(store.blobs.put(taken.original.bytes))
  return store.transact({ actor: officer.id }, (tx) =>
    submitPhoto(tx, {
      profile: 'pr-card',
      source: 'import',
      of: { kind: 'application', application },
      taken,
      on: '2026-11-23',
    }),
  )
}

/** A report as the machine would make it, with what a test wants to say. */
export function reportFor(sha256: string, says: Partial<PhotoReport> = {}): PhotoReport {
  return {
    schema: 1,
    policy: { profile: 'pr-card', version: '2026-11-26.1' },
    engine: null,
    file: {
      sha256,
      bytes: 1000,
      cleanSha256: sha256,
      format: 'jpeg',
      width: 720,
      height: 926,
      orientation: 1,
      colourSpace: 'rgb',
      bitDepth: 8,
      hasAlpha: false,
      hasColourProfile: false,
      animated: false,
      takenOn: null,
      hadGps: false,
      trailingBytes: 0,
      trailingKind: 'empty',
    },
    arrival: { today: '2026-11-23' },
    face: null,
    measures: {
      decoded: { greyscale: false, transparent: false, damaged: false },
      turn: 0,
      faces: 1,
      values: {},
      notes: {},
      regions: {},
      iso: [],
    },
    checks: [],
    suggestion: 'accept',
    suggestedReasons: [],
    suggestedCodes: [],
    fingerprints: null,
    crop: null,
    ...says,
  }
}

/** Records a report about a photo. */
export function record({ store, officer }: Office, photoId: string, report: PhotoReport): void {
  unwrap(
    store.transact({ actor: officer.id }, (tx) => {
      const body = { policy: report.policy.version, report: JSON.parse(JSON.stringify(report)) }
      tx.append({ subject: { kind: 'photo', id: photoId }, type: 'photo.checked', body })
      return ok(null)
    }),
  )
}
