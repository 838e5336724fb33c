import sharp from 'sharp'
import { expect, test } from 'vitest'
import { nodeTimers } from '../../../src/central/ports/node.ts'
import { somebody } from '../../../src/central/simulate/people.ts'
import { drawPicture } from '../../../src/central/simulate/picture.ts'
import { play } from '../../../src/central/simulate/play.ts'
import { chanceOf } from '../../../src/central/simulate/random.ts'
import { startTestCentral } from '../../support/central.ts'
import { openPortal } from '../../support/portal.ts'

const today = '2026-11-23'

test('the same seed plays the same people, another one others', () => {
  const who = (seed: string) => somebody(chanceOf(seed), 'complete', today)
  expect(who('1/1')).toEqual(who('1/1'))
  expect(who('1/1')).not.toEqual(who('1/2'))
  expect(somebody(chanceOf('1/1'), 'incomplete', today).person.birthDate).toBeUndefined()
})

test('a contradictory person says in the Basis of Claim Form that they left after they had come', () => {
  const { claim, record = {} } = somebody(chanceOf('1/1'), 'contradictory', today)
  expect(String(record['record.boc.leftOn']) > String(claim.route?.[0]?.arrived)).toBe(true)
})

test('a portrait is a picture, and a fault shows in it', async () => {
  const brightness = async (fault?: 'dark') => {
    const { channels } = await sharp(drawPicture(chanceOf('face'), fault)).stats()
    return channels.reduce((sum, { mean }) => sum + mean, 0) / channels.length
  }
  expect(await brightness()).toBeGreaterThan(150)
  expect(await brightness('dark')).toBeLessThan(90)
  const { width, height } = await sharp(drawPicture(chanceOf('face'))).metadata()
  expect([width, height]).toEqual([720, 1008])
})

test('people file through the contract, some with bad photos; nothing is refused', async () => {
  const central = await startTestCentral()
  try {
    const { credential } = await openPortal(central)
    const given = { claims: 12, photos: 5, rate: 1000, seed: 'a', today, office: 'inland-montreal' }
    const stopwatch = () => performance.now()
    const played = await play({ ...given, url: central.url, credential, timers: nodeTimers, stopwatch })
    expect([...played.refused]).toEqual([])
    expect(played).toMatchObject({ claims: 12, photos: 5 })
    expect([...played.refused]).toEqual([])
    expect([...played.byHabit.values()].reduce((a, b) => a + b, 0)).toBe(12)
    const { rows } = await central.services.database.pool.query(
      "SELECT count(*)::int AS n FROM event WHERE type = 'claim.sent' AND verdict = 'ok'",
    )
    expect(played.relatives).toBeGreaterThan(0)
    expect(rows[0].n).toBe(12 + played.relatives)
  } finally {
    await central.remove()
  }
})
