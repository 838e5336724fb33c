-- Evidence on claims, and the clock of their review.

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  n INTEGER NOT NULL UNIQUE,
  claim TEXT NOT NULL,
  file TEXT NOT NULL,
  thumbnail TEXT,
  mime TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  name TEXT,
  source TEXT NOT NULL,
  replaces TEXT,
  officer TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_claim ON evidence (claim, n);
-- The same file in another claim is found by its hash.
CREATE INDEX evidence_file ON evidence (file);

-- A claim that came in: when, and the stretches in which its review stood still. `pauses` and `missing` hold JSON text.
CREATE TABLE claim_review (
  claim TEXT PRIMARY KEY,
  received_on TEXT,
  received_by TEXT,
  pauses TEXT NOT NULL DEFAULT '[]',
  missing TEXT,
  weeks TEXT
) STRICT;
