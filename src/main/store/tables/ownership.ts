/** The tables of migrations/desk/0025-ownership.sql and 0028-known-elsewhere.sql. Ids are UUID text. */
export interface OwnershipTables {
  known_elsewhere: {
    n: number
    claim: string
    event: string
    office: string
    way: 'document' | 'client'
    at_ms: number
  }
  claim_working: { claim: string; officer: string; since_ms: number }
}
