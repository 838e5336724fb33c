import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupChecks } from '../../../../src/renderer/features/photos/check-groups.ts'
import { moved, resized } from '../../../../src/renderer/features/photos/crop-moves.ts'
import {
  type Draft,
  lacks,
  suggestedDraft,
  toggleCode,
  toggleReason,
} from '../../../../src/renderer/features/photos/return-draft.ts'
import { secondsLeft } from '../../../../src/renderer/features/photos/use-decisions.ts'
import { beside, following } from '../../../../src/renderer/features/photos/use-queue.ts'
import type { PhotoRow } from '../../../../src/shared/contract/views.ts'
import { rank } from '../../../../src/shared/photos/checks.ts'
import { centredFrame } from '../../../../src/shared/photos/geometry.ts'
import { reasonCodes } from '../../../../src/shared/photos/reasons.ts'
import { reported } from '../../../support/photo-measures.ts'

describe('checks as they are read', () => {
  test('what is not in order stands in groups, the worst first, and what passed apart', () => {
    const { checks } = reported({ values: { head: 0.6, roll: 12, blur: undefined } })
    const { open, ok } = groupChecks(checks)
    const levels = open.map(({ checks: [first] }) => rank[first?.level ?? 'ok'])
    expect(levels).toEqual([...levels].sort((a, b) => b - a))
    expect(open.flatMap(({ checks: of }) => of.map(({ level }) => level))).not.toContain('ok')
    expect(ok.every(({ level }) => level === 'ok')).toBe(true)
    expect(open.flatMap(({ checks: of }) => of).length + ok.length).toBe(checks.length)
  })

  test('one that was not assessed is never among those in order', () => {
    const { ok } = groupChecks(reported({ values: { roll: undefined } }).checks)
    expect(ok.map(({ id }) => id)).not.toContain('roll')
  })
})

describe('what a return will say', () => {
  const empty: Draft = { reasons: [], codes: [], words: { en: '', fr: '' } }

  test('begins with what the machine suggests', () => {
    const report = reported({ values: { head: 0.7 } })
    expect(suggestedDraft({ report })).toMatchObject({
      reasons: report.suggestedReasons,
      codes: report.suggestedCodes,
    })
    expect(report.suggestedReasons.length).toBeGreaterThan(0)
    expect(suggestedDraft({})).toEqual(empty)
  })

  test('a finer code brings its reason, and a reason that goes takes its codes with it', () => {
    const chosen = toggleCode(toggleReason(empty, 'glare'), 'head_size')
    expect(chosen).toMatchObject({ reasons: ['glare', 'other_requirements'], codes: ['head_size'] })
    expect(toggleReason(chosen, 'other_requirements')).toMatchObject({ reasons: ['glare'], codes: [] })
  })

  test('no toggling leaves a code without its reason', () => {
    const act = fc.oneof(
      fc.constantFrom(...(['too_dark', 'glare', 'other_requirements'] as const)).map((reason) => ({ reason })),
      fc.constantFrom(...(['dark', 'glare', 'head_size', 'other'] as const)).map((code) => ({ code })),
    )
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const end = acts.reduce(
          (draft, one) => ('code' in one ? toggleCode(draft, one.code) : toggleReason(draft, one.reason)),
          empty,
        )
        return end.codes.every((code) => end.reasons.includes(reasonCodes[code].reason))
      }),
    )
  })

  test('needs a reason, and words where "other" stands alone', () => {
    expect(lacks(empty)).toBe('reason')
    const other = toggleReason(empty, 'other_requirements')
    expect(lacks(other)).toBe('words')
    expect(lacks({ ...other, words: { en: '', fr: 'Mauvaise personne' } })).toBeUndefined()
    expect(lacks(toggleCode(other, 'pose'))).toBeUndefined()
    expect(lacks(toggleReason(empty, 'glare'))).toBeUndefined()
  })
})

describe('the frame to print', () => {
  const whole = fc.integer({ min: 300, max: 6000 })
  const move = fc.integer({ min: -9000, max: 9000 })
  const shapes = [
    { width: 50, height: 70 },
    { width: 35, height: 45 },
  ] as const

  test('stays whole pixels within the picture and in its shape, wherever it is moved and however it is sized', () => {
    fc.assert(
      fc.property(
        fc.record({ width: whole, height: whole }),
        fc.constantFrom(...shapes),
        fc.array(fc.record({ x: move, y: move, width: move, from: fc.constantFrom('middle', 'corner', 'move') })),
        (picture, shape, acts) => {
          const end = acts.reduce(
            (frame, { x, y, width, from }) =>
              from === 'move'
                ? moved(frame, { x, y }, picture)
                : resized(frame, width, shape, picture, from as 'middle' | 'corner'),
            centredFrame(picture, shape),
          )
          expect(Object.values(end).every(Number.isInteger)).toBe(true)
          expect(end.x >= 0 && end.y >= 0).toBe(true)
          expect(end.x + end.width <= picture.width && end.y + end.height <= picture.height).toBe(true)
          expect(Math.abs(end.height - (end.width * shape.height) / shape.width)).toBeLessThanOrEqual(2)
        },
      ),
    )
  })
})

describe('the queue', () => {
  const rows = ['a', 'b', 'c'].map((photoId) => ({ photoId }) as PhotoRow)

  test('goes on to the next oldest, and at its end back to one that was passed over', () => {
    expect(following(rows, 'a')?.photoId).toBe('b')
    expect(following(rows, 'c')?.photoId).toBe('a')
    expect(following(rows.slice(0, 1), 'a')).toBeUndefined()
  })

  test('ends where it ends, and begins again for a photo that is not in it', () => {
    expect(beside(rows, 'c', 1)).toBeUndefined()
    expect(beside(rows, 'a', -1)).toBeUndefined()
    expect(beside(rows, 'gone', 1)?.photoId).toBe('a')
  })
})

test('a decision can be undone for ten seconds, and not at all after the clock was set back', () => {
  expect(secondsLeft({ at: 1000 }, 1000)).toBe(10)
  expect(secondsLeft({ at: 1000 }, 10_900)).toBe(1)
  expect(secondsLeft({ at: 1000 }, 11_000)).toBe(0)
  expect(secondsLeft({ at: 1000 }, 999)).toBe(0)
})
