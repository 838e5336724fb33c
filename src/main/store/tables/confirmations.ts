/** The tables of migrations/desk/0013-confirmations.sql, 0019-representatives.sql and 0024-confirmation-tally.sql. Ids are UUID text; `facts` is `ConfirmationFacts` as JSON text. */
export interface ConfirmationTables {
  confirmation: ConfirmationTable
  confirmation_place: { queue: string; from_day: string; n: number }
  confirmation_count: { queue: string; from_day: string; count: number }
  confirmation_tally: { name: string; to_day: string; from_day: string; count: number }
  representative_email: { n: number; email: string; kind: string; subject: string }
}

export interface ConfirmationTable {
  n: number
  id: string
  office: string
  client_id: string
  application_number: string
  family: string
  sort_name: string
  step: string
  photos: string | null
  user_name: string | null
  duplicate_of: string | null
  facts: string
  touched_ms: number
}
