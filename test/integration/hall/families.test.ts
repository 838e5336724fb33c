import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { linkClaims, makePrincipal, openMember, setDiffers, unlinkClaim } from '../../../src/main/claims/family/link.ts'
import { fieldsOf, valuesOf } from '../../../src/main/claims/fields.ts'
import { claimPage } from '../../../src/main/claims/rows.ts'
import { setPersonFields } from '../../../src/main/claims/take-in.ts'
import { claimTimeline } from '../../../src/main/claims/timeline.ts'
import { claimView } from '../../../src/main/claims/view.ts'
import { attentionItems } from '../../../src/main/office/today.ts'
import { fail, unwrap } from '../../../src/shared/result.ts'
import { newClaim, type Office, openOffice, referClaim, setClaim } from '../claims/support.ts'

let office: Office
beforeEach(() => {
  office = openOffice()
})
afterEach(() => office.store.remove())

const values = (claimId: string) => valuesOf(fieldsOf(office.store, { kind: 'claim', id: claimId }))
const view = (claimId: string) => unwrap(claimView(office.tools, claimId))
const set = (claimId: string, fields: Record<string, unknown>) => unwrap(setClaim(office, claimId, fields))
const apart = (claimId: string, group: 'address' | 'entries', as: 'differs' | 'same' = 'differs') =>
  unwrap(setDiffers(office.tools, office.officer, { claimId, group, as }))
const link = (claimId: string, to: string) =>
  linkClaims(office.tools, office.officer, { claimId, to, reason: 'they are siblings' })

/** A principal's claim and others opened beside it. */
function family(size: number): [string, string, ...string[]] {
  const { claimId } = newClaim(office, { familyName: 'Osman' })
  const others = Array.from(
    { length: size - 1 },
    () => unwrap(openMember(office.tools, office.officer, claimId)).claimId,
  )
  return [claimId, ...others] as [string, string, ...string[]]
}

const address = {
  addressLine: '1 Main Street',
  addressCity: 'Montréal',
  addressProvince: 'QC',
  addressPostalCode: 'H0H 0H0',
}
const entries = [{ date: '2026-11-20', manner: 'airport', place: 'YUL' }]

describe('what a family says once', () => {
  test('is changed on every member’s claim in one go, with what it replaced, and told on each timeline', () => {
    const claims = family(3)
    set(claims[0], address)
    set(claims[1], { addressCity: 'Laval' })
    for (const claim of claims) expect(values(claim)).toMatchObject({ ...address, addressCity: 'Laval' })
    expect(attentionItems(office.tools)).toEqual([])
    const told = unwrap(claimTimeline(office.tools, claims[2] ?? ''))[0]
    expect(told?.text.en).toBe('Claim: 1 field changed, typed once for the family')
    expect(told?.changes).toEqual([{ field: 'addressCity', before: 'Montréal', after: 'Laval' }])
  })

  test('leaves each member’s own answers alone', () => {
    const [one, other] = family(2)
    set(one, { grounds: ['religion'], fearSummary: 'threats' })
    expect(values(other)).not.toHaveProperty('grounds')
  })

  test('does not reach a member for whom it differs, nor does that one’s answer reach the family', () => {
    const [one, other, third] = family(3)
    apart(other, 'address')
    set(one, { ...address, entries })
    set(other, { addressLine: '9 Side Street' })
    expect(values(one).addressLine).toBe('1 Main Street')
    expect(values(third ?? '').addressLine).toBe('1 Main Street')
    expect(values(other)).toMatchObject({ addressLine: '9 Side Street', entries })
    expect(view(one).family?.members.map(({ differs, apart }) => [differs, apart])).toEqual([
      [[], []],
      [['address'], ['address']],
      [[], []],
    ])
  })

  test('comes back to the member who is the same again, whole', () => {
    const [one, other] = family(2)
    apart(other, 'address')
    set(other, { addressLine: '9 Side Street', addressCity: 'Sutton' })
    set(one, { addressLine: '1 Main Street' })
    apart(other, 'address', 'same')
    expect(values(other).addressLine).toBe('1 Main Street')
    expect(values(other)).not.toHaveProperty('addressCity')
    set(one, { addressCity: 'Laval' })
    expect(values(other).addressCity).toBe('Laval')
    expect(attentionItems(office.tools)).toEqual([])
  })

  test('is there for whoever joins later', () => {
    const [one, other] = family(2)
    set(one, { ...address, spokenLanguage: 'ar', interpreterNeeded: true })
    apart(other, 'address')
    const late = unwrap(openMember(office.tools, office.officer, other)).claimId
    expect(values(late)).toMatchObject({ ...address, spokenLanguage: 'ar', interpreterNeeded: true })
  })

  test('changes a decided member only where a person is reached', () => {
    const [one, other] = family(2)
    set(one, { ...address, spokenLanguage: 'ar', entries })
    unwrap(referClaim(office, other))
    set(one, { addressCity: 'Laval', spokenLanguage: 'fa', phone: '+1 514 555 0100', entries: [] })
    expect(values(other)).toMatchObject({
      addressCity: 'Laval',
      spokenLanguage: 'ar',
      phone: '+1 514 555 0100',
      entries,
    })
    expect(view(one).family?.members[1]).toMatchObject({ closed: true, apart: ['language', 'entries'], differs: [] })
  })

  test('leaves what another desk wrote meanwhile in sight, as a conflict', () => {
    const [one, other] = family(2)
    set(one, address)
    unwrap(
      office.store.transact({ actor: office.officer.id }, (tx) => {
        const body = { fields: { addressLine: '2 Main Street' }, source: 'typed' }
        tx.append({ subject: { kind: 'claim', id: other }, type: 'claim.set', body, bases: [] })
        return ok()
      }),
    )
    set(one, { addressLine: '3 Main Street' })
    expect(values(other).addressLine).toBe('2 Main Street')
    expect(attentionItems(office.tools)).toMatchObject([{ kind: 'conflict', claimId: other }])
  })
})

describe('linked claims', () => {
  test('keep what differs, as a difference, and share what was empty', () => {
    const [one, other] = [newClaim(office), newClaim(office)].map(({ claimId }) => claimId) as [string, string]
    set(one, { ...address, spokenLanguage: 'ar' })
    set(other, { addressLine: '9 Side Street' })
    unwrap(link(other, one))
    expect(values(other)).toMatchObject({ addressLine: '9 Side Street', spokenLanguage: 'ar' })
    expect(view(one).family?.members).toMatchObject([
      { claimId: one, principal: true },
      { claimId: other, principal: false, differs: ['address'] },
    ])
    expect(claimPage(office.store, { limit: 10 }).rows.map(({ family }) => family)).toEqual([2, 2])
  })

  test('are one family at a time, and not linked to themselves', () => {
    const [one, other] = family(2)
    const [three, four] = family(2)
    expect(link(one, one)).toEqual(fail('families.same_claim'))
    expect(link(one, other)).toEqual(fail('families.linked_already'))
    expect(link(three, one)).toEqual(fail('families.linked_already'))
    unwrap(unlinkClaim(office.tools, office.officer, four, 'another family'))
    unwrap(link(four, one))
    expect(view(one).family?.members.map(({ claimId }) => claimId)).toEqual([one, other, four])
  })

  test('are unlinked with a reason and keep their answers; the next one is the principal', () => {
    const [one, other, third] = family(3)
    set(one, address)
    unwrap(unlinkClaim(office.tools, office.officer, one, 'not related after all'))
    expect(values(one)).toMatchObject(address)
    expect(view(one).family).toBeUndefined()
    expect(view(other).family?.members).toMatchObject([{ claimId: other, principal: true }, { claimId: third }])
    set(other, { addressCity: 'Laval' })
    expect(values(one).addressCity).toBe('Montréal')
    expect(unlinkClaim(office.tools, office.officer, one, 'again')).toEqual(fail('families.not_linked'))
    expect(unwrap(claimTimeline(office.tools, one))[0]?.text.en).toContain('not related after all')
  })

  test('have one principal', () => {
    const [one, other] = family(2)
    unwrap(makePrincipal(office.tools, office.officer, other))
    expect(view(one).family?.members).toMatchObject([
      { claimId: other, principal: true },
      { claimId: one, principal: false },
    ])
  })

  test('say the age of each, and who is a minor', () => {
    const [one, other] = family(2)
    const { row } = view(other)
    expect(row.family).toBe(2)
    const fields = { birthDate: '2015-01-31' }
    unwrap(setPersonFields(office.tools, office.officer, { claimId: other, fields, bases: [] }))
    expect(view(one).family?.members[1]).toMatchObject({ age: 11, minor: true })
  })
})

const ok = () => ({ ok: true, value: null }) as const
