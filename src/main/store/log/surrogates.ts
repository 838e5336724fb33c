import type { Subject } from '../../../shared/domain/event.ts'
import type { Uuid } from '../../../shared/ports.ts'
import type { Statements } from '../file.ts'
import { uuidBytes } from './uuid.ts'

/** Local short numbers for the UUIDs that the log repeats. They never leave this file of SQLite. */
export interface Surrogates {
  party(id: Uuid): number
  subject(subject: Subject): number
  /** The number of a subject that the log knows, without making one. */
  findSubject(subject: Subject): number | undefined
  /** After a rollback: numbers handed out since may not exist. */
  forget(): void
}

/**
 * What is written next is mostly about what is being worked on: some thousand files of an office, and 3 MB at most. So many
 * are remembered of late, and as many from before that: all at once forgotten, what is in use would be looked up again.
 */
const mostSubjects = 10_000

export function createSurrogates(connection: Statements): Surrogates {
  const parties = new Map<Uuid, number>()
  let subjects = new Map<string, number>()
  let earlier = subjects
  const pick = (table: string, text: string, ...values: unknown[]) =>
    connection.prepare<{ n: number }>(`SELECT n FROM ${table} WHERE ${text}`).get(...values)?.n
  const make = (text: string, ...values: unknown[]) => Number(connection.prepare(text).run(...values).lastInsertRowid)
  const known = ({ kind, id }: Subject, find: () => number | undefined) => {
    const name = `${kind}/${id}`
    const now = subjects.get(name)
    if (now !== undefined) return now
    const n = earlier.get(name) ?? find()
    if (n === undefined) return undefined
    if (subjects.size >= mostSubjects) [earlier, subjects] = [subjects, new Map()]
    subjects.set(name, n)
    return n
  }
  const findSubject = (subject: Subject) =>
    known(subject, () => pick('subject', 'id = ? AND kind = ?', uuidBytes(subject.id), subject.kind))
  return {
    party(id) {
      let n = parties.get(id)
      if (n === undefined) {
        const bytes = uuidBytes(id)
        n = pick('party', 'id = ?', bytes) ?? make('INSERT INTO party (id) VALUES (?)', bytes)
        parties.set(id, n)
      }
      return n
    },
    findSubject,
    subject: (subject) =>
      findSubject(subject) ?? make('INSERT INTO subject (id, kind) VALUES (?, ?)', uuidBytes(subject.id), subject.kind),
    forget() {
      parties.clear()
      subjects.clear()
      earlier.clear()
    },
  }
}
