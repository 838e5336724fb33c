-- Photos under review, one row each, and the applications that photos for permanent resident cards belong to.

CREATE TABLE photo_application (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  office TEXT NOT NULL,
  application_number TEXT NOT NULL,
  client_id TEXT,
  family_name TEXT NOT NULL,
  given_names TEXT,
  language TEXT NOT NULL,
  birth_date TEXT
) STRICT;
CREATE INDEX photo_application_number ON photo_application(application_number, n);

CREATE TABLE photo (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  profile TEXT NOT NULL,
  source TEXT NOT NULL,
  -- Whose: of a claim's person, or of an application.
  claim TEXT,
  application TEXT,
  -- SHA-256 (hex) of what arrived, of the cleaned original, and of the print crop that an officer framed.
  arrived TEXT NOT NULL,
  original TEXT NOT NULL,
  print TEXT,
  -- The frame as JSON, pixels of the upright picture.
  frame TEXT,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  taken_on TEXT,
  findings TEXT NOT NULL,
  submitted_ms INTEGER NOT NULL,
  state TEXT NOT NULL,
  -- waiting, approved, returned, replaced: what lists are made of
  stage TEXT NOT NULL,
  -- Where it stands in the list of its stage: when it came, or when it was decided.
  place_ms INTEGER NOT NULL,
  -- accept, review, return; none while there is no report
  suggestion TEXT NOT NULL,
  -- It answers one that was returned.
  again INTEGER NOT NULL,
  -- The returned photo that this one answers, and the one that answers this.
  answers TEXT,
  answered_by TEXT,
  -- The event of the last report, and why there is none.
  report TEXT,
  check_failure TEXT,
  -- 64 bits in hex: of the whole picture, and of the aligned face.
  whole_print TEXT,
  face_print TEXT,
  -- The event that decided, by whom, when (ms).
  decision TEXT,
  decided_by TEXT,
  decided_ms INTEGER,
  -- What this photo's decision adds to the counts of its day, as JSON; taken back when the decision is.
  counted TEXT
) STRICT;
CREATE INDEX photo_stage ON photo(stage, place_ms, n);
CREATE INDEX photo_queue ON photo(stage, profile, suggestion, again, place_ms, n);
CREATE INDEX photo_decider ON photo(decided_by, stage, place_ms, n) WHERE decided_by IS NOT NULL;
CREATE INDEX photo_claim ON photo(claim, n) WHERE claim IS NOT NULL;
CREATE INDEX photo_of_application ON photo(application, n) WHERE application IS NOT NULL;
CREATE INDEX photo_arrived ON photo(arrived, n);
CREATE INDEX photo_original ON photo(original, n);
CREATE INDEX photo_unchecked ON photo(profile, submitted_ms, n) WHERE state = 'submitted' AND check_failure IS NULL;
CREATE INDEX photo_reported ON photo(profile, n) WHERE report IS NOT NULL;

-- The four quarters of a face's fingerprint: two that differ in at most 6 bits have one that differs in at most 1.
CREATE TABLE photo_band (
  band INTEGER NOT NULL,
  bits INTEGER NOT NULL,
  photo INTEGER NOT NULL,
  PRIMARY KEY (band, bits, photo)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_band_photo ON photo_band(photo);

-- An officer's word against a check of the machine.
CREATE TABLE photo_override (
  photo TEXT NOT NULL,
  name TEXT NOT NULL,
  was TEXT NOT NULL,
  says TEXT NOT NULL,
  note TEXT,
  officer TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (photo, name)
) STRICT, WITHOUT ROWID;

-- Letters that return a photo.
CREATE TABLE photo_letter (
  photo TEXT NOT NULL,
  decision TEXT NOT NULL,
  pdf TEXT NOT NULL,
  language TEXT NOT NULL,
  officer TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (photo, decision, language)
) STRICT, WITHOUT ROWID;

-- How many photos stand where, for the numbers beside the filters.
CREATE TABLE photo_tally (
  stage TEXT NOT NULL,
  profile TEXT NOT NULL,
  suggestion TEXT NOT NULL,
  again INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (stage, profile, suggestion, again)
) STRICT, WITHOUT ROWID;

-- What was decided on each day: outcomes, reasons, how long it waited, where machine and officer agreed.
CREATE TABLE photo_count (
  day TEXT NOT NULL,
  profile TEXT NOT NULL,
  name TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (day, profile, name)
) STRICT, WITHOUT ROWID;
