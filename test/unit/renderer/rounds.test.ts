import { expect, test } from 'vitest'
import { inRounds } from '../../../src/renderer/app/rounds.ts'

/** Rounds whose end and rest the test decides. */
function rounds() {
  const read: string[][] = []
  const rests: number[] = []
  let time = 0
  let over = () => {}
  let rested = () => {}
  const changed = inRounds(
    (keys) => {
      read.push([...keys].sort())
      return new Promise<void>((end) => {
        over = end
      })
    },
    {
      now: () => time,
      rest: (ms) => {
        rests.push(ms)
        return new Promise<void>((end) => {
          rested = end
        })
      },
    },
  )
  const turn = () => new Promise((next) => setImmediate(next))
  return {
    changed,
    read,
    rests,
    answer: async (tookMs: number) => {
      time += tookMs
      over()
      await turn()
    },
    rest: async () => {
      rested()
      await turn()
    },
  }
}

test('the first change is read at once, and what changes meanwhile once, when that is done and as long a rest is over', async () => {
  const { changed, read, rests, answer, rest } = rounds()
  changed(['claim:1', 'today'])
  expect(read).toEqual([['claim:1', 'today']])
  for (let n = 0; n < 100; n++) changed(['today', 'claims'])
  expect(read).toHaveLength(1)
  await answer(40)
  expect(rests).toEqual([40])
  changed(['claim:2'])
  expect(read).toHaveLength(1)
  await rest()
  expect(read.slice(1)).toEqual([['claim:2', 'claims', 'today']])
})

test('after a quiet time the next change is read at once again', async () => {
  const { changed, read, answer, rest } = rounds()
  changed([])
  expect(read).toEqual([])
  changed(['claims'])
  await answer(10)
  await rest()
  expect(read).toHaveLength(1)
  changed(['claims'])
  expect(read).toHaveLength(2)
})

test('a computer that slept through a round rests no longer than after the longest that is waited for', async () => {
  const { changed, rests, answer } = rounds()
  changed(['claims'])
  await answer(8 * 3_600_000)
  expect(rests).toEqual([2000])
})

test('a reading that failed ends its round like any other', async () => {
  const read: string[] = []
  const changed = inRounds(
    async (keys) => {
      read.push(...keys)
      throw new Error('no answer')
    },
    { now: () => 0, rest: async () => {} },
  )
  changed(['claims'])
  changed(['today'])
  await new Promise((next) => setImmediate(next))
  expect(read).toEqual(['claims', 'today'])
})
