import { afterEach, expect, test } from 'vitest'
import { startPhotoEngine } from '../../../src/main/photos/engine.ts'
import { createPhotoChecker } from '../../../src/main/photos/review/checker.ts'
import { reportIn } from '../../../src/main/photos/review/decide.ts'
import { findPhoto } from '../../../src/main/photos/review/files.ts'
import { nodeTimers } from '../../../src/main/ports/node.ts'
import type { OpenDesk } from '../../../src/main/seat/core.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { newApplication, portrait, submitFor } from './review-support.ts'

let office: Office | undefined
afterEach(() => office?.store.remove())

test('the desk’s own engine makes the report of a photo in the queue, and reads frames of the camera', async () => {
  office = openOffice()
  const { photoId } = unwrap(await submitFor(office, newApplication(office), 3))
  const desk = {
    ...office.tools,
    ending: new AbortController().signal,
    during: async <T>(work: () => T | Promise<T>) => work(),
  } as unknown as OpenDesk
  const checker = createPhotoChecker({ opened: () => desk }, () =>
    startPhotoEngine({ assetsDir: 'assets', timers: nodeTimers }),
  )
  checker.wake()
  await checker.idle()
  const photo = unwrap(findPhoto(office.store, photoId))
  expect([photo.state, photo.check_failure]).toEqual(['checked', null])
  const report = reportIn(office.store, photo)
  expect(report?.face).not.toBeNull()
  expect(report?.fingerprints?.face).toMatch(/^[0-9a-f]{16}$/)
  expect(unwrap(await checker.guide(desk, await portrait(3)))).toMatchObject({ faces: 1 })
  await checker.close()
}, 60_000)
