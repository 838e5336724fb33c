import { expect, test } from 'vitest'
import { inlandOffices, mannerAt, officeOf, offices, portsOfEntry } from '../../../src/shared/domain/ports-of-entry.ts'

test('slugs are unique and found again', () => {
  expect(new Set(offices.map(({ slug }) => slug)).size).toBe(offices.length)
  for (const office of offices) expect(officeOf(office.slug)).toBe(office)
  expect(officeOf('nowhere')).toBeUndefined()
})

test('thirty ports of every kind and the inland offices have names in both languages and a real time zone', () => {
  expect(portsOfEntry.length).toBeGreaterThanOrEqual(30)
  expect(new Set(portsOfEntry.map(({ kind }) => kind))).toEqual(new Set(['land', 'air', 'ferry', 'rail']))
  expect(inlandOffices.length).toBeGreaterThanOrEqual(6)
  for (const { name, zone } of offices) {
    expect(name.en.length * name.fr.length).toBeGreaterThan(0)
    expect(() => new Intl.DateTimeFormat('en-CA', { timeZone: zone })).not.toThrow()
  }
})

test('an airport, a bridge, a ferry and a train are different manners of entry; an office inland is none', () => {
  expect(['air', 'land', 'ferry', 'rail', 'inland'].map((kind) => mannerAt(kind as 'air'))).toEqual([
    'airport',
    'land_poe',
    'harbour',
    'train_poe',
    null,
  ])
})
