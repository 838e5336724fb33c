import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { joinPerson } from '../../../src/main/claims/candidates.ts'
import { readPassport } from '../../../src/main/claims/passport.ts'
import { searchClaims } from '../../../src/main/claims/search.ts'
import { setPersonFields } from '../../../src/main/claims/take-in.ts'
import { person as demoPerson } from '../../../src/main/demo/people.ts'
import { bareNumber } from '../../../src/shared/domain/numbers.ts'
import { foldName, latinForms, phoneticWords, searchTokens } from '../../../src/shared/names/index.ts'
import { unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice } from './support.ts'

let office: Office
const claims = new Map<string, ReturnType<typeof newClaim>>()
const names = {
  osman: { familyName: 'Osman', givenNames: 'Amina', nativeName: 'آمنة عثمان' },
  nguyen: { familyName: 'Nguyễn', givenNames: 'Thị Ánh' },
  li: { familyName: 'Li', givenNames: 'Na', nativeName: '李娜' },
  wang: { familyName: 'Wang', givenNames: 'Xiaoming', nativeName: '王小明' },
  wojcik: { familyName: 'Wójcik', givenNames: 'Łukasz' },
  yilmaz: { familyName: 'Yılmaz', givenNames: 'Işıl' },
  obrien: { familyName: 'O’Brien', givenNames: 'Siobhán' },
  tchaikovsky: { familyName: 'Tchaikovsky', givenNames: 'Pyotr', nativeName: 'Чайковский Пётр' },
  hindi: { familyName: 'Sharma', givenNames: 'Hindi', nativeName: 'हिन्दी शर्मा' },
  tamil: { familyName: 'Suresh', nativeName: 'சுரேஷ்' },
  sukarno: { familyName: 'Sukarno' },
  oo: { givenNames: 'Oo' },
  gebre: { familyName: 'Gebremariam', givenNames: 'Tsehay', nativeName: 'ፀሐይ ገብረማርያም' },
  oberg: { familyName: 'Öberg', givenNames: 'Bjørn-Åke' },
  mohamed: { familyName: 'Mohamed', givenNames: 'Abdirahman' },
  joseph: { familyName: 'Jean-Baptiste', givenNames: 'Joseph' },
  adlam: { familyName: 'Bah', givenNames: 'Aissatou', nativeName: '𞤀𞤭𞥅𞤧𞤢𞤼𞤵' },
} as const

beforeAll(() => {
  office = openOffice()
  for (const [key, fields] of Object.entries(names)) claims.set(key, newClaim(office, fields))
})
afterAll(() => office.store.remove())

const find = (text: string, limit = 50) => searchClaims(office.store, text, limit).rows
const keysOf = (text: string): string[] =>
  find(text).map((row) => [...claims].find(([, claim]) => claim.claimId === row.claimId)?.[0] ?? '?')
const wayOf = (text: string, key: string) => find(text).find((row) => row.claimId === claims.get(key)?.claimId)?.matched

describe('a search finds', () => {
  test.each([
    ['the start of a family name', 'osm', 'osman', 'name'],
    ['the start of each word, in any order', 'ami osm', 'osman', 'name'],
    ['the own script', 'عثمان', 'osman', 'name'],
    ['the own script without its pointing', 'آمنه', 'osman', 'name'],
    ['a name without its accents', 'nguyen', 'nguyen', 'name'],
    ['a name with its accents', 'NGUYỄN', 'nguyen', 'name'],
    ['a name of two letters', 'li', 'li', 'name'],
    ['a name that is two letters long and the only one', 'Oo', 'oo', 'name'],
    ['one Chinese sign', '李', 'li', 'name'],
    ['a Chinese given name alone', '小明', 'wang', 'name'],
    ['a Chinese name by its pronunciation', 'wang xiao', 'wang', 'name'],
    ['l with stroke', 'lukasz', 'wojcik', 'name'],
    ['l with stroke, typed', 'Łukasz', 'wojcik', 'name'],
    ['a dotless i', 'yilmaz', 'yilmaz', 'name'],
    ['a dotless i, in capitals', 'IŞIL', 'yilmaz', 'name'],
    ['an apostrophe left out', 'obrien', 'obrien', 'name'],
    ['an apostrophe of another kind', "o'brien", 'obrien', 'name'],
    ['o with stroke and a hyphen', 'bjorn ake', 'oberg', 'name'],
    ['half of a hyphened name', 'baptiste', 'joseph', 'name'],
    ['Cyrillic', 'чайк', 'tchaikovsky', 'name'],
    ['Devanagari with its vowel signs', 'हिन्दी', 'hindi', 'name'],
    ['the start of a Devanagari word', 'शर्', 'hindi', 'name'],
    ['Tamil', 'சுரே', 'tamil', 'name'],
    ['Ethiopic', 'ገብረ', 'gebre', 'name'],
    ['Adlam, younger than the tokenizer', '𞤀𞤭𞥅𞤧', 'adlam', 'name'],
    ['a mononym', 'sukarno', 'sukarno', 'name'],
    ['the inside of a name', 'emari', 'gebre', 'contains'],
    ['the inside of a name beside the start of another', 'emari tse', 'gebre', 'contains'],
    ['another transliteration, by sound', 'Tschaikowski', 'tchaikovsky', 'sounds_like'],
    ['another spelling, by sound', 'Muhammad', 'mohamed', 'sounds_like'],
    ['a doubled letter, by sound', 'Ossman', 'osman', 'sounds_like'],
  ])('%s (%s)', (_, text, key, way) => {
    expect(keysOf(text)).toContain(key)
    expect(wayOf(text, key)).toBe(way)
  })

  test.each([
    ['as printed', (n: string) => n],
    ['in small letters', (n: string) => n.toLowerCase()],
    ['in groups', (n: string) => `${n.slice(0, 4)} ${n.slice(4, 7)}-${n.slice(7)}`],
  ])('a number %s, and nothing beside it', (_, write) => {
    const claim = claims.get('li')
    expect(find(write(claim?.applicationNumber ?? '')).map((row) => [row.claimId, row.matched])).toEqual([
      [claim?.claimId, 'number'],
    ])
  })

  test('no part of a number', () => {
    expect(find(claims.get('li')?.applicationNumber.slice(0, -1) ?? '')).toEqual([])
  })

  test('nobody for text that nobody has', () => {
    for (const text of ['', ' ', '-', '’', 'zzzqqq', '🎉', '0']) expect(find(text), text).toEqual([])
  })
})

describe('text that looks like a program', () => {
  test.each([
    '"\' OR 1=1 --',
    "'; DROP TABLE person; --",
    'NEAR(osman amina)',
    'osman OR amina',
    '*',
    '^osman',
    'words:osman',
    '{words sounds}:x',
    'a+b',
    '"',
    '""',
    '\\',
    '%',
    '_',
    'AND',
    'NOT',
    'x\u0000y',
    '(',
    'o$man ~ |',
    '\ud800',
    'é'.repeat(200),
    'a b c d e f g h i j k l m n o p',
  ])('is searched as text: %j', (text) => {
    expect(() => find(text)).not.toThrow()
    expect(find(text).length).toBeLessThan(claims.size)
  })

  test('of any kind never fails', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ unit: 'grapheme' })), (text) => {
        find(text)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a person', () => {
  test('who was renamed is found by the new name only', () => {
    const { claimId } = newClaim(office, { familyName: 'Dlamini', givenNames: 'Thandeka' })
    const rename = (familyName: string) =>
      unwrap(setPersonFields(office.tools, office.officer, { claimId, fields: { familyName }, bases: [] }))
    rename('Mkhize')
    expect(find('dlamini')).toEqual([])
    expect(find('lamin')).toEqual([])
    expect(find('mkhize').map((row) => row.claimId)).toEqual([claimId])
    rename('Dlamini')
    expect(find('mkhize')).toEqual([])
    expect(find('dlamini thandeka').map((row) => row.claimId)).toEqual([claimId])
  })

  test('whose name was cleared is found by it no more', () => {
    const { claimId } = newClaim(office, { familyName: 'Quispe' })
    unwrap(setPersonFields(office.tools, office.officer, { claimId, fields: { familyName: null }, bases: [] }))
    expect(find('quispe')).toEqual([])
  })

  test('whose record stepped aside is hidden; both claims and every number lead to the one that stays', () => {
    const stays = newClaim(office, { familyName: 'Kowalczyk' })
    const first = newClaim(office, { familyName: 'Kowalchuk' })
    const zone = 'P<UTOKOWALCHUK<<JAN<<<<<<<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
    unwrap(readPassport(office.tools, office.officer, first.claimId, zone))
    const { people } = searchClaims(office.store, 'x', 1).searched
    unwrap(joinPerson(office.tools, office.officer, first.claimId, stays.personId, 'same fingerprints'))
    expect(searchClaims(office.store, 'x', 1).searched.people).toBe(people - 1)
    const both = [stays.claimId, first.claimId].sort()
    expect(
      find('kowalczyk')
        .map((row) => row.claimId)
        .sort(),
    ).toEqual(both)
    expect(find('kowalchuk').filter((row) => row.matched === 'name')).toEqual([])
    for (const number of ['L898902C3', first.applicationNumber, stays.applicationNumber])
      expect(
        find(number)
          .map((row) => row.claimId)
          .sort(),
        number,
      ).toEqual(both)
  })

  test('to whom somebody was joined takes all claims along when joined to another', () => {
    const [one, two, three] = ['Abara', 'Abarra', 'Abbara'].map((familyName) => newClaim(office, { familyName }))
    const join = (claim = one, to = two) =>
      unwrap(joinPerson(office.tools, office.officer, claim?.claimId ?? '', to?.personId ?? '', 'the same person'))
    join(one, two)
    join(two, three)
    const all = [one, two, three].map((claim) => claim?.claimId).sort()
    expect(
      find('abbara')
        .map((row) => row.claimId)
        .sort(),
    ).toEqual(all)
  })
})

describe('pages', () => {
  /** What the index should answer, worked out person by person. */
  const oracle = (
    people: readonly { n: number; fields: Record<string, string | undefined>; number: string }[],
    text: string,
  ) => {
    const words = (foldName(text) || latinForms(text))
      .split(' ')
      .filter((word) => /[\p{L}\p{N}]/u.test(word))
      .slice(0, 8)
    const sounds = phoneticWords(text).slice(0, 8)
    const number = bareNumber(text)
    const wayOf = ({ fields, number: own }: (typeof people)[number]): number => {
      const tokens = searchTokens(fields)
      const name = [...new Set([...tokens.folded.split(' '), ...tokens.latin.split(' ')])]
      if (/\d/.test(number) && own === number) return 0
      if (words.length > 0 && words.every((word) => name.some((part) => part.startsWith(word)))) return 1
      if (
        words.some((word) => [...word].length >= 3) &&
        words.every((word) => name.some((part) => part.includes(word)))
      )
        return 2
      if (sounds.length > 0 && sounds.every((keys) => keys.some((key) => tokens.phonetic.includes(key)))) return 3
      return 4
    }
    const ranked = people.map((person) => ({ n: person.n, way: wayOf(person) })).filter(({ way }) => way < 4)
    const shown = ranked.some(({ way }) => way === 0) ? ranked.filter(({ way }) => way === 0) : ranked
    return shown.sort((a, b) => a.way - b.way || b.n - a.n).map(({ n }) => n)
  }

  test('follow each other without repeats or gaps, in the order that a plain walk over everybody gives', () => {
    const crowd = openOffice()
    const people = Array.from({ length: 120 }, (_, i) => {
      const { familyName, givenNames, nativeName } = demoPerson(7, i, '2026-11-23').person
      // No Chinese names: the tails of their signs are the index's own business.
      const native = nativeName && !/\p{sc=Han}/u.test(nativeName) ? { nativeName } : {}
      const fields = { ...(familyName ? { familyName } : {}), ...(givenNames ? { givenNames } : {}), ...native }
      const claim = newClaim(crowd, fields)
      return { n: claim.personN, fields, number: claim.applicationNumber, claimId: claim.claimId }
    })
    const numberOf = new Map(people.map(({ n, claimId }) => [claimId, n]))
    const pieces = people
      .flatMap(({ fields, number }) => [...Object.values(fields), number])
      .filter((piece) => piece !== undefined)
    const query = fc
      .tuple(fc.constantFrom(...pieces), fc.nat(6), fc.integer({ min: 1, max: 12 }), fc.boolean())
      .map(([piece, from, length, whole]) => (whole ? piece : [...piece].slice(from, from + length).join('')))
    fc.assert(
      fc.property(query, fc.integer({ min: 1, max: 7 }), (text, limit) => {
        const seen: number[] = []
        for (let after: string | undefined, pages = 0; pages < 200; pages++) {
          const page = searchClaims(crowd.store, text, limit, after)
          seen.push(...page.rows.map((row) => numberOf.get(row.claimId) ?? -1))
          after = page.next
          if (!after) break
        }
        expect(seen).toEqual(oracle(people, text))
      }),
      { numRuns: 100 },
    )
    crowd.store.remove()
  })
})
