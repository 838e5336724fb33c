import { describe, expect, test } from 'vitest'
import type { ClaimValues, PersonValues } from '../../../src/shared/domain/fields.ts'
import type { Evidence } from '../../../src/shared/record/evidence.ts'
import { recordOf } from '../../../src/shared/record/record.ts'
import { matrixOf } from '../../../src/shared/rules/completeness/matrix.ts'
import type { RecordInput } from '../../../src/shared/rules/finding.ts'
import { findingsOf } from '../../../src/shared/rules/findings.ts'
import { gapsIn, monthOf, monthsToCover, monthText } from '../../../src/shared/rules/months.ts'

const id = (n: number) => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`

interface Given {
  readonly person?: PersonValues
  readonly claim?: ClaimValues
  readonly registers?: Readonly<Record<string, unknown>>
  readonly evidence?: readonly Evidence[]
  readonly read?: RecordInput['read']
  readonly elsewhere?: Partial<RecordInput['elsewhere']>
  readonly today?: string
}

const input = (given: Given): RecordInput => ({
  person: given.person ?? {},
  claim: given.claim ?? {},
  record: recordOf(given.registers ?? {}),
  acts: {},
  evidence: given.evidence ?? [],
  ...(given.read ? { read: given.read } : {}),
  elsewhere: { passport: [], identity: [], photo: [], evidence: [], ...given.elsewhere },
  today: given.today ?? '2026-11-23',
})
const keys = (given: Given) => findingsOf(input(given)).map(({ key }) => key)
const found = (given: Given, rule: string) => findingsOf(input(given)).filter((each) => each.rule === rule)

describe('months that a history must cover', () => {
  test.each([
    // Ten years back, to the month.
    ['1980-01-01', '2026-11-23', '2016-11'],
    // 18 on that day: from that month.
    ['2004-05-17', '2026-11-23', '2022-05'],
    // Born on a leap day, 18 on 1 March of a common year.
    ['2008-02-29', '2026-11-23', '2026-03'],
    // 29 February ten years ago is the 28th.
    ['1980-01-01', '2028-02-29', '2018-02'],
  ])('of a person born %s on %s begin with %s', (born, today, month) => {
    expect(monthText(monthsToCover(born, today)?.from ?? 0)).toBe(month)
  })

  test('are none for a person who is not 18 yet, and begin on the very birthday', () => {
    expect(monthsToCover('2008-11-24', '2026-11-23')).toBeUndefined()
    expect(monthsToCover('2008-11-23', '2026-11-23')).toEqual({ from: monthOf('2026-11'), to: monthOf('2026-11') })
  })

  test('that no row covers are gaps, and overlapping rows leave none', () => {
    const wanted = { from: monthOf('2020-01'), to: monthOf('2020-12') }
    const span = (from: string, to: string) => ({ from: monthOf(from), to: monthOf(to) })
    expect(gapsIn(wanted, [span('2019-05', '2020-03'), span('2020-06', '2020-12')])).toEqual([
      span('2020-04', '2020-05'),
    ])
    expect(gapsIn(wanted, [span('2020-02', '2021-01'), span('2019-01', '2020-02')])).toEqual([])
    expect(gapsIn(wanted, [])).toEqual([wanted])
    expect(gapsIn(wanted, [span('2020-01', '2020-11')])).toEqual([span('2020-12', '2020-12')])
    expect(gapsIn(wanted, [span('2022-01', '2022-11')])).toEqual([wanted])
  })
})

describe('the three essential documents', () => {
  const passport: Evidence = { id: id(1), sha256: 'a', kind: 'passport' }
  test('are asked for inland; a port of entry does not ask for the form before the referral', () => {
    expect(keys({ claim: { channel: 'inland' } })).toEqual(
      expect.arrayContaining(['essential.identity', 'essential.basis_of_claim', 'essential.support']),
    )
    expect(keys({ claim: { channel: 'port_of_entry' } })).not.toContain('essential.basis_of_claim')
  })

  test('are satisfied by the paper, or by why there is none', () => {
    expect(keys({ evidence: [passport] })).not.toContain('essential.identity')
    expect(keys({ registers: { 'record.who.noPassport': 'lost at sea' } })).not.toContain('essential.identity')
    expect(keys({ registers: { 'record.boc.noDocuments': 'fled at night' } })).not.toContain('essential.support')
    expect(keys({ evidence: [{ ...passport, kind: 'police' }] })).not.toContain('essential.support')
  })

  test('a piece set aside counts for nothing', () => {
    expect(keys({ evidence: [{ ...passport, aside: 'of another person' }] })).toContain('essential.identity')
  })
})

describe('dates', () => {
  const event = (on: string, more = {}) => ({ [`row.events.${id(7)}`]: { on, kind: 'threat', what: 'x', ...more } })

  test('contradict only where they certainly do', () => {
    const born = { person: { birthDate: '1990-05-17' } }
    expect(keys({ ...born, registers: event('1990-05-16') })).toContain(`before_birth.${id(7)}`)
    expect(keys({ ...born, registers: event('1990-05') })).not.toContain(`before_birth.${id(7)}`)
    expect(keys({ registers: event('2020-02', { until: '2020-01-31' }) })).toContain(`ends_before_it_begins.${id(7)}`)
    expect(keys({ registers: event('2020-02', { until: '2020' }) })).not.toContain(`ends_before_it_begins.${id(7)}`)
  })

  test('an event in a country where the person was not by addresses and trips is looked at', () => {
    const home = { [`row.addresses.${id(1)}`]: { from: '2015', to: '2021', country: 'SYR', city: 'Homs' } }
    const abroad = { ...home, ...event('2019-06-02', { country: 'TUR' }) }
    expect(keys({ registers: abroad })).toContain(`event_elsewhere.${id(7)}`)
    const trip = { [`row.trips.${id(2)}`]: { from: '2019-05', to: '2019-07', country: 'TUR' } }
    expect(keys({ registers: { ...abroad, ...trip } })).not.toContain(`event_elsewhere.${id(7)}`)
  })

  test('an address in Canada before the first entry cannot be, in the month of it may', () => {
    const at = (from: string) => ({ [`row.addresses.${id(1)}`]: { from, country: 'CAN', city: 'Laval' } })
    const claim = { entries: [{ date: '2026-11-20', manner: 'airport' as const }] }
    expect(keys({ claim, registers: at('2026-10') })).toContain(`in_canada_before_entry.${id(1)}`)
    expect(keys({ claim, registers: at('2026-11') })).not.toContain(`in_canada_before_entry.${id(1)}`)
  })

  test('two trips at once to different countries cannot be, a trip within a trip may', () => {
    const trips = (to: string) => ({
      [`row.trips.${id(1)}`]: { from: '2020-01-01', to: '2020-03-01', country: 'TUR' },
      [`row.trips.${id(2)}`]: { from: '2020-02-01', to, country: 'LBN' },
    })
    expect(keys({ registers: trips('2020-04-01') })).toContain(`trips_overlap.${id(1)}.${id(2)}`)
    expect(keys({ registers: trips('2020-02-10') })).not.toContain(`trips_overlap.${id(1)}.${id(2)}`)
  })
})

describe('the days of the law', () => {
  const claim = (date: string, claimDate: string, manner: 'airport' | 'between_poes' = 'airport') => ({
    claim: { claimDate, entries: [{ date, manner }] },
  })
  test.each([
    ['2025-03-10', '2026-03-10', false],
    ['2025-03-10', '2026-03-11', true],
    // Entered on a leap day: the year ends on 28 February.
    ['2024-02-29', '2025-06-03', true],
    // Before the ground reaches back, and entries before it starts.
    ['2021-01-01', '2025-06-02', false],
    ['2020-06-24', '2026-11-20', false],
  ])('one year: entry %s, claim %s', (entry, made, expected) => {
    expect(keys(claim(entry, made)).includes('one_year')).toBe(expected)
  })

  test.each([
    ['2026-11-14', /Safe Third Country/],
    ['2026-11-15', /101\(1\)\(b\.2\)/],
  ])('fourteen days: entry 2026-11-01 between ports, claim %s', (made, says) => {
    expect(found(claim('2026-11-01', made, 'between_poes'), 'fourteen_days')[0]?.message.en).toMatch(says)
  })

  test('fourteen days: an airport opens nothing', () => {
    expect(keys(claim('2026-11-01', '2026-11-15'))).not.toContain('fourteen_days')
  })
})

describe('threats against what supports them', () => {
  const risk = { what: 'prison', country: 'SYR', protection: 'police refused' }
  const registers = { [`row.risks.${id(3)}`]: risk }
  const letter: Evidence = { id: id(4), sha256: 'b', kind: 'police', supports: [`threat:${id(3)}`] }

  test('each is supported, explained, or nothing', () => {
    const [row] = matrixOf(input({ registers, evidence: [letter] }))
    expect(row?.cells).toEqual({
      threat: { support: 'supported', evidence: [id(4)] },
      protection: { support: 'explained', evidence: [] },
      return: { support: 'nothing', evidence: [] },
    })
    expect(keys({ registers })).toContain(`unsupported.return.${id(3)}`)
  })

  test('evidence that cannot be read supports nothing, and is asked for again', () => {
    const given = { registers, evidence: [{ ...letter, legibility: 'unreadable' as const }] }
    expect(matrixOf(input(given))[0]?.cells.threat.support).toBe('explained')
    expect(keys(given)).toContain(`unreadable.${id(4)}`)
  })

  test('relocation inside the country is for the package to the Board and no ground', () => {
    const [relocation] = found({ registers }, 'relocation_unaddressed')
    expect(relocation).toMatchObject({ referralOnly: true, severity: 'note' })
    expect(relocation?.message.en).toContain('no ground of eligibility')
    const told = { ...registers, 'record.boc.movedInside': { yes: false, text: 'they are everywhere' } }
    expect(found({ registers: told }, 'relocation_unaddressed')).toEqual([])
  })
})

describe('answers against each other', () => {
  test('a no that rows deny is serious, and says where both stand', () => {
    const registers = {
      'record.past.detained': { yes: false },
      [`row.detentions.${id(5)}`]: { from: '2018', country: 'SYR' },
    }
    const [denied] = found({ registers }, 'denied')
    expect(denied).toMatchObject({ severity: 'serious', at: { item: 'past.detained' }, against: { row: id(5) } })
  })

  test('a person named in an event and not described is asked for, one among the relatives is not', () => {
    const named = { [`row.events.${id(7)}`]: { on: '2020', kind: 'threat', what: 'x', persons: 'Karim Haddad' } }
    const relative = { [`row.relatives.${id(8)}`]: { relation: 'sibling', givenNames: 'Karim', familyName: 'Haddad' } }
    expect(found({ registers: named }, 'named_not_described')).toHaveLength(1)
    expect(found({ registers: { ...named, ...relative } }, 'named_not_described')).toEqual([])
  })

  test('the zone against what was typed: capitals, accents and order are no difference', () => {
    const read = { familyName: 'MULLER', givenNames: 'JOSE MARIA' }
    const typed = (familyName: string) => ({ person: { familyName, givenNames: 'José María' }, read })
    expect(found(typed('Muller'), 'zone_name')).toEqual([])
    expect(found(typed('Miller'), 'zone_name')).toHaveLength(1)
  })

  test('the same passport or photo in another claim is serious, the same person or evidence deserves a look', () => {
    const elsewhere = { passport: ['W1'], identity: ['W4'], photo: ['W2'], evidence: ['W3'] }
    expect(
      findingsOf(input({ elsewhere })).flatMap(({ rule, severity }) =>
        rule.startsWith('same_') ? [[rule, severity]] : [],
      ),
    ).toEqual([
      ['same_passport', 'serious'],
      ['same_photo', 'serious'],
      ['same_identity', 'look'],
      ['same_evidence', 'look'],
    ])
  })

  test('a claim inside Canada without proof of status or entry says so', () => {
    const inland = { claim: { channel: 'inland' as const } }
    expect(keys(inland)).toContain('inland_without_proof')
    expect(keys({ ...inland, registers: { 'record.who.statusProof': 'visitor, expired' } })).not.toContain(
      'inland_without_proof',
    )
  })
})

describe('each appears with its reason, and goes when that is mended', () => {
  const rows = (list: string, n: number, values: object) => ({ [`row.${list}.${id(n)}`]: values })
  const inland = (date: string) => ({ entries: [{ date, manner: 'airport' as const }] })
  const paper: Evidence = { id: id(1), sha256: 'a', kind: 'police', language: 'es' }
  const papers = (number: string) => ({
    heldDocuments: [{ id: id(2), kind: 'passport' as const, number, looks: 'genuine' as const }],
  })
  const route = (left: string) => ({ route: [{ from: 'SYR', to: 'TUR', left }] })
  const left = { 'record.boc.leftOn': '2026-10-01' }
  const minor = rows('minors', 5, { name: 'Sami' })
  const married = { 'record.who.maritalStatus': 'married' }
  const risk = (country: string) => rows('risks', 3, { what: 'prison', country })
  const trip = rows('trips', 4, { from: '2019-05-01', to: '2019-06-01', country: 'CAN' })
  const cases: readonly [string, Given, Given][] = [
    [
      'half_row',
      { registers: rows('formats', 1, { format: 'braille' }) },
      { registers: rows('formats', 1, { format: 'braille', askedOn: '2026-11-01', sentOn: '2026-11-02' }) },
    ],
    [
      'unexplained',
      { registers: { 'record.past.convicted': { yes: true } } },
      { registers: { 'record.past.convicted': { yes: true, text: 'a fine in 2019' } } },
    ],
    ['permit_not_requested', {}, { claim: { workPermitRequested: false } }],
    ['untranslated', { evidence: [paper] }, { evidence: [paper, { id: id(9), sha256: 'b', kind: 'translation' }] }],
    [
      'format_owed',
      { registers: rows('formats', 1, { format: 'braille', askedOn: '2026-11-01' }) },
      { registers: rows('formats', 1, { format: 'braille', askedOn: '2026-11-01', sentOn: '2026-11-02' }) },
    ],
    [
      'fear_without_threat',
      { claim: { fearedCountries: ['LBN'] }, registers: risk('SYR') },
      { claim: { fearedCountries: ['LBN'] }, registers: risk('LBN') },
    ],
    [
      'spouse_not_described',
      { registers: married },
      { registers: { ...married, ...rows('relatives', 6, { relation: 'spouse', familyName: 'Osman' }) } },
    ],
    [
      'child_not_described',
      { registers: minor },
      { registers: { ...minor, ...rows('relatives', 6, { relation: 'child', givenNames: 'Sami' }) } },
    ],
    [
      'zone_number',
      { claim: papers('P7654321'), read: { number: 'P1234567' } },
      { claim: papers('P-1234567'), read: { number: 'P1234567' } },
    ],
    [
      'trip_without_entry',
      { claim: inland('2026-11-01'), registers: trip },
      { claim: inland('2019-05-01'), registers: trip },
    ],
    ['departure_route', { claim: route('2026-08-01'), registers: left }, { claim: route('2026-10'), registers: left }],
    [
      'departure_after_entry',
      { claim: inland('2026-09-30'), registers: left },
      { claim: inland('2026-10-02'), registers: left },
    ],
  ]
  test.each(cases)('%s', (rule, wrong, mended) => {
    expect(found(wrong, rule)).toHaveLength(1)
    expect(found(mended, rule)).toEqual([])
  })
})

test('every finding says what to ask and on what it rests, in both languages', () => {
  const registers = {
    [`row.addresses.${id(1)}`]: { from: '2019-03', to: '2019-05', city: 'Homs' },
    [`row.formats.${id(2)}`]: { format: 'braille', askedOn: '2026-11-01' },
    'record.past.convicted': { yes: true },
    'record.who.maritalStatus': 'married',
  }
  const all = findingsOf(input({ person: { birthDate: '1990' }, claim: { channel: 'inland' }, registers }))
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
  for (const { message, ask, citation } of all)
    for (const { en, fr } of [message, ask, citation]) {
      expect(en && fr).toBeTruthy()
      expect(fr, fr).not.toMatch(/'| [:;?!»]|« |undefined/)
    }
})
