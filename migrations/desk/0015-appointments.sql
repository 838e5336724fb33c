-- Rooms, hours, interpreters and appointments: projections of the record log. Times are minutes since midnight on the
-- office's clock.

CREATE TABLE room (
  n INTEGER NOT NULL,
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  accessible INTEGER NOT NULL,
  hours TEXT NOT NULL,
  away TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE interpreter (
  n INTEGER NOT NULL,
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  languages TEXT NOT NULL,
  hours TEXT NOT NULL,
  away TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE officer_hours (
  officer TEXT PRIMARY KEY,
  hours TEXT NOT NULL,
  away TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Days that differ from the calendar of federal offices.
CREATE TABLE office_day (
  date TEXT PRIMARY KEY,
  open INTEGER NOT NULL,
  name_en TEXT,
  name_fr TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE appointment (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  about_kind TEXT NOT NULL,
  about_id TEXT NOT NULL,
  -- requested, offered, booked, attended, late, no_show, cancelled
  state TEXT NOT NULL,
  -- When the person began to wait for it.
  since_ms INTEGER NOT NULL,
  -- The slot, once one is booked.
  date TEXT,
  minute INTEGER,
  minutes INTEGER,
  mode TEXT,
  officer TEXT,
  room TEXT,
  interpreter TEXT,
  place TEXT,
  -- The event that gave it its slot: provisional until that has its place in the stream.
  set_by BLOB,
  -- When an offer lapses.
  until_ms INTEGER,
  by_claimant INTEGER NOT NULL,
  moves INTEGER NOT NULL,
  minutes_late INTEGER,
  note TEXT,
  -- What a supervisor decided on a no-show, and why.
  review TEXT,
  review_reason TEXT
) STRICT;
CREATE INDEX appointment_day ON appointment (date, minute) WHERE date IS NOT NULL;
CREATE INDEX appointment_about ON appointment (about_id, kind, n);
CREATE INDEX appointment_officer ON appointment (officer, date) WHERE state = 'booked';
CREATE INDEX appointment_offer ON appointment (until_ms) WHERE state = 'offered';
CREATE INDEX appointment_review ON appointment (date) WHERE state = 'no_show' AND review IS NULL;

-- What is held: the slot of a booking, those of an offer.
CREATE TABLE appointment_hold (
  appointment TEXT NOT NULL,
  nth INTEGER NOT NULL,
  date TEXT NOT NULL,
  minute INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  mode TEXT NOT NULL,
  officer TEXT,
  room TEXT,
  interpreter TEXT,
  place TEXT NOT NULL,
  PRIMARY KEY (appointment, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX appointment_hold_day ON appointment_hold (date, minute);

-- Who waits for an appointment that nobody booked yet.
CREATE TABLE to_schedule (
  about_kind TEXT NOT NULL,
  about_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  since_ms INTEGER NOT NULL,
  -- filed, requested, no_show
  why TEXT NOT NULL,
  PRIMARY KEY (about_kind, about_id, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX to_schedule_since ON to_schedule (since_ms, about_id);
