import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { cultures } from '../../../src/main/demo/cultures/index.ts'
import { dayOf, isoOf } from '../../../src/main/demo/days.ts'
import { drawOf } from '../../../src/main/demo/draw.ts'
import { origins } from '../../../src/main/demo/origins.ts'
import { type DemoPerson, family, people, person } from '../../../src/main/demo/people.ts'
import { claimChanges, personChanges } from '../../../src/shared/domain/fields.ts'
import { officeOf } from '../../../src/shared/domain/ports-of-entry.ts'
import { isCountryCode } from '../../../src/shared/mrz/states.ts'

const today = '2026-11-22'
const crowd = [...people(2026, 4000, today)]
const index = fc.nat(1_000_000)
const share = (of: (each: DemoPerson) => boolean): number => crowd.filter(of).length / crowd.length

test('everybody passes the schemas that an officer’s typing must pass', () => {
  for (const each of crowd) {
    expect(personChanges.safeParse(each.person).error).toBeUndefined()
    expect(claimChanges.safeParse(each.claim).error).toBeUndefined()
  }
})

test('a person is the same whoever asks: alone, in the family, in the stream', () => {
  fc.assert(
    fc.property(fc.nat(3999), (at) => {
      const alone = person(2026, at, today)
      expect(alone).toEqual(crowd[at])
      expect(family(2026, at, today)[at - alone.household.first]).toEqual(alone)
    }),
    { numRuns: 200 },
  )
})

test('another seed gives other people', () => {
  expect(person(1, 5, today)).not.toEqual(person(2, 5, today))
})

test('dates stand in their order: birth, entry, claim, today; papers were issued before today', () => {
  fc.assert(
    fc.property(index, (at) => {
      const { person: who, claim, document } = person(7, at, today)
      const entered = claim.entries?.at(-1)?.date ?? ''
      expect((who.birthDate ?? '') < entered || (who.birthDate ?? '').length < 10).toBe(true)
      expect(entered <= (claim.claimDate ?? '')).toBe(true)
      expect((claim.claimDate ?? '') <= today).toBe(true)
      if (document) expect(document.issuedOn < today && document.issuedOn < document.expiresOn).toBe(true)
      if (claim.channel === 'port_of_entry') expect(entered).toBe(claim.claimDate)
    }),
    { numRuns: 1500 },
  )
})

test('families came together, live together and fear the same, and children are younger than their parents', () => {
  const families = crowd.filter(({ household }) => household.size > 2 && household.role === 'principal').slice(0, 200)
  for (const { index: at } of families) {
    const members = family(2026, at, today)
    expect(
      new Set(members.map(({ claim }) => JSON.stringify([claim.entries, claim.addressLine, claim.grounds]))).size,
    ).toBe(1)
    expect(new Set(members.map(({ person: who }) => who.citizenships?.join())).size).toBe(1)
    const parents = members.filter(({ household }) => household.role !== 'child')
    for (const child of members.filter(({ household }) => household.role === 'child')) {
      expect(child.age).toBeLessThan(18)
      for (const parent of parents) expect(parent.age - child.age).toBeGreaterThanOrEqual(17)
    }
  }
})

test('offices, ports and countries are known ones', () => {
  for (const { office, claim, person: who } of crowd) {
    expect(officeOf(office)).toBeDefined()
    expect(who.citizenships?.every(isCountryCode)).toBe(true)
    for (const entry of claim.entries ?? [])
      if (entry.manner !== 'between_poes') expect(officeOf(entry.place ?? '')).toBeDefined()
  }
  expect(origins.every(({ country, second = country }) => isCountryCode(country) && isCountryCode(second))).toBe(true)
})

test('the postal code belongs to the province and the telephone number to nobody', () => {
  const letters: Record<string, string> = {
    ON: 'KLMNP',
    QC: 'GHJ',
    BC: 'V',
    AB: 'T',
    MB: 'R',
    SK: 'S',
    NS: 'B',
    NB: 'E',
    NL: 'A',
  }
  for (const { claim } of crowd) {
    expect(letters[claim.addressProvince ?? '']).toContain(claim.addressPostalCode?.[0] ?? '?')
    expect(claim.phone).toMatch(/^\+1 \d{3} 555-01\d\d$/)
    if (claim.email) expect(claim.email).toMatch(/@example\.org$/)
  }
})

test('at least thirty cultures and ten scripts, each name in the script it says', () => {
  expect(cultures.length).toBeGreaterThanOrEqual(30)
  const scripts = new Set(cultures.map(({ script }) => script))
  expect(scripts.size).toBeGreaterThanOrEqual(14)
  const unicode: Record<string, string> = { Hans: 'Han', Hant: 'Han', Hang: 'Hangul' }
  for (const { id, script, male, female, family: names, familyOfWomen } of cultures) {
    const letters = new RegExp(`^[\\p{Script=${unicode[script] ?? script}}\\p{M}\\u200c\\u200d ’-]+$`, 'u')
    for (const { native, latin } of [...male, ...female, ...names, ...familyOfWomen]) {
      expect(`${id} ${native} ${letters.test(native)}`).toBe(`${id} ${native} true`)
      expect(latin.normalize('NFD')).toMatch(/^[\p{Script=Latin}\p{M} ’-]+$/u)
    }
  }
})

test('what travel documents print is A to Z, with a family name at least', () => {
  for (const { document, name, person: who } of crowd) {
    expect(name.document.family).toMatch(/^[A-Z]+( [A-Z]+)*$/)
    expect(name.document.given).toMatch(/^([A-Z]+( [A-Z]+)*)?$/)
    expect(who.givenNames === undefined).toBe(name.given === '')
    if (document) expect(document.number).toMatch(/^[A-Z0-9]{6,9}$/)
  }
})

test('names follow their culture: order, patronymics, women’s forms, two family names, one name', () => {
  const of = (id: string) => crowd.filter(({ culture }) => culture === id)
  expect(
    of('chinese').every(({ name }) => !name.native.includes(' ') && /^\p{Script=Han}{2,4}$/u.test(name.native)),
  ).toBe(true)
  expect(of('hispanic').every(({ name }) => name.document.family.includes(' '))).toBe(true)
  expect(of('hungarian').every(({ name }) => name.native === `${name.family} ${name.given}`)).toBe(true)
  const russians = of('russian')
  expect(
    russians.some(
      ({ person: who }) => who.sex === 'F' && who.familyName?.endsWith('a') && who.nativeName?.endsWith('на'),
    ),
  ).toBe(true)
  expect(russians.every(({ person: who }) => who.sex !== 'M' || /ич$/.test(who.nativeName ?? ''))).toBe(true)
  const children = of('somali').filter(({ household }) => household.role === 'child')
  const fathers = children.map(
    (child) =>
      [
        child,
        family(2026, child.index, today).find((each) => each.person.sex === 'M' && each.household.role !== 'child'),
      ] as const,
  )
  expect(fathers.some(([, father]) => father)).toBe(true)
  for (const [child, father] of fathers)
    if (father) expect(child.name.given.endsWith(` ${father.name.own.latin}`)).toBe(true)
  expect(of('afghan').some(({ person: who }) => who.givenNames === undefined)).toBe(true)
})

test('what is rare in life is rare here, and there', () => {
  expect(share(({ person: who }) => who.sex === 'X')).toBeGreaterThan(0)
  expect(share(({ person: who }) => who.citizenships?.[0] === 'XXA')).toBeGreaterThan(0.003)
  expect(share(({ person: who }) => (who.citizenships?.length ?? 0) > 1)).toBeGreaterThan(0.005)
  expect(share(({ person: who }) => (who.birthDate?.length ?? 0) < 10)).toBeGreaterThan(0.005)
  expect(share(({ person: who }) => who.givenNames === undefined)).toBeGreaterThan(0.003)
  expect(share(({ name }) => name.document.family.length === 2)).toBeGreaterThan(0.002)
  expect(share(({ document }) => document === null)).toBeGreaterThan(0.03)
  expect(share(({ claim }) => claim.entries?.at(-1)?.manner === 'between_poes')).toBeGreaterThan(0.01)
  expect(share(({ household }) => household.size > 1)).toBeGreaterThan(0.3)
})

test('a stateless person has a former residence instead of a citizenship', () => {
  for (const { person: who } of crowd)
    expect(who.citizenships?.includes('XXA') ?? false).toBe(who.formerResidence !== undefined)
})

test('no line about a fear is left with a hole in it', () => {
  for (const { claim } of crowd) expect(claim.fearSummary).not.toMatch(/[{}]|undefined| {2}/)
})

test('days count as Temporal counts them', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60_000, max: 60_000 }), (count) => {
      const iso = Temporal.PlainDate.from('1970-01-01').add({ days: count }).toString()
      expect(isoOf(count)).toBe(iso)
      expect(dayOf(iso)).toBe(count)
    }),
  )
})

test('draws spread evenly and neighbours do not resemble each other', () => {
  const first = Array.from({ length: 20_000 }, (_, at) => drawOf(1, at).next())
  const mean = first.reduce((sum, value) => sum + value, 0) / first.length
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.01)
  const product =
    first.slice(1).reduce((sum, value, at) => sum + (value - 0.5) * ((first[at] ?? 0) - 0.5), 0) / first.length
  expect(Math.abs(product)).toBeLessThan(0.002)
})
