-- Pictures and papers on their way between desks. Work that is left, not the record.

-- Here, and not known to be at the central service. Triggers, so that no row of `blob` can come without its own here,
-- whatever is cut short where.
CREATE TABLE blob_out (
  sha BLOB PRIMARY KEY REFERENCES blob (sha) ON DELETE CASCADE,
  size INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  -- Not before this; ms since epoch.
  next_ms INTEGER NOT NULL DEFAULT 0,
  -- Code of the last failure.
  why TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_out_size ON blob_out (size);
INSERT INTO blob_out (sha, size) SELECT sha, size FROM blob;
CREATE TRIGGER blob_goes_out AFTER INSERT ON blob
BEGIN
  INSERT OR IGNORE INTO blob_out (sha, size) VALUES (NEW.sha, NEW.size);
END;

-- Named by an event that came from another desk, or lost here, and to be fetched.
CREATE TABLE blob_in (
  sha BLOB PRIMARY KEY CHECK (length(sha) = 32),
  since_ms INTEGER NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  next_ms INTEGER NOT NULL DEFAULT 0,
  why TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_in_next ON blob_in (next_ms);
