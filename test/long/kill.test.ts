import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTheatre, type Theatre } from '../integration/crash/kill.ts'
import { scenes } from '../integration/crash/scenes/index.ts'

let theatre: Theatre
beforeAll(async () => {
  theatre = await openTheatre()
}, 120_000)
afterAll(() => theatre?.remove())

describe('a desk whose process is killed', () => {
  test.each(Object.keys(scenes))(
    'before any step of %s, or once it was acknowledged, keeps all of it or nothing',
    async (scene) => {
      const steps = await theatre.steps(scene)
      expect(steps.length).toBeGreaterThan(2)
      await theatre.killAt(steps.map((_, index) => ({ scene, death: { at: 'step', index } })))
      console.log(`${scene}: killed at all ${steps.length} steps (${new Set(steps).size} kinds)`)
    },
    3_600_000,
  )
})
