-- Claims, people, papers, numbers and officers as the screens read them: all projections of the record log,
-- except officer_secret, draft and preference, which the log must not or need not hold.

CREATE TABLE office (
  id TEXT PRIMARY KEY,
  name_en TEXT NOT NULL,
  name_fr TEXT NOT NULL,
  code TEXT NOT NULL,
  zone TEXT NOT NULL
) STRICT;

-- Policy settings of the office, as JSON.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE officer (
  id TEXT PRIMARY KEY,
  user_name TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  roles TEXT NOT NULL,
  jurisdiction TEXT NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Second factor and password flags: secrets of this desk, never in the log that is synced.
CREATE TABLE officer_secret (
  officer TEXT PRIMARY KEY,
  record TEXT NOT NULL
) STRICT;

CREATE TABLE person (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  family_name TEXT,
  given_names TEXT,
  native_name TEXT,
  birth_date TEXT,
  sex TEXT,
  citizenships TEXT NOT NULL DEFAULT '[]',
  client_id TEXT,
  document_read TEXT,
  photo TEXT,
  photo_print TEXT,
  -- The person that this record turned out to be.
  replaced_by TEXT,
  -- Names as the search compares them: what the two full-text tables hold of this person.
  folded TEXT,
  -- Fields that several desks set differently.
  conflicts INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX person_conflicts ON person(n) WHERE conflicts > 0;
CREATE INDEX person_birth_date ON person(birth_date);

CREATE TABLE claim (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  person_n INTEGER NOT NULL REFERENCES person(n),
  application_number TEXT NOT NULL,
  office TEXT NOT NULL,
  channel TEXT NOT NULL,
  claim_date TEXT NOT NULL,
  state TEXT NOT NULL,
  owner TEXT NOT NULL,
  opened_ms INTEGER NOT NULL,
  opened_on TEXT NOT NULL,
  updated_ms INTEGER NOT NULL,
  search TEXT,
  decision TEXT,
  deadlines TEXT NOT NULL DEFAULT '[]',
  next_deadline TEXT,
  document_number TEXT,
  conflicts INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX claim_conflicts ON claim(n) WHERE conflicts > 0;
CREATE INDEX claim_updated ON claim(updated_ms, n);
CREATE INDEX claim_state_updated ON claim(state, updated_ms, n);
CREATE INDEX claim_owner_state_updated ON claim(owner, state, updated_ms, n);
CREATE INDEX claim_person ON claim(person_n);
CREATE INDEX claim_deadline ON claim(next_deadline) WHERE next_deadline IS NOT NULL;
CREATE INDEX claim_opened_on ON claim(opened_on);

CREATE TABLE finding_override (
  claim TEXT NOT NULL,
  rule TEXT NOT NULL,
  was TEXT NOT NULL,
  finding TEXT NOT NULL,
  reason TEXT NOT NULL,
  officer TEXT NOT NULL,
  PRIMARY KEY (claim, rule)
) STRICT, WITHOUT ROWID;

CREATE TABLE not_same_person (
  person TEXT NOT NULL,
  other TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (person, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  claim TEXT NOT NULL,
  person TEXT NOT NULL,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  stock_serial TEXT,
  state TEXT NOT NULL,
  issue_date TEXT NOT NULL,
  valid_until TEXT,
  replaces TEXT,
  replaced_by TEXT,
  pdf TEXT NOT NULL,
  findings TEXT NOT NULL,
  reserved_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX document_claim ON document(claim, reserved_ms);
CREATE INDEX document_issue_date ON document(issue_date);
CREATE INDEX document_open ON document(state, reserved_ms) WHERE state IN ('reserved', 'sent', 'spoiled');

-- Blocks of numbers leased to this office; the next free number of each.
CREATE TABLE number_block (
  series TEXT NOT NULL,
  prefix TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  width INTEGER NOT NULL,
  next INTEGER NOT NULL,
  PRIMARY KEY (series, prefix, first)
) STRICT, WITHOUT ROWID;

-- Every sheet of pre-printed stock, from receipt to its end.
CREATE TABLE stock (
  serial TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  device TEXT,
  document TEXT,
  reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_state ON stock(state, device, serial);

-- Any number that a person or a paper carries, letters and digits only.
CREATE TABLE number_index (
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  person_n INTEGER NOT NULL,
  PRIMARY KEY (number, kind, person_n)
) STRICT, WITHOUT ROWID;

-- Half-typed text: one row a field, overwritten, gone once it is a value.
CREATE TABLE draft (
  claim TEXT NOT NULL,
  field TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (claim, field)
) STRICT, WITHOUT ROWID;

-- Names folded and transliterated (words), and how they sound (sounds): rowid = person.n.
-- A deletion hides a row; an erasure merges the whole table, after which nothing of the name is left.
-- Every sign that folding leaves in a word is part of it, vowel signs of Indic scripts too.
CREATE VIRTUAL TABLE name_word USING fts5(
  words, sounds, content = '', contentless_delete = 1, detail = column,
  tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* S* Co Cn'", prefix = '1 2 3'
);
-- Any three letters inside a name: rowid = person.n.
CREATE VIRTUAL TABLE name_part USING fts5(
  name, content = '', contentless_delete = 1, detail = none, tokenize = 'trigram'
);

-- How many there are: `people` whom a search can find, and claims by state as `claim.<state>`.
CREATE TABLE tally (
  name TEXT PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What this desk remembers of itself, such as its last backup. Not of the record: gone with the desk.
CREATE TABLE local_note (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
