import type { AnswerKind } from '../../src/shared/record/answer.ts'
import { listNames, lists } from '../../src/shared/record/lists.ts'
import { questionIds, questions } from '../../src/shared/record/questions.ts'
import { recordOf } from '../../src/shared/record/record.ts'
import { answerRegister, rowRegister } from '../../src/shared/record/registers.ts'
import type { RecordInput } from '../../src/shared/rules/finding.ts'
import { findingsOf } from '../../src/shared/rules/findings.ts'
import { type Timing, timed } from './measure.ts'

/** How long the rules of completeness and consistency take over the record of one claim with at least this many answers. */
const wanted = 300
const rounds = 300

export interface RecordReport {
  readonly answers: number
  readonly findings: number
  readonly check: Timing
}

export function benchRecord(): RecordReport {
  const registers: Record<string, unknown> = {}
  for (const id of questionIds) registers[answerRegister(id)] = answerOf(questions[id].answer, 0)
  for (let row = 0; answersIn(registers) < wanted; row++)
    for (const list of listNames)
      registers[rowRegister(list, `0198c0de-0000-7000-8000-${String(row).padStart(12, '0')}`)] = Object.fromEntries(
        Object.entries(lists[list].columns).map(([column, { answer }]) => [column, answerOf(answer, row)]),
      )
  const input = (): RecordInput => ({
    person: { familyName: 'Haddad', givenNames: 'Nour', birthDate: '1990-05-17', citizenships: ['SYR'] },
    claim: {
      channel: 'inland',
      claimDate: '2026-11-20',
      entries: [{ date: '2025-03-10', manner: 'airport' }],
      fearedCountries: ['SYR', 'TUR'],
    },
    record: recordOf(registers),
    acts: {},
    evidence: [],
    elsewhere: { passport: [], identity: [], photo: [], evidence: [] },
    today: '2026-11-23',
  })
  const check = timed(Array.from({ length: rounds }), () => findingsOf(input()))
  return { answers: answersIn(registers), findings: findingsOf(input()).length, check }
}

const answersIn = (registers: Readonly<Record<string, unknown>>): number =>
  Object.values(registers).reduce<number>(
    (sum, value) =>
      sum + (typeof value === 'object' && value !== null && !('yes' in value) ? Object.keys(value).length : 1),
    0,
  )

function answerOf(kind: AnswerKind, n: number): unknown {
  const values: Readonly<Record<AnswerKind['as'], unknown>> = {
    text: `Words ${n}`,
    long: `More words, ${n}, and a name or two`,
    yes_no: n % 2 === 0,
    explained: { yes: n % 2 === 0 },
    day: '2024-02-29',
    date: `${2012 + (n % 12)}-0${1 + (n % 9)}`,
    country: n % 3 === 0 ? 'TUR' : 'SYR',
    countries: ['SYR'],
    language: 'ar',
    number: 170,
    choice: kind.as === 'choice' ? kind.options[n % kind.options.length]?.value : undefined,
    choices: kind.as === 'choices' ? [kind.options[0]?.value] : undefined,
    row: '0198c0de-0000-7000-8000-000000000000',
  }
  return values[kind.as]
}
