-- The record log, the access log and what the desk knows of itself. Additive from here on.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;

-- Who this desk is and was. A restored or cloned store goes on under a new row; the old one is retired and loses its private key.
CREATE TABLE desk_identity (
  device BLOB PRIMARY KEY CHECK (length(device) = 16),
  office BLOB NOT NULL CHECK (length(office) = 16),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  private_key BLOB CHECK (length(private_key) = 32),
  since_ms INTEGER NOT NULL,
  retired_ms INTEGER
) STRICT;

-- Local short numbers of the UUIDs that the log repeats. Never hashed, never synced.
CREATE TABLE party (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16)
) STRICT;

CREATE TABLE subject (
  n INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  kind TEXT NOT NULL,
  UNIQUE (id, kind)
) STRICT;

CREATE TABLE event (
  position INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  stream INTEGER NOT NULL REFERENCES party (n),
  device INTEGER NOT NULL REFERENCES party (n),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  actor INTEGER NOT NULL REFERENCES party (n),
  subject INTEGER NOT NULL REFERENCES subject (n),
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  visibility TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  -- Two columns: one 64-bit number would pass 2^53.
  hlc_ms INTEGER NOT NULL,
  hlc_counter INTEGER NOT NULL,
  bases BLOB NOT NULL CHECK (length(bases) % 16 = 0),
  -- Both NULL once erased.
  salt BLOB,
  body BLOB,
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  signature BLOB,
  UNIQUE (stream, device, sequence),
  CHECK ((salt IS NULL) = (body IS NULL))
) STRICT;
CREATE INDEX event_subject ON event (subject, position);

-- Who viewed, searched, printed or was refused: a chain of its own.
CREATE TABLE access (
  position INTEGER PRIMARY KEY,
  device INTEGER NOT NULL REFERENCES party (n),
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  at_ms INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES party (n),
  act TEXT NOT NULL,
  subject INTEGER REFERENCES subject (n),
  details TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  UNIQUE (device, sequence)
) STRICT;
CREATE INDEX access_actor ON access (actor, position);
CREATE INDEX access_subject ON access (subject, position) WHERE subject IS NOT NULL;

-- Highest number used of each series, also kept outside this file (the high-water mark).
CREATE TABLE series_mark (
  series TEXT PRIMARY KEY,
  number INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE blob (
  sha BLOB PRIMARY KEY CHECK (length(sha) = 32),
  size INTEGER NOT NULL,
  stored_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which version of each projection filled its tables.
CREATE TABLE projection (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Kinds of event in the log that this program could not read when it met them.
CREATE TABLE waiting (
  type TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (type, version)
) STRICT, WITHOUT ROWID;

-- Multi-value registers: the events that hold the present value of a field. More than one is a conflict.
CREATE TABLE field_head (
  subject INTEGER NOT NULL REFERENCES subject (n),
  field TEXT NOT NULL,
  event BLOB NOT NULL,
  hlc_ms INTEGER NOT NULL,
  hlc_counter INTEGER NOT NULL,
  PRIMARY KEY (subject, field, event)
) STRICT, WITHOUT ROWID;

-- Subjects whose bodies are gone, and the event that ordered it.
CREATE TABLE erased (
  subject INTEGER PRIMARY KEY REFERENCES subject (n),
  reason BLOB NOT NULL
) STRICT;
