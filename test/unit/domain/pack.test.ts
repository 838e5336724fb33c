import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isDue,
  lineScanned,
  type MemberOfPack,
  type PaperOfPack,
  packCounts,
  packLines,
  type Supplies,
  standIn,
} from '../../../src/shared/domain/pack.ts'

const supplies: Supplies = { numbers: 9, sheets: ['A0001001', 'A0001002', 'A0001003'] }
const member = (change: Partial<MemberOfPack> = {}): MemberOfPack => ({
  claimId: 'one',
  state: 'referred',
  lacks: [],
  mayHaveDocument: true,
  seized: [],
  acknowledged: false,
  papers: [],
  ...change,
})
const paper = (kind: PaperOfPack['kind'], change: Partial<PaperOfPack> = {}): PaperOfPack => ({
  documentId: `${kind}-1`,
  kind,
  number: `${kind}1`,
  state: 'reserved',
  about: [],
  signed: false,
  replaced: false,
  ...change,
})
/** Somebody who acknowledged the conditions and holds the confirmation of referral. */
const told = (change: Partial<MemberOfPack> = {}, ...papers: PaperOfPack[]): MemberOfPack =>
  member({ acknowledged: true, ...change, papers: [...papers, paper('referral', { state: 'confirmed' })] })
const said = (members: readonly MemberOfPack[], left = supplies) =>
  packLines(members, left, 2).map(({ claimId, kind, shown, bar }) => [claimId, kind, shown, ...(bar ? [bar] : [])])

describe('the pack of a family', () => {
  test('lies in order: the cover, then member by member document, notices, conditions, confirmation of referral', () => {
    const two = [member({ seized: ['a', 'b', 'c'] }), member({ claimId: 'two', state: 'undecided' })]
    expect(said(two)).toEqual([
      ['one', 'cover', 'due'],
      ['one', 'RPID', 'due'],
      ['one', 'seizure', 'due'],
      ['one', 'seizure', 'due'],
      ['one', 'conditions', 'due'],
      ['one', 'referral', 'due'],
      ['two', 'acknowledgement', 'due'],
      ['two', 'conditions', 'due'],
    ])
  })

  test('names the sheet of each document, and never one twice', () => {
    const lines = packLines([member(), member({ claimId: 'two' })], supplies, 2)
    expect(lines.flatMap(({ sheet }) => sheet ?? [])).toEqual(['A0001001', 'A0001002'])
  })

  test('says what bars a document: no decision, missing facts, another document', () => {
    expect(said([member({ state: 'intake' })])).toEqual([['one', 'RPID', 'barred', 'not_decided']])
    expect(said([told({ lacks: ['photo'] })])[1]).toEqual(['one', 'RPID', 'barred', 'incomplete'])
    expect(said([told({ heldElsewhere: 'R1' })])[1]).toEqual(['one', 'RPID', 'barred', 'held_elsewhere'])
  })

  test('gives nothing after a decision that bars even a risk assessment but the conditions', () => {
    expect(said([member({ state: 'ineligible', mayHaveDocument: false })])).toEqual([
      ['one', 'cover', 'due'],
      ['one', 'conditions', 'due'],
    ])
  })

  test('asks for the confirmation of referral once a claim is referred, until one holds that tells this referral', () => {
    const referral = (state: MemberOfPack['state'], ...papers: PaperOfPack[]) =>
      said([member({ state, papers })]).filter(([, kind]) => kind === 'referral')
    for (const state of ['intake', 'undecided', 'suspended', 'ineligible_proposed', 'ineligible', 'withdrawn'] as const)
      expect(referral(state)).toEqual([])
    expect(referral('referred')).toEqual([['one', 'referral', 'due']])
    expect(referral('referred', paper('referral', { state: 'sent' }))).toEqual([['one', 'referral', 'sent']])
    expect(referral('referred', paper('referral', { state: 'spoiled' }))).toEqual([['one', 'referral', 'spoiled']])
    expect(referral('referred', paper('referral', { state: 'revoked' }))).toEqual([['one', 'referral', 'due']])
  })

  test.each([
    ['no_numbers', { numbers: 0, sheets: ['A0001001'] }],
    ['no_sheets', { numbers: 5, sheets: [] }],
  ] as const)(
    'is no dead end for want of supplies (%s): a letter on plain paper goes in the place of the document',
    (bar, left) => {
      expect(said([told()], left)).toEqual([
        ['one', 'cover', 'due'],
        ['one', 'RPID', 'barred', bar],
        ['one', 'acknowledgement', 'due'],
        ['one', 'referral', 'confirmed'],
      ])
      const letter = paper('acknowledgement', { about: [standIn], state: 'confirmed' })
      expect(said([told({}, letter)], left).slice(1, 3)).toEqual([
        ['one', 'RPID', 'barred', bar],
        ['one', 'acknowledgement', 'confirmed'],
      ])
    },
  )

  test('gives the last sheet to the first member, and letters to the others', () => {
    const lines = said([member(), member({ claimId: 'two' })], { numbers: 5, sheets: ['A0001001'] })
    expect(lines).toContainEqual(['one', 'RPID', 'due'])
    expect(lines).toContainEqual(['two', 'RPID', 'barred', 'no_sheets'])
    expect(lines).toContainEqual(['two', 'acknowledgement', 'due'])
  })

  test('asks for a new cover once the papers are others, and not for a sheet that only jammed', () => {
    const cover = paper('cover', { about: ['RPID1', 'referral1'], state: 'confirmed' })
    const jammed = paper('RPID', { state: 'spoiled' })
    const settled = told({}, cover, jammed)
    expect(said([settled])).toEqual([
      ['one', 'cover', 'confirmed'],
      ['one', 'RPID', 'spoiled'],
      ['one', 'referral', 'confirmed'],
    ])
    expect(said([{ ...settled, seized: ['a'] }])[0]).toEqual(['one', 'cover', 'due'])
  })

  test('knows a sheet by its number or its serial, and none that is dead or of another pack', () => {
    const lines = packLines([member({ papers: [paper('RPID', { stockSerial: 'A0001001' })] })], supplies, 2)
    expect(lineScanned(lines, 'RPID1')?.kind).toBe('RPID')
    expect(lineScanned(lines, 'A0001001')?.kind).toBe('RPID')
    expect(lineScanned(lines, 'R999999999')).toBeUndefined()
    const dead = packLines([member({ papers: [paper('conditions', { state: 'spoiled' })] })], supplies, 2)
    expect(lineScanned(dead, 'conditions1')).toBeUndefined()
  })
})

test('whatever the papers and supplies, every living paper is shown once, in one state, and no sheet or number is promised twice', () => {
  const papers = fc.array(
    fc.record({
      kind: fc.constantFrom(
        'RPID' as const,
        'acknowledgement' as const,
        'seizure' as const,
        'conditions' as const,
        'referral' as const,
      ),
      state: fc.constantFrom('reserved' as const, 'sent' as const, 'confirmed' as const, 'spoiled' as const),
      about: fc.constantFrom([], ['a'], ['b'], [standIn]),
      notPrinted: fc.constantFrom(undefined, 'host.print_failed'),
    }),
    { maxLength: 6 },
  )
  const members = fc.array(
    fc.record({
      state: fc.constantFrom('intake' as const, 'undecided' as const, 'referred' as const, 'ineligible' as const),
      lacks: fc.constantFrom([], ['photo']),
      seized: fc.constantFrom([], ['a'], ['a', 'b', 'c']),
      papers,
    }),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(members, fc.nat(3), fc.nat(3), (given, numbers, sheets) => {
      const people = given.map((one, at) =>
        member({
          ...one,
          claimId: String(at),
          papers: one.papers.map(({ notPrinted, ...each }, n) =>
            paper(each.kind, {
              ...each,
              documentId: `${at}.${n}`,
              number: `${at}.${n}`,
              ...(notPrinted ? { notPrinted } : {}),
            }),
          ),
        }),
      )
      const left = { numbers, sheets: ['A1', 'A2', 'A3'].slice(0, sheets) }
      const lines = packLines(people, left, 2)
      const ids = lines.flatMap(({ paper: each }) => each?.documentId ?? [])
      expect(new Set(ids).size).toBe(ids.length)
      const promised = lines.flatMap((line) => (isDue(line) ? (line.sheet ?? []) : []))
      expect(new Set(promised).size).toBe(promised.length)
      expect(lines.filter(({ kind, shown }) => kind === 'RPID' && shown === 'due').length).toBeLessThanOrEqual(numbers)
      expect(Object.values(packCounts(lines)).reduce((sum, count) => sum + count, 0)).toBe(lines.length)
      for (const { claimId, papers: held } of people) {
        const living = held.filter(({ state, kind }) => state !== 'spoiled' && kind === 'seizure')
        for (const { documentId } of living)
          expect(lines.filter((line) => line.claimId === claimId && line.paper?.documentId === documentId).length).toBe(
            1,
          )
      }
    }),
  )
})
