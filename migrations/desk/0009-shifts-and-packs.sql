-- What one shift leaves to the next, and the paper packs that stand in when everything is down.

-- A shift handed over: the brief as it stood, as JSON of counts and ids.
CREATE TABLE shift (
  -- The event that handed it over.
  id TEXT PRIMARY KEY,
  n INTEGER NOT NULL UNIQUE,
  device TEXT NOT NULL,
  officer TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  brief TEXT NOT NULL,
  note TEXT,
  accepted_by TEXT,
  accepted_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX shift_device ON shift (device, n);

-- A paper pack printed ahead, by the number on each of its pages.
CREATE TABLE paper_pack (
  number TEXT PRIMARY KEY,
  device TEXT NOT NULL,
  officer TEXT NOT NULL,
  printed_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_pack_device ON paper_pack (device, number);

-- The claim that took a pack, whichever desk printed it.
CREATE TABLE pack_claim (
  pack TEXT PRIMARY KEY,
  claim TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pack_claim_claim ON pack_claim (claim);

-- Pictures of the pages of a pack that was written on.
CREATE TABLE pack_page (
  n INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  pack TEXT NOT NULL,
  page INTEGER NOT NULL,
  -- SHA-256 of the cleaned picture.
  picture TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX pack_page_claim ON pack_page (claim, pack, page, n);
