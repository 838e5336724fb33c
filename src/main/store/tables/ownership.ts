/**
 * The tables of migrations/desk/0025-ownership.sql, 0028-known-elsewhere.sql and 0029-notes.sql (0030: saved searches, 0033-moves.sql: what another office has). Ids are UUID text; `readers`
 * holds JSON text.
 */
export interface OwnershipTables {
  known_elsewhere: {
    n: number
    claim: string
    event: string
    office: string
    way: 'document' | 'client' | 'name'
    at_ms: number
  }
  moved_subject: { kind: string; id: string; claim: string }
  claim_working: { claim: string; officer: string; since_ms: number }
  saved_search: { id: string; n: number; officer: string; shared: number; name: string; filter: string }
  claim_note: {
    n: number
    id: string
    claim: string
    officer: string
    at_ms: number
    text: string
    readers: string
    folded: string
  }
}
