import { expect, test, vi } from 'vitest'
import { atLatest, later } from '../../../src/renderer/app/later.ts'

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

test('an answer is waited for, but no longer than it is worth waiting for, and a failure ends the waiting too', async () => {
  vi.useFakeTimers()
  try {
    const over: string[] = []
    const note = (name: string) => () => void over.push(name)
    void atLatest(80, Promise.resolve()).then(note('answered'))
    void atLatest(80, Promise.reject(new Error('refused'))).then(note('refused'))
    void atLatest(80, new Promise(() => {})).then(note('silent'))
    await vi.advanceTimersByTimeAsync(79)
    expect(over).toEqual(['answered', 'refused'])
    expect(vi.getTimerCount()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(over).toEqual(['answered', 'refused', 'silent'])
  } finally {
    vi.useRealTimers()
  }
})
