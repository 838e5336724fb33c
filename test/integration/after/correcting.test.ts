import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addPortrait, codeOf, filledClaim, referredClaim } from '../../support/claims.ts'
import type { TestDesk } from '../../support/desk.ts'
import { borderDesk } from '../../support/set-up.ts'

let border: TestDesk
beforeAll(async () => {
  border = await borderDesk()
})
afterAll(() => border.close())

const founded = { reason: 'The clerk wrote it by ear.', evidence: 'Syrian identity card seen', bases: [] }

/** A second, open claim of the same person. */
async function secondClaim(familyName: string, personId: string): Promise<string> {
  const { desk } = border
  const second = await filledClaim(border, familyName)
  await desk.claims.candidates({ claimId: second.claimId })
  await desk.claims.samePerson({ claimId: second.claimId, personId, reason: 'same face' })
  return second.claimId
}

describe('after the decision', () => {
  test('a correction shows the new value everywhere and keeps the old one with reason and evidence', async () => {
    const { desk } = border
    const { claimId } = await referredClaim(border, 'Haddaad')
    const view = await desk.claims.correct({ claimId, person: { familyName: 'Haddad' }, ...founded })
    expect(view.person.familyName?.value).toBe('Haddad')
    expect(view.row.familyName).toBe('Haddad')
    const found = await desk.claims.search({ text: 'Haddad' })
    expect(found.rows.map((row) => row.claimId)).toContain(claimId)
    const [entry] = await desk.claims.timeline({ claimId })
    expect(entry).toMatchObject({
      type: 'person.amended',
      text: { en: 'Identity corrected. The clerk wrote it by ear. Evidence: Syrian identity card seen' },
      changes: [{ field: 'familyName', before: 'Haddaad', after: 'Haddad' }],
    })
    // A first document still asks who else bears the name as it is now.
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'RPID' }))).toBe('claims.incomplete')
    await desk.claims.candidates({ claimId })
    expect(await codeOf(desk.documents.issue({ claimId, kind: 'RPID' }))).toBe('accepted')
  })

  test('identity and facts need reason and evidence; how to reach the person needs neither', async () => {
    const { desk } = border
    const { claimId } = await referredClaim(border, 'Reasons')
    const correct = (asked: object) => codeOf(desk.claims.correct({ claimId, bases: [], ...asked }))
    const unfounded = 'claims.correction_unfounded'
    expect(await correct({ person: { birthDate: '1990-05-18' } })).toBe(unfounded)
    expect(await correct({ person: { birthDate: '1990-05-18' }, reason: 'read wrongly' })).toBe(unfounded)
    expect(await correct({ claim: { phone: '613 555 0100', grounds: ['race'] } })).toBe(unfounded)
    expect(await correct({ claim: { phone: '613 555 0100', addressCity: 'Laval' } })).toBe('accepted')
    expect(await correct({ claim: { grounds: ['race'] }, ...founded })).toBe('accepted')
    expect(await correct({ claim: { grounds: ['race'] }, ...founded })).toBe('claims.nothing_to_correct')
    expect(await correct({ person: { birthDate: '2027-01-01' }, ...founded })).toBe('claims.future_date')
    const { claim } = await desk.claims.get({ claimId })
    expect([claim.phone?.value, claim.grounds?.value]).toEqual(['613 555 0100', ['race']])
  })

  test('one refused part changes nothing of the other', async () => {
    const { desk } = border
    const { claimId, personId } = await referredClaim(border, 'Whole')
    const second = await secondClaim('Whole', personId)
    const both = { claimId: second, person: { familyName: 'Hole' }, claim: { grounds: ['race' as const] }, ...founded }
    expect(await codeOf(desk.claims.correct(both))).toBe('claims.not_settled')
    expect((await desk.claims.get({ claimId })).row.familyName).toBe('Whole')
  })
})

describe('a second, open claim of a person whose first one is decided', () => {
  test('is no way around: the identity is settled, the new claim’s own facts are not', async () => {
    const { desk } = border
    const { personId, claimId } = await referredClaim(border, 'Settled')
    const second = await secondClaim('Settled', personId)
    const { settled } = await desk.claims.get({ claimId: second })
    expect(settled).toEqual({ identity: true, facts: false })
    const set = (fields: object) => codeOf(desk.claims.setPerson({ claimId: second, fields, bases: [] }))
    expect(await set({ familyName: 'Other' })).toBe('claims.correct_instead')
    expect(await set({ birthDate: null })).toBe('claims.correct_instead')
    expect(await set({ birthPlace: 'Homs' })).toBe('accepted')
    expect(await codeOf(desk.claims.set({ claimId: second, fields: { grounds: ['race'] }, bases: [] }))).toBe(
      'accepted',
    )
    expect(await codeOf(addPortrait(border, second, 9))).toBe('claims.not_in_this_state')
    expect(await codeOf(desk.claims.correct({ claimId: second, person: { familyName: 'Other' }, ...founded }))).toBe(
      'accepted',
    )
    expect((await desk.claims.get({ claimId })).row.familyName).toBe('Other')
  })

  test('cannot be used to move the decided claim to another person', async () => {
    const { desk } = border
    const { personId } = await referredClaim(border, 'Anchor')
    const second = await secondClaim('Anchor', personId)
    const other = await filledClaim(border, 'Drift')
    const moved = desk.claims.samePerson({ claimId: second, personId: other.personId, reason: 'the same' })
    expect(await codeOf(moved)).toBe('claims.person_has_records')
  })
})

test('nothing is corrected that may simply be changed', async () => {
  const { desk } = border
  const { claimId } = await filledClaim(border, 'Open')
  const correct = codeOf(desk.claims.correct({ claimId, person: { familyName: 'Opened' }, ...founded }))
  expect(await correct).toBe('claims.not_settled')
  expect((await desk.claims.get({ claimId })).settled).toEqual({ identity: false, facts: false })
})

test('a document that says what was corrected since is named, until it is replaced', async () => {
  const { desk } = border
  const { claimId } = await referredClaim(border, 'Printed')
  const documentId = (await desk.documents.issue({ claimId, kind: 'RPID' })).documents[0]?.documentId ?? ''
  await desk.documents.print({ documentId })
  await desk.documents.confirm({ documentId })
  const view = await desk.claims.correct({ claimId, person: { familyName: 'Reprinted' }, ...founded })
  expect(view.documents[0]?.corrected).toEqual(['familyName'])
  const wrong = { documentId, why: 'error' as const, returned: true, reissue: true }
  expect(await codeOf(desk.documents.replace(wrong))).toBe('papers.error_unsaid')
  const after = await desk.documents.replace({ ...wrong, note: 'The family name was misspelled.' })
  expect(after.documents.map(({ state }) => state)).toEqual(['reserved', 'revoked'])
  expect(after.documents[0]?.corrected).toBeUndefined()
})
