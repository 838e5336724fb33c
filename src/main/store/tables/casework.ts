/** The tables of migrations/desk from 0022-deadlines.sql on. Ids are UUID text, days `YYYY-MM-DD`. */
export interface CaseworkTables {
  claim_limit: {
    claim: string
    rule: string
    counted_from: string
    due: string
    original: string | null
    met: string | null
    state: 'open' | 'met' | 'ended'
  }
  deadline_reminder: { claim: string; rule: string; due: string; rung: number; sent_on: string }
}
