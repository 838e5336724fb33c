import type { Uuid } from '../../shared/ports.ts'
import type { Connection } from './connection.ts'
import { uuidBytes } from './log/uuid.ts'

/**
 * Whether a rule of eligibility waits for a fact, for the claims that were asked, until something changes that the rules
 * read. What was asked is asked again after a start: by a program whose rules may be others.
 */
export interface RuleAnswers {
  /** Of the claims that were asked on this day of the office (`2026-11-28`), and whose facts are those of then. */
  on(day: string): ReadonlyMap<Uuid, boolean>
  /** Keeps what was found now, from the facts as they stand. */
  keep(claim: Uuid, day: string, waits: boolean): void
}

/**
 * A table beside the file, in memory, from which triggers take an answer with the facts that it rests on. The last events
 * of claim and person would not do: one that is here can get its body later, or lose its effect to one that was placed
 * before it. A rollback takes back answers as well, of what was never so.
 */
export function createRuleAnswers(connection: Connection): RuleAnswers {
  const make = () => connection.sqlite.exec(`${table};${triggers.join(';')}`)
  make()
  connection.eachFile(make)
  const { prepare } = connection
  return {
    on(day) {
      const rows = prepare<{ claim: string; waits: number }>('SELECT claim, waits FROM rule_answer WHERE day = ?').all(
        day,
      )
      return new Map(rows.map(({ claim, waits }) => [claim, waits === 1]))
    },
    keep(claim, day, waits) {
      prepare('DELETE FROM rule_answer WHERE day <> ?').run(day)
      prepare(
        `INSERT OR REPLACE INTO rule_answer (claim, claim_n, person_n, day, waits)
         SELECT claim.id, coalesce(c.n, 0), coalesce(p.n, 0), ?, ? FROM claim LEFT JOIN person ON person.n = claim.person_n
           LEFT JOIN subject c ON c.kind = 'claim' AND c.id = ?
           LEFT JOIN subject p ON p.kind = 'person' AND p.id = unhex(replace(person.id, '-', ''))
         WHERE claim.id = ?`,
      ).run(day, waits ? 1 : 0, uuidBytes(claim), claim)
    },
  }
}

/** `claim_n` and `person_n`: their numbers as subjects of the log; 0 for a person who was erased, who never comes back. */
const table = `CREATE TEMP TABLE rule_answer (
    claim TEXT PRIMARY KEY, claim_n INTEGER NOT NULL, person_n INTEGER NOT NULL, day TEXT NOT NULL, waits INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX temp.rule_answer_claim ON rule_answer (claim_n);
  CREATE INDEX temp.rule_answer_person ON rule_answer (person_n)`

const ofSubject = (row: string) => `claim_n = ${row}.subject OR person_n = ${row}.subject`
const ofClaim = (row: string) => `claim = ${row}.claim`
const everyOne = () => 'true'

/** What `claims/eligibility.ts` reads of a claim, change by change, and whose answers no longer hold. */
const triggers = [
  ...whenever(['INSERT', 'UPDATE', 'DELETE'], 'field_holder', ofSubject),
  ...whenever(['UPDATE OF body'], 'event', ofSubject),
  ...whenever(['INSERT', 'UPDATE', 'DELETE'], 'claim_check', ofClaim),
  ...whenever(['INSERT', 'UPDATE', 'DELETE'], 'finding_override', ofClaim),
  ...whenever(['UPDATE OF person_n', 'DELETE'], 'claim', (row) => `claim = ${row}.id`),
  // Where the office stands says at what kind of place the claim was made.
  ...whenever(['INSERT', 'UPDATE', 'DELETE'], 'office', everyOne),
]

type Change = 'INSERT' | 'UPDATE' | 'DELETE' | `UPDATE OF ${string}`

/** Most of the time, as in a first sync, no answer is there: then the rows that change cost next to nothing. */
function whenever(changes: readonly Change[], on: string, whose: (row: 'NEW' | 'OLD') => string): string[] {
  return changes.map((change) => {
    const [verb = ''] = change.split(' ')
    return `CREATE TEMP TRIGGER rule_answer_${on}_${verb} AFTER ${change} ON main.${on}
      WHEN EXISTS (SELECT 1 FROM temp.rule_answer)
      BEGIN DELETE FROM rule_answer WHERE ${whose(verb === 'DELETE' ? 'OLD' : 'NEW')}; END`
  })
}
