-- After the counter: documents that were revoked and replaced, decisions that were reopened.

-- Why, when and by whom the document was revoked, as JSON; NULL while its number is valid.
ALTER TABLE document ADD COLUMN revocation TEXT;
-- The papers of a person, whichever claim they were issued for: nobody holds two.
CREATE INDEX document_person ON document(person);

-- Document numbers that are never valid again: what a verification and the trust bundle read.
CREATE TABLE revoked (
  number TEXT PRIMARY KEY,
  document TEXT NOT NULL,
  kind TEXT NOT NULL,
  why TEXT NOT NULL,
  revoked_on TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Decisions that a supervisor reopened, oldest first, as JSON: `decision` holds the one that stands.
ALTER TABLE claim ADD COLUMN earlier_decisions TEXT NOT NULL DEFAULT '[]';
