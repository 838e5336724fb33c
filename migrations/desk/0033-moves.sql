-- A claim that went to another office: where to, since when, and the state in which it was. JSON; null for all others.
ALTER TABLE claim ADD COLUMN moved TEXT;

-- What this office writes no more: a claim that another office has, its person, photos, papers and appointments.
CREATE TABLE moved_subject (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  claim TEXT NOT NULL,
  PRIMARY KEY (kind, id, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX moved_subject_claim ON moved_subject (claim);
