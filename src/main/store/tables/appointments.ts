/** The tables of migrations/desk/0015-appointments.sql. Ids are UUID text; `hours`, `away`, `languages` hold JSON text. */
export interface AppointmentTables {
  room: RosterRow & { name: string; place: string; accessible: number }
  interpreter: RosterRow & { name: string; languages: string }
  officer_hours: { officer: string; hours: string; away: string }
  office_day: { date: string; open: number; name_en: string | null; name_fr: string | null }
  appointment: AppointmentTable
  appointment_hold: HeldSlot & { appointment: string; nth: number; mode: string; place: string }
  to_schedule: { about_kind: string; about_id: string; kind: string; since_ms: number; why: string }
}

interface RosterRow {
  n: number
  id: string
  hours: string
  away: string
  active: number
}

interface HeldSlot {
  date: string
  minute: number
  minutes: number
  officer: string | null
  room: string | null
  interpreter: string | null
}

export interface AppointmentTable {
  n: number
  id: string
  kind: string
  about_kind: string
  about_id: string
  state: string
  since_ms: number
  date: string | null
  minute: number | null
  minutes: number | null
  mode: string | null
  officer: string | null
  room: string | null
  interpreter: string | null
  place: string | null
  set_by: Uint8Array | null
  until_ms: number | null
  by_claimant: number
  moves: number
  minutes_late: number | null
  note: string | null
  review: string | null
  review_reason: string | null
}
