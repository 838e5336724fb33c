import { type ListName, listNames } from './lists.ts'
import type { QuestionId } from './questions.ts'
import { readRegister } from './registers.ts'

/** A claim's record as rules read it: answers by question, rows by list in the order of their dates. */

export type RowValues = Readonly<Record<string, unknown>>
export interface Row {
  readonly id: string
  readonly values: RowValues
}

export interface ClaimRecord {
  readonly answers: { readonly [Q in QuestionId]?: unknown }
  readonly rows: Readonly<Record<ListName, readonly Row[]>>
  /** Lists of which it was asked, and said that there is nothing. */
  readonly none: ReadonlySet<ListName>
}

/** Reads the registers of a claim; what a newer version wrote is left out. */
export function recordOf(registers: Readonly<Record<string, unknown>>): ClaimRecord {
  const answers: { [Q in QuestionId]?: unknown } = {}
  const rows = Object.fromEntries(listNames.map((name) => [name, [] as Row[]])) as Record<ListName, Row[]>
  const none = new Set<ListName>()
  for (const [name, value] of Object.entries(registers)) {
    if (value === undefined || value === null) continue
    const register = readRegister(name)
    if (register?.is === 'answer') answers[register.question] = value
    if (register?.is === 'row') rows[register.list].push({ id: register.id, values: value as RowValues })
    if (register?.is === 'none') none.add(register.list)
  }
  for (const list of listNames) rows[list].sort(byDate)
  return { answers, rows, none }
}

/** Earliest first; a partial date stands for its first day, one that is not known comes last. */
export function byDate(a: Row, b: Row): number {
  const [x, y] = [startOf(a.values), startOf(b.values)]
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : 1
}

const startOf = (row: RowValues): string => String(row.from ?? row.on ?? row.birthDate ?? row.askedOn ?? '~')
