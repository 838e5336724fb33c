/** Every photo of the benchmark, judged: good ones as they are, and each fault made from each of them. */
import { appendFileSync, readFileSync } from 'node:fs'
import type { Models } from '../../../src/main/photos/measure/models.ts'
import type { CheckId, Level } from '../../../src/shared/photos/checks.ts'
import { composeReport, measuresOf } from '../../../src/shared/photos/compose.ts'
import type { PhotoPolicy } from '../../../src/shared/photos/policy.ts'
import type { PhotoReport } from '../../../src/shared/photos/report.ts'
import { type DegradationName, degradationNames, degradations, degraded } from '../../support/photo-degrade/index.ts'
import { type Subject, subjectOf } from '../../support/photo-degrade/subject.ts'
import type { Kind, Material } from './material.ts'

/** What became of one picture. */
export interface Judged {
  readonly name: string
  readonly kind: Kind
  readonly tone: number | null
  /** `good` for the photo as it came. */
  readonly fault: DegradationName | 'good'
  readonly suggestion: PhotoReport['suggestion']
  readonly levels: Readonly<Partial<Record<CheckId, Level>>>
}

/** As it is kept for tuning: with everything that was measured. */
type Kept = Pick<Judged, 'name' | 'kind' | 'tone' | 'fault'> & { readonly report: PhotoReport }

const judgedOf = ({ report: { suggestion, checks }, ...picture }: Kept): Judged => ({
  ...picture,
  suggestion,
  levels: Object.fromEntries(checks.map(({ id, level }) => [id, level])),
})

/** The pictures of an earlier run, judged again by today's policy: in seconds, as nothing is measured. */
export const judgeAgain = (file: string, policy: PhotoPolicy): Judged[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Kept)
    .map(({ report, ...picture }) => {
      const { file, arrival, engine } = report
      return judgedOf({ ...picture, report: composeReport(measuresOf(report), file, arrival, engine, policy) })
    })

/** Checks one file; a file that cannot be opened is a fault of the benchmark. */
export type Check = (bytes: Uint8Array) => Promise<PhotoReport>

interface Plan {
  readonly people: readonly Material[]
  readonly faults: readonly DegradationName[]
  readonly models: Models
  readonly check: Check
  /** Every judgement is also written here, one JSON a line. */
  readonly save?: string | undefined
  readonly say: (line: string) => void
}

export const faultNames = (which: 'all' | 'gross' | 'none'): DegradationName[] =>
  which === 'none' ? [] : degradationNames.filter((name) => which === 'all' || degradations[name].gross)

/** Selfies are judged as they are; faults are made from drawn and framed portraits. */
export async function judgeAll({ people, faults, models, check, save, say }: Plan): Promise<Judged[]> {
  const judged: Judged[] = []
  let other: Subject | null = null
  for (const [at, { name, kind, tone, bytes }] of people.entries()) {
    const add = async (fault: Judged['fault'], file: Uint8Array) => {
      const kept = { name, kind, tone, fault, report: await check(file) }
      judged.push(judgedOf(kept))
      if (save) appendFileSync(save, `${JSON.stringify(kept)}\n`)
    }
    await add('good', bytes)
    const subject = kind === 'selfie' || faults.length === 0 ? null : await subjectOf(models, name, bytes)
    if (subject) {
      for (const fault of faults) await add(fault, await degraded(fault, subject, other ?? subject))
      other = subject
    }
    say(`${at + 1} of ${people.length}: ${name}`)
  }
  return judged
}
