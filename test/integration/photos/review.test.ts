import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import {
  approvePhoto,
  overrideCheck,
  reopenPhoto,
  returnPhoto,
  undoDecision,
} from '../../../src/main/photos/review/decide.ts'
import { findPhoto, photosOfSame } from '../../../src/main/photos/review/files.ts'
import { photoQueue } from '../../../src/main/photos/review/queue.ts'
import { photoStatistics } from '../../../src/main/photos/review/statistics.ts'
import type { PhotoQueue } from '../../../src/shared/contract/views.ts'
import { type PhotoState, photoAllows, undoMs } from '../../../src/shared/domain/photo-states.ts'
import { type Result, unwrap } from '../../../src/shared/result.ts'
import { type Office, openOffice } from '../claims/support.ts'
import { newApplication, record, reportFor, reviewer, submitFor } from './review-support.ts'

const open: Office[] = []
afterEach(() => {
  for (const office of open.splice(0)) office.store.remove()
})
const opened = (): Office => {
  const office = openOffice()
  open.push(office)
  return office
}
const codeOf = (done: Result<unknown>) => (done.ok ? 'done' : done.failure.code)
const dark = { reasons: ['too_dark'], codes: ['dark'] } as const
const sha = 'a'.repeat(64)

describe('a decision on a photo', () => {
  test('waits ten seconds for an undo by whoever took it; then only a supervisor reopens it', async () => {
    const office = opened()
    const officer = reviewer(office)
    const { tools } = office
    const { photoId } = unwrap(await submitFor(office, newApplication(office), 1))
    unwrap(approvePhoto(tools, officer, { photoId }))
    expect(codeOf(undoDecision(tools, reviewer(office), photoId))).toBe('photos.not_your_decision')
    expect(codeOf(reopenPhoto(tools, officer, photoId, 'wrong key'))).toBe('photos.not_yet_final')
    unwrap(undoDecision(tools, officer, photoId))
    expect(unwrap(findPhoto(office.store, photoId)).state).toBe('submitted')
    unwrap(returnPhoto(tools, officer, { photoId, ...dark }))
    office.store.clock.advance(undoMs)
    expect(codeOf(undoDecision(tools, officer, photoId))).toBe('photos.final')
    unwrap(reopenPhoto(tools, officer, photoId, 'the applicant called'))
    expect(unwrap(findPhoto(office.store, photoId)).state).toBe('submitted')
  })

  test('is final at once when the clock was set back', async () => {
    const office = opened()
    const officer = reviewer(office)
    const { photoId } = unwrap(await submitFor(office, newApplication(office), 1))
    unwrap(approvePhoto(office.tools, officer, { photoId }))
    office.store.clock.advance(-3_600_000)
    expect(codeOf(undoDecision(office.tools, officer, photoId))).toBe('photos.final')
  })

  test('is not taken on a report that the officer did not see', async () => {
    const office = opened()
    const officer = reviewer(office)
    const { photoId } = unwrap(await submitFor(office, newApplication(office), 1))
    record(office, photoId, reportFor(sha))
    expect(codeOf(approvePhoto(office.tools, officer, { photoId }))).toBe('photos.report_changed')
    const { report } = unwrap(findPhoto(office.store, photoId))
    unwrap(approvePhoto(office.tools, officer, { photoId, report: report ?? '' }))
  })

  test('to return it for "other" alone needs the officer’s words', async () => {
    const office = opened()
    const officer = reviewer(office)
    const { photoId } = unwrap(await submitFor(office, newApplication(office), 1))
    const other = { photoId, reasons: ['other_requirements'], codes: ['other'] } as const
    expect(codeOf(returnPhoto(office.tools, officer, other))).toBe('photos.words_needed')
    unwrap(returnPhoto(office.tools, officer, { ...other, words: { en: 'There is a cat in the picture.' } }))
    const told = office.store.timeline({ kind: 'photo', id: photoId }).at(-1)?.body as { text: { en: string } }
    expect(told.text.en).toContain('There is a cat in the picture.')
  })
})

describe('a submitted photo', () => {
  test('is locked until it is returned; then another one answers it', async () => {
    const office = opened()
    const officer = reviewer(office)
    const application = newApplication(office)
    const first = unwrap(await submitFor(office, application, 1))
    expect(codeOf(await submitFor(office, application, 2))).toBe('photos.locked')
    unwrap(returnPhoto(office.tools, officer, { photoId: first.photoId, ...dark }))
    expect(codeOf(await submitFor(office, application, 1))).toBe('photos.same_as_returned')
    const second = unwrap(await submitFor(office, application, 2))
    expect(unwrap(findPhoto(office.store, second.photoId))).toMatchObject({ answers: first.photoId, again: 1 })
    expect(codeOf(undoDecision(office.tools, officer, first.photoId))).toBe('photos.answered')
    unwrap(approvePhoto(office.tools, officer, { photoId: second.photoId }))
    expect(codeOf(await submitFor(office, application, 3))).toBe('photos.approved_already')
    const all = photosOfSame(office.store, unwrap(findPhoto(office.store, second.photoId)))
    expect(all.map(({ id }) => id)).toEqual([first.photoId, second.photoId])
  })
})

describe('the queue', () => {
  test('is oldest first, page by page, and its counts follow every decision', async () => {
    const office = opened()
    const officer = reviewer(office)
    const ids: string[] = []
    for (let n = 0; n < 5; n++) {
      office.store.clock.advance(1000)
      ids.push(unwrap(await submitFor(office, newApplication(office), n)).photoId)
    }
    const idsOf = ({ rows }: PhotoQueue) => rows.map(({ photoId }) => photoId)
    const first = photoQueue(office.store, { stage: 'waiting', limit: 2 })
    expect(idsOf(first)).toEqual(ids.slice(0, 2))
    const rest = photoQueue(office.store, { stage: 'waiting', limit: 200, after: first.next ?? '' })
    expect(idsOf(rest)).toEqual(ids.slice(2))
    record(office, ids[3] ?? '', reportFor(sha, { suggestion: 'return' }))
    const bad = photoQueue(office.store, { stage: 'waiting', suggestion: 'return', limit: 9 })
    expect(idsOf(bad)).toEqual([ids[3]])
    expect(bad.counts).toMatchObject({ waiting: 1, bySuggestion: { return: 1, none: 4 } })
    unwrap(approvePhoto(office.tools, officer, { photoId: ids[0] ?? '' }))
    office.store.clock.advance(1000)
    unwrap(approvePhoto(office.tools, officer, { photoId: ids[2] ?? '' }))
    const done = photoQueue(office.store, { stage: 'approved', limit: 9 })
    expect(idsOf(done)).toEqual([ids[2], ids[0]])
    expect(done.counts).toMatchObject({ waiting: 3, approved: 2 })
    expect(idsOf(photoQueue(office.store, { stage: 'approved', mine: office.officer.id, limit: 9 }))).toEqual([])
    expect(idsOf(photoQueue(office.store, { stage: 'approved', mine: officer.id, limit: 9 }))).toHaveLength(2)
  })
})

describe('statistics', () => {
  test('say what was returned and where machine and officer agreed; an undone decision counts no more', async () => {
    const office = opened()
    const officer = reviewer(office)
    const check = (id: 'too_dark' | 'blur' | 'motion', level: 'ok' | 'return', code: 'dark' | 'blur') => ({
      id,
      level,
      value: null,
      readings: [],
      code,
    })
    const checks = [check('too_dark', 'return', 'dark'), check('blur', 'ok', 'blur'), check('motion', 'ok', 'blur')]
    const ids: string[] = []
    for (let n = 0; n < 3; n++) {
      const { photoId } = unwrap(await submitFor(office, newApplication(office), n))
      record(office, photoId, reportFor(sha, { checks, suggestion: 'return' }))
      ids.push(photoId)
    }
    const seen = (photoId = '') => ({ photoId, report: unwrap(findPhoto(office.store, photoId)).report ?? '' })
    office.store.clock.advance(2 * 3_600_000)
    unwrap(returnPhoto(office.tools, officer, { ...seen(ids[0]), ...dark }))
    unwrap(returnPhoto(office.tools, officer, { ...seen(ids[1]), reasons: ['features_not_visible'], codes: ['blur'] }))
    unwrap(overrideCheck(office.tools, officer, { photoId: ids[2] ?? '', check: 'too_dark', says: 'fine' }))
    unwrap(approvePhoto(office.tools, officer, seen(ids[2])))
    const period = { from: '2026-11-01', to: '2026-11-30' }
    const said = photoStatistics(office.store, period)
    expect(said).toMatchObject({ approved: 1, returned: 2, waiting: { mean: 2 } })
    expect(said.reasons).toEqual([
      { reason: 'too_dark', count: 1 },
      { reason: 'features_not_visible', count: 1 },
    ])
    const of = (id: string) => said.checks.find((each) => each.check === id)
    expect(of('too_dark')).toMatchObject({ agreed: 1, machineOnly: 2, officerOnly: 0, neither: 0 })
    expect(of('blur')).toMatchObject({ agreed: 0, machineOnly: 0, officerOnly: 1, neither: 2 })
    expect(of('motion')).toMatchObject({ officerOnly: 0, neither: 3 })
    unwrap(undoDecision(office.tools, officer, ids[0] ?? ''))
    expect(photoStatistics(office.store, period)).toMatchObject({ returned: 1, codes: [{ code: 'blur', count: 1 }] })
    expect(photoStatistics(office.store, { from: '2026-12-01', to: '2026-12-31' }).returned).toBe(0)
  })
})

test('no sequence of acts changes a submitted photo, decides it from a wrong state, or is lost by a rebuild', async () => {
  const act = fc.record({
    do: fc.constantFrom('submit', 'check', 'approve', 'return', 'undo', 'reopen', 'override', 'wait'),
    which: fc.nat(3),
    seed: fc.nat(4),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const office = openOffice()
      const officer = reviewer(office)
      const { store, tools } = office
      const applications = [newApplication(office), newApplication(office)]
      const ids: string[] = []
      const pictures = () => ids.map((id) => submittedOf(store, id))
      const apply = async ({ do: what, which, seed }: (typeof acts)[number]): Promise<Result<unknown> | undefined> => {
        const photoId = ids[which % Math.max(1, ids.length)]
        if (what === 'submit') {
          const made = await submitFor(office, applications[which % 2] ?? '', seed)
          if (made.ok) ids.push(made.value.photoId)
          return made
        }
        if (what === 'wait') return void store.clock.advance(undoMs)
        if (!photoId) return undefined
        const before = unwrap(findPhoto(store, photoId))
        const seen = { photoId, report: before.report ?? undefined }
        const done = {
          check: () => void record(office, photoId, reportFor(sha)),
          approve: () => approvePhoto(tools, officer, seen),
          return: () => returnPhoto(tools, officer, { ...seen, ...dark }),
          undo: () => undoDecision(tools, officer, photoId),
          reopen: () => reopenPhoto(tools, officer, photoId, 'because of this test'),
          override: () => overrideCheck(tools, officer, { photoId, check: 'blur', says: 'fault' }),
        }[what]()
        if (done?.ok && what !== 'check') expect(photoAllows(before.state as PhotoState, what)).toBe(true)
        return done
      }
      try {
        for (const one of acts) {
          const before = pictures()
          const done = await apply(one)
          if (done && !done.ok) expect(done.failure.code).toMatch(/^photos\./)
          expect(pictures().slice(0, before.length)).toEqual(before)
        }
        for (const id of applications) expect(waitingOf(office, id)).toBeLessThanOrEqual(1)
        const rows = store.dumpProjections()
        unwrap(await store.rebuild())
        expect(store.dumpProjections()).toEqual(rows)
      } finally {
        store.remove()
      }
    }),
    { numRuns: 25 },
  )
}, 60_000)

/** The picture that a photo's row shows, and how often its record names one. */
function submittedOf(store: Office['store'], id: string) {
  const { original, arrived, width, height } = unwrap(findPhoto(store, id))
  const events = store.timeline({ kind: 'photo', id }).filter(({ type }) => type === 'photo.submitted')
  return [events.length, original, arrived, width, height]
}

const waitingOf = ({ store }: Office, application: string): number =>
  photosOfSame(store, { claim: null, application }).filter(({ stage }) => stage === 'waiting').length
