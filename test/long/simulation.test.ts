import { expect, test } from 'vitest'
import { simulate } from '../support/sync/simulation.ts'
import { type ProfileName, profiles } from '../support/sync/world.ts'

test('desks and their central lose nothing and show the same, on seeds that nobody saw before', async () => {
  const from = Math.floor(Math.random() * 1_000_000_000)
  for (const profile of Object.keys(profiles) as ProfileName[])
    for (let seed = from; seed < from + 60; seed++) {
      const { broken } = await simulate({ seed, profile, turns: 120 })
      expect(broken, `npm run -s simulate -- --seeds 1 --from ${seed} --profile ${profile}`).toEqual([])
    }
})
