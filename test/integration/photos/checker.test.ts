import { afterEach, describe, expect, test } from 'vitest'
import { addPhoto } from '../../../src/main/claims/photos.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { createPhotoChecker, type PhotoMeasurer } from '../../../src/main/photos/review/checker.ts'
import { approvePhoto, reportIn, returnPhoto } from '../../../src/main/photos/review/decide.ts'
import { findPhoto } from '../../../src/main/photos/review/files.ts'
import { photoView } from '../../../src/main/photos/review/view.ts'
import type { OpenDesk } from '../../../src/main/seat/core.ts'
import type { OfficerView } from '../../../src/shared/contract/views.ts'
import type { Measures } from '../../../src/shared/photos/measures.ts'
import type { Timers, Uuid } from '../../../src/shared/ports.ts'
import { fail, ok, type Result, unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice } from '../claims/support.ts'
import { newApplication, portrait, reviewer, submitFor } from './review-support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
const opened = (): Office => {
  const office = openOffice()
  open.push(office)
  return office
}

const measuresWith = (face: string | null): Measures => ({
  decoded: { greyscale: false, transparent: false, damaged: false },
  turn: 0,
  faces: face ? 1 : 0,
  face: null,
  values: {},
  notes: {},
  regions: {},
  iso: [],
  fingerprints: { whole: '0123456789abcdef', face },
})

/** A machine that says what the test says, and remembers the order in which it was asked. */
function machine(
  answer: (bytes: Uint8Array) => Result<{ measures: Measures }> = () => ok({ measures: measuresWith(null) }),
) {
  const asked: string[] = []
  const measurer: PhotoMeasurer = {
    about: () => ({ version: 'test', models: {} }),
    async measure(bytes, options) {
      asked.push(options?.priority ?? '')
      return answer(bytes)
    },
    async close() {},
  }
  return { measurer, asked }
}

/** The desk of an office with its checker; `ending` as the desk would say it. */
function checkerOf({ store, tools }: Office, measurer: PhotoMeasurer, timers?: Timers) {
  const ending = new AbortController()
  const desk = { ...tools, store, ending: ending.signal, during: async <T>(work: () => T | Promise<T>) => work() }
  const opened = () => desk as unknown as OpenDesk
  return { checker: createPhotoChecker({ opened }, () => measurer, timers), desk: opened(), ending }
}

const viewer = (office: Office): OfficerView => ({
  ...reviewer(office),
  userName: 'noah',
  displayName: 'Noah',
  disabled: false,
})

/** Photos that wait, a second apart, the oldest first. */
async function threePhotos(office: Office): Promise<readonly Uuid[]> {
  const ids: Uuid[] = []
  for (let n = 0; n < 3; n++) {
    office.store.clock.advance(1000)
    ids.push(unwrap(await submitFor(office, newApplication(office), n)).photoId)
  }
  return ids
}

describe('the machine', () => {
  test('rests between photos that nobody looks at, and not before one that somebody looks at', async () => {
    const office = opened()
    const ids = await threePhotos(office)
    const { measurer, asked } = machine()
    const { checker } = checkerOf(office, measurer, { after: () => () => {} })
    checker.wake()
    await expect.poll(() => asked.length).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(asked).toEqual(['batch'])
    checker.hurry(ids[2] ?? '')
    await expect.poll(() => asked.slice(1, 2)).toEqual(['officer'])
    await checker.close()
  })

  test('looks at every photo that waits, whoever is looked at first; the report is in the record', async () => {
    const office = opened()
    const ids = await threePhotos(office)
    const { measurer, asked } = machine()
    const { checker } = checkerOf(office, measurer)
    checker.hurry(ids[2] ?? '')
    await checker.idle()
    expect(asked).toEqual(['officer', 'batch', 'batch'])
    for (const id of ids) expect(unwrap(findPhoto(office.store, id))).toMatchObject({ state: 'checked' })
    const order = office.store.since(0, 1000).filter(({ type }) => type === 'photo.checked')
    expect(order.map(({ subject }) => subject.id)).toEqual([ids[2], ids[0], ids[1]])
    const report = reportIn(office.store, unwrap(findPhoto(office.store, ids[0] ?? '')))
    expect(report?.arrival).toMatchObject({ today: '2026-11-23', personMonths: 438 })
  })

  test('that fails is recorded once and does not stop the others', async () => {
    const office = opened()
    const one = unwrap(await submitFor(office, newApplication(office), 1))
    const two = unwrap(await submitFor(office, newApplication(office), 2))
    let first = true
    const { measurer, asked } = machine(() => {
      const failing = first
      first = false
      return failing ? fail('photo.timeout', { seconds: 20 }) : ok({ measures: measuresWith(null) })
    })
    const { checker } = checkerOf(office, measurer)
    checker.wake()
    await checker.idle()
    checker.wake()
    await checker.idle()
    expect(asked).toHaveLength(2)
    expect(unwrap(findPhoto(office.store, one.photoId))).toMatchObject({ check_failure: 'photo.timeout' })
    expect(unwrap(findPhoto(office.store, two.photoId)).state).toBe('checked')
  })

  test('leaves a photo for the next time when the desk closes under it', async () => {
    const office = opened()
    const { photoId } = unwrap(await submitFor(office, newApplication(office), 1))
    const { checker, ending } = checkerOf(office, {
      ...machine().measurer,
      async measure() {
        ending.abort()
        return fail('photo.timeout', { seconds: 1 })
      },
    })
    checker.wake()
    await checker.idle()
    expect(unwrap(findPhoto(office.store, photoId))).toMatchObject({ state: 'submitted', check_failure: null })
  })

  test('adds what it found to the claim at the counter, which did not wait for it', async () => {
    const office = opened()
    const { tools, officer } = office
    const { claimId } = newClaim(office)
    unwrap(await addPhoto(tools, officer, { claimId, bytes: await portrait(4), source: 'camera' }))
    const before = unwrap(claimView(tools, claimId)).photo
    expect(before?.checked).toBeUndefined()
    const { checker } = checkerOf(office, machine().measurer)
    checker.wake()
    await checker.idle()
    const after = unwrap(claimView(tools, claimId)).photo
    expect(after).toMatchObject({ checked: true, photoId: before?.photoId })
    expect(after?.findings.map(({ code }) => code)).toContain('no_face')
  })

  test('a second photo at the counter takes the place of the first, which nobody decided', async () => {
    const office = opened()
    const { tools, officer } = office
    const { claimId } = newClaim(office)
    unwrap(await addPhoto(tools, officer, { claimId, bytes: await portrait(4), source: 'camera' }))
    const first = unwrap(claimView(tools, claimId)).photo?.photoId ?? ''
    unwrap(await addPhoto(tools, officer, { claimId, bytes: await portrait(5), source: 'camera' }))
    expect(unwrap(findPhoto(office.store, first)).state).toBe('replaced')
    const done = approvePhoto(tools, officer, { photoId: first })
    expect(done).toMatchObject({ failure: { code: 'photos.not_in_this_state' } })
  })
})

describe('a photo that looks like another', () => {
  const face = '0f0f0f0f0f0f0f0f'
  /** Six bits away, in four different bands. */
  const sixAway = '0e0f0d0f0b0f0f08'
  const sevenAway = '0e0f0d0f0b0f0f00'

  test('of another person raises an alarm within six bits of the face, and no more; both are shown', async () => {
    const office = opened()
    const prints = [face, sixAway, sevenAway]
    const { measurer } = machine(() => ok({ measures: measuresWith(prints.shift() ?? null) }))
    const { checker } = checkerOf(office, measurer)
    const ids: string[] = []
    for (let n = 0; n < 3; n++) {
      ids.push(unwrap(await submitFor(office, newApplication(office), n)).photoId)
      checker.wake()
      await checker.idle()
    }
    const likenesses = (at: number) =>
      unwrap(photoView(office.tools, viewer(office), ids[at] ?? '')).likenesses.map((each) => [
        ids.indexOf(each.photoId),
        each.person,
        each.difference,
      ])
    expect(likenesses(0)).toEqual([[1, 'other', 6]])
    expect(likenesses(1)).toEqual([
      [2, 'other', 1],
      [0, 'other', 6],
    ])
    const second = reportIn(office.store, unwrap(findPhoto(office.store, ids[1] ?? '')))
    expect(second?.arrival.likenesses).toEqual([
      { photo: ids[0], person: 'other', outcome: 'waiting', sameFile: false, difference: 6 },
    ])
    expect(second?.checks.find(({ id }) => id === 'duplicate_other')?.level).not.toBe('ok')
  })

  test('names and pictures of another case go only to whom it is open', async () => {
    const office = opened()
    const { tools, officer } = office
    const { claimId } = newClaim(office)
    unwrap(await addPhoto(tools, officer, { claimId, bytes: await portrait(4), source: 'camera' }))
    const own = unwrap(claimView(tools, claimId)).photo?.photoId ?? ''
    unwrap(await submitFor(office, newApplication(office), 4))
    const border: OfficerView = { ...officer, userName: 'a', displayName: 'A', disabled: false }
    const [narrow] = unwrap(photoView(tools, border, own)).likenesses
    expect(narrow).toMatchObject({ person: 'other', sameFile: true })
    expect(Object.keys(narrow ?? {})).not.toContain('picture')
    expect(Object.keys(narrow ?? {})).not.toContain('name')
    const [wide] = unwrap(photoView(tools, viewer(office), own)).likenesses
    expect(wide).toMatchObject({ name: 'TREMBLAY, Amélie' })
  })

  test('of the same person is an earlier submission, told apart from an alarm', async () => {
    const office = opened()
    const application = newApplication(office)
    const { checker } = checkerOf(office, machine(() => ok({ measures: measuresWith(face) })).measurer)
    const first = unwrap(await submitFor(office, application, 1))
    checker.wake()
    await checker.idle()
    const { report } = unwrap(findPhoto(office.store, first.photoId))
    unwrap(
      returnPhoto(office.tools, reviewer(office), {
        photoId: first.photoId,
        report: report ?? undefined,
        reasons: ['glare'],
        codes: ['glare'],
      }),
    )
    const second = unwrap(await submitFor(office, application, 2))
    checker.wake()
    await checker.idle()
    const view = unwrap(photoView(office.tools, viewer(office), second.photoId))
    expect(view.likenesses).toMatchObject([{ person: 'same', difference: 0, photoId: first.photoId }])
    expect(view.earlier).toMatchObject([
      { photoId: first.photoId, decision: { outcome: 'returned', reasons: ['glare'] } },
    ])
  })
})
