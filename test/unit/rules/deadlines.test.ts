import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import type { DeadlineRuleId } from '../../../src/shared/rules/deadlines/table.ts'
import { deadline, deadlineFor, deadlineRules, ruleFor } from '../../../src/shared/rules/deadlines.ts'
import { departure, orderInForce } from '../../../src/shared/rules/departure.ts'
import { documentValidity } from '../../../src/shared/rules/validity.ts'

const statutory = { preferred: { 'boc.poe': 'boc.poe.statutory' } }

describe('the Basis of Claim Form of a port-of-entry claim', () => {
  it('is due 45 days after the referral by default, 15 where the administrator chose the regulations', () => {
    const practice = deadlineFor('boc.poe', '2026-11-16')
    expect(practice).toMatchObject({ rule: 'boc.poe.practice', due: '2026-12-31', source: 'PRACTICE' })
    const law = deadlineFor('boc.poe', '2026-11-16', statutory)
    expect(law).toMatchObject({ rule: 'boc.poe.statutory', due: '2026-12-01', source: 'LAW' })
    expect(law?.citation).toEqual({ en: 'IRPR, s. 159.8(2)', fr: 'RIPR, art. 159.8(2)' })
  })

  it('that falls on Christmas moves to Saturday in law, to Monday for a closed office; both are shown, the earlier leads', () => {
    const shown = deadline('boc.poe.practice', '2026-11-10')
    expect(shown).toMatchObject({ due: '2026-12-26', dueIfOfficeClosed: '2026-12-28', triggerDate: '2026-11-10' })
  })

  it('follows the regulations for referrals before the practice notice', () => {
    expect(ruleFor('boc.poe', '2024-09-08')).toBe('boc.poe.statutory')
    expect(ruleFor('boc.poe', '2024-09-09')).toBe('boc.poe.practice')
  })

  it('leads to an extension request and a special hearing in working days', () => {
    expect(deadline('boc.extension.request', '2026-12-31').due).toBe('2026-12-28')
    expect(deadline('boc.special_hearing', '2026-12-31').due).toBe('2027-01-08')
  })
})

describe('the table of deadlines', () => {
  test.each([
    ['officer.review', '2026-11-16', '2026-12-07'],
    ['medical.exam', '2026-11-22', '2026-12-22'],
    ['portal.draft', '2026-11-22', '2027-02-20'],
    ['pr.temp_password', '2026-11-22', '2026-12-06'],
    ['pr.card.delivery', '2026-11-22', '2026-11-29'],
    ['contact.info', '2026-12-15', '2026-12-26'],
    ['evidence.risk_documents', '2026-11-25', '2026-12-26'],
    ['prra.apply.mailed', '2026-11-02', '2026-11-24'],
    ['rad.file', '2026-11-07', '2026-11-23'],
    ['boc.inland', '2026-11-22', '2026-11-22'],
    ['pr.address_photo', '2026-06-01', '2026-11-28'],
  ] as const)('%s from %s is due on %s', (id, trigger, due) => {
    expect(deadline(id, trigger).due).toBe(due)
  })

  // Counted by hand from the sources of the rules: ends of months, leap days, holidays, the turn of the year.
  const vectors: readonly (readonly [DeadlineRuleId, string, string, string?])[] = [
    ['boc.amend', '2026-12-11', '2026-12-01'],
    ['boc.amend', '2028-03-10', '2028-02-29'],
    // A day before a hearing never moves towards it: on a Sunday or a holiday it stays.
    ['boc.amend', '2026-12-02', '2026-11-22', '2026-11-20'],
    ['evidence.reply', '2028-03-05', '2028-02-29'],
    ['evidence.reply', '2027-01-06', '2027-01-01', '2026-12-31'],
    ['witness.info', '2027-03-10', '2027-02-28', '2027-02-26'],
    ['language.change', '2027-01-04', '2026-12-25', '2026-12-24'],
    ['interpreter.change', '2026-11-21', '2026-11-11', '2026-11-10'],
    ['location.change', '2026-12-31', '2026-12-11'],
    ['location.change', '2028-03-20', '2028-02-29'],
    // Neither Christmas nor Boxing Day is a working day; a leap day is one.
    ['counsel.retained', '2026-12-22', '2026-12-30'],
    ['counsel.retained', '2028-02-25', '2028-03-03'],
    ['rad.perfect', '2026-11-16', '2026-12-16'],
    ['rad.perfect', '2026-11-25', '2026-12-26', '2026-12-28'],
    ['rad.perfect', '2028-01-31', '2028-03-01'],
    ['rad.decide', '2026-12-16', '2027-03-16'],
    // Easter Monday.
    ['rad.decide', '2026-12-29', '2027-03-30'],
    ['prra.apply', '2026-12-10', '2026-12-26', '2026-12-28'],
    ['prra.apply', '2028-02-14', '2028-02-29'],
    ['biometrics', '2026-11-22', '2026-11-22'],
    ['poe.online.completion', '2026-11-16', '2026-12-31'],
    ['rpid.renewal_window', '2032-05-31', '2032-02-29'],
    ['reform.minister_review', '2026-11-22', '2027-11-22'],
    ['reform.minister_review', '2027-03-01', '2028-02-29'],
    ['reform.complete_app.extended', '2026-09-26', '2026-12-26', '2026-12-28'],
    ['reform.complete_app.extended', '2027-12-01', '2028-02-29'],
  ]
  const each = vectors.map(([id, trigger, due, ifClosed = due]) => ({ id, trigger, due, ifClosed }))
  test.each(each)('$id from $trigger is due on $due, with a closed office on $ifClosed', (vector) => {
    const { id, trigger, due, ifClosed } = vector
    const { dueIfOfficeClosed = due, ...counted } = deadline(id, trigger)
    expect([counted.due, dueIfOfficeClosed]).toEqual([due, ifClosed])
  })

  test('every rule has a vector', () => {
    const text = readFileSync(new URL(import.meta.url), 'utf8')
    expect(deadlineRules.filter(({ id }) => !text.includes(`'${id}'`)).map(({ id }) => id)).toEqual([])
  })

  it('counts limits before a hearing back, never towards it, and earlier still if the office is closed', () => {
    expect(deadline('evidence.disclosure', '2026-12-02')).toMatchObject({
      due: '2026-11-22',
      dueIfOfficeClosed: '2026-11-20',
    })
    expect(deadline('date.change', '2026-10-14').due).toBe('2026-10-08')
  })

  it('moves a hearing limit off a Saturday (IRPR 159.9(2)), which no other limit does', () => {
    expect(deadline('hearing.max', '2026-09-22').due).toBe('2026-11-23')
    expect(deadline('boc.poe.practice', '2026-10-07').due).toBe('2026-11-21')
  })

  it('gives a period of four to six weeks both ends', () => {
    expect(deadline('incomplete.delay', '2026-11-02')).toMatchObject({ earliest: '2026-11-30', due: '2026-12-14' })
  })

  it('never chooses a proposed rule by itself, but can show what it would give', () => {
    expect(deadlineFor('reform.complete_app', '2026-11-22')).toBeUndefined()
    expect(deadline('reform.complete_app', '2026-11-22')).toMatchObject({ due: '2027-01-21', proposed: true })
  })

  it('cites a source in both languages for every rule, and one default for every purpose', () => {
    for (const rule of deadlineRules) {
      expect(rule.citation.en, rule.id).not.toBe('')
      expect(rule.citation.fr, rule.id).not.toBe('')
    }
    const defaults = deadlineRules.filter(({ standing }) => standing === 'default').map(({ purpose }) => purpose)
    expect(new Set(defaults).size).toBe(defaults.length)
    expect(new Set(defaults)).toEqual(new Set(deadlineRules.map(({ purpose }) => purpose)))
  })
})

describe('the validity of a claimant document', () => {
  test.each([
    ['RPCD', '2018-04-30', 2, '2020-04-30'],
    ['RPCD', '2018-05-01', 4, '2022-05-01'],
    ['RPCD', '2024-03-31', 4, '2028-03-31'],
    ['RPCD', '2024-04-01', 6, '2030-04-01'],
    ['RPID', '2026-11-22', 6, '2032-11-22'],
    ['RPID', '2028-02-29', 6, '2034-02-28'],
  ] as const)('%s issued on %s is valid %i years, until %s', (type, issued, years, until) => {
    expect(documentValidity(type, issued)).toMatchObject({ years, validUntil: until })
  })

  it('says that the six years of the RPID are carried on, and when it may be renewed', () => {
    expect(documentValidity('RPID', '2026-11-22')).toMatchObject({ assumed: true, renewableFrom: '2032-08-22' })
    expect(documentValidity('RPCD', '2024-04-01').assumed).toBe(false)
  })
})

describe('a conditional departure order', () => {
  test.each([
    ['ineligible_safe_third_country', '2026-11-22', '2026-11-22'],
    ['ineligible_other', '2026-11-22', '2026-11-29'],
    ['rejected_no_appeal', '2026-11-22', '2026-12-07'],
    ['rejected_appeal_not_filed', '2026-11-16', '2026-12-02'],
    ['rejected_appeal_not_perfected', '2026-11-16', '2026-12-17'],
    ['appeal_rejected', '2026-11-22', '2026-12-07'],
    ['withdrawn', '2026-03-25', '2026-04-09'],
    ['withdrawn', '2026-03-26', '2026-03-26'],
    ['abandoned', '2026-11-22', '2026-12-07'],
    ['terminated', '2026-11-22', '2026-12-07'],
  ] as const)('%s, notice of %s, comes into force on %s', (event, notice, inForce) => {
    expect(orderInForce(event, notice).inForce).toBe(inForce)
  })

  it('waits for an extended appeal limit', () => {
    expect(orderInForce('rejected_appeal_not_filed', '2026-11-16', '2027-01-15').inForce).toBe('2027-01-16')
  })

  it('leaves 30 days to go, then becomes a deportation order', () => {
    expect(departure('2026-11-22')).toMatchObject({ leaveBy: '2026-12-22', deportationFrom: '2026-12-23' })
  })

  it('stops the 30 days during detention or a stay, and gives no day while one lasts', () => {
    const detained = { from: '2026-12-01', to: '2026-12-10' }
    expect(departure('2026-11-22', [detained]).leaveBy).toBe('2027-01-01')
    expect(departure('2026-11-22', [detained, { from: '2026-12-05', to: '2026-12-10' }]).leaveBy).toBe('2027-01-01')
    expect(departure('2026-11-22', [{ from: '2026-12-01' }]).leaveBy).toBeUndefined()
    expect(departure('2026-11-22', [{ from: '2027-02-01' }]).leaveBy).toBe('2026-12-22')
  })
})
