-- What keeps a desk in order: which events name a blob, sheets page by page, officers' badges.

-- Every digest that stands in the body of an event about a subject: a blob that none names may go.
CREATE TABLE blob_name (
  sha BLOB NOT NULL CHECK (length(sha) = 32),
  subject INTEGER NOT NULL REFERENCES subject (n),
  PRIMARY KEY (sha, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_name_subject ON blob_name (subject);

-- The ledger of sheets that are not at rest, in the order of their serials.
CREATE INDEX stock_moved ON stock (serial) WHERE state != 'in_office';
CREATE INDEX stock_state_serial ON stock (state, serial);

-- What an officer's badge says to a scanner: with the password it takes the seat at a kiosk.
ALTER TABLE officer ADD COLUMN badge TEXT;
CREATE UNIQUE INDEX officer_badge ON officer (badge) WHERE badge IS NOT NULL;
