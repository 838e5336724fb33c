/** The tables of migrations/desk/0005-waiting-room.sql. Ids are UUID text; `vulnerable` holds JSON text. */
export interface HallTables {
  arrival: {
    n: number
    id: string
    arrived_ms: number
    adults: number
    children: number
    minor_alone: number
    vulnerable: string
    language: string | null
    name: string | null
    note: string | null
    holder: string | null
    stage: string
    conflicts: number
  }
  family_member: { claim: string; n: number; family: string; principal: number }
  claim_lane: {
    claim: string
    lane: string
    low_risk: number
    low_need: number
    reason: string
    officer: string
    at_ms: number
    chosen_on: string
  }
}
