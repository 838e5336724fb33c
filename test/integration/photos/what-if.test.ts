import { afterEach, expect, test } from 'vitest'
import { officeOf } from '../../../src/main/office/settings.ts'
import { decode } from '../../../src/main/photos/decode.ts'
import { takeIn } from '../../../src/main/photos/intake.ts'
import { submitPhoto } from '../../../src/main/photos/review/submit.ts'
import { triedPhotos, tryPolicy } from '../../../src/main/photos/review/what-if.ts'
import type { Tx } from '../../../src/main/store/types.ts'
import type { Point } from '../../../src/shared/photos/geometry.ts'
import { photoPolicies } from '../../../src/shared/photos/policy.ts'
import type { PhotoReport } from '../../../src/shared/photos/report.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { goodFace, reported } from '../../support/photo-measures.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { portrait } from './review-support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})

const points = (count: number): Point[] => Array.from({ length: count }, (_, at) => ({ x: at + 0.5, y: 900.1 - at }))

/** As long as a real one: every landmark, every value. */
const reportOf = (roll: number): PhotoReport =>
  reported({
    values: { roll },
    measures: {
      face: {
        ...goodFace,
        landmarks: {
          ...goodFace.landmarks,
          ...{ oval: points(36), leftEye: points(16), rightEye: points(16), lips: points(40) },
        },
      },
    },
  })

/** Photos with stored reports, oldest first, as many as `rolls`: leaning so far. */
async function judged(rolls: readonly number[]): Promise<{ office: Office; ids: string[] }> {
  const office = openOffice()
  open.push(office)
  const { store, officer } = office
  const taken = unwrap(await takeIn(await portrait(1), photoPolicies['pr-card'], decode, { today: '2026-11-23' }))
  unwrap(store.blobs.put(taken.original.bytes))
  const person = { familyName: 'Tremblay', givenNames: 'Amélie', language: 'fr', birthDate: '1990-05-17' } as const
  const add = (tx: Tx, roll: number): string => {
    const application = tx.newId()
    const noted = { office: officeOf(store).id, applicationNumber: `E${application.slice(-9)}`, ...person }
    tx.append({ subject: { kind: 'photo_application', id: application }, type: 'photo_application.noted', body: noted })
    const of = { kind: 'application', application } as const
    const { photoId } = unwrap(submitPhoto(tx, { profile: 'pr-card', source: 'import', of, taken, on: '2026-11-23' }))
    const body = { policy: photoPolicies['pr-card'].version, report: JSON.parse(JSON.stringify(reportOf(roll))) }
    tx.append({ subject: { kind: 'photo', id: photoId }, type: 'photo.checked', body })
    return photoId
  }
  const ids = unwrap(store.transact({ actor: officer.id }, (tx) => ok(rolls.map((roll) => add(tx, roll)))))
  return { office, ids }
}

const stricter = { check: 'roll', metric: 'roll', review: { min: -1, max: 1 }, return: { min: -2, max: 2 } } as const

test('stricter limits are tried on the latest stored reports alone, and change nothing', async () => {
  // The oldest twenty lean and no longer count; of the rest every tenth does.
  const rolls = Array.from({ length: triedPhotos + 20 }, (_, at) => (at < 20 || at % 10 === 0 ? 4 : 0))
  const { office, ids } = await judged(rolls)
  const before = office.store.dumpProjections()
  const tried = unwrap(tryPolicy(office.store, 'pr-card', [stricter]))
  expect(tried).toMatchObject({ photos: triedPhotos, before: { accept: 500 }, after: { accept: 450, return: 50 } })
  expect(tried.checks).toEqual([{ id: 'roll', from: 'ok', to: 'return', count: 50 }])
  expect(tried.changedInAll).toBe(50)
  const leaning = ids.filter((_, at) => at >= 20 && at % 10 === 0)
  expect(tried.changed.map(({ photoId }) => photoId).toSorted()).toEqual(leaning.toSorted())
  expect(office.store.dumpProjections()).toEqual(before)
}, 60_000)

test('a limit that the policy does not have is refused', async () => {
  const { office } = await judged([])
  const strange = { check: 'roll', metric: 'blur', review: { max: 1 } } as const
  expect(tryPolicy(office.store, 'pr-card', [strange])).toMatchObject({ failure: { code: 'desk.bad_input' } })
})
