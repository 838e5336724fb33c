import { expect, test } from 'vitest'
import { listIn, listOf, onSeveral, without } from '../../../src/main/store/field-lists.ts'

test('the same fields are the same list, in whichever order they were set', () => {
  const list = listOf({ b: 1, a: 2 })
  expect(list).toMatchObject({ text: '["a","b"]', names: ['a', 'b'] })
  expect(listOf({ a: 3, b: 4 })).toBe(list)
  expect(listIn('["a","b"]', none)).toBe(list)
  expect([list.has('a'), list.has('toString')]).toEqual([true, false])
})

test('a long list is stored by a name that follows from it, and read by what stands under that', () => {
  const fields = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`field${i}`, i]))
  const list = listOf(fields)
  expect(list.text).toMatch(/^#[\w-]{22}$/)
  expect(list.json).toBe(JSON.stringify(Object.keys(fields).sort()))
  expect(listOf({ ...fields, other: 1 }).text).not.toBe(list.text)
  expect(listIn(list.text, none)).toBe(list)
  expect(() => listIn('#elsewhere', () => '["a"]')).toThrow('not of its name')
  expect(() => listIn('#nowhere', none)).toThrow('nowhere')
})

test('a list of before, whole in its row, is read as it stands', () => {
  const json = JSON.stringify(Array.from({ length: 30 }, (_, i) => `earlier${i}`))
  expect(listIn(json, none)).toMatchObject({ text: json, json })
})

const none = (name: string): string => {
  throw new Error(`nothing under ${name}`)
}

test('a list without what is on another is stored as if that had never been set', () => {
  const list = listOf({ a: 1, b: 1, c: 1 })
  expect(without(list, listOf({ b: 1, d: 1 })).text).toBe('["a","c"]')
  expect(without(list, listOf({ d: 1 }))).toBe(list)
  expect(without(list, list).names).toEqual([])
})

test('names on several lists are found, however many there are', () => {
  const lists = [{ a: 1, b: 1, c: 1 }, { c: 1 }, { d: 1, a: 1 }, { a: 1 }].map(listOf)
  expect([...onSeveral(lists)].sort()).toEqual(['a', 'c'])
  expect(onSeveral(lists.slice(0, 1)).size).toBe(0)
  expect(onSeveral([]).size).toBe(0)
})
