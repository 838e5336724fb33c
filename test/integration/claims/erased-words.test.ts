import { afterEach, expect, test } from 'vitest'
import { recordAct } from '../../../src/main/claims/acts.ts'
import { setCheck } from '../../../src/main/claims/checks.ts'
import { overrideFinding, worksheet } from '../../../src/main/claims/eligibility.ts'
import { eraseWholePerson } from '../../../src/main/claims/erase-person.ts'
import { openMember } from '../../../src/main/claims/family/link.ts'
import { triageClaim } from '../../../src/main/claims/lane.ts'
import { noteReadBack } from '../../../src/main/claims/read-back.ts'
import { keepDraft, setPersonFields } from '../../../src/main/claims/take-in.ts'
import { findClaim } from '../../../src/main/claims/tools.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { noteArrival, openArrivalClaim, takeArrival } from '../../../src/main/hall/arrivals.ts'
import { hallView } from '../../../src/main/hall/list.ts'
import { packNumber } from '../../../src/shared/domain/paper-pack.ts'
import { readBackHeads } from '../../../src/shared/domain/read-back.ts'
import { ok, unwrap } from '../../../src/shared/result.ts'
import { placesOf } from '../../support/store-words.ts'
import { type Office, openOffice, setClaim } from './support.ts'

let office: Office
afterEach(() => office.store.remove())

/** Words that stand nowhere but with this person. */
const words = [
  'Zyxwvut',
  'Qwertzu',
  'Plumbago',
  'Verdigris',
  'Quincunx',
  'Oxymoron',
  'Zeppelin',
  'Jodhpurs',
  'Kumquats',
]
const [family = '', given = '', door = '', story = '', check = '', finding = '', triage = '', draft = '', place = ''] =
  words

/** A person with words in everything that an intake of a family keeps, and a child whose words are its own. */
function person(): { claimId: string; childId: string; arrivalId: string } {
  const { tools, officer, store } = office
  const { arrivalId } = unwrap(noteArrival(tools, officer, { adults: 1, children: 1, name: family, note: door }))
  unwrap(takeArrival(tools, officer, arrivalId, false))
  const { claimId } = unwrap(openArrivalClaim(tools, officer, arrivalId))
  const fields = {
    familyName: family,
    givenNames: given,
    aliases: [{ kind: 'other' as const, familyName: family, givenNames: given }],
  }
  unwrap(setPersonFields(tools, officer, { claimId, fields: { ...fields, birthDate: '1990-05-17' }, bases: [] }))
  unwrap(setClaim(office, claimId, { fearSummary: story, spokenLanguage: 'ar' }))
  unwrap(setCheck(tools, officer, claimId, { check: 'police', result: 'done', found: true, note: check }))
  const rule = unwrap(worksheet(tools, claimId)).evaluation.findings[0]?.rule ?? ''
  unwrap(overrideFinding(tools, officer, claimId, { rule, to: 'not_met', reason: finding }))
  unwrap(triageClaim(tools, officer, claimId, { lowRisk: true, lowNeed: true, reason: triage }))
  unwrap(keepDraft(tools, officer, claimId, 'addressLine', draft))
  const detention = { since: '2026-11-22', place, ground: 'identity' } as const
  unwrap(recordAct(tools, officer, { claimId, act: { detention }, bases: [] }))
  const bases = readBackHeads(unwrap(claimView(tools, claimId)).person)
  unwrap(noteReadBack(tools, officer, { claimId, bases, language: 'ar', wrong: ['birthDate'] }))
  const { claimId: childId } = unwrap(openMember(tools, officer, claimId))
  unwrap(setPersonFields(tools, officer, { claimId: childId, fields: { familyName: 'Stays' }, bases: [] }))
  const pack = packNumber(store.identity()?.device ?? '', 1)
  store.transact({ actor: officer.id }, (tx) => {
    const subject = { kind: 'claim', id: claimId } as const
    tx.append({ subject, type: 'claim.paper_pack_taken', body: { pack, foreign: false } })
    const page = { pack, page: 1, arrived: 'a'.repeat(64), original: 'b'.repeat(64), mime: 'image/png' }
    tx.append({ subject, type: 'claim.paper_page_added', body: page })
    return ok(null)
  })
  return { claimId, childId, arrivalId }
}

test('no word of an erased person stands anywhere in the store, and a rebuild gives the same', async () => {
  office = openOffice()
  const { tools, officer, store } = office
  const { claimId, childId, arrivalId } = person()
  for (const word of words) expect(placesOf(store, [word]), word).not.toEqual([])
  const { personId } = unwrap(findClaim(store, claimId))
  unwrap(store.transact({ actor: officer.id }, (tx) => eraseWholePerson(tx, personId, 'retention of the test')))
  expect(placesOf(store, [...words, 'b'.repeat(64)])).toEqual([])
  const live = store.dumpProjections()
  unwrap(await store.rebuild())
  expect(store.dumpProjections()).toEqual(live)
  expect(placesOf(store, words)).toEqual([])
  expect(await store.check()).toMatchObject({ ok: true })
  // The child stays, and is seen without the party.
  expect(unwrap(claimView(tools, childId)).person.familyName?.value).toBe('Stays')
  const { rows, gone } = hallView(tools, officer)
  expect([...rows, ...gone].map(({ id }) => id)).not.toContain(arrivalId)
  expect(rows.flatMap(({ members }) => members.map((member) => member.claimId))).toContain(childId)
})
