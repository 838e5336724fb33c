-- Who says that they are at work on a claim, and since when. It stops nobody.
CREATE TABLE claim_working (
  claim TEXT PRIMARY KEY,
  officer TEXT NOT NULL,
  since_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
