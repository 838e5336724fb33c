import { describe, expect, test } from 'vitest'
import { hintMs, nextShown } from '../../../../src/renderer/features/claims/photo/guidance.ts'
import { guideHints } from '../../../../src/shared/photos/guide.ts'
import { guideTexts } from '../../../../src/shared/photos/guide-texts.ts'

describe('live guidance', () => {
  const closer = { hints: ['come_closer', 'more_light'] as const }
  const level = { hints: ['hold_level'] as const }

  test('says the most important thing, and that all is well when there is none', () => {
    expect(nextShown(undefined, { hints: [...closer.hints] }, 5)).toEqual({ hint: 'come_closer', since: 5 })
    expect(nextShown(undefined, { hints: [] }, 5).hint).toBe('ready')
  })

  test('lets a hint stand for two seconds', () => {
    const first = nextShown(undefined, { hints: [...closer.hints] }, 1000)
    expect(nextShown(first, { hints: [...level.hints] }, 1000 + hintMs - 1)).toBe(first)
    expect(nextShown(first, { hints: [...level.hints] }, 1000 + hintMs)).toMatchObject({ hint: 'hold_level' })
    expect(nextShown(first, { hints: [...level.hints] }, 0)).toMatchObject({ hint: 'hold_level' })
  })

  test('has words in both languages for every hint', () => {
    expect(Object.keys(guideTexts).sort()).toEqual([...guideHints].sort())
  })
})
