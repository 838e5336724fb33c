-- Notes of officers on claims; `readers`: JSON list of the roles that read one.
CREATE TABLE claim_note (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  claim TEXT NOT NULL,
  officer TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  text TEXT NOT NULL,
  readers TEXT NOT NULL
) STRICT;
CREATE INDEX claim_note_claim ON claim_note (claim, n);
