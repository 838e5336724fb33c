import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTheatre, type Theatre } from './kill.ts'
import type { SceneName } from './scenes.ts'

let theatre: Theatre
beforeAll(async () => {
  theatre = await openTheatre()
}, 60_000)
afterAll(() => theatre?.remove())

/** The last index of each name: the later in a command, the more has happened before it. */
const once = (steps: readonly string[]): number[] => [...new Set(steps)].map((name) => steps.lastIndexOf(name))

/** The whole matrix, every command at every step, is test/long/kill.test.ts. */
describe('a desk whose process is killed', () => {
  test.each<SceneName>(['open a claim', 'decide', 'issue'])(
    'at each kind of step of the command "%s" keeps all of it or nothing',
    async (scene) => {
      const steps = await theatre.steps(scene)
      expect(steps).toEqual(expect.arrayContaining(['begin', 'append.event', 'raise.series', 'commit', 'mark.rename']))
      const indexes = once(steps)
      await theatre.killAt(scene, steps, indexes)
      console.log(`${scene}: killed at ${indexes.length} kinds of ${steps.length} steps`)
    },
    120_000,
  )
})
