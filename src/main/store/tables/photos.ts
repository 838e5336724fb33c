/** The tables of migrations/desk/0010-photos.sql. Ids are UUID text; `frame`, `findings` and `counted` hold JSON text. */
export interface PhotoTables {
  photo_application: {
    n: number
    id: string
    office: string
    application_number: string
    client_id: string | null
    family_name: string
    given_names: string | null
    language: string
    birth_date: string | null
  }
  photo: PhotoTable
  photo_band: { band: number; bits: number; photo: number }
  photo_override: {
    photo: string
    name: string
    was: string
    says: string
    note: string | null
    officer: string
    at_ms: number
  }
  photo_letter: { photo: string; decision: string; pdf: string; language: string; officer: string; at_ms: number }
  photo_tally: { stage: string; profile: string; suggestion: string; again: number; count: number }
  photo_count: { day: string; profile: string; name: string; count: number }
}

export interface PhotoTable {
  n: number
  id: string
  profile: string
  source: string
  claim: string | null
  application: string | null
  arrived: string
  original: string
  print: string | null
  frame: string | null
  width: number
  height: number
  taken_on: string | null
  findings: string
  submitted_ms: number
  state: string
  stage: string
  place_ms: number
  suggestion: string
  again: number
  answers: string | null
  answered_by: string | null
  report: string | null
  check_failure: string | null
  whole_print: string | null
  face_print: string | null
  decision: string | null
  decided_by: string | null
  decided_ms: number | null
  counted: string | null
}
