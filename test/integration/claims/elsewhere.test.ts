import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { joinPerson, ruleOut, searchCandidates } from '../../../src/main/claims/candidates.ts'
import { elsewhereOf } from '../../../src/main/claims/elsewhere.ts'
import { recordView } from '../../../src/main/claims/record/view.ts'
import { findClaim } from '../../../src/main/claims/tools.ts'
import { currentVersion } from '../../../src/main/store/migrations.ts'
import { query } from '../../../src/main/store/query.ts'
import { findPeople } from '../../../src/main/store/search/find-people.ts'
import type { Reader } from '../../../src/main/store/types.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { fileAt } from '../../support/store-file.ts'
import { erase } from './random-history.ts'
import { newClaim, type Office, openOffice, setClaim } from './support.ts'

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.store.remove())

const found = (claimId: string) => elsewhereOf(office.store, unwrap(findClaim(office.store, claimId)))
const rules = (claimId: string) =>
  unwrap(recordView(office.tools, claimId))
    .findings.map(({ rule }) => rule)
    .filter((rule) => rule.startsWith('same_'))
const holds = (claimId: string, number: string, kind = 'passport', row = 1) => {
  const id = `0198c0de-0000-7000-8000-${String(row).padStart(12, '0')}`
  return unwrap(setClaim(office, claimId, { heldDocuments: [{ id, kind, number, looks: 'not_examined' }] }))
}
const sends = (claimId: string, document: object, more: object = {}) =>
  unwrap(
    office.store.transact({ actor: office.officer.id }, (tx) => {
      const body = {
        ...{ account: office.store.newId(), draft: 'D-1', language: 'en', document, people: 1, on: '2026-11-20' },
        ...more,
      }
      tx.append({ subject: { kind: 'claim', id: claimId }, type: 'claim.sent', body })
      return ok(null)
    }),
  )
const passport = (number: string) => ({ kind: 'passport', number })

describe('the same passport in another claim', () => {
  test('is found where both numbers were typed, however they were written, and until one is corrected', async () => {
    const [one, other] = [newClaim(office), newClaim(office)]
    holds(one.claimId, 'P123 4567')
    expect(rules(one.claimId)).toEqual([])
    holds(other.claimId, 'p1234567')
    expect(found(one.claimId).passport).toEqual([other.applicationNumber])
    expect(found(other.claimId).passport).toEqual([one.applicationNumber])
    expect(rules(one.claimId)).toEqual(['same_passport'])
    const live = office.store.dumpProjections()
    unwrap(await office.store.rebuild())
    expect(office.store.dumpProjections()).toEqual(live)
    holds(other.claimId, 'P7654321')
    expect(rules(one.claimId)).toEqual([])
  })

  test('is found between accounts of the portal, and between one and what was typed', () => {
    const [one, other, third] = [newClaim(office), newClaim(office), newClaim(office)]
    sends(one.claimId, passport('P1234567'))
    sends(other.claimId, passport('P-1234567'), { draft: 'D-2' })
    holds(third.claimId, 'P1234567')
    expect(found(one.claimId).passport).toEqual([other.applicationNumber, third.applicationNumber])
    expect(rules(third.claimId)).toEqual(['same_passport'])
  })

  test('is not what a family shares with whoever opened its account', () => {
    const [one, child, before] = [newClaim(office), newClaim(office), newClaim(office)]
    sends(one.claimId, passport('P1234567'), { people: 2, own: true })
    sends(child.claimId, passport('P1234567'), { people: 2, own: false })
    // As earlier centrals said it.
    sends(before.claimId, passport('P1234567'), { people: 2 })
    expect([one, child, before].flatMap(({ claimId }) => found(claimId).passport)).toEqual([])
  })

  test('is not a word for none, a marriage certificate, or the person’s own', () => {
    const [one, other] = [newClaim(office), newClaim(office)]
    for (const [number, kind] of [
      ['none', 'passport'],
      ['M-77', 'marriage_certificate'],
    ] as const) {
      holds(one.claimId, number, kind)
      holds(other.claimId, number, kind)
      expect(found(one.claimId).passport).toEqual([])
    }
    holds(one.claimId, 'P1')
    sends(one.claimId, passport('P1'))
    expect(found(one.claimId).passport).toEqual([])
  })

  test('finds the person in a search, among those who could be the same, and goes with the claim', () => {
    const [one, other] = [newClaim(office), newClaim(office, { familyName: 'Osman' })]
    holds(one.claimId, 'P1234567')
    holds(other.claimId, 'P1234567')
    expect(findPeople(office.store, 'P1234567', 5).map(({ n }) => n)).toEqual([other.personN, one.personN])
    const { candidates } = unwrap(searchCandidates(office.tools, office.officer, other.claimId))
    expect(candidates.map(({ personId, why }) => [personId, why[0]])).toEqual([[one.personId, 'same_document']])
    erase(office, other.personId)
    expect(found(one.claimId).passport).toEqual([])
  })
})

describe('the same identity in another claim', () => {
  const born = { birthDate: '1990-05-17' }
  const mohamed = { familyName: 'Haddad', givenNames: 'Mohamed', ...born }

  test('is a name of the same sound and the same birth date, until an officer rules it out', () => {
    const one = newClaim(office, mohamed)
    const other = newClaim(office, { familyName: 'Hadad', givenNames: 'Muhammad', ...born })
    newClaim(office, { ...mohamed, birthDate: '1990-05-18' })
    newClaim(office, { familyName: 'Haddad', givenNames: 'Yasmine', ...born })
    newClaim(office, { familyName: 'Garcia', givenNames: 'Mohamed', ...born })
    newClaim(office, { familyName: 'Haddad', givenNames: 'Moussa', ...born })
    expect(found(one.claimId).identity).toEqual([other.applicationNumber])
    expect(rules(one.claimId)).toEqual(['same_identity'])
    expect(rules(other.claimId)).toEqual(['same_identity'])
    unwrap(ruleOut(office.tools, office.officer, one.claimId, other.personId, 'their fingerprints differ'))
    expect([...rules(one.claimId), ...rules(other.claimId)]).toEqual([])
  })

  test('is also another claim of the person who was found to be the same', () => {
    const [one, other] = [newClaim(office, mohamed), newClaim(office, { familyName: 'Unlike', givenNames: 'Zoe' })]
    expect(found(other.claimId).identity).toEqual([])
    unwrap(joinPerson(office.tools, office.officer, other.claimId, one.personId, 'says so'))
    expect(found(one.claimId).identity).toEqual([other.applicationNumber])
    expect(found(other.claimId).identity).toEqual([one.applicationNumber])
  })

  test('is found among many who were born on one day, which a year alone is not', () => {
    const day = { birthDate: '1990-01-01' }
    const one = newClaim(office, { ...mohamed, ...day })
    const unlike = ['Li', 'Wu', 'Garcia', 'Novak', 'Sato', 'Kim', 'Singh']
    for (let i = 0; i < 45; i += 1)
      newClaim(office, { familyName: unlike[i % 7], givenNames: `Given${'abcdefg'[i % 5]}`, ...day })
    const other = newClaim(office, { familyName: 'Hadad', givenNames: 'Mohammed', ...day })
    expect(found(other.claimId).identity).toEqual([one.applicationNumber])
    const [year, alone] = [{ birthDate: '1990' }, { familyName: 'Zamani' }]
    newClaim(office, { ...mohamed, ...year })
    expect(found(newClaim(office, { ...mohamed, ...year }).claimId).identity).toEqual([])
    newClaim(office, { ...alone, ...day })
    expect(found(newClaim(office, { ...alone, ...day }).claimId).identity).toEqual([])
  })
})

test('what claims share comes from indexes', () => {
  const sqlite = fileAt(currentVersion)
  const person = { family_name: 'Osman', given_names: 'Ali', birth_date: '1990-01-01', aliases: null, photo: null }
  const plans: string[] = []
  const ask = (asked: { compile: (q: typeof query) => { sql: string; parameters: readonly unknown[] } }) => {
    const { sql, parameters } = asked.compile(query)
    const rows = sqlite.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters)
    plans.push(rows.map(({ detail }) => detail).join('; '))
    const many = sql.includes('"birth_date" = ?') && !sql.includes('"n" in')
    return many
      ? Array.from({ length: 40 }, (_, n) => ({ ...person, n, id: 'x', number: 'P1', person_n: n }))
      : [{ ...person, n: 9, id: 'y', number: 'P1', person_n: 9 }]
  }
  const reader = { all: ask, first: (q: never) => ask(q)[0] } as unknown as Reader
  elsewhereOf(reader, { id: 'a', personId: 'b', personN: 1 })
  expect(plans.length).toBeGreaterThan(8)
  for (const plan of plans) expect(plan).not.toMatch(/SCAN (?!name_\w+ VIRTUAL TABLE INDEX|\w+ USING)/)
})
