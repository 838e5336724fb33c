/** The tables of migrations/desk/0025-ownership.sql. Ids are UUID text. */
export interface OwnershipTables {
  claim_working: { claim: string; officer: string; since_ms: number }
}
