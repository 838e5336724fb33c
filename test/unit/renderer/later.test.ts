import { expect, test } from 'vitest'
import { later } from '../../../src/renderer/app/later.ts'

test('a part is loaded once, whoever asks, and is at hand from then on', async () => {
  let loads = 0
  const part = later(async () => ({ number: ++loads }))
  expect(part.atHand()).toBeUndefined()
  expect(await Promise.all([part.fetch(), part.fetch()])).toEqual([{ number: 1 }, { number: 1 }])
  expect(part.atHand()).toEqual({ number: 1 })
  expect(await part.fetch()).toEqual({ number: 1 })
})

test('a part that did not come is asked for again', async () => {
  let answers = false
  const part = later(async () => {
    if (!answers) throw new Error('no answer')
    return 'here'
  })
  await expect(part.fetch()).rejects.toThrow('no answer')
  expect(part.atHand()).toBeUndefined()
  answers = true
  expect(await part.fetch()).toBe('here')
})
