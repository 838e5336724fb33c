import { createHash } from 'node:crypto'
import type { JudgedFinding } from '../../../shared/contract/views.ts'
import type { RecordInput } from '../../../shared/rules/finding.ts'
import { findingsOf } from '../../../shared/rules/findings.ts'

/** The findings of a claim with what officers said of them: a dismissal holds while the facts are those it was given on. */

export const dismissedRegister = (key: string): string => `dismissed.${digestOf(key).slice(0, 40)}`

export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(value) ?? null))
    .digest('hex')

interface Dismissal {
  readonly facts: string
  readonly reason: string
}

export function judgedFindings(
  input: RecordInput,
  registers: Readonly<Record<string, unknown>>,
): (JudgedFinding & { readonly digest: string })[] {
  return findingsOf(input).map(({ facts, ...finding }) => {
    const digest = digestOf(facts)
    const given = registers[dismissedRegister(finding.key)] as Dismissal | undefined
    const holds = given?.facts === digest
    return {
      ...finding,
      digest,
      ...(holds ? { dismissed: given.reason } : {}),
      ...(given && !holds ? { back: true as const } : {}),
    }
  })
}

/** The same facts give the same digest, in whatever order they were typed. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  )
}
