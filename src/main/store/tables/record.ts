import type { Generated } from 'kysely'

/** The tables of migrations/desk/0014-record.sql. Ids are UUID text; `pauses`, `missing` and `weeks` hold JSON text. */
export interface RecordTables {
  evidence: {
    id: string
    n: number
    claim: string
    file: string
    thumbnail: string | null
    mime: string
    bytes: number
    pages: number
    name: string | null
    source: string
    replaces: string | null
    officer: string
    at_ms: number
  }
  claim_review: {
    claim: string
    received_on: string | null
    received_by: string | null
    pauses: Generated<string>
    missing: string | null
    weeks: string | null
  }
}
