import { existsSync } from 'node:fs'
import { isContractProcedure } from '@orpc/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deskContract } from '../../../src/shared/contract/desk.ts'
import type { Death } from './child.ts'
import { openTheatre, type Theatre } from './kill.ts'
import { scenes } from './scenes/index.ts'
import { elsewhere, looks } from './scenes/scene.ts'

let theatre: Theatre
beforeAll(async () => {
  theatre = await openTheatre()
}, 60_000)
afterAll(() => theatre?.remove())

/** The first scene of each procedure. */
const names = [
  ...new Map(
    Object.entries(scenes)
      .reverse()
      .map(([name, { path }]) => [path, name]),
  ).values(),
].reverse()
const pathsOf = (room: object, under = ''): string[] =>
  Object.entries(room).flatMap(([name, part]) =>
    isContractProcedure(part) ? [`${under}${name}`] : pathsOf(part as object, `${under}${name}.`),
  )

test('every procedure that writes has a scene in which its process is killed', () => {
  const played = new Set(Object.values(scenes).map(({ path }) => path as string))
  const said = [...looks, ...Object.keys(elsewhere), ...played]
  expect(said.sort()).toEqual(pathsOf(deskContract).sort())
  for (const file of Object.values(elsewhere)) expect(existsSync(file), file).toBe(true)
})

/**
 * Each command once, the moment by turns: every kind of step is in store/crash.test.ts, and every step of every scene
 * in test/long/kill.test.ts.
 */
describe('a desk whose process is killed', () => {
  test('around the commit of any command keeps all of it or nothing', async () => {
    const moments = ['before the commit', 'acknowledged', 'after the commit'] as const
    await theatre.killAt(names.map((scene, at) => ({ scene, death: { at: moments[at % 3] } as Death })))
    console.log(`killed in ${names.length} scenes`)
  }, 900_000)
})
