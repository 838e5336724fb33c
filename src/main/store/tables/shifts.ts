/** The tables of migrations/desk/0009-shifts-and-packs.sql. Ids are UUID text; `brief` holds JSON text. */
export interface ShiftTables {
  shift: {
    id: string
    n: number
    device: string
    officer: string
    at_ms: number
    brief: string
    note: string | null
    accepted_by: string | null
    accepted_ms: number | null
  }
  paper_pack: { number: string; device: string; officer: string; printed_ms: number }
  pack_claim: { pack: string; claim: string; at_ms: number }
  pack_page: { n: number; claim: string; pack: string; page: number; picture: string; at_ms: number }
}
