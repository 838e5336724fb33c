import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { holdBack, keyLine, longestWait, mostKeys } from '../../../src/renderer/app/key-line.ts'
import { readerGap } from '../../../src/shared/reader/burst.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Judged = 'act' | 'wait' | 'drop'

function lineOf(judge: (key: string) => Judged) {
  const did: string[] = []
  let told = 0
  const line = keyLine<string>({
    judge,
    act: (key) => void did.push(key),
    tell: () => {
      told++
    },
  })
  return { line, did, told: () => told }
}

test('a key acts at once when nothing has to be waited for', () => {
  const { line, did } = lineOf(() => 'act')
  line.add('d')
  expect(did).toEqual(['d'])
})

test('keys that are typed ahead of an answer act after it, all and in order', () => {
  let answered = false
  const { line, did, told } = lineOf(() => (answered ? 'act' : 'wait'))
  for (const key of ['d', 'u', 'd']) line.add(key)
  vi.advanceTimersByTime(1000)
  expect(did).toEqual([])
  answered = true
  vi.advanceTimersByTime(1000)
  expect([did, told()]).toEqual([['d', 'u', 'd'], 0])
})

test('each key is judged only after the one before it did its work', () => {
  const judged: string[] = []
  let open = false
  const { line, did } = lineOf((key) => {
    judged.push(`${key} after ${did.join('')}`)
    return open ? 'act' : 'wait'
  })
  line.add('a')
  line.add('b')
  open = true
  judged.length = 0
  vi.advanceTimersByTime(100)
  expect(judged).toEqual(['a after ', 'b after a'])
})

test('a key that can no longer act is dropped with all behind it, and that is told once', () => {
  let judged: Judged = 'wait'
  const { line, did, told } = lineOf(() => judged)
  for (const key of ['d', 'u', 'p']) line.add(key)
  judged = 'drop'
  vi.advanceTimersByTime(1000)
  judged = 'act'
  vi.advanceTimersByTime(1000)
  expect([did, told(), line.waiting()]).toEqual([[], 1, []])
})

test('when an answer fails what waits for it is dropped and told; with nothing waiting there is nothing to tell', () => {
  const { line, did, told } = lineOf(() => 'wait')
  line.drop()
  expect(told()).toBe(0)
  line.add('d')
  line.drop()
  vi.advanceTimersByTime(longestWait * 2)
  expect([did, told()]).toEqual([[], 1])
})

test('more keys than the line takes are told, and those in it still act', () => {
  let judged: Judged = 'wait'
  const { line, did, told } = lineOf(() => judged)
  for (let n = 0; n < mostKeys + 1; n++) line.add(String(n))
  expect(told()).toBe(1)
  judged = 'act'
  vi.advanceTimersByTime(1000)
  expect(did).toHaveLength(mostKeys)
})

test('an answer that does not come for long leaves no key behind that acts later', () => {
  let judged: Judged = 'wait'
  const { line, did, told } = lineOf(() => judged)
  line.add('d')
  vi.advanceTimersByTime(longestWait + 100)
  judged = 'act'
  vi.advanceTimersByTime(1000)
  expect([did, told()]).toEqual([[], 1])
})

function holdOf(isKeyWaiting: () => boolean = () => false) {
  const passed: string[] = []
  const hold = holdBack<string>({ pass: (key) => void passed.push(key), isKeyWaiting })
  const press = (key: string, at: number) => {
    if (hold.came(at)) hold.hold(key)
  }
  return { hold, passed, press }
}

test('a key that the window heard of late waits as much longer: the next one of a reader comes as late', () => {
  const { hold, passed, press } = holdOf()
  hold.came(1000)
  hold.hold('d', 200)
  vi.advanceTimersByTime(readerGap + 150)
  press('1', 1008)
  vi.advanceTimersByTime(1000)
  expect(passed).toEqual([])
})

test('a key passes once no reader can have sent it', () => {
  const { passed, press } = holdOf()
  press('d', 1000)
  expect(passed).toEqual([])
  vi.advanceTimersByTime(readerGap)
  expect(passed).toEqual(['d'])
})

test('a second key at a person’s pace lets the first pass, though the window was too busy to have done so', () => {
  const { passed, press } = holdOf(() => true)
  press('g', 1000)
  press('w', 1000 + readerGap + 1)
  expect(passed).toEqual(['g'])
  press('d', 1000 + 2 * (readerGap + 1))
  expect(passed).toEqual(['g', 'w'])
})

test('keys at a reader’s pace pass neither one nor the other', () => {
  const { passed, press } = holdOf()
  for (let n = 0; n < 5; n++) press('n', 1000 + 8 * n)
  vi.advanceTimersByTime(1000)
  expect(passed).toEqual([])
})

test('a key whose clock runs behind that of the one before is no reader’s next', () => {
  const { passed, press } = holdOf()
  press('d', 2000)
  press('p', 1990)
  vi.advanceTimersByTime(1000)
  expect(passed).toEqual(['d', 'p'])
})

test('the first key of a burst is called off by one that was taken for the reader', () => {
  const { hold, passed, press } = holdOf()
  press('1', 1000)
  hold.came(1008)
  vi.advanceTimersByTime(1000)
  expect(passed).toEqual([])
})

test('while the window knows of a key that it has not handled the one before stays held', () => {
  let waiting = true
  const { passed, press } = holdOf(() => waiting)
  press('d', 1000)
  vi.advanceTimersByTime(readerGap * 4)
  expect(passed).toEqual([])
  waiting = false
  vi.advanceTimersByTime(1)
  expect(passed).toEqual(['d'])
})

test('a chord lets what is held pass first', () => {
  const { hold, passed, press } = holdOf()
  press('d', 1000)
  hold.pass()
  vi.advanceTimersByTime(1000)
  expect(passed).toEqual(['d'])
})
