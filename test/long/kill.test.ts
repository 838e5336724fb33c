import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTheatre, type Theatre } from '../integration/crash/kill.ts'
import { type SceneName, scenes } from '../integration/crash/scenes.ts'

let theatre: Theatre
beforeAll(async () => {
  theatre = await openTheatre()
}, 120_000)
afterAll(() => theatre?.remove())

describe('a desk whose process is killed', () => {
  test.each(Object.keys(scenes) as SceneName[])(
    'before any step of the command "%s" keeps all of it or nothing',
    async (scene) => {
      const steps = await theatre.steps(scene)
      expect(steps.length).toBeGreaterThan(3)
      await theatre.killAt(
        scene,
        steps,
        steps.map((_, i) => i),
      )
      console.log(`${scene}: killed at all ${steps.length} steps (${new Set(steps).size} kinds)`)
    },
    3_600_000,
  )
})
