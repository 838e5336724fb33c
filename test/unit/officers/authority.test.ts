import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type ActingOfficer,
  type Action,
  actions,
  conflictingRoles,
  grant,
  may,
  type Role,
  reaches,
  readingActions,
} from '../../../src/shared/domain/authority.ts'
import { roles } from '../../../src/shared/domain/vocabulary.ts'

const officer = (held: Role[], changes: Partial<ActingOfficer> = {}): ActingOfficer => ({
  id: 'me',
  office: 'here',
  roles: held,
  jurisdiction: 'office',
  disabled: false,
  ...changes,
})
const reason = (...args: Parameters<typeof may>) => {
  const verdict = may(...args)
  return verdict.allowed ? 'allowed' : verdict.reasonCode.replace('officers.', '')
}

const anyRole = fc.constantFrom(...roles)
const anyAction = fc.constantFrom(...actions)
const anyOfficer = fc.record({
  id: fc.constantFrom('me', 'you'),
  office: fc.constantFrom('here', 'there'),
  roles: fc.uniqueArray(anyRole),
  jurisdiction: fc.constantFrom('office' as const, 'all' as const),
  disabled: fc.boolean(),
})
const anyTarget = fc.record(
  {
    office: fc.constantFrom('here', 'there'),
    owner: fc.constantFrom('me', 'you', null),
    restricted: fc.boolean(),
    officer: fc.constantFrom('me', 'you'),
  },
  { requiredKeys: [] },
)

describe('the table', () => {
  test('answers for every role and every action, and somebody may do each', () => {
    for (const action of actions) {
      for (const role of roles) expect(reaches).toContain(grant(role, action))
      expect(roles.some((role) => grant(role, action) !== 'none')).toBe(true)
    }
  })

  test('no role both enrols officers and decides, issues or judges photos', () => {
    const apart: Action[] = [
      'claim.decide',
      'confirmation.decide',
      'document.issue',
      'photo.review',
      'finding.override',
    ]
    for (const role of roles)
      if (grant(role, 'officer.enrol') !== 'none') for (const action of apart) expect(grant(role, action)).toBe('none')
  })

  test('no officer whose roles go together may both enrol officers and decide claims', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRole, { minLength: 1 }), (held) => {
        fc.pre(conflictingRoles(held) === null)
        const both = may(officer(held), 'officer.enrol').allowed && may(officer(held), 'claim.decide').allowed
        expect(both).toBe(false)
      }),
    )
  })

  test('an auditor reads everything that is read by claim workers and changes nothing', () => {
    for (const action of actions)
      if (!readingActions.has(action)) expect(grant('auditor', action)).toBe('none')
      else expect(grant('auditor', action)).toBe('all')
    for (const role of roles) if (role !== 'auditor') expect(conflictingRoles([role, 'auditor'])).not.toBeNull()
  })

  test('an administrator sees no claim', () => {
    for (const action of actions)
      if (/^(claim|person|photo|document|finding)\./.test(action)) expect(grant('administrator', action)).toBe('none')
  })

  test('roles that work together may be held together', () => {
    expect(conflictingRoles(['caseworker', 'photo_reviewer', 'supervisor', 'border_officer'])).toBeNull()
    expect(conflictingRoles(['caseworker', 'administrator'])).toEqual(['caseworker', 'administrator'])
  })
})

describe('the answer', () => {
  test('caseworkers edit their own cases and those that nobody has; supervisors all of the office', () => {
    const caseworker = officer(['caseworker'])
    expect(reason(caseworker, 'claim.edit', { owner: 'me' })).toBe('allowed')
    expect(reason(caseworker, 'claim.edit', { owner: null })).toBe('allowed')
    expect(reason(caseworker, 'claim.edit', { owner: 'you' })).toBe('not_your_case')
    expect(reason(officer(['supervisor']), 'claim.edit', { owner: 'you' })).toBe('allowed')
  })

  test('the office is a border, unless the officer works for all of them', () => {
    const there = { office: 'there', owner: 'you' }
    expect(reason(officer(['supervisor']), 'claim.decide', there)).toBe('other_office')
    expect(reason(officer(['supervisor'], { jurisdiction: 'all' }), 'claim.decide', there)).toBe('allowed')
    expect(reason(officer(['auditor']), 'claim.view', there)).toBe('allowed')
    const roaming = officer(['caseworker'], { jurisdiction: 'all' })
    expect(reason(roaming, 'claim.edit', there)).toBe('not_your_case')
    expect(reason(roaming, 'claim.edit', { ...there, owner: 'me' })).toBe('allowed')
  })

  test('a restricted person is open to the officer of the case, supervisors and auditors', () => {
    const target = { restricted: true, owner: 'you' }
    expect(reason(officer(['border_officer']), 'claim.view', target)).toBe('restricted_person')
    expect(reason(officer(['border_officer']), 'claim.view', { ...target, owner: 'me' })).toBe('allowed')
    expect(reason(officer(['supervisor']), 'claim.view', target)).toBe('allowed')
    expect(reason(officer(['auditor']), 'claim.view', target)).toBe('allowed')
  })

  test('administrators act on others, never on themselves', () => {
    const administrator = officer(['administrator'])
    for (const action of ['officer.reset', 'officer.disable', 'officer.set_roles'] as const) {
      expect(reason(administrator, action, { officer: 'you' })).toBe('allowed')
      expect(reason(administrator, action, { officer: 'me' })).toBe('not_yourself')
    }
  })

  test('a disabled officer and one without roles may do nothing', () => {
    for (const action of actions) {
      expect(reason(officer([...roles], { disabled: true }), action)).toBe('disabled')
      expect(reason(officer([]), action)).toBe('not_your_role')
    }
  })

  test('a button is shown wherever some target is allowed', () => {
    fc.assert(
      fc.property(anyOfficer, anyAction, anyTarget, (who, action, target) => {
        if (may(who, action, target).allowed) expect(may(who, action).allowed).toBe(true)
      }),
    )
  })

  test('a further role never takes anything away', () => {
    fc.assert(
      fc.property(anyOfficer, anyRole, anyAction, anyTarget, (who, more, action, target) => {
        const wider = { ...who, roles: [...new Set([...who.roles, more])] }
        if (may(who, action, target).allowed) expect(may(wider, action, target).allowed).toBe(true)
      }),
    )
  })
})
